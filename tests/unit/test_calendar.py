"""A date without a year is read by the day of publication, and only where it can mean one year."""

from datetime import UTC, date, datetime

import pytest

from enrich.claims.calendar import Sport, find_day, find_ends_by, find_sport, find_starts_by
from enrich.claims.dates import find_dates
from enrich.findings import Found
from enrich.stages.deals import find
from enrich.text import Text
from records.record import Entity, Span
from tests.claims import B, R

MARCH, JULY, OCTOBER = date(2026, 3, 5), date(2026, 7, 12), date(2026, 10, 5)


@pytest.mark.parametrize(
    ("words", "day", "value", "precision"),
    [
        ("starts on 1 July", MARCH, "2026-07-01", "day"),
        ("effective July 1", JULY, "2026-07-01", "day"),
        ("starts on 1 February", OCTOBER, "2027-02-01", "day"),
        ("from September", JULY, "2026-09", "month"),
        ("from next season", OCTOBER, "2027", "season"),
        ("beginning next year", OCTOBER, "2027", "year"),
    ],
)
def test_a_start_without_a_year_is_the_one_nearest(words: str, day: date, value: str, precision: str) -> None:
    assert [(one.value, one.precision) for one in find_starts_by(words, day)] == [(value, precision)]


@pytest.mark.parametrize(
    ("words", "day", "value", "precision"),
    [
        ("until the end of next year", MARCH, "2027", "year"),
        ("until the end of the year", OCTOBER, "2026", "year"),
        ("until the end of next season", MARCH, "2027", "season"),
        ("expires at the end of the season", MARCH, "2026", "season"),
        ("until 30 June", OCTOBER, "2027-06-30", "day"),
        ("runs until next June", OCTOBER, "2027-06", "month"),
    ],
)
def test_an_end_without_a_year_is_the_next_one(words: str, day: date, value: str, precision: str) -> None:
    assert [(one.value, one.precision) for one in find_ends_by(words, day)] == [(value, precision)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("until the end of next season", OCTOBER),
        ("until the end of the season", OCTOBER),
        ("until June 2029", MARCH),
        ("until 30 June 2029", MARCH),
        ("until they may leave", MARCH),
        ("from next season", MARCH),
    ],
)
def test_what_could_be_two_years_stays_unread(words: str, day: date) -> None:
    assert find_ends_by(words, day) + find_starts_by(words, day) == []


@pytest.mark.parametrize(
    ("body", "sport"),
    [
        ("The Premier League club played on.", "winter"),
        ("They won it in the 2025-26 season.", "winter"),
        ("The Formula One team was fast.", "summer"),
        ("A football club and a baseball team met.", None),
        ("They played on.", None),
    ],
)
def test_the_sport_says_when_its_season_is(body: str, sport: str | None) -> None:
    assert find_sport(body) == sport


@pytest.mark.parametrize(
    ("words", "day", "sport", "value"),
    [
        ("from next season", MARCH, "winter", "2026"),
        ("from next season", MARCH, "summer", "2027"),
        ("will be worn next season", MARCH, "winter", "2026"),
        ("until the end of the season", OCTOBER, "winter", "2027"),
        ("until the end of the season", OCTOBER, "summer", "2026"),
        ("starting with the new season", JULY, None, "2026"),
        ("expires this summer", MARCH, None, "2026"),
        ("will leave at the end of this season", MARCH, None, "2026"),
        ("beginning next month", date(2026, 12, 4), None, "2027-01"),
    ],
)
def test_a_season_is_of_the_year_that_its_sport_has(words: str, day: date, sport: Sport | None, value: str) -> None:
    found = find_ends_by(words, day, sport) or find_starts_by(words, day, sport)
    assert [one.value for one in found] == [value]


def test_the_dateline_dates_a_story_that_nothing_else_dates() -> None:
    text = Text("MARROW, 6 March 2031 – Quillbank joins.", None, (), None)
    assert find_day(text, find_dates) == date(2031, 3, 6)
    assert find_day(Text("Quillbank signed on 6 March 2031 in town.", None, (), None), find_dates) is None


def test_a_derived_date_says_that_it_is_derived() -> None:
    body = "Quillbank has extended its sponsorship of Marrow Rovers until the end of next year."
    names = (("Quillbank", B), ("Marrow Rovers", R))
    entities = [
        Entity(
            id=name,
            kind=kind,
            name=name,
            mentions=(Span(start=body.index(name), end=body.index(name) + len(name)),),
        )
        for name, kind in names
    ]
    (deal,) = find(Text(body, None, (), datetime(2026, 3, 5, tzinfo=UTC)), Found(entities=entities))
    assert (deal.term.end, deal.term.basis, deal.term.precision) == ("2027", "derived", "year")
    assert [body[e.start : e.end] for e in deal.evidence if e.field == "term.end"] == ["until the end of next year"]
