"""The job rows: ask, claim under a lease, finish, put off, sweep.

The attempt is counted and committed before the work, and only the holder of the lease can finish: a task that
the broker delivers twice, or that comes back after its worker died, does no harm.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from records.queue import Message
from records.session import Session
from records.store.insert import insert
from records.tables import Job

# Word for word the condition of the index `job_open`: the many jobs that are done cost the sweep nothing.
_OPEN: sa.ColumnElement[bool] = sa.literal_column("job.state IN ('queued', 'running')", sa.Boolean())


@dataclass(frozen=True)
class Lease:
    """The right to work on one job, until it runs out."""

    subject_id: str
    step: str
    input_hash: str
    queue: str
    token: str
    attempt: int


def ask(
    session: Session,
    step: str,
    subject_id: str,
    input_hash: str,
    *,
    queue: str = "live",
    delay_s: float = 0,
    again: bool = False,
) -> None:
    """Have `step` done on the subject, unless that is done or under way for this very input.

    With `again` it is done once more although it was done. The bell rings once the transaction is committed,
    unless the job is put off by `delay_s`.
    """
    fresh = {
        "queue": queue,
        "state": "queued",
        "attempts": 0,
        "next_at": session.now + timedelta(seconds=delay_s),
        "rung_at": session.now,
        "asked_at": session.now,
        "ended_at": None,
    }
    row = insert(session, Job).values(subject_id=subject_id, step=step, input_hash=input_hash, **fresh)
    key = ["subject_id", "step", "input_hash"]
    if again:
        session.execute(row.on_conflict_do_update(index_elements=key, set_=fresh, where=Job.state == "done"))
    else:
        session.execute(row.on_conflict_do_nothing(index_elements=key))
    if not delay_s:
        session.held.append(Message(subject_id, step, input_hash, queue))


def claim(
    session: Session, subject_id: str, step: str, input_hash: str, *, lease_s: float, attempts: int
) -> Lease | None:
    """Return the lease, or None when the job is done, dead, put off or in other hands."""
    token = secrets.token_hex(16)
    found = session.execute(
        sa.update(Job)
        .where(
            *_is(subject_id, step, input_hash),
            col(Job.next_at) <= session.now,
            col(Job.attempts) < attempts,
            sa.or_(
                col(Job.state) == "queued",
                sa.and_(col(Job.state) == "running", col(Job.lease_until) < session.now),
            ),
        )
        .values(
            state="running",
            attempts=Job.attempts + 1,
            lease_token=token,
            lease_until=session.now + timedelta(seconds=lease_s),
        )
        .returning(col(Job.attempts), col(Job.queue))
    ).first()
    return Lease(subject_id, step, input_hash, found.queue, token, found.attempts) if found else None


def finish(session: Session, lease: Lease) -> bool:
    """Mark the job done; return False when the lease was lost, and then the caller must roll back."""
    return _end(session, lease, state="done", ended_at=session.now, last_error=None)


def renew(session: Session, lease: Lease, lease_s: float) -> bool:
    """Hold the lease for `lease_s` from now; return False when it was lost."""
    until = session.now + timedelta(seconds=lease_s)
    kept = session.execute(
        sa.update(Job).where(*_held(lease)).values(lease_until=until).returning(col(Job.subject_id))
    )
    return kept.first() is not None


def put_off(session: Session, lease: Lease, error: str, delay_s: float, *, counted: bool = True) -> bool:
    """Queue the job again, not before `delay_s` from now; return False when the lease was lost.

    With `counted` false the attempt is given back: the job was not at fault.
    """
    next_at = session.now + timedelta(seconds=delay_s)
    attempts = lease.attempt if counted else lease.attempt - 1
    return _end(session, lease, state="queued", next_at=next_at, attempts=attempts, last_error=error[:500])


def bury(session: Session, lease: Lease, error: str) -> bool:
    """End the job for good, with the reason; return False when the lease was lost."""
    return _end(session, lease, state="dead", ended_at=session.now, last_error=error[:500])


def due(session: Session, *, queue: str, attempts: int) -> int:
    """Return how many jobs of the queue should be worked on now and are not."""
    counted = select(sa.func.count()).select_from(Job).where(*_due(session, queue, attempts))
    return int(session.execute(counted).scalar_one())


def late(
    session: Session, *, queue: str = "live", late_s: float, attempts: int, limit: int = 1000
) -> Sequence[Job]:
    """Return jobs that should have begun `late_s` ago or whose worker is gone, and ring for them anew."""
    since = session.now - timedelta(seconds=late_s)
    jobs = session.exec(
        select(Job)
        .where(
            *_due(session, queue, attempts),
            # Not rung for lately; or put off and due by now, and then never rung for at all.
            sa.or_(col(Job.state) == "running", col(Job.rung_at) <= since, col(Job.rung_at) < col(Job.next_at)),
        )
        .order_by(col(Job.next_at))
        .limit(limit)
    ).all()
    for job in jobs:
        job.rung_at = session.now
        session.held.append(Message(job.subject_id, job.step, job.input_hash, job.queue))
    return jobs


def _due(session: Session, queue: str, attempts: int) -> tuple[Any, ...]:
    lost = sa.and_(col(Job.state) == "running", col(Job.lease_until) < session.now)
    waits = sa.and_(col(Job.state) == "queued", col(Job.next_at) <= session.now)
    return _OPEN, Job.queue == queue, col(Job.attempts) < attempts, sa.or_(lost, waits)


def exhausted(session: Session, *, attempts: int, limit: int = 100) -> Sequence[Job]:
    """Return the jobs that used up their attempts and whose last worker is gone; they are dead now."""
    jobs = session.exec(
        select(Job)
        .where(
            _OPEN,
            col(Job.attempts) >= attempts,
            sa.or_(
                col(Job.state) == "queued",
                sa.and_(col(Job.state) == "running", col(Job.lease_until) < session.now),
            ),
        )
        .limit(limit)
    ).all()
    for job in jobs:
        job.last_error = job.last_error or "crash: every worker that took it ended"
        job.state, job.ended_at = "dead", session.now
    return jobs


def retry(session: Session, subject_id: str | None = None) -> int:
    """Queue dead jobs again with fresh attempts, all or one subject's; return how many."""
    dead = select(Job).where(Job.state == "dead")
    if subject_id is not None:
        dead = dead.where(Job.subject_id == subject_id)
    jobs = session.exec(dead).all()
    for job in jobs:
        job.state, job.attempts, job.next_at = "queued", 0, session.now
        job.rung_at, job.ended_at = session.now, None
        session.held.append(Message(job.subject_id, job.step, job.input_hash, job.queue))
    return len(jobs)


