"""Who is told what: saved filters, tokens, webhooks, WebSub, and the record of what was sent."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from records.columns import Json, Number, Time


class Filter(SQLModel, table=True):
    """A saved filter: at once a feed in every format, a stream and a webhook topic."""

    id: str = Field(primary_key=True)
    name: str
    query: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    created_at: datetime = Field(sa_type=Time)
    deleted_at: datetime | None = Field(None, sa_type=Time)


class Token(SQLModel, table=True):
    """A key of which only the hash is kept; a filter's own token reads that filter alone."""

    id: str = Field(primary_key=True)
    hash: str = Field(unique=True)
    prefix: str  # the first characters, to recognise it by
    name: str
    scopes: list[str] = Field(default_factory=list, sa_type=Json)
    filter_id: str | None = Field(None, foreign_key="filter.id", index=True)
    created_at: datetime = Field(sa_type=Time)
    expires_at: datetime | None = Field(None, sa_type=Time)
    revoked_at: datetime | None = Field(None, sa_type=Time)
    last_used_at: datetime | None = Field(None, sa_type=Time)


class Webhook(SQLModel, table=True):
    """Where events are sent, signed; during a rotation it has two secrets."""

    id: str = Field(primary_key=True)
    url: str
    filter_id: str | None = Field(None, foreign_key="filter.id", index=True)
    query: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    kinds: list[str] = Field(default_factory=list, sa_type=Json)  # empty: all
    secrets: list[str] = Field(default_factory=list, sa_type=Json)  # whsec_..., newest first
    secrets_until: datetime | None = Field(None, sa_type=Time)  # when all but the newest end
    state: str = "active"  # active, disabled
    reason: str | None = None
    after_seq: int = Field(0, sa_type=sa.BigInteger)  # events up to here are queued as deliveries
    failures: int = 0  # in a row
    created_at: datetime = Field(sa_type=Time)
    disabled_at: datetime | None = Field(None, sa_type=Time)


class Delivery(SQLModel, table=True):
    """One event for one webhook: its id stays the same on every retry."""

    __table_args__ = (
        sa.UniqueConstraint("webhook_id", "seq", "replay", name="delivery_once"),
        sa.Index("delivery_due", "state", "next_at"),
        sa.Index("delivery_log", "webhook_id", "created_at", "id"),
    )
    id: str = Field(primary_key=True)
    webhook_id: str = Field(foreign_key="webhook.id")
    seq: int = Field(sa_type=sa.BigInteger)
    event_key: str
    replay: int = 0  # how often a person sent it again
    state: str = "waiting"  # waiting, sent, failed
    attempts: int = 0
    next_at: datetime = Field(sa_type=Time)
    created_at: datetime = Field(sa_type=Time)
    ended_at: datetime | None = Field(None, sa_type=Time)
    status_code: int | None = None
    error: str | None = None
    duration_ms: int | None = None


class WebsubSubscription(SQLModel, table=True):
    """A WebSub subscriber of one topic, until its lease ends."""

    __tablename__ = "websub_subscription"
    __table_args__ = (
        sa.UniqueConstraint("topic", "callback", name="websub_once"),
        sa.Index("websub_topic", "topic", "state"),
    )
    id: str = Field(primary_key=True)
    topic: str
    callback: str
    secret: str | None = None
    state: str = "pending"  # pending, active, ended
    asked: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)  # what waits for a confirmation
    content_tag: str | None = None  # hash of what was last distributed: the same is not sent twice
    lease_until: datetime | None = Field(None, sa_type=Time)
    after_seq: int = Field(0, sa_type=sa.BigInteger)
    created_at: datetime = Field(sa_type=Time)


class Audit(SQLModel, table=True):
    """Who did what with which key; rows are only ever added."""

    __table_args__ = (sa.Index("audit_at", "at"), {"sqlite_autoincrement": True})
    id: int | None = Field(None, primary_key=True, sa_type=Number)
    at: datetime = Field(sa_type=Time)
    actor: str  # a token's id, or what acted without one
    action: str
    subject_id: str | None = None
    body: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
