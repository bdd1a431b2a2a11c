"""Finds what was missed and has it done: late jobs, lost workers, texts that older stages read.

The broker may lose every message and any process may die: a row in the database waits here to be found. One
sweep works at a time; a second one waits for its lock, ready to take over.
"""

import fcntl
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import structlog

from enrich import pipeline
from records import events, heartbeat, logs
from records.events import HeadCopy
from records.migrate import migrate
from records.queue import QUEUES, Doorbell
from records.session import Database, Session
from records.settings import Settings
from records.store import articles, jobs, log, webhooks, websub, workers
from records.tables import Job
from worker.enrichment import versions_hash
from worker.main import probe_queue
from worker.turn import set_aside

logger = structlog.get_logger(__name__)

LOCK = 0x53574550  # any number of ours; whoever holds it sweeps
RUNG_BATCH = 1000  # jobs rung for in one sweep of one queue
OUTDATED_BATCH = 200  # articles of older stages that are asked for in one sweep, beside what comes in
PROBE_S = 30.0
KEEP_DONE = timedelta(days=1)  # a message delivered again later than this is not worth a row
SILENT_S = 3600.0  # a worker of which nothing was seen for an hour is forgotten


@dataclass
class Sweep:
    """The chores, each repeatable at any time without harm."""

    db: Database
    bell: Doorbell
    settings: Settings
    chores: list[tuple[float, Callable[[], Any]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._head = HeadCopy(self.settings.head_file)
        self._saved: log.Position | None = None
        every = self.settings.sweep_s
        self.chores += [
            (1.0, self.number),
            (1.0, self.tell),
            (every, self.ring_again),
            (every, self.bury),
            (every, self.renew_outdated),
            (PROBE_S, self.probe),
            (60.0, self.forget),
        ]

    def number(self) -> None:
        """Number events whose publisher died before it could, and save the head beside the database."""
        with self.db.read() as session:
            waiting, position = log.has_pending(session), log.position(session)
        if waiting:
            self.db.number()
        if position != self._saved:
            self._head.save(position)
            self._saved = position

    def tell(self) -> None:
        """Make a delivery of each new event for each webhook and WebSub subscriber that asks for it."""
        with self.db.read() as session:
            waiting = webhooks.has_due(session) or bool(websub.due(session, limit=1))
        if waiting:
            self.db.run(webhooks.fan_out)
            self.db.run(websub.fan_out)

    def ring_again(self) -> int:
        """Ring for jobs that wait too long or lost their worker; return how many.

        While a queue holds as many messages as jobs are due, its workers are behind, no message is lost, and
        ringing again would only add to them.
        """
        rung = 0
        for queue in QUEUES:
            waiting = self._waiting(queue)
            if waiting is not None:
                rung += len(self.db.run(partial(self._late, queue=queue, waiting=waiting)))
        if rung:
            logger.info("rang again for late jobs", jobs=rung)
        return rung

    def _late(self, session: Session, queue: str, waiting: int) -> Sequence[Job]:
        attempts = self.settings.attempts
        missing = jobs.due(session, queue=queue, attempts=attempts) - waiting
        if missing <= 0:
            return ()
        limit = min(missing, RUNG_BATCH)
        return jobs.late(session, queue=queue, late_s=self.settings.late_s, attempts=attempts, limit=limit)

    def bury(self) -> int:
        """Set aside what used up its attempts; return how many jobs."""

        def bury(session: Session) -> int:
            dead = jobs.exhausted(session, attempts=self.settings.attempts)
            for job in dead:
                reason = job.last_error or ""
                set_aside(session, job.step, job.subject_id, "crash", reason)
                logger.error("a job is given up", step=job.step, subject=job.subject_id, reason=reason)
            return len(dead)

        return self.db.run(bury)

    def renew_outdated(self) -> int:
        """Have articles read again that stages of another version read; return how many were asked for."""
        versions = versions_hash(pipeline.versions())
        waiting = self._waiting("backfill")
        if waiting is None or waiting >= OUTDATED_BATCH:
            return 0

        def ask(session: Session) -> int:
            rows = articles.outdated(session, versions, limit=OUTDATED_BATCH)
            for row in rows:
                wanted = articles.enrichment_input(row.revision, row.fingerprint, versions)
                jobs.ask(session, "enrich", row.id, wanted, queue="backfill", again=True)
            return len(rows)

        return self.db.run(ask)

    def probe(self) -> None:
        """Ask every worker for a sign of life on its own queue."""
        with self.db.read() as session:
            names = [worker.name for worker in workers.present(session, "worker")]
        for name in names:
            if self._waiting(probe_queue(name)) == 0:
                self.bell.probe(probe_queue(name))

    def forget(self) -> None:
        """Delete the rows of jobs long done, of workers long gone, and events beyond what is kept."""

        def forget(session: Session) -> None:
            jobs.forget(session, session.now - KEEP_DONE)
            workers.forget(session, SILENT_S)
            if self.settings.retain_events is not None:
                position = log.position(session)
                if position.last - position.first >= self.settings.retain_events:
                    log.forget(session, position.last - self.settings.retain_events + 1)

        self.db.run(forget)

    def once(self) -> None:
        """Do every chore once."""
        for _, chore in self.chores:
            self._do(chore)

    def run(self, stop: threading.Event) -> None:
        """Do each chore at its interval until `stop`."""
        due = dict.fromkeys(range(len(self.chores)), 0.0)
        while not stop.is_set():
            for place, (every_s, chore) in enumerate(self.chores):
                if time.monotonic() >= due[place]:
                    self._do(chore)
                    due[place] = time.monotonic() + every_s
            stop.wait(0.2)

    def _do(self, chore: Callable[[], Any]) -> None:
        try:
            chore()
        except Exception as error:
            # The next turn may do better; a sweep that ends would help nobody.
            logger.warning("a chore of the sweep failed", chore=chore.__name__, error=type(error).__name__)

    def _waiting(self, queue: str) -> int | None:
        try:
            return self.bell.waiting(queue)
        except Exception:
            return None  # no broker: nobody would hear the bell


@contextmanager
def alone(db: Database, stop: threading.Event, wait: Callable[[], Any]) -> Iterator[bool]:
    """Hold the sweep's lock, calling `wait` each second until it is free; yields False if `stop` came first."""
    if db.is_sqlite:
        with Path(f"{db.url.database}.sweep").open("w") as file:
            yield _until(stop, lambda: _locked(file.fileno()), wait)
        return
    # Without the pool: the lock belongs to this one connection, for as long as it lives.
    engine = sa.create_engine(db.writer.url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        asked = sa.select(sa.func.pg_try_advisory_lock(LOCK))
        yield _until(stop, lambda: bool(connection.execute(asked).scalar()), wait)


def _locked(file: int) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def _until(stop: threading.Event, condition: Callable[[], bool], wait: Callable[[], Any]) -> bool:
    while not stop.is_set():
        if condition():
            return True
        wait()
        stop.wait(1)
    return False


def main() -> None:
    """Sweep until asked to end."""
    settings = Settings()
    logs.configure(settings, "sweep")
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, lambda *_: stop.set())
    bell = Doorbell(settings.broker)
    db = Database(settings.database, bell=bell)
    migrate(db)
    events.check_rewound(db, HeadCopy(settings.head_file))
    name = f"{socket.gethostname()}-sweep-{os.getpid()}"
    db.run(lambda session: workers.arrive(session, name, "sweep", os.getpid()))

    def show_progress() -> None:
        db.run(lambda session: workers.progress(session, name))
        heartbeat.beat("sweep")

    with alone(db, stop, show_progress) as mine:
        if mine:
            sweep = Sweep(db, bell, settings)
            sweep.chores.append((10.0, show_progress))
            sweep.run(stop)
    db.run(lambda session: workers.leave(session, name))
    db.close()


if __name__ == "__main__":
    main()
