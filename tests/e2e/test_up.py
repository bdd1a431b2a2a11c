"""The whole service, as a person starts it: one command, a dropped file, the stream, Ctrl-C."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.integration import processes

COMMAND = (sys.executable, "-c", "from cli.main import main; main()")
ARTICLE = """Brindle Bank unveiled as Hartwell Rovers shirt sponsor

Hartwell Rovers have announced Brindle Bank as their new front-of-shirt sponsor in a three-year deal.

"We love this club," said Ines Okafor, the chief executive of Brindle Bank.
"""


def until(look: Callable[[], object], deadline_s: float = 60.0) -> object:
    end = time.monotonic() + deadline_s
    while not (found := look()):
        assert time.monotonic() < end, "the condition did not come true in time"
        time.sleep(0.05)
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Service:
    def __init__(self, folder: Path) -> None:
        self.data, self.watch, self.port = folder / "data", folder / "watch", free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "up.log"

    @contextmanager
    def running(self, **settings: str) -> Iterator["subprocess.Popen[bytes]"]:
        given = {f"SPONSORWIRE_{name}": value for name, value in settings.items()}
        environment = {**os.environ, "SPONSORWIRE_SETTLE_S": "0.3", **given}
        options = ("--data", self.data, "--watch", self.watch, "--port", str(self.port), "--workers", "1")
        with self.log.open("wb") as log:
            process = subprocess.Popen(
                [*COMMAND, "up", *map(str, options)], stdout=log, stderr=log, env=environment
            )
        try:
            until(self.answers)
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=30) == 0, self.log.read_text()

    def answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/health/ready", trust_env=False).is_success
        except httpx.HTTPError:
            return False

    def get(self, path: str) -> Any:
        return httpx.get(f"{self.url}{path}", trust_env=False).raise_for_status().json()

    def drop(self, name: str, text: str) -> None:
        unfinished = self.watch / f".{name}.part"
        unfinished.write_text(text, encoding="utf-8")
        unfinished.rename(self.watch / name)

    def deals(self) -> list[tuple[str, str]]:
        return [(deal["sponsor"]["name"], deal["rights_holder"]["name"]) for deal in self.get("/deals")["items"]]

    def descendants(self) -> list[str]:
        """Processes that still have this service's data folder in their environment or command line."""
        return [process.words for process in processes.running() if str(self.data) in process.words]


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(tmp_path)


def test_a_dropped_file_is_read_enriched_merged_and_streamed_and_nothing_is_left_running(service: Service) -> None:
    with service.running():
        service.drop("brindle.txt", ARTICLE)
        kinds: list[str] = []
        with httpx.stream(
            "GET", f"{service.url}/stream?last_event_id=earliest", timeout=60, trust_env=False
        ) as stream:
            for line in stream.iter_lines():
                if line.startswith("data:"):
                    kinds.append(json.loads(line.removeprefix("data:"))["type"])
                if "deal.announced" in kinds:
                    break

        assert kinds == ["article.ingested", "article.enriched", "deal.announced"]
        assert service.deals() == [("Brindle Bank", "Hartwell Rovers")]
        assert (service.watch / "done" / "brindle.txt").read_text(encoding="utf-8") == ARTICLE

    assert until(lambda: not service.descendants(), deadline_s=10)


def test_started_again_it_goes_on_with_the_same_data_and_a_second_one_is_refused(service: Service) -> None:
    with service.running():
        service.drop("brindle.txt", ARTICLE)
        until(service.deals)
        second = subprocess.run(
            [*COMMAND, "up", "--data", str(service.data), "--watch", str(service.watch)],
            capture_output=True,
            text=True,
            timeout=60,
        )

        assert second.returncode == 1
        assert second.stderr.startswith(f"sponsorwire: it already runs on {service.data} (process ")

    with service.running():
        assert service.deals() == [("Brindle Bank", "Hartwell Rovers")]


def test_what_a_person_decides_takes_effect_before_any_sweep(service: Service) -> None:
    with service.running(ADMIN_TOKEN="a key", LATE_S="3600"):
        service.drop("brindle.txt", ARTICLE)
        until(service.deals)
        (deal,) = service.get("/deals")["items"]
        locked = httpx.put(
            f"{service.url}/deals/{deal['id']}/locks/term.end",
            json={"value": "2033"},
            headers={"authorization": "Bearer a key"},
            trust_env=False,
        )

        assert locked.status_code == 204
        assert until(lambda: service.get(f"/deals/{deal['id']}")["term"]["end"] == "2033")


def test_a_port_that_is_taken_gives_one_clear_line(service: Service) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", service.port))
        taken.listen()
        refused = subprocess.run(
            [*COMMAND, "up", "--data", str(service.data), "--port", str(service.port)],
            capture_output=True,
            text=True,
            timeout=60,
            cwd=service.log.parent,
        )

    assert (refused.returncode, refused.stderr) == (
        1,
        f"sponsorwire: cannot listen on 127.0.0.1 port {service.port} (Address already in use); "
        f"name another one: --port {service.port + 1}, or make demo PORT={service.port + 1}\n",
    )
