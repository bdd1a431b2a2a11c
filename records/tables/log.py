"""The event log: append-only, numbered without a gap after the commit."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from records.columns import Json, Number, Time

KINDS = (
    "article.ingested",
    "article.enriched",
    "article.rejected",
    "deal.announced",
    "deal.updated",
    "deal.merged",
    "deal.split",
    "deal.retracted",
)


class Event(SQLModel, table=True):
    """One change. `seq` is null until the event is numbered; from then on it is visible to readers."""

    __table_args__ = (
        sa.CheckConstraint("length(event_key) <= 200", name="event_key_length"),
        sa.CheckConstraint(f"kind IN {KINDS!r}", name="event_kind"),
        sa.CheckConstraint("revision > 0", name="event_revision"),
        sa.CheckConstraint("seq > 0", name="event_seq"),
        sa.CheckConstraint("(seq IS NULL) = (published_at IS NULL)", name="event_published"),
        sa.Index(
            "event_pending",
            "id",
            sqlite_where=sa.text("seq IS NULL"),
            postgresql_where=sa.text("seq IS NULL"),
        ),
        sa.Index("event_subject", "subject_id", "id"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(None, primary_key=True, sa_type=Number)  # arrival; has gaps, is never shown
    event_key: str = Field(unique=True)  # art:<id>:rev:<n>:<kind>: a repeated task adds nothing
    kind: str
    subject_id: str
    revision: int
    body: dict[str, Any] = Field(sa_type=Json)
    created_at: datetime = Field(sa_type=Time)
    seq: int | None = Field(None, unique=True, sa_type=sa.BigInteger)
    published_at: datetime | None = Field(None, sa_type=Time)


class Head(SQLModel, table=True):
    """The one row that says how far the log goes; another epoch means another log."""

    __table_args__ = (sa.CheckConstraint("one = 1", name="head_one"),)
    one: int = Field(1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    epoch: str
    first: int = Field(1, sa_type=sa.BigInteger)  # the first event still kept
    last: int = Field(0, sa_type=sa.BigInteger)
