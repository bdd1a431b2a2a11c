"""A date without a year is read by the day of publication, and only where it can mean one year."""

from datetime import UTC, date, datetime

import pytest

from enrich.claims.calendar import find_ends_by, find_starts_by
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
