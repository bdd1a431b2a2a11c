"""What a reader wants to see: the filters, the same on every list, feed, stream, webhook and saved filter.

A filter is a set of facets that all hold. The same facets are written beside each deal and each article
when it is stored, so a list finds them by index, and are read from an event when it is published, so a
stream needs no database to tell whether it matches.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, NamedTuple

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from records.ids import name_key
from records.record import EventType, Role, Status

FACETS = ("sponsor", "rights_holder", "person", "role", "category", "status", "event_type")


class Facet(NamedTuple):
    """One property of a deal or article. `label` is what a person reads; other names of it have none."""

    facet: str
    value: str
    label: str | None


def _utc(moment: datetime) -> datetime:
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError as error:
        raise ValueError("this moment is outside the calendar") from error


Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")
]
Moment = Annotated[datetime, AfterValidator(_utc)]


class Query(BaseModel):
    """A filter. Everything given must hold; names are compared without case, accents and punctuation."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sponsor: Words | None = Field(None, description="Name, other name or id of the sponsor.")
    rights_holder: Words | None = Field(None, description="Name or id of the rights-holder or the property.")
    person: Words | None = Field(None, description="Name or id of a person who is quoted or named.")
    role: Role | None = Field(None, description="What the sponsor becomes.")
    category: Words | None = Field(None, description="The category of goods or services.")
    status: Status | None = Field(None, description="Where the deal stands.")
    event_type: EventType | None = Field(None, description="What happened to the deal.")
    since: Moment | None = Field(None, description="Changed (deals) or published (articles) at or after this.")
    until: Moment | None = Field(None, description="Changed (deals) or published (articles) before this.")
    ends_before: date | None = Field(None, description="The deal's last day is before this.")
    q: Words | None = Field(None, description="Words that must all occur, anywhere.")

    @field_validator("until")
    @classmethod
    def _in_order(cls, until: datetime | None, given: ValidationInfo) -> datetime | None:
        since = given.data.get("since")
        if since and until and since >= until:
            raise ValueError("until must be later than since")
        return until

    def facets(self) -> Iterator[tuple[str, str]]:
        """Yield the facets that must all hold, as they are stored."""
        for facet in FACETS:
            value = getattr(self, facet)
            if value is not None:
                yield facet, _key(facet, str(value))

    def is_empty(self) -> bool:
        """Return whether everything matches."""
        return not self.model_dump(exclude_none=True)

    def parameters(self) -> dict[str, str]:
        """Return the filter as query parameters, in a fixed order."""
        return {name: str(value) for name, value in self.model_dump(mode="json", exclude_none=True).items()}

    def matches(self, kind: str, body: Mapping[str, Any], published_at: datetime) -> bool:
        """Return whether an event of the log is one that this filter asks for."""
        if (self.since and published_at < self.since) or (self.until and published_at >= self.until):
            return False
        wanted = set(self.facets())
        if not wanted and not self.q and not self.ends_before:
            return True
        deal, article = body.get("deal"), body.get("article") or {}
        found = list(of_deal(deal)) if deal else list(of_article(article))
        if not wanted <= {(facet.facet, facet.value) for facet in found}:
            return False
        if self.ends_before is not None:
            ends_by = last_day(((deal or {}).get("term") or {}).get("end"))
            if ends_by is None or ends_by >= self.ends_before.isoformat():
                return False
        return self.q is None or set(name_key(self.q).split()) <= set(searched(deal or article).split())


def _key(facet: str, value: str) -> str:
    # Codes are kept as they are; names and ids are made comparable.
    return value if facet in ("role", "status", "event_type") else name_key(value)


def of_deal(deal: Mapping[str, Any]) -> Iterator[Facet]:
    """Yield the facets of a merged deal, given as its record in JSON."""
    yield from _party("sponsor", deal["sponsor"])
    yield from _party("rights_holder", deal["rights_holder"])
    if deal.get("property"):
        for facet in _party("rights_holder", deal["property"]):
            yield facet._replace(label=None)
    for role in dict.fromkeys((deal["role"], *deal.get("roles", ()))):
        yield Facet("role", role, role)
    for category in deal.get("categories", ()):
        yield Facet("category", name_key(category), category)
    yield Facet("status", deal["status"], deal["status"])
    yield Facet("event_type", deal["event_type"], deal["event_type"])
    month = (deal.get("term") or {}).get("announced_on") or deal.get("first_reported_at") or ""
    if len(month) >= 7:
        yield Facet("month", month[:7], month[:7])
    for quote in deal.get("quotes", ()):
        if quote.get("speaker"):
            yield from _party("person", quote["speaker"])


def of_article(article: Mapping[str, Any]) -> Iterator[Facet]:
    """Yield the facets of an article: of the deals it reports, and the people it names."""
    for deal in article.get("deals", ()):
        if not deal.get("is_background"):
            yield from of_deal(deal)
    for entity in article.get("entities", ()):
        if entity.get("kind") == "person":
            yield from _party("person", {**entity, "entity_id": None})
    for quote in article.get("quotes", ()):
        if quote.get("speaker"):
            yield Facet("person", name_key(quote["speaker"]["name"]), quote["speaker"]["name"])


def _party(facet: str, party: Mapping[str, Any]) -> Iterator[Facet]:
    yield Facet(facet, name_key(party["name"]), party["name"])
    known = party.get("known") or {}
    for other in (party.get("entity_id"), known.get("id"), known.get("name"), *party.get("aliases", ())):
        if other:
            yield Facet(facet, name_key(other), None)


def unique(facets: Iterable[Facet]) -> list[Facet]:
    """Return each facet once, in order, with its label where any of them has one; empty ones are left out."""
    found: dict[tuple[str, str], Facet] = {}
    for facet in facets:
        key = (facet.facet, facet.value)
        if facet.value and (key not in found or found[key].label is None):
            found[key] = facet
    return [found[key] for key in sorted(found)]


def last_day(ends_on: str | None) -> str | None:
    """Return the last day, YYYY-MM-DD, that an end as precise as the text can mean."""
    parts = (ends_on or "").split("-")
    try:
        year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12
        if len(parts) > 2:
            return date(year, month, int(parts[2])).isoformat()
        date(year, month, 1)
        first_after = date(year + month // 12, month % 12 + 1, 1)
    except ValueError:
        return None
    return date.fromordinal(first_after.toordinal() - 1).isoformat()


def searched(record: Mapping[str, Any]) -> str:
    """Return the words of a deal or article that a text search looks in, made comparable."""
    if "sponsor" in record:
        parties = [record["sponsor"], record["rights_holder"], record.get("property") or {}]
        said = [party.get("name") or "" for party in parties]
        said += [alias for party in parties for alias in party.get("aliases", ())]
        said += [*record.get("designations", ()), *record.get("categories", ()), *record.get("editions", ())]
        said += [record["role"].replace("_", " "), record.get("territory") or ""]
        for quote in record.get("quotes", ()):
            said += [quote["text"], (quote.get("speaker") or {}).get("name") or ""]
        said += [source.get("title") or "" for source in record.get("sources", ())]
    else:
        said = [record.get("title") or "", *record.get("byline", ()), record.get("text") or ""]
    # Each part by itself: a key is cut at a length that a whole text exceeds.
    return " ".join(name_key(word) for part in said for word in part.split())
