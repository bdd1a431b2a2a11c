"""What came in: every input with its fate, every article, and the texts it had before."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from records.columns import Json, Number, Time


class Intake(SQLModel, table=True):
    """One input and its one fate; accepted + duplicate + rejected + ignored = what came in."""

    __table_args__ = (
        sa.CheckConstraint("fate IN ('accepted', 'duplicate', 'rejected', 'ignored')", name="intake_fate"),
        # Of two processes that bring the same bytes, this decides which one is the duplicate.
        sa.Index(
            "intake_accepted_once",
            "sha256",
            unique=True,
            sqlite_where=sa.text("fate = 'accepted'"),
            postgresql_where=sa.text("fate = 'accepted'"),
        ),
        sa.Index("intake_received", "received_at", "id"),
        sa.Index("intake_fate_received", "fate", "received_at"),
    )
    id: str = Field(primary_key=True)
    name: str  # the path below the folder, or the upload's name; bytes that are not UTF-8 are escaped
    channel: str  # folder, upload, command
    size_bytes: int | None = Field(None, sa_type=sa.BigInteger)
    sha256: str | None = Field(None, index=True)
    format: str | None = None
    fate: str
    code: str | None = None  # why it was rejected or ignored: one stable word
    reason: str | None = None  # the same for a person
    duplicate_of: str | None = None  # the intake that was accepted, or the article that is the same
    articles: int = 0  # how many articles it held
    received_at: datetime = Field(sa_type=Time)


class Article(SQLModel, table=True):
    """One article as it stands now. `findings` is the record's own entities, quotes and deals."""

    __table_args__ = (
        sa.CheckConstraint("revision > 0", name="article_revision"),
        sa.CheckConstraint("state IN ('live', 'rejected', 'retracted')", name="article_state"),
        sa.Index("article_listed", "state", "listed_at", "id", "revision", "updated_at"),
        sa.Index("article_news", "state", "is_news", "listed_at", "id", "revision", "updated_at"),
        sa.Index("article_updated", "updated_at", "id"),
        sa.Index("article_domain", "source_domain", "listed_at"),
        # How many are there, how many were read or passed through, and which are outdated.
        sa.Index("article_read", "state", "enriched_with", "relevance"),
        {"sqlite_autoincrement": True},
    )
    number: int | None = Field(None, primary_key=True, sa_type=Number)  # order of arrival
    id: str = Field(unique=True)
    identity: str = Field(unique=True)  # what makes it this article: ingest's hash of its URL or content
    fingerprint: str = Field(index=True)  # hash of what a reader reads; another one is a new revision
    revision: int = 1
    state: str = "live"
    intake_id: str | None = Field(None, index=True)
    url: str | None = None
    source_name: str | None = None
    source_domain: str | None = None
    title: str | None = None
    byline: list[str] = Field(default_factory=list, sa_type=Json)
    published_at: datetime | None = Field(None, sa_type=Time)
    published_basis: str | None = None  # where the date was read from
    language: str | None = None
    captions: list[str] = Field(default_factory=list, sa_type=Json)
    text: str
    relevance: float | None = None  # null: not read yet, or in a language that passes through
    is_news: bool = False  # it reports or mentions a deal, or is relevant enough for the news feed
    findings: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    warnings: list[str] = Field(default_factory=list, sa_type=Json)
    ingested_at: datetime = Field(sa_type=Time)
    listed_at: datetime = Field(sa_type=Time)  # published_at, else ingested_at: what lists are sorted by
    updated_at: datetime = Field(sa_type=Time)  # last change of text or findings
    enriched_at: datetime | None = Field(None, sa_type=Time)
    enriched_revision: int | None = None
    enriched_with: str | None = None  # hash of the stages' versions


class Revision(SQLModel, table=True):
    """A text that an article had before it was edited."""

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    revision: int = Field(primary_key=True)
    fingerprint: str
    intake_id: str | None = None
    title: str | None = None
    text: str
    byline: list[str] = Field(default_factory=list, sa_type=Json)
    captions: list[str] = Field(default_factory=list, sa_type=Json)
    published_at: datetime | None = Field(None, sa_type=Time)
    replaced_at: datetime = Field(sa_type=Time)


class ArticleFacet(SQLModel, table=True):
    """A property of an article that filters ask for (`records.query`), with the article's sort key."""

    __tablename__ = "article_facet"
    __table_args__ = (sa.Index("article_facet_value", "facet", "value", "listed_at", "article_id"),)
    article_id: str = Field(primary_key=True, foreign_key="article.id")
    facet: str = Field(primary_key=True)
    value: str = Field(primary_key=True)  # normalised, what filters compare
    listed_at: datetime = Field(sa_type=Time)  # the article's
