"""Programs that others wrote subscribe to each format on a running server, and see what changes."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import icalendar
import listparser
import pytest
from httpx_sse import connect_sse
from pydantic import SecretStr
from reader import Entry, Reader, make_reader

from records.migrate import migrate
from records.record import Status
from records.session import Database
from tests import library
from tests.integration.servers import wait_for
from tests.integration.serving import served

ADMIN = "an admin's key for the tests"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/test.db")
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def feed_reader() -> Iterator[Reader]:
    with make_reader(":memory:") as reader:
        yield reader


def update(reader: Reader, url: str) -> tuple[int, int] | None:
    """Return how many new and changed entries the feed has; None when the server says: not modified."""
    updated = reader.update_feed(url)
    return (updated.new, updated.modified) if updated else None


def told(entry: Entry) -> tuple[str, str | None, str | None]:
    return entry.id, entry.title, entry.link


@pytest.mark.parametrize("suffix", ["json", "atom", "rss"])
def test_a_feed_reader_subscribes_and_sees_a_deal_change(
    suffix: str, database: Database, feed_reader: Reader, tmp_path: Path
) -> None:
    library.fill(database, 2)
    with served(database, tmp_path) as base:
        url = f"{base}/feeds/deals.{suffix}"
        feed_reader.add_feed(url)
        assert update(feed_reader, url) == (2, 0)
        assert feed_reader.get_feed(url).title == "Sponsorship deals"
        assert sorted(map(told, feed_reader.get_entries())) == [
            (
                "urn:sponsorwire:deal:deal_0",
                "Nordlicht Energie is shirt sponsor of FC Hafen",
                f"{base}/deals/deal_0",
            ),
            ("urn:sponsorwire:deal:deal_1", "Velmora Bank is shirt sponsor of FC Hafen", f"{base}/deals/deal_1"),
        ]
        (first,) = (entry for entry in feed_reader.get_entries() if entry.id.endswith("deal_0"))
        assert any("Mara Quill" in content.value for content in first.content)
        # Nothing has changed: the reader sends the tag it was given, and is told so.
        assert update(feed_reader, url) is None

        article_id, record = library.add_article(database, 7)
        ended = library.merged("deal_0", article_id, record, 2, status=Status.TERMINATED)
        library.put_deal(database, ended, "deal.updated")
        library.put_deal(database, library.merged("deal_2", article_id, record))
        # A server may show what it had a quarter of a second ago.
        assert wait_for(lambda: update(feed_reader, url), what="the change shows") == (1, 1)
        titles = {entry.id.rpartition(":")[2]: entry.title for entry in feed_reader.get_entries()}
        assert titles == {
            "deal_0": "Nordlicht Energie was shirt sponsor of FC Hafen; the deal was terminated",
            "deal_1": "Velmora Bank is shirt sponsor of FC Hafen",
            "deal_2": "Nordlicht Energie is shirt sponsor of FC Hafen",
        }


@pytest.mark.parametrize("suffix", ["json", "atom", "rss"])
def test_a_feed_reader_subscribes_to_the_news(
    suffix: str, database: Database, feed_reader: Reader, tmp_path: Path
) -> None:
    library.fill(database, 3)
    with served(database, tmp_path) as base:
        url = f"{base}/feeds/news.{suffix}?sponsor=Velmora+Bank"
        feed_reader.add_feed(url)
        assert update(feed_reader, url) == (1, 0)
        (entry,) = feed_reader.get_entries()
        assert entry.title == "Velmora Bank on the shirts of FC Hafen"
        assert entry.published == library.article(1).published_at
        assert entry.authors_str == "Ida Rook"


def test_a_saved_filter_is_imported_by_its_list_of_feeds(
    database: Database, feed_reader: Reader, tmp_path: Path
) -> None:
    library.fill(database, 3)
    with served(database, tmp_path, open_reading=False, admin_token=SecretStr(ADMIN)) as base:
        body = {"name": "Velmora", "query": {"sponsor": "Velmora Bank"}}
        made = httpx.post(f"{base}/filters", json=body, headers={"authorization": f"Bearer {ADMIN}"}).json()
        document = httpx.get(made["opml"], params={"token": made["token"]["secret"]}).raise_for_status()
        urls = [feed.url for feed in listparser.parse(document.content).feeds]
        for url in urls:
            feed_reader.add_feed(url)
        assert [update(feed_reader, url) for url in urls] == [(1, 0)] * 2


def test_a_client_of_server_sent_events_follows_and_resumes(database: Database, tmp_path: Path) -> None:
    library.fill(database, 2)
    with served(database, tmp_path) as base, httpx.Client(timeout=30) as client:
        with connect_sse(client, "GET", f"{base}/stream?last_event_id=earliest") as source:
            events = source.iter_sse()
            found = [event for event in (next(events) for _ in range(5)) if event.data][:3]
        assert [event.event for event in found] == ["article.ingested", "article.enriched", "deal.announced"]
        assert json.loads(found[2].data)["data"]["deal"]["id"] == "deal_0"
        with connect_sse(client, "GET", f"{base}/stream", headers={"last-event-id": found[2].id}) as source:
            events = source.iter_sse()
            rest = [event for event in (next(events) for _ in range(4)) if event.data]
        assert [json.loads(event.data)["subject_id"] for event in rest][-1] == "deal_1"


def test_a_calendar_and_a_spreadsheet_read_the_deals(database: Database, tmp_path: Path) -> None:
    library.fill(database, 3)
    with served(database, tmp_path) as base:
        calendar = icalendar.Calendar.from_ical(httpx.get(f"{base}/feeds/deals.ics").content)
        table = csv.DictReader(io.StringIO(httpx.get(f"{base}/feeds/deals.csv").text, newline=""))
        rows = [(row["sponsor"], row["end"], float(row["amount"])) for row in table]
    assert {event["DTSTART"].dt for event in calendar.walk("VEVENT")} == {date(2029, 6, 30)}
    assert len(calendar.walk("VEVENT")) == 3
    assert sorted(rows) == [
        ("Nordlicht Energie", "2029-06", 1_500_000.0),
        ("Nordlicht Energie", "2029-06", 1_500_000.0),
        ("Velmora Bank", "2029-06", 1_500_000.0),
    ]
