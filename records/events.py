"""The log for its readers: cursors that never skip or repeat an event, and the wait for the next one."""

import json
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import structlog

from records.session import Database
from records.store import log
from records.tables import Event

POLL_S = 0.25  # SQLite has no bell: the head is read this often, one row
logger = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Cursor:
    """A place in the log: everything up to `seq` was read. Written `<epoch>.<seq>`."""

    epoch: str
    seq: int

    def __str__(self) -> str:
        return f"{self.epoch}.{self.seq}"

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """Return the cursor. Raises CursorRefused (malformed)."""
        epoch, dot, seq = text.rpartition(".")
        known = dot and epoch.isascii() and epoch.isalnum() and seq.isascii() and seq.isdigit()
        if not known or len(seq) > 18:  # more digits would not fit the column and are nobody's cursor
            raise CursorRefused("malformed", None)
        return cls(epoch, int(seq))


class CursorRefused(Exception):
    """The log cannot be read on from that cursor.

    `code` is `malformed` (a wrong request), `epoch_changed` (another log: start again), `ahead_of_head` (the log
    was rewound) or `expired` (those events are gone); `position` says where the log begins and ends now.
    """

    def __init__(self, code: str, position: log.Position | None) -> None:
        super().__init__(code)
        self.code, self.position = code, position


@dataclass(frozen=True)
class Read:
    """Some events in order, the cursor after the last of them, and how far the log goes."""

    events: Sequence[Event]
    cursor: Cursor
    position: log.Position


def read_since(db: Database, cursor: Cursor | None, limit: int) -> Read:
    """Return up to `limit` events after `cursor`, or from the first that is kept.

    The transaction is ended before this returns. Raises CursorRefused.
    """
    with db.read() as session:
        position = log.position(session)
        if cursor is None:
            cursor = Cursor(position.epoch, position.first - 1)
        elif cursor.epoch != position.epoch:
            raise CursorRefused("epoch_changed", position)
        elif cursor.seq > position.last:
            raise CursorRefused("ahead_of_head", position)
        elif cursor.seq < position.first - 1:
            raise CursorRefused("expired", position)
        # On PostgreSQL each statement sees what is committed by then: rows beyond the head just read may
        # come along, in order and without a gap, which is as right as reading a moment later.
        found = log.after(session, cursor.seq, limit)
    last = found[-1].seq if found else cursor.seq
    return Read(found, Cursor(position.epoch, last or 0), position)


def latest(db: Database) -> Cursor:
    """Return the cursor of somebody who wants only what comes from now on."""
    with db.read() as session:
        position = log.position(session)
    return Cursor(position.epoch, position.last)


class Waiter:
    """Wakes when the log has grown; one per process, asked from any thread.

    PostgreSQL rings through LISTEN; there, and on SQLite, the head is also read now and then, so a lost ring
    costs a moment.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._grown = threading.Condition()
        self._last = -1
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="event-log", daemon=True)

    def start(self) -> None:
        """Begin to watch the log."""
        self._thread.start()

    def stop(self) -> None:
        """Stop watching, and wake everybody who waits."""
        self._stop.set()
        with self._grown:
            self._grown.notify_all()
        self._thread.join(timeout=5)

    @property
    def last(self) -> int:
        """The number of the last event, as far as known; -1 before the first look."""
        return self._last

    def wait(self, seq: int, timeout_s: float) -> bool:
        """Return True as soon as the log holds an event after `seq`, False after `timeout_s`."""
        with self._grown:
            self._grown.wait_for(lambda: self._last > seq or self._stop.is_set(), timeout_s)
            return self._last > seq

    def _watch(self) -> None:
        while not self._stop.is_set():
            try:
                if self._db.is_sqlite:
                    self._look()
                    self._stop.wait(POLL_S)
                else:
                    self._listen()
            except Exception as error:
                logger.warning("the event log cannot be watched now", error=type(error).__name__)
                self._stop.wait(1)

    def _listen(self) -> None:
        url = self._db.url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(url, autocommit=True, connect_timeout=5) as connection:
            connection.execute("LISTEN event")
            while not self._stop.is_set():
                self._look()
                for _ring in connection.notifies(timeout=1, stop_after=1):
                    pass

    def _look(self) -> None:
        with self._db.read() as session:
            last = log.position(session).last
        with self._grown:
            if last != self._last:
                self._last = last
                self._grown.notify_all()


class HeadCopy:
    """A copy of the log's head beside the database: it tells when the database is older than its readers."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, position: log.Position) -> None:
        """Write the head to the file, all of it or nothing."""
        written = self.path.with_suffix(f".{os.getpid()}.tmp")
        with written.open("w", encoding="utf-8") as file:
            json.dump({"epoch": position.epoch, "last": position.last}, file)
            file.flush()
            os.fsync(file.fileno())
        written.replace(self.path)

    def read(self) -> tuple[str, int] | None:
        """Return (epoch, last) as saved, or None."""
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
            return str(found["epoch"]), int(found["last"])
        except (OSError, ValueError, KeyError, TypeError):
            return None


def check_rewound(db: Database, copy: HeadCopy) -> bool:
    """Give the log a new epoch if the database lacks events that were published before; say whether.

    That is so after a restore from a backup, or on a standby that lacked the tail: old cursors would silently
    skip what takes the lost events' numbers.
    """
    saved = copy.read()
    with db.write() as session:
        position = log.position(session)
        rewound = saved is not None and saved[0] == position.epoch and saved[1] > position.last
        if rewound:
            log.rotate(session, uuid4().hex)
            position = log.position(session)
    if rewound:
        logger.warning("the event log was rewound; readers are told to start again", epoch=position.epoch)
    copy.save(position)
    return rewound
