"""One deal with all its sources: what several articles say of it, merged, as command, API and feeds carry it.

A claim is what one article says (`records.record.Deal`). The fields of a merged deal are its claims' fields
resolved; what the sources disagree on stands side by side in `value` and `disagreements`, each position with
its articles. Offsets are code points in the text of the article that is named beside them.
"""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import Field, ValidationError

from records.errors import Rejected
from records.record import (
    SCHEMA_VERSION,
    Confirmation,
    Deal,
    EventType,
    Known,
    QuoteKind,
    Role,
    Shape,
    Source,
    Speaker,
    Status,
    Term,
    Value,
)

# What a person may set for good; the rest is counted or decided by the ledger.
LOCKABLE = frozenset(
    """sponsor.name rights_holder.name property role roles designations categories status event_type
    term.announced_on term.start term.end term.years editions territory value exclusive confirmation""".split()
)


_DATES = frozenset({"term.announced_on", "term.start", "term.end"})
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


class DealState(StrEnum):
    """`live` is published; `merged` lives on under another id; `retracted` has no claim left."""

    LIVE = "live"
    MERGED = "merged"
    RETRACTED = "retracted"


class MergedParty(Shape):
    """One side of the deal, or what is sponsored, under the fullest name any source gives it."""

    entity_id: str | None = Field(None, description="Of the entity across articles: /entities/{id}.")
    name: str
    aliases: tuple[str, ...] = Field((), description="Other names of it, the known one included, sorted.")
    known: Known | None = None


class SourcedValue(Value):
    """A sum, or the refusal to name one, with the article that says so; offsets are in its text."""

    article_id: str


class Position(Shape):
    """One answer to a question on which the sources disagree, and who gives it."""

    value: Any = Field(description="The field's value, in the field's own shape.")
    article_ids: tuple[str, ...]
    attribution: str | None = Field(None, description="Whom the articles name for it, as worded.")


class Disagreement(Shape):
    """A field on which sources differ; every position is kept and none wins silently."""

    field: str = Field(description="A dotted path into the deal: term.end, value.amount, status, ...")
    positions: tuple[Position, ...]


class DealSource(Source):
    """An article that reports the deal."""

    article_id: str
    url: str | None = None
    title: str | None = None
    published_at: datetime | None = None
    independent: bool = Field(description="False for a copy of another source, and an outlet's later articles.")
    copy_of: str | None = Field(None, description="The article it is a near-duplicate of.")
    is_background: bool = Field(False, description="True if the article only mentions the deal.")


class Claim(Shape):
    """What one article says of the deal, with its evidence in that article's text."""

    article_id: str
    published_at: datetime | None = None
    deal: Deal


class QuoteCopy(Shape):
    """One outlet's printing of a quotation."""

    article_id: str
    text: str
    start: int
    end: int
    kind: QuoteKind
    speaker: Speaker | None = Field(None, description="As this article has it.")


class QuoteGroup(Shape):
    """One quotation, however many outlets print it; the group lends its speaker to the copy without one."""

    text: str = Field(description="The longest printing.")
    kind: QuoteKind
    speaker: Speaker | None = None
    copies: tuple[QuoteCopy, ...]


class MergedDeal(Shape):
    """One deal, all its sources."""

    schema_version: str = SCHEMA_VERSION
    id: str = Field(description="Opaque and permanent.")
    revision: int = Field(1, ge=1, description="Raised by every change.")
    state: DealState = DealState.LIVE
    merged_into: str | None = Field(None, description="Of a merged deal: the id under which it lives on.")
    sponsor: MergedParty
    rights_holder: MergedParty
    property: MergedParty | None = None
    role: Role = Field(description="The most specific of `roles`.")
    roles: tuple[Role, ...] = ()
    designations: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    status: Status
    event_type: EventType
    term: Term = Term()
    editions: tuple[str, ...] = ()
    territory: str | None = None
    value: tuple[SourcedValue, ...] = Field((), description="What each source says, side by side.")
    exclusive: bool | None = None
    confirmation: Confirmation = Confirmation.UNATTRIBUTED
    confidence: float = Field(ge=0, le=1)
    disagreements: tuple[Disagreement, ...] = ()
    locked: tuple[str, ...] = Field((), description="Fields a person set or confirmed; no run changes them.")
    supersedes: str | None = Field(None, description="The deal this one renews.")
    superseded_by: str | None = None
    replaces: str | None = Field(None, description="Another sponsor's deal that this one ends.")
    replaced_by: str | None = None
    independent_sources: int = Field(0, ge=0)
    sources: tuple[DealSource, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotes: tuple[QuoteGroup, ...] = ()
    first_reported_at: datetime | None = Field(None, description="The earliest publication among its sources.")
    updated_at: datetime | None = None

    def with_locks(self, held: Mapping[str, Any]) -> "MergedDeal":
        """Return the deal with what a person set, by dotted field, in place of what the claims say.

        Raises Rejected (`field_unknown`, `value_invalid`).
        """
        plain = self.model_dump()
        for path, value in held.items():
            if path not in LOCKABLE:
                raise Rejected(
                    "field_unknown", f"{path!r} is no field that can be set: {', '.join(sorted(LOCKABLE))}."
                )
            if path in _DATES and value is not None and not _DATE.fullmatch(str(value)):
                raise Rejected("value_invalid", f"{path}: a date is YYYY, YYYY-MM or YYYY-MM-DD.")
            if "\\u0000" in json.dumps(value):
                raise Rejected("value_invalid", f"{path}: the character U+0000 cannot be stored.")
            *parents, last = path.split(".")
            place = plain
            for name in parents:
                place = place[name]
            place[last] = value
        try:
            return MergedDeal.model_validate({**plain, "locked": tuple(sorted(held))})
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"]))
            raise Rejected("value_invalid", f"{field}: {first['msg']}.") from error
