"""Filters, tokens, webhooks and WebSub, end to end: made through the API, delivered to a real receiver."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import feedparser
import httpx
import pytest
import sqlalchemy as sa
from pydantic import SecretStr
from pytest_httpserver import HTTPServer
from sqlmodel import select
from standardwebhooks import Webhook
from starlette.testclient import TestClient
from werkzeug import Request, Response

from api.attempts import ALLOWED, DRAIN_S
from api.main import create_app
from records.migrate import migrate
from records.session import Database
from records.settings import Settings
from records.store import jobs, tokens, webhooks, websub
from records.tables import Job
from tests import library
from tests.integration.serving import served
from tests.validators.feeds import validate
from worker import tasks
from worker.delivery import AT_ONCE, SCHEDULE_S, deliver, retry_after_s, retry_in_s
from worker.outgoing import Answer
from worker.signature import hub_signature
from worker.turn import Desk

BASE = "http://127.0.0.1:8000"
ADMIN = "an admin's key for the tests"
KEY = {"authorization": f"Bearer {ADMIN}"}
NOW = datetime(2026, 5, 4, tzinfo=UTC)


class Shop:
    """The API, a worker that works when told to, and a clock that can be moved on."""

    def __init__(self, url: str, folder: Path, receiver: HTTPServer) -> None:
        self.settings = Settings(
            data_dir=folder / "var",
            watch_dir=folder / "watch",
            admin_token=SecretStr(ADMIN),
            outgoing_hosts=(f"{receiver.host}:{receiver.port}",),
        )
        self.ahead = timedelta()
        self.db = Database(url, clock=lambda: datetime.now(UTC) + self.ahead)
        self.desk = Desk(self.db, self.settings, "a test's worker")

    def tell(self) -> None:
        """Make what the sweep makes, and have a worker do every job that is due."""
        self.db.run(webhooks.fan_out)
        self.db.run(websub.fan_out)
        with self.db.read() as session:
            due = session.exec(
                select(Job).where(
                    Job.queue == "deliver",
                    Job.next_at <= session.now,
                    sa.or_(Job.state == "queued", sa.and_(Job.state == "running", Job.lease_until < session.now)),
                )
            ).all()
        for job in due:
            tasks.work(self.desk, job.subject_id, job.step, job.input_hash)


@pytest.fixture
def shop(tmp_path: Path, httpserver: HTTPServer) -> Iterator[Shop]:
    made = Shop(f"sqlite:///{tmp_path}/shop.db", tmp_path, httpserver)
    migrate(made.db)
    yield made
    made.db.close()


@pytest.fixture
def client(shop: Shop) -> Iterator[TestClient]:
    with TestClient(create_app(shop.settings, shop.db), base_url=BASE) as opened:
        yield opened


def test_a_token_is_shown_once_works_within_its_scope_and_ends_when_revoked(client: TestClient, shop: Shop) -> None:
    made = client.post("/tokens", json={"name": "desk", "scopes": ["write"]}, headers=KEY).json()
    own = {"authorization": f"Bearer {made['secret']}"}
    assert made["secret"] not in client.get("/tokens", headers=KEY).text
    with shop.db.read() as session:
        row = tokens.get(session, made["id"])
    assert row is not None
    assert made["secret"] not in row.model_dump_json()
    assert client.get("/webhooks", headers=own).status_code == 200
    assert client.get("/tokens", headers=own).status_code == 403
    assert client.get("/deals", headers={"authorization": "Bearer swk_wrong"}).status_code == 401
    assert client.delete(f"/tokens/{made['id']}", headers=KEY).status_code == 204
    assert client.get("/webhooks", headers=own).status_code == 401
    assert client.delete(f"/tokens/{made['id']}", headers=KEY).status_code == 404
    short = {"name": "short", "expires_at": (datetime.now(UTC) + timedelta(minutes=1)).isoformat()}
    secret = client.post("/tokens", json=short, headers=KEY).json()["secret"]
    assert client.get("/deals", headers={"authorization": f"Bearer {secret}"}).status_code == 200
    shop.ahead = timedelta(minutes=2)
    assert client.get("/deals", headers={"authorization": f"Bearer {secret}"}).status_code == 401


def test_an_address_that_guesses_tokens_is_not_heard_for_a_while(client: TestClient) -> None:
    wrong = {"authorization": "Bearer swk_wrong"}
    assert {client.get("/deals", headers=wrong).status_code for _ in range(ALLOWED)} == {401}
    answer = client.get("/filters/flt_x/deals.atom?token=swk_guess")
    assert (answer.status_code, answer.headers["content-type"]) == (429, "application/problem+json")
    assert 0 < int(answer.headers["retry-after"]) <= DRAIN_S
    assert client.get("/tokens", headers=KEY).status_code == 429
    assert client.get("/deals").status_code == 200


def test_a_filter_has_addresses_of_its_own_that_its_token_alone_opens(shop: Shop) -> None:
    library.fill(shop.db, 3)
    closed = shop.settings.model_copy(update={"host": "0.0.0.0", "public_url": BASE})
    with TestClient(create_app(closed, shop.db), base_url=BASE) as client:
        query = {"sponsor": "Velmora Bank", "role": "shirt_front"}
        made = client.post("/filters", json={"name": "Velmora's shirts", "query": query}, headers=KEY).json()
        for name, address in made["feeds"].items():
            bare = address.partition("?")[0]
            assert client.get(bare).status_code == 401
            answer = client.get(address)
            assert answer.status_code == 200
            assert validate(name.rpartition(".")[2], answer.content) == []
        feed = feedparser.parse(client.get(made["feeds"]["deals.atom"]).content)
        assert [entry.id for entry in feed.entries] == ["urn:sponsorwire:deal:deal_1"]
        assert feed.feed.title == "Velmora's shirts: sponsorship deals"
        opml = ElementTree.fromstring(client.get(made["opml"]).content)
        assert {outline.get("text"): outline.get("xmlUrl") for outline in opml.iter("outline")} == {
            "Velmora's shirts: sponsorship deals": made["feeds"]["deals.atom"],
            "Velmora's shirts: sponsorship news": made["feeds"]["news.atom"],
        }
        own = made["token"]["secret"]
        assert client.get("/deals", headers={"authorization": f"Bearer {own}"}).status_code == 403
        other = client.post("/filters", json={"name": "other", "query": {}}, headers=KEY).json()
        bare = other["feeds"]["deals.json"].partition("?")[0]
        assert client.get(f"{bare}?token={own}").status_code == 403
        more = client.post(f"/filters/{made['id']}/tokens", headers=KEY).json()
        assert client.delete(f"/tokens/{made['token']['id']}", headers=KEY).status_code == 204
        assert client.get(made["feeds"]["deals.rss"]).status_code == 401
        assert client.get(made["feeds"]["deals.rss"].replace(own, more["secret"])).status_code == 200
        assert client.delete(f"/filters/{made['id']}", headers=KEY).status_code == 204
        assert client.get(made["feeds"]["deals.rss"].replace(own, more["secret"])).status_code == 401


def hook(client: TestClient, server: HTTPServer, **wanted: object) -> dict[str, str]:
    answer = client.post("/webhooks", json={"url": server.url_for("/in"), **wanted}, headers=KEY)
    assert answer.status_code == 201
    made: dict[str, str] = answer.json()
    return made


def log_of(client: TestClient, made: dict[str, str]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = client.get(f"/webhooks/{made['id']}/deliveries", headers=KEY).json()["items"]
    return found


def test_an_event_arrives_signed_once_with_what_the_filter_asks_for(
    client: TestClient, shop: Shop, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/in").respond_with_data("", 204)
    made = hook(client, httpserver, query={"sponsor": "Velmora Bank"}, kinds=["deal.announced"])
    library.fill(shop.db, 3)
    shop.tell()
    shop.tell()
    ((request, _),) = httpserver.log
    message = Webhook(made["secret"]).verify(request.get_data(), dict(request.headers))
    assert (message["type"], message["data"]["deal"]["sponsor"]["name"]) == ("deal.announced", "Velmora Bank")
    (sent,) = log_of(client, made)
    assert (sent["state"], sent["attempts"], sent["status_code"]) == ("sent", 1, 204)
    assert request.headers["webhook-id"] == sent["message_id"]
    assert made["secret"] not in client.get("/webhooks", headers=KEY).text


def test_a_failure_is_tried_again_with_the_same_id_and_a_new_time(
    client: TestClient, shop: Shop, httpserver: HTTPServer
) -> None:
    answers = iter([500, 302, 200])
    httpserver.expect_request("/in").respond_with_handler(lambda _request: Response("", next(answers)))
    made = hook(client, httpserver, kinds=["deal.announced"])
    library.fill(shop.db, 1)
    shop.tell()
    assert log_of(client, made)[0]["state"] == "waiting"
    shop.tell()
    assert len(httpserver.log) == 1  # not before it is due
    for wait_s in SCHEDULE_S[:2]:
        shop.ahead += timedelta(seconds=wait_s * 1.3)
        shop.tell()
    assert log_of(client, made)[0] | {"duration_ms": 0, "ended_at": ""} == log_of(client, made)[0] | {
        "state": "sent", "attempts": 3, "status_code": 200, "error": None, "duration_ms": 0, "ended_at": "",
    }  # fmt: skip
    requests = [request for request, _ in httpserver.log]
    assert len({request.headers["webhook-id"] for request in requests}) == 1
    assert len({request.get_data() for request in requests}) == 1
    times = [int(request.headers["webhook-timestamp"]) for request in requests]
    assert times == sorted(set(times))


def test_a_slow_receiver_holds_no_more_than_a_few_workers(
    client: TestClient, shop: Shop, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/in").respond_with_data("", 204)
    made = hook(client, httpserver, kinds=["deal.announced"])
    library.fill(shop.db, AT_ONCE + 2)
    shop.db.run(webhooks.fan_out)
    waiting = sorted(str(row["id"]) for row in log_of(client, made))
    leases = [
        shop.db.run(lambda session, at=at: jobs.claim(session, at, webhooks.STEP, "1", lease_s=60, attempts=3))
        for at in waiting[:AT_ONCE]
    ]
    shop.tell()  # all the others, while those are under way
    assert httpserver.log == []
    first = leases[0]
    assert first is not None
    deliver(shop.desk, first)
    shop.ahead += timedelta(seconds=30)
    shop.tell()  # there is room for one of them, and then for the other
    assert [row["state"] for row in log_of(client, made)].count("sent") == 3
    shop.ahead += timedelta(seconds=60)  # the leases of the rest have run out
    shop.tell()
    sent = [request.headers["webhook-id"] for request, _ in httpserver.log]
    assert len(sent) == len(set(sent)) == AT_ONCE + 2


def test_gone_disables_and_enabling_sends_what_happened_meanwhile(
    client: TestClient, shop: Shop, httpserver: HTTPServer
) -> None:
    httpserver.expect_oneshot_request("/in").respond_with_data("", 410)
    made = hook(client, httpserver, kinds=["deal.announced"])
    library.fill(shop.db, 1)
    shop.tell()
    state = client.get(f"/webhooks/{made['id']}", headers=KEY).json()
    assert (state["state"], state["reason"]) == ("disabled", "The receiver answered 410 Gone.")
    article_id, record = library.add_article(shop.db, 5)
    library.put_deal(shop.db, library.merged("deal_5", article_id, record))
    shop.tell()
    assert len(httpserver.log) == 1
    httpserver.expect_request("/in").respond_with_data("", 200)
    client.post(f"/webhooks/{made['id']}/enable", headers=KEY)
    shop.tell()
    assert [row["state"] for row in log_of(client, made)] == ["sent", "failed"]


def test_a_receiver_that_is_down_for_good_is_disabled_after_three_days(
    client: TestClient, shop: Shop, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/in").respond_with_data("", 503)
    made = hook(client, httpserver, kinds=["deal.announced"])
    library.fill(shop.db, 1)
    shop.tell()
    for wait_s in SCHEDULE_S:
        shop.ahead += timedelta(seconds=wait_s * 1.3)
        shop.tell()
    (row,) = log_of(client, made)
    assert (row["state"], row["attempts"]) == ("failed", len(SCHEDULE_S) + 1)
    assert client.get(f"/webhooks/{made['id']}", headers=KEY).json()["state"] == "disabled"


def test_retry_after_is_obeyed_and_waits_grow_with_jitter() -> None:
    def said(value: str) -> Answer:
        return Answer(429, {"retry-after": value}, b"")

    assert retry_in_s(0, said("120"), NOW, 0.5) == 120
    assert retry_in_s(0, said(format_datetime(NOW + timedelta(seconds=60), usegmt=True)), NOW, 0.5) == 60
    assert retry_in_s(0, said("99999999"), NOW, 0.5) == 86_400
    assert [retry_after_s(value, NOW) for value in ("", "soon", "-5", "²")] == [0, 0, 0, 0]
    waits = [retry_in_s(done, None, NOW, 0.5) for done in range(len(SCHEDULE_S) + 1)]
    assert waits == [*SCHEDULE_S, None]
    assert retry_in_s(1, None, NOW, 0.0) == 240
    assert retry_in_s(1, None, NOW, 1.0) == 360


def test_while_a_secret_rotates_both_verify_and_after_a_day_only_the_new_one(
    client: TestClient, shop: Shop, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/in").respond_with_data("", 200)
    made = hook(client, httpserver)
    new = client.post(f"/webhooks/{made['id']}/rotate", headers=KEY).json()["secret"]
    client.post(f"/webhooks/{made['id']}/test", headers=KEY)
    shop.tell()
    request = httpserver.log[-1][0]
    for secret in (made["secret"], new):
        assert Webhook(secret).verify(request.get_data(), dict(request.headers))["type"] == "webhook.test"
    shop.ahead = timedelta(hours=25)
    client.post(f"/webhooks/{made['id']}/test", headers=KEY)
    shop.tell()
    assert len(httpserver.log[-1][0].headers["webhook-signature"].split()) == 1


def test_a_delivery_can_be_sent_again_under_the_same_id(
    client: TestClient, shop: Shop, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/in").respond_with_data("", 200)
    made = hook(client, httpserver, kinds=["deal.announced"])
    library.fill(shop.db, 1)
    shop.tell()
    first = log_of(client, made)[0]
    again = client.post(f"/webhooks/{made['id']}/deliveries/{first['id']}/replay", headers=KEY)
    assert (again.status_code, again.json()["replay"]) == (202, 1)
    shop.tell()
    ids = [request.headers["webhook-id"] for request, _ in httpserver.log]
    assert ids == [first["message_id"]] * 2


def test_a_webhook_that_leads_inside_is_refused(client: TestClient) -> None:
    for url in ("http://127.0.0.1/x", "https://169.254.169.254/latest", "https://[::1]/", "ftp://x.example"):
        answer = client.post("/webhooks", json={"url": url}, headers=KEY)
        assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, "url")
    assert (
        client.post("/webhooks", json={"url": "https://x.example", "kinds": ["x"]}, headers=KEY).status_code == 422
    )


def test_a_subscriber_of_the_hub_confirms_and_gets_the_whole_feed_signed(
    shop: Shop, tmp_path: Path, httpserver: HTTPServer
) -> None:
    got: list[Request] = []

    def callback(request: Request) -> Response:
        if request.method == "GET":
            return Response(request.args["hub.challenge"], 200)
        got.append(request)
        return Response("", 200)

    httpserver.expect_request("/callback").respond_with_handler(callback)
    library.fill(shop.db, 1)
    hosts = shop.settings.outgoing_hosts
    with (
        served(shop.db, tmp_path, outgoing_hosts=hosts, admin_token=SecretStr(ADMIN)) as base,
        httpx.Client(base_url=base) as client,
    ):
        port = urlsplit(base).port
        shop.settings = shop.settings.model_copy(update={"port": port})
        shop.desk = Desk(shop.db, shop.settings, "a test's worker")
        feed = client.get("/feeds/deals.atom")
        topic, hub = feed.links["self"]["url"], feed.links["hub"]["url"]
        asked = {
            "hub.mode": "subscribe", "hub.topic": topic, "hub.callback": httpserver.url_for("/callback?x=1"),
            "hub.secret": "s", "hub.lease_seconds": "86400",
        }  # fmt: skip
        assert client.post(hub, data=asked).status_code == 202
        shop.tell()
        question = parse_qs(httpserver.log[0][0].query_string.decode())
        assert (question["x"], question["hub.mode"], question["hub.lease_seconds"]) == (
            ["1"],
            ["subscribe"],
            ["86400"],
        )
        library.fill(shop.db, 2)
        shop.tell()
        (request,) = got
        assert request.headers["content-type"] == "application/atom+xml"
        assert request.headers["x-hub-signature"] == hub_signature("s", request.get_data())
        assert request.get_data() == client.get(topic, headers={"cache-control": "no-cache"}).content
        for wrong in (
            {"hub.topic": "https://elsewhere.example/feed"},
            {"hub.callback": "http://10.0.0.1/"},
            {"hub.secret": "s" * 300},
            {"hub.mode": "dance"},
        ):
            assert client.post(hub, data=asked | wrong).status_code == 422
        shop.ahead = timedelta(days=2)  # the lease is over
        article_id, record = library.add_article(shop.db, 8)
        library.put_deal(shop.db, library.merged("deal_8", article_id, record))
        shop.tell()
        assert len(got) == 1


def test_a_callback_that_does_not_confirm_gets_nothing(
    client: TestClient, shop: Shop, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/callback").respond_with_data("something else", 200)
    asked = {
        "hub.mode": "subscribe",
        "hub.topic": f"{BASE}/feeds/news.rss",
        "hub.callback": httpserver.url_for("/callback"),
    }
    assert client.post("/websub", data=asked).status_code == 202
    shop.tell()
    library.fill(shop.db, 1)
    shop.tell()
    assert [request.method for request, _ in httpserver.log] == ["GET"]
