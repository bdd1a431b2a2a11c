"""A cursor leads back to its place in its own list, and nothing else passes for one."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api import cursor
from api.problems import Problem
from records.store.paging import Place

PLACE = Place(datetime(2026, 5, 4, 12, 0, 0, 123456, tzinfo=UTC), "a1")


def test_a_cursor_leads_back_to_its_place() -> None:
    assert cursor.read("deals", cursor.write("deals", PLACE)) == PLACE
    assert cursor.read("deals", None) is None


@given(st.text(max_size=60) | st.just(cursor.write("quotes", PLACE)) | st.just(cursor.write("deals", PLACE)[:-3]))
def test_anything_else_is_refused_by_name(given_cursor: str) -> None:
    with pytest.raises(Problem) as refusal:
        cursor.read("deals", given_cursor)
    assert (refusal.value.status, refusal.value.faults[0]["parameter"]) == (400, "cursor")
