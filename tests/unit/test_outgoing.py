"""A request goes to the address that was checked, ends in time, and follows nobody."""

import socket
import threading
import time

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from records.errors import Rejected, Unavailable
from worker.outgoing import MAX_ANSWER_BYTES, Answer, send


def exceptions(server: HTTPServer) -> frozenset[str]:
    return frozenset({f"{server.host}:{server.port}"})


def test_the_receiver_gets_the_very_bytes_and_its_own_host_name(httpserver: HTTPServer) -> None:
    seen: list[tuple[bytes, str]] = []

    def receive(request: Request) -> Response:
        seen.append((request.get_data(), request.host))
        return Response("thanks", 202)

    httpserver.expect_request("/in", method="POST").respond_with_handler(receive)
    url = f"http://receiver.test:{httpserver.port}/in"
    answer = send(
        "POST",
        url,
        headers={"content-type": "application/json"},
        body=b'{"a": 1}',
        exceptions=frozenset({"receiver.test"}),
        lookup=lambda _host, _port: ["127.0.0.1"],
    )
    assert (answer.status, answer.body) == (202, b"thanks")
    assert seen == [(b'{"a": 1}', f"receiver.test:{httpserver.port}")]


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::ffff:127.0.0.1"]])
def test_a_name_with_one_private_address_is_refused_at_the_connection(addresses: list[str]) -> None:
    with pytest.raises(Rejected, match="private network"):
        send("POST", "https://rebound.example.com/", headers={}, lookup=lambda _host, _port: addresses)


def test_the_name_is_resolved_once_so_that_rebinding_gains_nothing(httpserver: HTTPServer) -> None:
    asked: list[str] = []

    def lookup(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) > 1 else ["203.0.113.5", "10.0.0.1"]

    with pytest.raises(Rejected):
        send("POST", "https://rebound.example.com/", headers={}, lookup=lookup)
    assert asked == ["rebound.example.com"]
    assert httpserver.log == []


def test_a_redirect_is_an_answer_and_not_followed(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/in").respond_with_data("", 302, {"Location": httpserver.url_for("/other")})
    answer = send("POST", httpserver.url_for("/in"), headers={}, exceptions=exceptions(httpserver))
    assert answer.status == 302
    assert [request.path for request, _ in httpserver.log] == ["/in"]


def test_a_long_answer_is_cut(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/in").respond_with_data(b"x" * (MAX_ANSWER_BYTES * 3))
    answer = send("GET", httpserver.url_for("/in"), headers={}, exceptions=exceptions(httpserver))
    assert isinstance(answer, Answer)
    assert len(answer.body) == MAX_ANSWER_BYTES


def test_a_receiver_that_answers_byte_by_byte_ends_at_the_deadline() -> None:
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def tarpit() -> None:
            connection, _ = server.accept()
            with connection:
                while not stop.wait(0.02):
                    try:
                        connection.sendall(b"H")
                    except OSError:
                        return

        thread = threading.Thread(target=tarpit)
        thread.start()
        port = server.getsockname()[1]
        began = time.monotonic()
        try:
            with pytest.raises(Unavailable):
                send(
                    "POST",
                    f"http://127.0.0.1:{port}/",
                    headers={},
                    exceptions=frozenset({"127.0.0.1"}),
                    deadline_s=0.5,
                )
        finally:
            stop.set()
            thread.join()
        assert time.monotonic() - began < 30  # the tarpit alone would hold on for ever


def test_nobody_there_is_unavailable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(Unavailable):
        send("POST", f"http://127.0.0.1:{port}/", headers={}, exceptions=frozenset({"127.0.0.1"}))