def counts(session: Session) -> dict[tuple[str, str], int]:
    """Return how many jobs there are by (step, state)."""
    rows = session.execute(select(Job.step, Job.state, sa.func.count()).group_by(col(Job.step), col(Job.state)))
    return {(step, state): number for step, state, number in rows}


def stuck(session: Session, limit: int = 20) -> Sequence[Job]:
    """Return the jobs that are dead or were tried before in vain, worst first.

    A running job counts its attempt already: the first one is work as usual.
    """
    in_vain = sa.case((col(Job.state) == "running", col(Job.attempts) - 1), else_=col(Job.attempts)) > 0
    return session.exec(
        select(Job)
        .where(
            col(Job.state).in_(("queued", "running", "dead")),
            sa.or_(col(Job.state) == "dead", in_vain),
        )
        .order_by(col(Job.attempts).desc(), col(Job.asked_at))
        .limit(limit)
    ).all()


def _is(subject_id: str, step: str, input_hash: str) -> tuple[Any, ...]:
    return Job.subject_id == subject_id, Job.step == step, Job.input_hash == input_hash


def _held(lease: Lease) -> tuple[Any, ...]:
    return (
        *_is(lease.subject_id, lease.step, lease.input_hash),
        Job.lease_token == lease.token,
        Job.state == "running",
    )


def _end(session: Session, lease: Lease, **values: Any) -> bool:
    ended = session.execute(
        sa.update(Job)
        .where(*_held(lease))
        .values(lease_token=None, lease_until=None, **values)
        .returning(col(Job.subject_id))
    )
    return ended.first() is not None


def forget(session: Session, before: datetime) -> int:
    """Delete the jobs that were done before that time; return how many."""
    gone = session.execute(
        sa.delete(Job).where(col(Job.state) == "done", col(Job.ended_at) < before).returning(col(Job.subject_id))
    )
    return len(gone.all())
