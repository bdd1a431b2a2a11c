"""The API over a real database of each kind: lists, filters, pages, feeds and errors."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import feedparser
import pytest
import sqlalchemy as sa
from pydantic import SecretStr
from sqlmodel import col
from starlette.testclient import TestClient

from api.main import create_app
from records import metrics
from records.deal import DealState
from records.session import Database
from records.settings import Settings
from records.tables import Article, Deal, Quote, QuoteGroup
from tests import library
from tests.validators.feeds import validate

BASE = "http://127.0.0.1:8000"
ADMIN = "an admin's key for the tests"
QUOTE = library.article().quotes[0].model_dump(mode="json")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "var", watch_dir=tmp_path / "watch", admin_token=SecretStr(ADMIN))


@pytest.fixture
def client(database: Database, settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings, database), base_url=BASE) as opened:
        yield opened


def ids(answer: object) -> list[str]:
    return [item["id"] for item in answer.json()["items"]]  # type: ignore[attr-defined]  # an answer of any client


def test_filters_compose_and_say_what_they_found(client: TestClient, database: Database) -> None:
    first, second, third = library.fill(database)
    assert ids(client.get("/deals")) == [third, second, first]
    assert ids(client.get("/deals?sponsor=NORDLICHT+energie")) == [third, first]
    assert ids(client.get("/deals?sponsor=nordlicht")) == [third, second, first]  # an alias of each
    assert ids(client.get("/deals?sponsor=velmora+bank&role=shirt_front&category=Energy")) == [second]
    assert ids(client.get("/deals?person=mara+quill&ends_before=2029-07-01&q=velmora")) == [second]
    assert ids(client.get("/deals?ends_before=2029-06-30")) == []
    assert ids(client.get("/deals?role=title")) == []
    assert len(ids(client.get("/quotes?person=Mara+Quill&sponsor=Velmora+Bank"))) == 1
    assert len(ids(client.get("/articles?sponsor=Velmora+Bank&q=stay"))) == 1
    assert [row["name"] for row in client.get("/entities?kind=person").json()["items"]] == ["Mara Quill"]


def test_pages_lead_forward_and_back_with_their_filters(client: TestClient, database: Database) -> None:
    wanted = library.fill(database, 5)[::-1]
    first = client.get("/deals?limit=2&role=shirt_front").json()
    second = client.get(first["next"]).json()
    third = client.get(second["next"]).json()
    found = [item["id"] for page in (first, second, third) for item in page["items"]]
    assert found == wanted
    assert (first["prev"], third["next"]) == (None, None)
    assert "role=shirt_front" in first["next"]
    back = client.get(second["prev"]).json()
    assert [item["id"] for item in back["items"]] == wanted[:2]


def test_a_deal_its_history_and_the_counts(client: TestClient, database: Database) -> None:
    deal_id = library.fill(database, 1)[0]
    deal = client.get(f"/deals/{deal_id}").json()
    assert (deal["id"], deal["sponsor"]["name"], deal["term"]["end"]) == (deal_id, "Nordlicht Energie", "2029-06")
    assert [event["type"] for event in client.get(f"/deals/{deal_id}/history").json()] == ["deal.announced"]
    facets = client.get("/facets").json()
    assert facets["counted"] is None
    assert facets["facets"]["sponsor"] == [{"value": "nordlicht energie", "label": "Nordlicht Energie", "deals": 1}]
    assert facets["facets"]["month"] == [{"value": "2026-05", "label": "2026-05", "deals": 1}]
    assert client.get("/facets?role=shirt_front").json()["facets"]["role"][0]["deals"] == 1
    article = client.get(f"/articles/{deal['sources'][0]['article_id']}").json()
    assert article["deal_links"] == [{"claim_id": "d1", "deal_id": deal_id}]
    person = client.get("/entities?q=mara").json()["items"][0]
    detail = client.get(f"/entities/{person['id']}").json()
    assert [quote["text"] for quote in detail["quotes"]] == ["We stay with the club,"]
    assert [found["id"] for found in detail["deals"]] == [deal_id]


def test_a_retracted_deal_leaves_the_list_and_the_counts_and_stays_in_the_feed(
    client: TestClient, database: Database
) -> None:
    deal_id = library.fill(database, 1)[0]
    article_id, record = library.add_article(database, 9)
    gone = library.merged(deal_id, article_id, record, 2, state=DealState.RETRACTED)
    library.put_deal(database, gone, "deal.retracted")
    assert ids(client.get("/deals")) == []
    assert client.get("/facets").json()["facets"]["sponsor"] == []
    assert client.get(f"/deals/{deal_id}").json()["state"] == "retracted"
    assert client.get("/feeds/deals.json").json()["items"][0]["title"].startswith("Retracted: ")


def test_every_feed_obeys_its_specification_on_every_page(client: TestClient, database: Database) -> None:
    library.fill(database, 3)
    for kind, suffix in product(("deals", "news"), ("json", "atom", "rss", "csv", "ics")):
        address: str | None = f"/feeds/{kind}.{suffix}?limit=2"
        pages = 0
        while address:
            answer = client.get(address)
            assert answer.status_code == 200
            assert validate(suffix, answer.content) == []
            pages += 1
            address = answer.links.get("next", {}).get("url")
        assert pages == 2
        assert validate(suffix, client.get(f"/feeds/{kind}.{suffix}?sponsor=nobody").content) == []


def test_a_feed_reader_finds_the_quotation_and_its_speaker(client: TestClient, database: Database) -> None:
    deal_id = library.fill(database, 1)[0]
    for suffix in ("atom", "rss"):
        entry = feedparser.parse(client.get(f"/feeds/deals.{suffix}").content).entries[0]
        assert entry.link == f"{BASE}/deals/{deal_id}"
        assert "“We stay with the club”" in entry.content[-1].value
        assert "Mara Quill, chief executive" in entry.content[-1].value


def test_what_a_reader_has_is_not_sent_again(client: TestClient, database: Database) -> None:
    library.fill(database, 1)
    first = client.get("/feeds/deals.atom")
    tag, cursor = first.headers["etag"], first.headers["last-event-id"]
    assert first.headers["content-encoding"] == "gzip"
    again = client.get("/feeds/deals.atom", headers={"if-none-match": f'"x", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    same = ("etag", "cache-control", "vary", "last-modified", "link")
    assert [again.headers[name] for name in same] == [first.headers[name] for name in same]
    plain = client.get("/feeds/deals.atom", headers={"accept-encoding": "identity"})
    assert plain.headers["etag"] != tag
    assert plain.content == first.content
    dated = client.get("/feeds/deals.atom", headers={"if-modified-since": first.headers["last-modified"]})
    assert dated.status_code == 304
    library.fill(database, 2)
    client.app.state.head._known = None  # type: ignore[attr-defined]  # as a quarter of a second later
    changed = client.get("/feeds/deals.atom", headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.headers["last-event-id"] != cursor


def test_the_first_reader_after_a_start_finds_every_feed_made(database: Database, settings: Settings) -> None:
    library.fill(database, 2)
    app = create_app(settings, database)
    with TestClient(app, base_url=BASE) as client:
        made = {key: document.content for key, document in app.state.shelf._documents.items()}
        assert len(made) == 10
        for kind, suffix in product(("deals", "news"), ("json", "atom", "rss", "csv", "ics")):
            assert client.get(f"/feeds/{kind}.{suffix}").content in made.values()


def test_a_deal_that_cannot_be_written_is_left_out_of_its_page(client: TestClient, database: Database) -> None:
    first, broken, last = library.fill(database)
    with database.write() as session:
        session.execute(sa.update(Deal).where(col(Deal.id) == broken).values(body={}))
    before = metrics.entries_failed._value.get()
    page = client.get("/feeds/deals.json?limit=2").json()
    assert [item["_sponsorwire"]["id"] for item in page["items"]] == [last]
    page = client.get(page["next_url"]).json()
    assert [item["_sponsorwire"]["id"] for item in page["items"]] == [first]
    for suffix in ("json", "atom", "rss", "csv", "ics"):
        assert validate(suffix, client.get(f"/feeds/deals.{suffix}").content) == []
    assert len(client.get("/feeds/deals.json").json()["items"]) == 2
    assert metrics.entries_failed._value.get() > before


def test_lists_are_conditional_too(client: TestClient, database: Database) -> None:
    library.fill(database, 1)
    tag = client.get("/deals").headers["etag"]
    assert client.get("/deals", headers={"if-none-match": tag}).status_code == 304
    packed, plain = (client.get("/deals", headers={"accept-encoding": form}) for form in ("gzip", "identity"))
    assert (packed.headers["content-encoding"], packed.content) == ("gzip", plain.content)
    assert "content-encoding" not in plain.headers
    assert packed.headers["vary"] == plain.headers["vary"] == "accept-encoding"


WRONG = [
    ("/deals?cursor=xx", 400, "cursor"),
    ("/deals?limit=0", 422, "limit"),
    ("/deals?limit=100000", 422, "limit"),
    ("/deals?since=2026-02-01&until=2026-01-01", 422, "until"),
    ("/deals?colour=red", 422, "colour"),
    ("/deals?role=king", 422, "role"),
    ("/deals?since=soon", 422, "since"),
    ("/deals?ends_before=99999-01-01", 422, "ends_before"),
    ("/articles?q=%00", 422, "q"),
    ("/feeds/deals.rss?cursor=xx", 400, "cursor"),
    ("/feeds/deals.rss?status=x", 422, "status"),
    ("/entities?cursor=xx", 400, "cursor"),
    ("/quotes?sponsor=" + "a" * 300, 422, "sponsor"),
    ("/stream?last_event_id=zz", 400, "last_event_id"),
    ("/stream?colour=red", 422, "colour"),
    ("/?limit=x", 422, "limit"),
    ("/uploads/zz", 422, "sha256"),
]


def test_an_error_names_the_parameter(client: TestClient) -> None:
    for address, status, parameter in WRONG:
        answer = client.get(address)
        assert (address, answer.status_code) == (address, status)
        assert answer.headers["content-type"] == "application/problem+json"
        assert [fault["parameter"] for fault in answer.json()["errors"]] == [parameter]


def test_what_is_not_there_is_a_problem_too(client: TestClient) -> None:
    for address in ("/deals/x", "/articles/x", "/entities/x", "/deals/x/history", "/nowhere", "/feeds/deals.exe"):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert client.delete("/deals").status_code == 405


def test_the_pages_show_deals_articles_and_their_evidence(client: TestClient, database: Database) -> None:
    deal_id = library.fill(database, 1)[0]
    html = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    home = client.get("/", headers=html)
    assert "Nordlicht Energie" in home.text
    assert 'type="application/atom+xml"' in home.text
    assert "script-src 'self'" in home.headers["content-security-policy"]
    page = client.get(f"/deals/{deal_id}", headers=html).text
    assert "<mark>June 2029</mark>" in page
    article_id = client.get(f"/deals/{deal_id}").json()["sources"][0]["article_id"]
    page = client.get(f"/articles/{article_id}", headers=html).text
    assert '<span class="quote direct" title="direct quotation, Mara Quill">' in page
    assert client.get("/?show=news&q=&sponsor=", headers=html).status_code == 200
    assert client.get("/docs").status_code == 200


def test_the_page_of_an_article_names_the_speaker_that_another_outlet_names(
    client: TestClient, database: Database
) -> None:
    article_id, _record = library.add_article(database, 0)
    with database.write() as session:
        group = {"speaker_name": "Mara Quill", "speaker_title": "chief executive", "updated_at": library.MORNING}
        session.add(QuoteGroup(id="quo_1", text="We stay with the club", **group))
        held = col(Quote.article_id) == article_id
        session.execute(sa.update(Quote).where(held).values(speaker_name=None, speaker_key=None, group_id="quo_1"))
        findings = {"entities": [], "deals": [], "quotes": [QUOTE | {"speaker": None}]}
        session.execute(sa.update(Article).where(col(Article.id) == article_id).values(findings=findings))
    page = client.get(f"/articles/{article_id}", headers={"accept": "text/html"}).text
    assert "<footer>Not named here; Mara Quill, chief executive, by another outlet</footer>" in page


def test_the_filters_of_the_page_are_links_that_add_up_and_come_off(client: TestClient, database: Database) -> None:
    library.fill(database, 3)
    html = {"accept": "text/html"}
    page = client.get("/?sponsor=Nordlicht+Energie", headers=html).text
    assert "<title>Nordlicht Energie · Sponsorship deals" in page
    assert '<p class="small">2 deals</p>' in page
    # The counts are those of this sponsor's deals, and each adds to the filter.
    link = "/?sponsor=Nordlicht+Energie&amp;role=shirt_front"
    assert f'<a href="{link}">shirt front</a><span>2' in page
    both = client.get(link.replace("&amp;", "&"), headers=html).text
    assert 'href="/?role=shirt_front" title="Without this filter">Sponsor: Nordlicht Energie' in both
    assert 'href="/?sponsor=Nordlicht+Energie" title="Without this filter">Role: shirt front' in both
    assert "/feeds/deals.ics?sponsor=Nordlicht+Energie&amp;role=shirt_front" in both
    nobody = client.get("/?show=news&sponsor=nobody&ends_before=2030-01-01", headers=html).text
    assert 'No article matches all of this. <a href="/?show=news">Show all articles</a>' in nobody
    assert "Ends before: 1 January 2030" in nobody
    assert "No deal yet" not in client.get("/?q=hafen", headers=html).text


def test_what_an_article_holds_cannot_become_markup(client: TestClient, database: Database) -> None:
    evil = "</script><script>alert(1)</script>"
    article_id, record = library.add_article(database, 0, evil)
    library.put_deal(database, library.merged("deal_x", article_id, record))
    html = {"accept": "text/html"}
    for address in ("/", "/deals/deal_x", f"/articles/{article_id}", "/?show=news"):
        assert evil not in client.get(address, headers=html).text
    for suffix in ("json", "atom", "rss"):
        assert validate(suffix, client.get(f"/feeds/deals.{suffix}").content) == []
    item = client.get("/feeds/deals.json").json()["items"][0]
    assert "<script>" not in item["content_html"]


def test_a_name_that_is_not_ours_is_refused(client: TestClient) -> None:
    assert client.get("/deals", headers={"host": "rebound.example"}).status_code == 421
    assert client.get("/deals", headers={"host": "localhost:8000"}).status_code == 200


def test_health_status_and_figures(client: TestClient, database: Database) -> None:
    library.fill(database, 1)
    assert client.get("/health/live").json() == {"live": True}
    ready = client.get("/health/ready")
    assert (ready.status_code, ready.json()["ready"]) == (200, True)
    status = client.get("/status").json()
    assert status["articles"]["live"] == 1
    assert status["jobs"] == {"enrich": {"queued": 1}}
    assert "sponsorwire_log_last 3.0" in client.get("/metrics").text


def test_an_article_in_another_language_says_that_it_passed_through(client: TestClient, database: Database) -> None:
    library.add_article(database)
    german = library.add_german(database)
    assert client.get("/status").json()["articles"] == {"live": 2, "enriched": 1, "passed_through": 1}
    page = client.get(f"/articles/{german}", headers={"accept": "text/html"}).text
    assert "passed through unenriched: it is in another language than English (de)" in page
    assert '<div class="text" lang="de">' in page


def test_writing_needs_a_token_even_on_this_machine(client: TestClient, settings: Settings) -> None:
    article = {"title": "A title", "text": "A text."}
    assert client.post("/articles", json=article).status_code == 401
    assert client.post("/articles", json=article, headers={"authorization": b"Bearer \xff"}).status_code == 401
    key = {"authorization": f"Bearer {ADMIN}"}
    answer = client.post("/articles", json=article, headers=key)
    assert (answer.status_code, answer.json()["fate"]) == (202, "waiting")
    assert client.get(answer.headers["location"]).json()["fate"] == "waiting"
    upload = client.post("/articles", files={"file": ("../../evil.html", b"<p>Hello</p>")}, headers=key)
    assert upload.status_code == 202
    written = sorted(path.suffix for path in (settings.watch_dir / "uploads").iterdir())
    assert written == [".html", ".json"]
    assert client.post("/articles", json={"title": ""}, headers=key).json()["errors"][0]["parameter"] == "title"
    assert client.post("/articles", content=b"x", headers=key | {"content-type": "text/x"}).status_code == 415


def test_reading_is_closed_where_others_can_reach_it(database: Database, settings: Settings) -> None:
    public = settings.model_copy(update={"host": "0.0.0.0"})
    with TestClient(create_app(public, database), base_url="http://sponsors.example") as client:
        for address in ("/deals", "/feeds/deals.json", "/stream", "/", "/status", "/metrics"):
            answer = client.get(address)
            assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        assert client.get("/health/live").status_code == 200
        assert client.get("/deals", headers={"authorization": f"Bearer {ADMIN}"}).status_code == 200
