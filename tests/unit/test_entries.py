"""An entry is written once per revision of its row, whatever page it stands on."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from api.entries import Entries
from records.store.paging import Version

MORNING = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


class Rows:
    """Rows by id, which notes what was written."""

    def __init__(self, *ids: str) -> None:
        self.revisions = dict.fromkeys(ids, 1)
        self.written: list[str] = []

    def versions(self, *ids: str) -> list[Version]:
        return [Version(one, self.revisions[one], MORNING, MORNING) for one in ids]

    def write(self, ids: Sequence[str]) -> Iterable[tuple[Version, bytes]]:
        self.written += ids
        for version in self.versions(*ids):
            yield version, f"{version.id}{version.revision}".encode()


def test_a_page_joins_what_is_written_and_writes_what_is_not() -> None:
    rows, entries = Rows("a", "b", "c"), Entries()
    assert entries.of("x", rows.versions("a", "b"), rows.write) == [b"a1", b"b1"]
    assert entries.of("x", rows.versions("c", "b", "a"), rows.write) == [b"c1", b"b1", b"a1"]
    assert rows.written == ["a", "b", "c"]


def test_a_changed_row_and_another_form_are_written_anew() -> None:
    rows, entries = Rows("a", "b"), Entries()
    entries.of("x", rows.versions("a", "b"), rows.write)
    rows.revisions["b"] = 2
    assert entries.of("x", rows.versions("a", "b"), rows.write) == [b"a1", b"b2"]
    entries.of("y", rows.versions("a"), rows.write)
    assert rows.written == ["a", "b", "b", "a"]


def test_a_row_that_changed_since_its_version_was_read_is_kept_as_what_it_is() -> None:
    rows, entries = Rows("a"), Entries()
    before = rows.versions("a")
    rows.revisions["a"] = 2
    assert entries.of("x", before, rows.write) == [b"a2"]
    assert entries.of("x", rows.versions("a"), rows.write) == [b"a2"]
    assert rows.written == ["a"]


def test_the_least_used_entries_are_dropped_when_there_is_no_room() -> None:
    rows, entries = Rows("a", "b", "c"), Entries(kept_bytes=1000)
    entries.of("x", rows.versions("a", "b"), rows.write)
    entries.of("x", rows.versions("a"), rows.write)
    entries.of("x", rows.versions("c"), rows.write)
    entries.of("x", rows.versions("a", "c"), rows.write)
    assert rows.written == ["a", "b", "c"]
    entries.of("x", rows.versions("b"), rows.write)
    assert rows.written == ["a", "b", "c", "b"]
