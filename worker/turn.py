"""One turn at one job: claim it, have it done while the lease is renewed, and settle what went wrong.

Whoever delivers the message how often, the job's row decides: a message for a job that is done, dead or in
other hands is answered by doing nothing.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import structlog

from records import heartbeat
from records.crash import crash_point
from records.errors import Rejected, Unavailable
from records.session import Database, Session, is_passing
from records.settings import Settings
from records.store import articles, jobs, workers
from records.store.jobs import Lease

logger = structlog.get_logger(__name__)

FIRST_DELAY_S = 5.0  # before the second attempt; then four times as long each time
LONGEST_DELAY_S = 600.0


class LeaseLost(Exception):
    """Another worker owns the job by now; everything of this transaction must be rolled back."""


@dataclass(frozen=True)
class Desk:
    """What a worker process works with."""

    db: Database
    settings: Settings
    name: str  # of the worker, for the status page

    def finish(self, work: Callable[[Session], None], lease: Lease) -> None:
        """Do `work` and mark the job done in one transaction, or nothing. Raises LeaseLost, Unavailable."""

        def both(session: Session) -> None:
            work(session)
            if not jobs.finish(session, lease):
                raise LeaseLost
            workers.progress(session, self.name, done=1)

        self.db.run(both)
        heartbeat.beat("worker")

    def show_progress(self) -> None:
        """Record that this worker takes messages and reaches the database."""
        self.db.run(lambda session: workers.progress(session, self.name))
        heartbeat.beat("worker")


Step = Callable[[Desk, Lease], None]


def take(desk: Desk, step: Step, subject_id: str, step_name: str, input_hash: str) -> str:
    """Have `step` done for the job and return how it ended: done, refused, lost, later or dead.

    `step` ends the job itself, through `Desk.finish`. Whatever it raises is settled here, MemoryError
    included: a worker process must not end because of one article.
    """
    try:
        lease = desk.db.run(
            lambda session: jobs.claim(
                session,
                subject_id,
                step_name,
                input_hash,
                lease_s=desk.settings.lease_s,
                attempts=desk.settings.attempts,
            )
        )
        crash_point("after_claim")
        return _work(desk, step, lease) if lease else "refused"
    except Unavailable as error:
        # Not even what went wrong could be written down. The lease will run out, and the sweep rings again.
        logger.warning("the database is away", step=step_name, subject=subject_id, reason=str(error))
        return "later"


def _work(desk: Desk, step: Step, lease: Lease) -> str:
    try:
        with _renewed(desk, lease):
            step(desk, lease)
    except LeaseLost:
        return "lost"
    except Rejected as error:
        return _dead(desk, lease, error.code, error.reason)
    except Exception as error:
        if isinstance(error, Unavailable) or is_passing(error):
            # Not the job's fault: its attempts are for what the article itself does to a worker.
            return _later(desk, lease, f"{type(error).__name__}: {error}", counted=False)
        logger.exception("a job failed", step=lease.step, subject=lease.subject_id, attempt=lease.attempt)
        reason = f"{type(error).__name__}: {error}"
        if lease.attempt >= desk.settings.attempts:
            return _dead(desk, lease, "failed", reason)
        return _later(desk, lease, reason)
    crash_point("before_ack")
    logger.info("a job is done", step=lease.step, subject=lease.subject_id, attempt=lease.attempt)
    return "done"


def _later(desk: Desk, lease: Lease, reason: str, *, counted: bool = True) -> str:
    delay_s = min(LONGEST_DELAY_S, FIRST_DELAY_S * 4 ** (lease.attempt - 1))
    kept = desk.db.run(lambda session: jobs.put_off(session, lease, reason, delay_s, counted=counted))
    return "later" if kept else "lost"


def _dead(desk: Desk, lease: Lease, code: str, reason: str) -> str:
    def bury(session: Session) -> bool:
        if not jobs.bury(session, lease, f"{code}: {reason}"):
            return False
        set_aside(session, lease.step, lease.subject_id, code, reason)
        return True

    return "dead" if desk.db.run(bury) else "lost"


def set_aside(session: Session, step: str, subject_id: str, code: str, reason: str) -> None:
    """Set the article aside whose enrichment ended for good; other steps leave it where it is."""
    if step == "enrich":
        articles.reject(session, subject_id, code, reason)


@contextmanager
def _renewed(desk: Desk, lease: Lease) -> Iterator[None]:
    """Renew the lease three times a period while the block runs, so that it can be short.

    A worker that stops for longer loses the job; its late result is refused by the lease's token.
    """
    over = threading.Event()

    def renew() -> None:
        while not over.wait(desk.settings.lease_s / 3):
            try:
                if not desk.db.run(lambda session: jobs.renew(session, lease, desk.settings.lease_s)):
                    return
            except Exception:
                logger.warning("a lease could not be renewed", step=lease.step, subject=lease.subject_id)

    thread = threading.Thread(target=renew, name="lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
