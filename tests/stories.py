"""Small articles with claims already read from them, for the tests of merging: no text is analysed."""

from datetime import UTC, datetime
from typing import Any

from enrich.ledger.cluster import Decision
from enrich.ledger.merging import Outcome, merge
from enrich.ledger.statement import statements
from records.deal import MergedDeal
from records.record import (
    Article,
    Deal,
    Disclosure,
    EventType,
    Party,
    Quote,
    QuoteKind,
    Role,
    Source,
    Speaker,
    Status,
    Term,
    Value,
)


def day(text: str) -> datetime:
    """Return noon of the ISO day, UTC."""
    return datetime.fromisoformat(f"{text}T12:00:00").replace(tzinfo=UTC)


def claim(
    sponsor: str = "Velmora Bank",
    holder: str = "Harrow Vale FC",
    *,
    number: int = 1,
    part: str | None = None,
    role: Role = Role.OFFICIAL_PARTNER,
    event: EventType = EventType.NEW,
    status: Status = Status.ANNOUNCED,
    background: bool = False,
    end: str | None = None,
    **fields: Any,
) -> Deal:
    """Return a claim as the deals stage makes it."""
    return Deal(
        id=f"d{number}",
        sponsor=Party(entity_id=None, name=sponsor),
        rights_holder=Party(entity_id=None, name=holder),
        property=Party(entity_id=None, name=part) if part else None,
        role=role,
        status=status,
        event_type=event,
        is_background=background,
        term=Term(end=end, **fields.pop("term", {})),
        confidence=0.8,
        **fields,
    )


def article(
    name: str,
    *deals: Deal,
    at: str | None = "2031-03-01",
    text: str | None = None,
    outlet: str | None = None,
    **f: Any,
) -> Article:
    """Return the article `name` of the outlet (its own, unless one is named) with these claims."""
    return Article(
        id=name,
        text=text or f"A text that only {name} has, about what {name} heard on its own at the gates of the ground.",
        published_at=day(at) if at else None,
        source=Source(name=outlet or f"The {name} Post"),
        deals=deals,
        **f,
    )


def quote(words: str, *deals: str, who: str | None = None, start: int = 0, **fields: Any) -> Quote:
    """Return a quotation tied to the article's claims named."""
    return Quote(
        text=words,
        start=start,
        end=start + len(words),
        kind=fields.pop("kind", QuoteKind.DIRECT),
        speaker=Speaker(entity_id="e1", name=who, **fields) if who else None,
        deal_ids=deals,
        confidence=0.9,
    )


def value(amount: float | None = None, currency: str | None = "GBP", **fields: Any) -> Value:
    """Return a reported sum."""
    return Value(
        **{
            "disclosure": Disclosure.REPORTED,
            "start": 0,
            "end": 1,
            "amount": amount,
            "currency": currency,
            **fields,
        }
    )


def merged(*articles: Article, decisions: tuple[Decision, ...] = (), **more: Any) -> Outcome:
    """Return the deals of the articles, each deal's id made from its first claim's name."""
    told = [statement for each in articles for statement in statements(each)]
    return merge(told, decisions=decisions, **{"new_id": "deal:{}".format, **more})


def refs(deal: MergedDeal) -> list[str]:
    """Return the names of the deal's claims, sorted."""
    return sorted(f"{each.article_id}/{each.deal.id}" for each in deal.claims)


def partition(outcome: Outcome) -> list[list[str]]:
    """Return which claims are together, in no order that depends on ids."""
    return sorted(refs(deal) for deal in outcome.deals)
