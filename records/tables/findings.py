"""What was found in the articles: who is named, who said what, which deals are claimed, and where."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from records.columns import Json, Time


class Profile(SQLModel, table=True):
    """One person, organisation, event or place across all articles; its id follows from kind and key."""

    __table_args__ = (
        sa.Index("profile_name", "name_key", "id"),
        sa.Index("profile_kind", "kind", "name_key", "id"),
    )
    id: str = Field(primary_key=True)
    kind: str
    name: str
    name_key: str
    known_id: str | None = Field(None, index=True)  # the knowledge base's id
    first_seen_at: datetime = Field(sa_type=Time)


class Entity(SQLModel, table=True):
    """Somebody or something one article names."""

    __table_args__ = (sa.Index("entity_profile", "profile_id", "article_id"),)
    article_id: str = Field(primary_key=True, foreign_key="article.id")
    entity_id: str = Field(primary_key=True)  # unique within the article: e1, e2, ...
    profile_id: str = Field(foreign_key="profile.id")
    kind: str
    name: str
    name_key: str = Field(index=True)
    title: str | None = None
    affiliation: str | None = None
    aliases: list[str] = Field(default_factory=list, sa_type=Json)


class Mention(SQLModel, table=True):
    """Code points `start` to `end` of the article's text that name the entity."""

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    entity_id: str = Field(primary_key=True)
    start: int = Field(primary_key=True)
    end: int = Field(primary_key=True)


class QuoteGroup(SQLModel, table=True):
    """One utterance, as several outlets printed it; it lends its speaker to the copy that lacks one."""

    id: str = Field(primary_key=True)
    text: str  # the longest version
    speaker_name: str | None = None
    speaker_key: str | None = Field(None, index=True)
    speaker_title: str | None = None
    speaker_affiliation: str | None = None
    sources: int = 1
    updated_at: datetime = Field(sa_type=Time)


class Quote(SQLModel, table=True):
    """Words somebody said, in one article."""

    __table_args__ = (
        sa.Index("quote_listed", "listed_at", "id"),
        sa.Index("quote_speaker", "speaker_key", "listed_at", "id"),
        sa.Index("quote_group", "group_id"),
        sa.Index("quote_article", "article_id", "start"),
        sa.Index("quote_words", "words_key"),
    )
    id: str = Field(primary_key=True)  # <article id>.q1, ...
    article_id: str = Field(foreign_key="article.id")
    text: str
    words_key: str  # hash of the words without marks, case and space: equal quotations find each other
    start: int
    end: int
    kind: str
    cue: str | None = None
    speaker_entity_id: str | None = None
    speaker_name: str | None = None
    speaker_key: str | None = None
    speaker_title: str | None = None
    speaker_affiliation: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    claim_ids: list[str] = Field(default_factory=list, sa_type=Json)  # claims of the same article: d1, ...
    confidence: float
    group_id: str | None = None
    listed_at: datetime = Field(sa_type=Time)


class Claim(SQLModel, table=True):
    """A deal as one article reports it; `body` is the record's deal."""

    __table_args__ = (
        sa.Index("claim_sponsor", "sponsor_key", "rights_holder_key"),
        sa.Index("claim_rights_holder", "rights_holder_key", "sponsor_key"),
        sa.Index("claim_property", "property_key"),
    )
    article_id: str = Field(primary_key=True, foreign_key="article.id")
    claim_id: str = Field(primary_key=True)  # unique within the article: d1, d2, ...
    sponsor_name: str
    sponsor_key: str
    rights_holder_name: str
    rights_holder_key: str
    property_name: str | None = None
    property_key: str | None = None
    role: str
    status: str
    event_type: str
    is_background: bool
    announced_on: str | None = None
    starts_on: str | None = None
    ends_on: str | None = None
    confirmation: str
    confidence: float
    body: dict[str, Any] = Field(sa_type=Json)


class Evidence(SQLModel, table=True):
    """The characters one field of a claim was read from."""

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    claim_id: str = Field(primary_key=True)
    field: str = Field(primary_key=True)
    start: int = Field(primary_key=True)
    end: int = Field(primary_key=True)


class StageRun(SQLModel, table=True):
    """Which version of a stage read which revision of an article, and what failed."""

    __tablename__ = "stage_run"
    article_id: str = Field(primary_key=True, foreign_key="article.id")
    stage: str = Field(primary_key=True)
    version: int
    revision: int
    found: int  # how many findings
    error: str | None = None
    ran_at: datetime = Field(sa_type=Time)
