"""The objects that the API returns, as OpenAPI documents them, and how they are made from rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, Field

from api.feed import rfc3339
from records import record, tables
from records.deal import MergedDeal
from records.record import SCHEMA_VERSION

Row = TypeVar("Row")


class Page(BaseModel, Generic[Row]):
    """One page of a list."""

    items: list[Row]
    next: str | None = Field(description="The address of the next page; null at the end.")
    prev: str | None = Field(description="The address of the page before.")


class DealLink(BaseModel):
    """The deal that a claim of the article became part of."""

    claim_id: str
    deal_id: str


class StoredArticle(record.Article):
    """An article with what the store knows of it beyond its record."""

    revision: int
    state: str
    updated_at: datetime
    enriched_at: datetime | None = Field(description="Null while the article waits for its enrichment.")
    deal_links: list[DealLink] = Field([], description="Which deals the article's claims became part of.")


class StoredQuote(record.Quote):
    """A quotation with the article it stands in."""

    id: str
    article_id: str
    published_at: datetime = Field(description="When its article was published, else when it came in.")


class Profile(BaseModel):
    """One person, organisation, event or place across all articles."""

    id: str
    kind: record.EntityKind
    name: str
    known_id: str | None = Field(description="The knowledge base's id.")


class Naming(BaseModel):
    """How one article names somebody or something."""

    article_id: str
    article_title: str | None
    entity_id: str
    name: str
    title: str | None
    affiliation: str | None
    published_at: datetime


class ProfileDetail(Profile):
    """A profile with the articles that name it and its deals."""

    articles: list[Naming]
    deals: list[MergedDeal]
    quotes: list[StoredQuote]


class LoggedEvent(BaseModel):
    """One event of the log."""

    cursor: str = Field(description="Its place in the log: give it to the stream to go on from there.")
    type: str
    subject_id: str
    revision: int
    published_at: datetime
    data: dict[str, Any]


class FacetValue(BaseModel):
    """How many live deals have a value of a facet."""

    value: str = Field(description="As filters take it.")
    label: str
    deals: int


class Facets(BaseModel):
    """Counts by facet. `counted` says how many deals were looked at; null for all of them."""

    counted: int | None
    facets: dict[str, list[FacetValue]]


def deal(row: tables.Deal) -> dict[str, Any]:
    """Return a merged deal as its record has it."""
    return row.body


def article(row: tables.Article) -> dict[str, Any]:
    """Return an article as its record has it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": row.id,
        "url": row.url,
        "source": {"name": row.source_name, "domain": row.source_domain},
        "title": row.title,
        "byline": row.byline,
        "published_at": rfc3339(row.published_at) if row.published_at else None,
        "language": row.language,
        "captions": row.captions,
        "text": row.text,
        "relevance": row.relevance,
        "entities": row.findings.get("entities", []),
        "quotes": row.findings.get("quotes", []),
        "deals": row.findings.get("deals", []),
        "warnings": row.warnings,
    }


def stored_article(row: tables.Article, links: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """Return an article with its revision and its deals."""
    return {
        **article(row),
        "revision": row.revision,
        "state": row.state,
        "updated_at": rfc3339(row.updated_at),
        "enriched_at": rfc3339(row.enriched_at) if row.enriched_at else None,
        "deal_links": links,
    }


def quote(row: tables.Quote) -> dict[str, Any]:
    """Return a quotation with its speaker and its place in its article."""
    speaker = None
    if row.speaker_name is not None:
        speaker = {
            "entity_id": row.speaker_entity_id,
            "name": row.speaker_name,
            "title": row.speaker_title,
            "affiliation": row.speaker_affiliation,
        }
    span = None
    if row.speaker_start is not None and row.speaker_end is not None:
        span = {"start": row.speaker_start, "end": row.speaker_end}
    return {
        "id": row.id,
        "article_id": row.article_id,
        "text": row.text,
        "start": row.start,
        "end": row.end,
        "kind": row.kind,
        "cue": row.cue,
        "speaker": speaker,
        "speaker_span": span,
        "deal_ids": row.claim_ids,
        "confidence": row.confidence,
        "published_at": rfc3339(row.listed_at),
    }


def profile(row: tables.Profile) -> dict[str, Any]:
    """Return who or what somebody or something is."""
    return {"id": row.id, "kind": row.kind, "name": row.name, "known_id": row.known_id}


def event(row: tables.Event, epoch: str) -> dict[str, Any]:
    """Return an event of the log with its cursor."""
    assert row.published_at is not None
    return {
        "cursor": f"{epoch}.{row.seq}",
        "type": row.kind,
        "subject_id": row.subject_id,
        "revision": row.revision,
        "published_at": rfc3339(row.published_at),
        "data": row.body,
    }
