"""The record (schema 1.0): what one article says, as the command, the API and the feeds all carry it.

All offsets are code points in `Article.text`, half open: `text[start:end]` is what was found.
Where the text does not say, a field is null; nothing is guessed.
"""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"


class EntityKind(StrEnum):
    """What a named thing is, decided for the document as a whole."""

    PERSON = "person"
    ORGANIZATION = "organization"
    BRAND = "brand"
    RIGHTS_HOLDER = "rights_holder"
    EVENT = "event"
    VENUE = "venue"
    PLACE = "place"


class QuoteKind(StrEnum):
    """`direct` a full quotation, `mixed` a fragment in the writer's sentence, `indirect` without marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Role(StrEnum):
    """What the sponsor becomes; the verbatim wording is kept in `Deal.designations`."""

    NAMING_RIGHTS = "naming_rights"
    TITLE = "title"
    PRESENTING = "presenting"
    PRINCIPAL = "principal"
    WORLDWIDE_PARTNER = "worldwide_partner"
    OFFICIAL_PARTNER = "official_partner"
    OFFICIAL_SPONSOR = "official_sponsor"
    REGIONAL_PARTNER = "regional_partner"
    FOUNDING_PARTNER = "founding_partner"
    KIT_SUPPLIER = "kit_supplier"
    SHIRT_FRONT = "shirt_front"
    SHIRT_SLEEVE = "shirt_sleeve"
    TRAINING_KIT = "training_kit"
    OFFICIAL_SUPPLIER = "official_supplier"
    MEDIA_PARTNER = "media_partner"
    BROADCAST_SPONSOR = "broadcast_sponsor"
    LICENSEE = "licensee"
    AMBASSADOR = "ambassador"
    HOSPITALITY = "hospitality"
    COMMUNITY = "community"
    OTHER = "other"


class Status(StrEnum):
    """Where the deal stands, as the article has it."""

    RUMOURED = "rumoured"
    IN_TALKS = "in_talks"
    AGREED_IN_PRINCIPLE = "agreed_in_principle"
    ANNOUNCED = "announced"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    DENIED = "denied"
    UNKNOWN = "unknown"


class EventType(StrEnum):
    """What happened to the deal, as the article has it."""

    NEW = "new"
    RENEWAL = "renewal"
    EXTENSION = "extension"
    EXPANSION = "expansion"
    DOWNGRADE = "downgrade"
    REPLACEMENT = "replacement"
    TERMINATION = "termination"
    NON_RENEWAL = "non_renewal"
    RUMOUR = "rumour"
    DENIAL = "denial"
    CORRECTION = "correction"
    BACKGROUND_MENTION = "background_mention"


# What says that a deal is over.
OVER = frozenset({Status.EXPIRED, Status.TERMINATED})
ENDING = frozenset({EventType.TERMINATION, EventType.NON_RENEWAL})


class Confirmation(StrEnum):
    """Who stands behind the report."""

    PARTY_STATEMENT = "party_statement"
    BOTH_PARTIES = "both_parties"
    OFFICIAL_DOCUMENT = "official_document"
    NAMED_SOURCE = "named_source"
    UNNAMED_SOURCE = "unnamed_source"
    OUTLET_ESTIMATE = "outlet_estimate"
    UNATTRIBUTED = "unattributed"


class Disclosure(StrEnum):
    """How the value became known."""

    DISCLOSED = "disclosed"
    REPORTED = "reported"
    ESTIMATED = "estimated"
    UNDISCLOSED_BY_PARTIES = "undisclosed_by_parties"
    BENCHMARK_ONLY = "benchmark_only"
    NOT_MENTIONED = "not_mentioned"


class ValueBasis(StrEnum):
    """What the amount is counted over."""

    TOTAL = "total"
    PER_YEAR = "per_year"
    PER_SEASON = "per_season"
    PER_CYCLE = "per_cycle"
    UNKNOWN = "unknown"


class ValueKind(StrEnum):
    """What is paid with."""

    CASH = "cash"
    IN_KIND = "in_kind"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class Shape(BaseModel):
    """A part of the record: immutable, and strict about its names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Shape):
    """Code points `start` to `end` (half open) of the article's text."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Known(Shape):
    """What the knowledge base, not the article, calls the entity."""

    id: str
    name: str


class Entity(Shape):
    """Somebody or something the article names, with every mention, pronouns and "the club" included."""

    id: str = Field(description="Unique within the article: e1, e2, ... in order of first mention.")
    kind: EntityKind
    name: str = Field(description="The fullest form in the article.")
    aliases: tuple[str, ...] = Field((), description="Other names of it in the article; no pronouns or nouns.")
    title: str | None = Field(None, description="A person's job title, as worded.")
    affiliation: str | None = Field(None, description="Whom the person speaks or works for, fullest form.")
    mentions: tuple[Span, ...] = Field((), description="In order; names, nominals and pronouns.")
    known: Known | None = None


class Speaker(Shape):
    """Who said it, as the article names him, her or it."""

    entity_id: str | None
    name: str
    title: str | None = None
    affiliation: str | None = None


class Quote(Shape):
    """Words somebody said. `text` is without its outer quotation marks, and so are `start` and `end`."""

    text: str
    start: int
    end: int
    kind: QuoteKind
    cue: str | None = Field(None, description="The words that attribute it: said, according to, ...")
    speaker: Speaker | None = None
    speaker_span: Span | None = Field(None, description="The words that name the speaker of this quotation.")
    deal_ids: tuple[str, ...] = ()
    confidence: float = Field(ge=0, le=1, description="How sure the attribution is.")


class Party(Shape):
    """One side of a deal, or what is sponsored."""

    entity_id: str | None
    name: str


class Term(Shape):
    """When the deal was announced, starts and ends; dates are ISO 8601 and as precise as the text."""

    announced_on: str | None = None
    start: str | None = None
    end: str | None = Field(None, description="YYYY, YYYY-MM or YYYY-MM-DD; the season 2026-27 ends 2027.")
    years: float | None = None
    precision: Literal["day", "month", "season", "year"] | None = Field(None, description="Of the end.")
    basis: Literal["stated", "derived"] | None = Field(
        None, description="`derived`: reckoned from the day of publication."
    )


class Value(Shape):
    """A sum the article names for the deal, in units of its currency, with who says so."""

    amount: float | None = None
    min: float | None = None
    max: float | None = None
    currency: str | None = Field(None, description="ISO 4217.")
    basis: ValueBasis = ValueBasis.UNKNOWN
    kind: ValueKind = ValueKind.UNKNOWN
    disclosure: Disclosure
    attribution: str | None = Field(None, description="Who says so, as worded.")
    start: int
    end: int


class Evidence(Shape):
    """The characters a field was read from; `field` is a dotted path into the deal."""

    field: str
    start: int
    end: int


class Deal(Shape):
    """A sponsorship deal as one article reports it: a claim."""

    id: str = Field(description="Unique within the article: d1, d2, ...")
    sponsor: Party
    rights_holder: Party
    property: Party | None = None
    role: Role
    designations: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    status: Status
    event_type: EventType
    is_background: bool
    term: Term = Term()
    editions: tuple[str, ...] = ()
    territory: str | None = None
    value: tuple[Value, ...] = ()
    exclusive: bool | None = None
    confirmation: Confirmation = Confirmation.UNATTRIBUTED
    evidence: tuple[Evidence, ...] = ()
    confidence: float = Field(ge=0, le=1)


class Source(Shape):
    """Where an article was published."""

    name: str | None = None
    domain: str | None = None


class Article(Shape):
    """One article, normalised, and what was found in it."""

    schema_version: str = SCHEMA_VERSION
    id: str
    url: str | None = None
    source: Source = Source()
    title: str | None = None
    byline: tuple[str, ...] = ()
    published_at: datetime | None = None
    language: str | None = Field(None, description="BCP 47.")
    captions: tuple[str, ...] = ()
    text: str
    relevance: float | None = Field(None, ge=0, le=1, description="Is this sponsorship news?")
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    deals: tuple[Deal, ...] = ()
    warnings: tuple[str, ...] = Field((), description="What was not done, or not well, and why.")
