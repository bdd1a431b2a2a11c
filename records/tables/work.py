"""What is to be done, by whom, and who showed progress."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from records.columns import Time


class Job(SQLModel, table=True):
    """One step of work on one subject. The broker's message is only a doorbell for this row."""

    __table_args__ = (
        sa.CheckConstraint("state IN ('queued', 'running', 'done', 'dead')", name="job_state"),
        sa.Index(
            "job_open",
            "state",
            "next_at",
            sqlite_where=sa.text("state IN ('queued', 'running')"),
            postgresql_where=sa.text("state IN ('queued', 'running')"),
        ),
        sa.Index("job_state_step", "state", "step"),
    )
    subject_id: str = Field(primary_key=True)
    step: str = Field(primary_key=True)
    input_hash: str = Field(primary_key=True)  # what the step works on: another text is another job
    queue: str = "live"
    state: str = "queued"
    attempts: int = 0  # raised before the work, so that what kills the worker counts too
    lease_token: str | None = None
    lease_until: datetime | None = Field(None, sa_type=Time)
    next_at: datetime = Field(sa_type=Time)  # not before
    rung_at: datetime | None = Field(None, sa_type=Time)  # when the doorbell was last rung for it
    asked_at: datetime = Field(sa_type=Time)
    ended_at: datetime | None = Field(None, sa_type=Time)
    last_error: str | None = None


class Worker(SQLModel, table=True):
    """A process that works, and when it last got something done: progress is life, a process is not."""

    name: str = Field(primary_key=True)
    role: str  # worker, sweep, ingest, api
    pid: int
    started_at: datetime = Field(sa_type=Time)
    seen_at: datetime = Field(sa_type=Time)
    progressed_at: datetime | None = Field(None, sa_type=Time)
    done: int = 0
    doing: str | None = None  # what it is at, for the status page
