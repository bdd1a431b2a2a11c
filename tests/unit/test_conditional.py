"""Whether a reader already has a document, by RFC 9110."""

from datetime import UTC, datetime, timedelta

import pytest

from api.conditional import entity_tag, http_date, unchanged

TAG = '"abc"'
THEN = datetime(2026, 5, 4, 12, 0, 0, 500_000, tzinfo=UTC)
SAME = http_date(THEN)
BEFORE = http_date(THEN - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, False),
        ({"if-none-match": '"abc"'}, True),
        ({"if-none-match": 'W/"abc"'}, True),
        ({"if-none-match": '"x", W/"abc" , "y"'}, True),
        ({"if-none-match": "*"}, True),
        ({"if-none-match": '"x"'}, False),
        ({"if-none-match": "abc"}, False),
        ({"if-none-match": ""}, False),
        ({"if-modified-since": SAME}, True),
        ({"if-modified-since": BEFORE}, False),
        ({"if-modified-since": "yesterday"}, False),
        ({"if-modified-since": "Mon, 99 Foo 2026 99:99:99 GMT"}, False),
        ({"if-none-match": '"x"', "if-modified-since": SAME}, False),
        ({"if-none-match": '"abc"', "if-modified-since": BEFORE}, True),
    ],
)
def test_the_reader_has_it(headers: dict[str, str], expected: bool) -> None:
    assert unchanged(headers, TAG, THEN) is expected


def test_a_tag_follows_the_bytes() -> None:
    assert entity_tag(b"a") == entity_tag(b"a") != entity_tag(b"b")
    assert unchanged({"if-none-match": entity_tag(b"a")}, entity_tag(b"a"), None)


def test_dates_are_in_the_form_of_the_specification() -> None:
    assert SAME == "Mon, 04 May 2026 12:00:00 GMT"
