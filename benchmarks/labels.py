"""Labelled articles: STEM.txt beside STEM.json, as `benchmarks/gold/README.md` describes them.

The shapes here are the format: a label file that has a field too many, or a code that is not in the record's
vocabularies, does not load. `faults` finds what a shape cannot say: that every labelled text is in the article.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field

from records.record import (
    Article,
    Confirmation,
    Disclosure,
    EventType,
    Role,
    Shape,
    Source,
    Status,
    ValueBasis,
)

GOLD = Path(__file__).parent / "gold"
HALVES = ("seen", "unseen")

Names = tuple[str, ...]


class ValueLabel(Shape):
    """A sum the article names, or how it says that there is none to name."""

    amount: float | None = None
    min: float | None = None
    max: float | None = None
    currency: str | None = None
    basis: ValueBasis = ValueBasis.UNKNOWN
    basis_alt: tuple[ValueBasis, ...] = ()
    disclosure: Disclosure
    disclosure_alt: tuple[Disclosure, ...] = ()


class DealLabel(Shape):
    """One deal; `*_alt` are readings that are as good, and null is what the article does not say."""

    sponsor: str
    sponsor_aliases: Names = ()
    rights_holder: str
    rights_holder_aliases: Names = ()
    property: str | None = None
    property_aliases: Names = ()
    role: Role | None = None
    role_alt: tuple[Role, ...] = ()
    designations: Names = ()
    status: Status | None = None
    status_alt: tuple[Status, ...] = ()
    event_type: EventType | None = None
    event_type_alt: tuple[EventType, ...] = ()
    announced_on: str | None = None
    start: str | None = None
    start_alt: Names = ()
    end: str | None = None
    end_alt: Names = ()
    years: float | None = None
    years_alt: tuple[float, ...] = ()
    editions: Names = ()
    territory: str | None = None
    value: tuple[ValueLabel, ...] = ()
    exclusive: bool | None = None
    confirmation: Confirmation | None = None
    confirmation_alt: tuple[Confirmation, ...] = ()
    main: bool
    group: str | None = Field(None, description="Deals of one group are one deal; any others are two.")


class QuoteLabel(Shape):
    """One pair of quotation marks (or one re-opened paragraph): offsets in the file, marks left out."""

    start: int
    end: int
    text: str
    kind: Literal["direct", "mixed"]
    speaker: str | None = Field(description="Full name as in the article; null for nobody named.")
    speaker_aliases: Names = ()
    optional: bool = Field(False, description="Arguable: neither a gain nor a loss.")


class Label(Shape):
    """What a person reading one article finds in it."""

    kind: Literal["positive", "hard_negative", "negative"]
    title: str | None
    source: Source | None
    published: date | None
    deals: tuple[DealLabel, ...]
    quotes: tuple[QuoteLabel, ...]
    people: Names
    organizations: Names
    places: Names
    events: Names
    aliases: dict[str, Names]
    optional_names: Names


class Labelled(NamedTuple):
    """An article's file and its label."""

    stem: str
    written: str
    label: Label

    def article(self) -> Article:
        """Return the article as it would come out of ingest: headline apart, source and date known."""
        title, body = self.label.title, self.written
        if title is not None:
            body = body.removeprefix(title)
        published = self.label.published
        return Article(
            id=f"art_{self.stem}",
            source=self.label.source or Source(),
            title=title,
            text=body.strip(),
            language="en",
            published_at=datetime.combine(published, time(), UTC) if published else None,
        )


def read(folder: Path) -> list[Labelled]:
    """Return the labelled articles of `folder`, by name; a file without its other half is an error."""
    stems = sorted(path.stem for path in folder.glob("*.json"))
    texts = sorted(path.stem for path in folder.glob("*.txt"))
    if stems != texts:
        raise FileNotFoundError(f"without their other half: {sorted(set(stems) ^ set(texts))}")
    return [
        Labelled(
            stem,
            (folder / f"{stem}.txt").read_text(encoding="utf-8"),
            Label.model_validate_json((folder / f"{stem}.json").read_text(encoding="utf-8")),
        )
        for stem in stems
    ]


def faults(labelled: Labelled) -> list[str]:
    """Return what in the label is not in the article, or contradicts the rest of the label."""
    written, label = labelled.written, labelled.label
    found = [*_headline(written, label), *_quotes(written, label), *_deals(written, label), *_names(written, label)]
    return [f"{labelled.stem}: {fault}" for fault in found]


def _absent(written: str, *names: str | None) -> Iterator[str]:
    flat = re.sub(r"\s+", " ", written).casefold()
    for name in names:
        if name is not None and re.sub(r"\s+", " ", name).casefold() not in flat:
            yield f"{name!r} is not in the article"


def _headline(written: str, label: Label) -> Iterator[str]:
    if label.title is not None and not written.startswith(label.title + "\n"):
        yield "the title is not the first line"


def _quotes(written: str, label: Label) -> Iterator[str]:
    for quote in label.quotes:
        if written[quote.start : quote.end] != quote.text:
            yield f"the offsets of {quote.text[:40]!r} are wrong"
        if quote.speaker is not None and quote.speaker not in label.people + label.organizations:
            yield f"the speaker {quote.speaker!r} is neither among the people nor the organizations"
        yield from _absent(written, quote.speaker)


def _deals(written: str, label: Label) -> Iterator[str]:
    for deal in label.deals:
        yield from _absent(written, deal.sponsor, deal.rights_holder, deal.property, deal.territory)
        yield from _absent(written, *deal.sponsor_aliases, *deal.rights_holder_aliases, *deal.property_aliases)
        yield from _absent(written, *deal.designations, *deal.editions)
        if deal.main and None in (deal.role, deal.status, deal.event_type):
            yield f"the main deal of {deal.sponsor!r} has no role, status or event type"
        for amount in (amount for value in deal.value for amount in (value.amount, value.min, value.max)):
            if amount is not None and not _stands(amount, written):
                yield f"the sum {amount:g} is not in the article"
        for year in (deal.start, deal.end):
            if year is not None and year[:4] not in written and f"-{year[2:4]}" not in written:
                yield f"the year of {year} is not in the article"
    if label.kind != "positive" and any(deal.main for deal in label.deals):
        yield "an article without a deal has a main deal"


def _names(written: str, label: Label) -> Iterator[str]:
    yield from _absent(written, *label.people, *label.organizations, *label.places, *label.events)
    yield from _absent(written, *label.optional_names, *label.aliases)
    yield from _absent(written, *(alias for names in label.aliases.values() for alias in names))


# The scales a sum can be worded in, with the Indian ones: a lakh is 1e5, a crore 1e7.
SCALES = (1, 1e3, 1e5, 1e6, 1e7, 1e9)


def _stands(amount: float, written: str) -> bool:
    """Return whether a number of the text, times a scale, is the amount."""
    numbers = {float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", written)}
    return any(abs(number * scale - amount) < 1e-6 * amount for number in numbers for scale in SCALES)
