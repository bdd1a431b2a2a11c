"""The service's figures, read from the database when they are asked for."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import col, select

from records import metrics
from records.session import Session
from records.store import articles, intake, jobs, log, workers
from records.tables import Job


def show(session: Session) -> None:
    """Set the gauges to what is true now."""
    for fate, number in intake.counts(session).items():
        metrics.inputs.labels(fate).set(number)
    for state, number in articles.counts(session).items():
        metrics.articles.labels(state).set(number)
    metrics.jobs.clear()
    for (step, state), number in jobs.counts(session).items():
        metrics.jobs.labels(step, state).set(number)
    due = select(sa.func.min(col(Job.next_at))).where(Job.state == "queued", col(Job.next_at) <= session.now)
    oldest = session.execute(due).scalar()
    metrics.oldest_job_seconds.set((session.now - oldest).total_seconds() if oldest else 0)
    last: dict[str, datetime] = {}
    for worker in workers.present(session):
        progressed_at = worker.progressed_at or worker.started_at
        last[worker.role] = max(progressed_at, last.get(worker.role, progressed_at))
    metrics.silent_seconds.clear()
    for role, progressed_at in last.items():
        metrics.silent_seconds.labels(role).set((session.now - progressed_at).total_seconds())
    metrics.log_last.set(log.position(session).last)
