"""What HTTP asks of every address: HEAD, methods that are not taken, pages for browsers, parameters once."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.main import create_app
from records.migrate import migrate
from records.session import Database
from records.settings import Settings
from tests import library

ADMIN = "an admin's key for the tests"
BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    database = Database(f"sqlite:///{tmp_path}/test.db")
    migrate(database)
    library.fill(database, 3)
    settings = Settings(data_dir=tmp_path / "var", watch_dir=tmp_path / "watch", admin_token=SecretStr(ADMIN))
    with TestClient(create_app(settings, database), base_url="http://127.0.0.1:8000") as opened:
        yield opened
    database.close()


@pytest.mark.parametrize(
    "address",
    ["/", "/deals", "/deals/deal_1", "/feeds/deals.json", "/feeds/news.rss", "/docs", "/deals/x", "/health/live"],
)
def test_head_is_get_without_the_content(client: TestClient, address: str) -> None:
    got, head = client.get(address), client.head(address)
    assert (head.status_code, head.content) == (got.status_code, b"")
    assert {**head.headers, "date": ""} == {**got.headers, "date": ""}


def test_head_of_the_stream_ends_at_once_and_leaves_no_reader(client: TestClient) -> None:
    head = client.head("/stream?last_event_id=earliest")
    assert (head.status_code, head.headers["content-type"]) == (200, "text/event-stream; charset=utf-8")
    assert client.app.state.follower.readers == 0  # type: ignore[attr-defined]  # the application has a state


def test_what_an_address_takes_is_said(client: TestClient) -> None:
    refused = client.delete("/articles")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, POST")
    assert refused.json()["detail"] == "This address takes GET, HEAD, POST."


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/nowhere", 404, "There is nothing at this address"),
        ("/deals/x", 404, "There is no such deal."),
        ("/?role=king", 422, "role: Input should be"),
        ("/feeds/deals.json?colour=red", 422, "colour: There is no parameter of this name."),
        ("/?q=a&q=b", 422, "This parameter is given twice."),
    ],
)
def test_a_browser_gets_a_page_that_says_what_is_wrong(
    client: TestClient, address: str, status: int, told: str
) -> None:
    answer = client.get(address, headers=BROWSER)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert told in answer.text
    assert client.get(address).headers["content-type"] == "application/problem+json"


def test_a_parameter_given_twice_is_refused_by_name(client: TestClient) -> None:
    answer = client.get("/deals?role=title&limit=5&role=presenting")
    assert (answer.status_code, answer.json()["errors"]) == (
        422,
        [{"parameter": "role", "detail": "This parameter is given twice."}],
    )


def test_a_body_without_its_media_type_is_told_what_to_send(client: TestClient) -> None:
    key = {"authorization": f"Bearer {ADMIN}", "content-type": "application/x-www-form-urlencoded"}
    answer = client.post("/webhooks", headers=key, content=b'{"url": "https://reader.example/hook"}')
    told = "Send a JSON object with the header Content-Type: application/json."
    assert (answer.status_code, answer.json()["errors"]) == (422, [{"parameter": "body", "detail": told}])


def test_the_page_of_news_offers_no_calendar_and_that_of_deals_does(client: TestClient) -> None:
    deals, news = (client.get(address, headers=BROWSER).text for address in ("/", "/?show=news"))
    assert ("/feeds/deals.ics" in deals, "/feeds/news.ics" in news, "/feeds/news.csv" in news) == (
        True,
        False,
        True,
    )


def test_the_sign_of_life_is_shown_by_the_script_that_keeps_it(client: TestClient) -> None:
    assert re.search(r'<span class="live"[^>]* hidden>', client.get("/", headers=BROWSER).text)
