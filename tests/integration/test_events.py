"""The log is append-only, has no gap, and tells a reader whose cursor it cannot serve."""

import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from records import events
from records.events import Cursor, CursorRefused, HeadCopy, Waiter
from records.session import Database
from records.store import log


def append(db: Database, *keys: str) -> None:
    with db.write() as session:
        for key in keys:
            log.append(session, key, "article.ingested", "art_1", 1, {"key": key})


def keys_since(db: Database, cursor: Cursor | None, limit: int = 100) -> list[tuple[int | None, str]]:
    return [(event.seq, event.event_key) for event in events.read_since(db, cursor, limit).events]


def test_events_are_numbered_in_order_and_a_repeated_key_adds_nothing(database: Database) -> None:
    append(database, "a", "b")
    append(database, "a", "c")
    assert keys_since(database, None) == [(1, "a"), (2, "b"), (3, "c")]


def test_a_reader_goes_on_where_it_stopped(database: Database) -> None:
    append(database, "a", "b", "c")
    first = events.read_since(database, None, 2)
    assert keys_since(database, Cursor.parse(str(first.cursor))) == [(3, "c")]
    end = events.latest(database)
    assert events.read_since(database, end, 9).cursor == end


def test_a_rolled_back_event_leaves_no_hole(database: Database) -> None:
    append(database, "a")
    with pytest.raises(ZeroDivisionError), database.write() as session:
        log.append(session, "lost", "article.ingested", "art_1", 1, {})
        raise ZeroDivisionError
    append(database, "b")
    assert keys_since(database, None) == [(1, "a"), (2, "b")]


def test_eight_writers_make_one_log_without_gap(database: Database) -> None:
    seen: list[tuple[int | None, str]] = []
    done = threading.Event()

    def read() -> None:
        cursor = None
        while True:
            last = done.is_set()
            found = events.read_since(database, cursor, 7)
            seen.extend((event.seq, event.event_key) for event in found.events)
            cursor = found.cursor
            if last and not found.events:
                return

    def write(name: int) -> None:
        for n in range(15):
            database.run(lambda session, n=n: log.append(session, f"{name}.{n}", "article.ingested", "art", 1, {}))

    reader = threading.Thread(target=read)
    writers = [threading.Thread(target=write, args=(name,)) for name in range(8)]
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    database.number()
    done.set()
    reader.join()
    assert [seq for seq, _ in seen] == list(range(1, 121))
    assert {key for _, key in seen} == {f"{name}.{n}" for name in range(8) for n in range(15)}


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM event",
        "UPDATE event SET kind = 'deal.updated'",
        "UPDATE event SET seq = 99",
        "UPDATE event SET seq = NULL, published_at = NULL",
    ],
)
def test_the_database_itself_refuses_to_change_the_log(database: Database, statement: str) -> None:
    append(database, "a")
    with pytest.raises(sa.exc.DBAPIError, match="append-only"), database.write() as session:
        session.execute(sa.text(statement))


def test_old_events_can_be_given_up_and_their_readers_are_told(database: Database) -> None:
    append(database, "a", "b", "c")
    early = Cursor(events.latest(database).epoch, 0)
    with database.write() as session:
        assert log.forget(session, 3) == 2
    assert keys_since(database, None) == [(3, "c")]
    with pytest.raises(CursorRefused) as refused:
        events.read_since(database, early, 9)
    assert (refused.value.code, refused.value.position) == ("expired", log.Position(early.epoch, 3, 3))


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "malformed"), ("x", "malformed"), ("é.1", "malformed"), (".1", "malformed"), ("ab.-1", "malformed"),
     ("ab.1_0", "malformed"), ("ab.9999999999999999999", "malformed"), ("ab.1", "epoch_changed")],
)  # fmt: skip
def test_cursors_that_cannot_be_served_are_refused(database: Database, text: str, code: str) -> None:
    with pytest.raises(CursorRefused) as refused:
        events.read_since(database, Cursor.parse(text), 9)
    assert refused.value.code == code


def test_a_log_that_was_rewound_gets_a_new_epoch(database: Database, tmp_path: Path) -> None:
    copy = HeadCopy(tmp_path / "head.json")
    append(database, "a")
    assert not events.check_rewound(database, copy)
    before = events.latest(database)
    with pytest.raises(CursorRefused) as refused:
        events.read_since(database, Cursor(before.epoch, 2), 9)
    assert refused.value.code == "ahead_of_head"
    copy.save(log.Position(before.epoch, 1, 2))  # what a reader saw before the restore
    assert events.check_rewound(database, copy)
    assert events.latest(database).epoch != before.epoch
    assert not events.check_rewound(database, copy)


def test_a_waiter_wakes_when_the_log_grows(database: Database) -> None:
    waiter = Waiter(database)
    waiter.start()
    try:
        assert not waiter.wait(0, 0.05)
        append(database, "a")
        assert waiter.wait(0, 10)
        assert not waiter.wait(1, 0.05)
    finally:
        waiter.stop()
