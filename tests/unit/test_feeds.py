"""Every format writes documents that its specification allows and that other programs read back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from types import ModuleType

import feedparser
import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api import feeds as package
from api.feed import Feed, Item
from api.feeds import csv as csv_format
from api.feeds import icalendar as ics_format
from api.items import ARTICLE_COLUMNS, DEAL_COLUMNS, article_item, deal_item
from api.renderer import renderers
from tests import library
from tests.validators.feeds import validate

MORNING = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)

ITEM = Item(
    id="urn:uuid:6f2b1a52-7c2e-4d8e-9d53-0c7a9b1f0001",
    url="http://127.0.0.1:8000/deals/6f2b1a52",
    title="Nordlicht & Söhne: shirt sponsor of FC Hafen",
    html="<p>Nordlicht &amp; Söhne becomes the shirt sponsor.</p>",
    text="Nordlicht & Söhne becomes the shirt sponsor of FC Hafen until 2029.",
    published_at=MORNING,
    updated_at=NOON,
    external_url="https://news.example/a?x=1&y=2",
    authors=("Mara Quill",),
    tags=("shirt_front", "energy"),
    language="en",
    record={"id": "6f2b1a52", "role": "shirt_front", "value": []},
    cells={"sponsor": "Nordlicht & Söhne", "amount": 1500000.0, "note": "=1+1"},
    ends_on="2029-06",
    sequence=2,
)
FEED = Feed(
    id="urn:uuid:6f2b1a52-7c2e-4d8e-9d53-0c7a9b1f0000",
    title="Sponsorship deals",
    description="Every deal, newest change first.",
    home_url="http://127.0.0.1:8000/",
    self_url="http://127.0.0.1:8000/feeds/deals.x",
    feed_url="http://127.0.0.1:8000/feeds/deals.x",
    updated_at=NOON,
    next_url="http://127.0.0.1:8000/feeds/deals.x?cursor=abc",
    hubs=("http://127.0.0.1:8000/websub",),
    columns=("sponsor", "amount", "note"),
)
ITEMS = (ITEM, replace(ITEM, id="urn:uuid:6f2b1a52-7c2e-4d8e-9d53-0c7a9b1f0002", ends_on=None, authors=()))
EVERY = sorted(renderers())


def written(suffix: str, feed: Feed = FEED, items: Iterable[Item] = ITEMS) -> bytes:
    renderer = renderers()[suffix]
    return renderer.render(feed, [renderer.entry(item) for item in items])


def test_a_file_in_the_folder_is_a_format() -> None:
    assert EVERY == ["atom", "csv", "ics", "json", "rss"]


def test_two_formats_of_one_suffix_stop_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    twin = ModuleType("twin")
    vars(twin).update(SUFFIX="rss", MEDIA_TYPE="text/plain", entry=bytes, render=bytes)
    monkeypatch.setattr("api.renderer.discover", lambda _package, _names: {"a": twin, "b": twin})
    with pytest.raises(TypeError, match="claims the suffix rss"):
        renderers()
    assert package.__name__ == "api.feeds"


@pytest.mark.parametrize("suffix", EVERY)
def test_a_document_breaks_no_rule_of_its_format(suffix: str) -> None:
    assert validate(suffix, written(suffix)) == []
    assert validate(suffix, written(suffix, replace(FEED, next_url=None), ())) == []


@pytest.mark.parametrize("suffix", EVERY)
def test_an_entry_is_the_same_in_every_document(suffix: str) -> None:
    entry = renderers()[suffix].entry(ITEM)
    assert entry
    for items in ((ITEM,), ITEMS, ITEMS[::-1]):
        assert entry in written(suffix, items=items)


@pytest.mark.parametrize("columns", [DEAL_COLUMNS, ARTICLE_COLUMNS])
def test_the_cells_of_an_item_stand_in_the_order_of_the_columns(columns: tuple[str, ...]) -> None:
    record = library.article()
    if columns is DEAL_COLUMNS:
        item = deal_item(library.merged("deal_1", "art_1", record).model_dump(mode="json"), "", MORNING, NOON)
    else:
        item = article_item(record.model_dump(mode="json"), "", MORNING, NOON)
    assert tuple(item.cells) == columns


def test_a_page_whose_next_page_is_itself_leaves_the_link_out() -> None:
    document = written("json", replace(FEED, next_url=FEED.feed_url))
    assert validate("json", document) == []
    assert b"next_url" not in document


@pytest.mark.parametrize("suffix", ["atom", "rss"])
def test_a_feed_reader_reads_the_same_item_back(suffix: str) -> None:
    parsed = feedparser.parse(written(suffix))
    assert not parsed.bozo
    entry = parsed.entries[0]
    assert (entry.id, entry.link, entry.title, entry.content[-1].value) == (
        ITEM.id,
        ITEM.url,
        ITEM.title,
        ITEM.html,
    )
    assert entry.published_parsed[:5] == (2026, 5, 4, 9, 30)
    assert entry.updated_parsed[:5] == (2026, 5, 4, 12, 0)
    assert entry.author == "Mara Quill"


def test_cells_that_look_like_formulas_are_prefixed_and_numbers_are_not() -> None:
    rows = written("csv").decode().split("\r\n")
    assert rows[:2] == ["sponsor,amount,note", "Nordlicht & Söhne,1500000.0,'=1+1"]
    assert [csv_format.cell(value) for value in (-1, "-1", "+a", "@a", "\ta", True, None, "a-b")] == [
        "-1", "'-1", "'+a", "'@a", "'\ta", "true", "", "a-b"]  # fmt: skip


def test_a_calendar_program_reads_the_last_day_of_the_deal() -> None:
    (event,) = icalendar.Calendar.from_ical(written("ics")).walk("VEVENT")
    assert event["UID"] == ITEM.id
    assert event["DTSTART"].dt == date(2029, 6, 30)
    assert event["SUMMARY"] == f"Ends: {ITEM.title}"


@pytest.mark.parametrize(
    ("ends_on", "day"),
    [("2028", date(2028, 12, 31)), ("2028-02", date(2028, 2, 29)), ("2028-02-03", date(2028, 2, 3)),
     ("2028-13", None), ("soon", None), (None, None), ("9999", None), ("", None)],
)  # fmt: skip
def test_the_last_day_of_a_date_as_precise_as_the_text(ends_on: str | None, day: date | None) -> None:
    assert ics_format.last_day(ends_on) == day


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
ANY_ITEM = st.builds(
    Item,
    id=st.uuids().map(lambda value: f"urn:uuid:{value}"),
    url=st.just(ITEM.url),
    title=TEXT,
    html=TEXT.filter(bool),
    text=TEXT,
    published_at=st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    updated_at=st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    authors=st.lists(TEXT, max_size=2).map(tuple),
    tags=st.lists(TEXT, max_size=2).map(tuple),
    cells=st.fixed_dictionaries({"sponsor": TEXT | st.none(), "amount": st.floats(allow_nan=False), "note": TEXT}),
    ends_on=st.none() | st.dates().map(str),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY_ITEM, max_size=4, unique_by=lambda item: item.id), TEXT, st.sampled_from(EVERY))
def test_no_words_in_an_item_break_a_format(items: list[Item], title: str, suffix: str) -> None:
    assert validate(suffix, written(suffix, replace(FEED, title=title), items)) == []
