"""One transaction at a time: the only module that commits, and rings the doorbell for jobs after it did.

SQLite and PostgreSQL behave alike: a writer holds its lock from the first statement on SQLite, so that it
never fails half-way; a reader can never turn into a writer.
"""

import fcntl
import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, TypeVar

import orjson
import sqlalchemy as sa
import sqlmodel
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from records import ids, metrics
from records.crash import crash_point
from records.errors import Unavailable
from records.queue import Message
from records.store import log

Result = TypeVar("Result")

PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # NORMAL may lose commits at a power cut, and then give their numbers away again
    "busy_timeout = 10000",
    "foreign_keys = ON",
    "trusted_schema = ON",  # the search is kept by triggers that write to FTS5, which OFF forbids
    "wal_autocheckpoint = 1000",
    "journal_size_limit = 67108864",
    "mmap_size = 0",
    "cell_size_check = ON",
)
POSTGRES_OPTIONS = (
    "-c statement_timeout=30s -c lock_timeout=5s -c idle_in_transaction_session_timeout=15s -c timezone=UTC"
)
POSTGRES_CONNECT = {
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 20000,
    "application_name": "sponsorwire",
    "options": POSTGRES_OPTIONS,
}
LOCK_WAIT_S = 10.0  # as long as SQLite's own busy_timeout
LOCK_LOOK_S = 0.001
TRIES = 5  # of one unit of work, when the database asks for another or went away
# Connection lost, server stopping, serialization failure, deadlock, too many connections.
AGAIN = ("08", "57P0", "40001", "40P01", "53300", "55P03")


class Bell(Protocol):
    """What tells the workers that jobs wait; it may fail, the sweep repairs that."""

    def ring(self, messages: Sequence[Message]) -> None:
        """Send one message a job."""


class Session(sqlmodel.Session):
    """A transaction, with its time, its ids and the jobs that are held until it is committed."""

    clock: ids.Clock | None = None
    new_id: ids.NewId = staticmethod(ids.new)
    held: list[Message]
    appended: bool = False

    @cached_property
    def now(self) -> datetime:
        """The time of this transaction, by the database's clock: no worker's own clock decides a lease."""
        if self.clock is not None:
            return self.clock()
        if self.get_bind().dialect.name == "postgresql":
            found: datetime = self.connection().exec_driver_sql("SELECT now()").scalar_one()
            return found.astimezone(UTC)
        return ids.now()


class Database:
    """The database: one engine that writes, one that cannot."""

    def __init__(
        self,
        url: str,
        *,
        bell: Bell | None = None,
        clock: ids.Clock | None = None,
        new_id: ids.NewId = ids.new,
    ) -> None:
        # A folder may have a question mark in its name, which `make_url` would take for the path's end.
        scheme, _, file = url.partition(":///")
        self.url = sa.URL.create("sqlite", database=file) if scheme == "sqlite" else make_url(url)
        self._thread_lock = threading.RLock()
        self.bell, self.clock, self.new_id = bell, clock, new_id
        if self.is_sqlite:
            Path(str(self.url.database)).parent.mkdir(parents=True, exist_ok=True)
            self.writer = _sqlite(self.url, "BEGIN IMMEDIATE", pool_size=1, max_overflow=0, pool_timeout=15)
            self.reader = _sqlite(self.url, "BEGIN", pool_size=5, max_overflow=5, pool_timeout=5)
        else:
            self.writer = _postgresql(self.url)
            self.reader = _postgresql(self.url, read_only=True)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Yield one transaction; at its end it is committed, its events numbered and the bell rung.

        Whatever is raised inside rolls everything back, jobs and events included.
        """
        with self.alone(), self._session(self.writer) as session:
            with session.begin():
                yield session
                session.flush()
                if self.is_sqlite and session.appended:
                    # The only writer: numbered in the same commit, which saves a second one.
                    log.number(session.connection(), session.now)
                crash_point("before_commit")
            crash_point("after_commit")
            held, appended = tuple(session.held), session.appended
        if appended and not self.is_sqlite:
            self.number()
        crash_point("before_ring")
        if held:
            self._ring(held)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Yield a snapshot to read from; writing in it fails. Close it before anything slow."""
        with self._session(self.reader) as session, session.begin():
            yield session

    def run(self, work: Callable[[Session], Result]) -> Result:
        """Return what `work` returns from one transaction, begun again when the database asks for it.

        Raises Unavailable when the database could not be reached or would not let us in five times.
        """
        for attempt in range(TRIES):
            try:
                with self.write() as session:
                    return work(session)
            except (DBAPIError, PoolTimeout) as error:
                if not is_passing(error):
                    raise
                if attempt == TRIES - 1:
                    raise Unavailable("the database does not answer") from error
                metrics.transactions_repeated.inc()
                # Jitter, so that those who collided do not collide again.
                time.sleep(random.uniform(0.5, 1.5) * 0.05 * 4**attempt)  # noqa: S311 - no secret
        raise AssertionError("unreachable")

    def number(self) -> int:
        """Number the events that wait for it, and return how many there were."""
        total = 0
        while True:
            with self.alone(), self.writer.begin() as connection:
                count = log.number(connection, (self.clock or ids.now)())
            total += count
            if count < log.BATCH:
                return total

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold what makes this the only writer of the embedded database, from BEGIN to the end of the commit.

        SQLite has a lock of its own, but its waiters sleep up to 0.1 s between two looks, and versions before
        3.51.3 may damage the file when one process writes while another's commit moves the log into it
        (sqlite.org/wal.html#walresetbug). PostgreSQL needs nothing of this. Raises Unavailable after 10 s.
        """
        if not self.is_sqlite:
            yield
            return
        deadline = time.monotonic() + LOCK_WAIT_S
        with self._thread_lock, Path(f"{self.url.database}.lock").open("w") as file:
            while True:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > deadline:
                        raise Unavailable("another process holds the database's lock") from None
                    time.sleep(LOCK_LOOK_S)
            yield

    def after_fork(self) -> None:
        """Forget the parent's connections without closing them: they are still the parent's."""
        self._thread_lock = threading.RLock()
        self.writer.dispose(close=False)
        self.reader.dispose(close=False)

    def close(self) -> None:
        """Close every connection."""
        self.reader.dispose()
        # The last connection to close moves the log into the file; if others write, it is not the last.
        with suppress(Unavailable), self.alone():
            self.writer.dispose()

    def _session(self, engine: Engine) -> Session:
        session = Session(engine, expire_on_commit=False)
        session.clock, session.new_id, session.held = self.clock, self.new_id, []
        return session

    def _ring(self, held: Sequence[Message]) -> None:
        if self.bell is None:
            return
        try:
            self.bell.ring(held)
        except Exception:
            # The jobs are rows; the sweep rings again. What was asked for is done and must not fail now.
            metrics.bells_failed.inc()


def is_passing(error: Exception) -> bool:
    """Return whether the same work may succeed when it is begun again."""
    if isinstance(error, PoolTimeout):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if error.connection_invalidated:
        return True
    if isinstance(error.orig, sqlite3.OperationalError):
        return "locked" in str(error.orig) or "busy" in str(error.orig)
    state = getattr(error.orig, "sqlstate", None)
    # psycopg knows no state for a connection that was never made or broke while in use.
    return state.startswith(AGAIN) if state else isinstance(error, sa.exc.OperationalError)


def _dumps(value: Any) -> str:
    return orjson.dumps(value).decode()


def _engine(url: sa.URL, **options: Any) -> Engine:
    return sa.create_engine(
        url, hide_parameters=True, json_serializer=_dumps, json_deserializer=orjson.loads, **options
    )


def _sqlite(url: sa.URL, begin: str, **pool: Any) -> Engine:
    engine = _engine(url, connect_args={"check_same_thread": False, "timeout": 10}, **pool)

    @sa.event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # the driver must not begin transactions of its own
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if begin == "BEGIN":
            connection.execute("PRAGMA query_only = ON")

    @sa.event.listens_for(engine, "begin")
    def begun(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgresql(url: sa.URL, *, read_only: bool = False) -> Engine:
    options = dict(POSTGRES_CONNECT)
    if read_only:
        # A plan for all words would be a bad one for either those that many rows hold or those that few do.
        options["options"] = (
            f"{POSTGRES_OPTIONS} -c default_transaction_read_only=on -c plan_cache_mode=force_custom_plan"
        )
    return _engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args=options,
        isolation_level="READ COMMITTED",  # number() relies on a new snapshot for each statement
        pool_pre_ping=True,
        pool_size=5,
        max_overflow=5,
        pool_timeout=5,
        pool_recycle=1800,
        pool_use_lifo=True,
    )
