"""How deals follow each other: a renewal supersedes what it renews, a new sponsor replaces the one before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from enrich.ledger import names, roles, window
from enrich.ledger.names import STRONG
from enrich.ledger.statement import Known
from records.deal import MergedDeal, MergedParty
from records.record import EventType, Role

_ENDING = frozenset({EventType.TERMINATION, EventType.NON_RENEWAL})


@dataclass(frozen=True)
class Links:
    """Of each deal, by its id, the deal it supersedes and the deal it replaces."""

    supersedes: dict[str, str]
    replaces: dict[str, str]


def link(deals: Iterable[MergedDeal]) -> Links:
    """Return the links among the deals, whatever their order."""
    ordered = sorted(deals, key=lambda deal: (_opened(deal) or date.max, deal.id))
    supersedes: dict[str, str] = {}
    replaces: dict[str, str] = {}
    by_key: dict[str, list[MergedDeal]] = {}
    for deal in ordered:
        for key in target_keys(deal):
            by_key.setdefault(key, []).append(deal)
    for deal in ordered:
        near = {other.id: other for key in target_keys(deal) for other in by_key[key] if other.id != deal.id}
        earlier = [other for other in near.values() if _same_target(deal, other) and _before(other, deal)]
        renewed = [other for other in earlier if _renews(deal, other)]
        if renewed:
            supersedes[deal.id] = max(renewed, key=_recency).id
        ended = [other for other in earlier if _ends(deal, other)]
        if ended:
            replaces[deal.id] = max(ended, key=_recency).id
    return Links(supersedes, replaces)


def target_keys(deal: MergedDeal) -> frozenset[str]:
    """Return the block keys of what is sponsored: deals that follow each other share one."""
    parties = [deal.rights_holder, *([deal.property] if deal.property else [])]
    return frozenset(key for party in parties for key in _known(party).keys)


@lru_cache(maxsize=16384)
def _known(party: MergedParty) -> Known:
    return Known(
        shown=party.name,
        main=names.written(party.name),
        others=tuple(names.written(alias) for alias in party.aliases),
        id=party.entity_id,
    )


def _opened(deal: MergedDeal) -> date | None:
    """Return the day the deal's news broke."""
    news = [claim for claim in deal.claims if not claim.deal.is_background]
    days = [
        window.day(claim.deal.term.announced_on) or (claim.published_at.date() if claim.published_at else None)
        for claim in news
    ]
    return min((day for day in days if day), default=None)


def _recency(deal: MergedDeal) -> tuple[date, int, str]:
    return _opened(deal) or date.min, window.year(deal.term.end) or 0, deal.id


def _events(deal: MergedDeal) -> frozenset[EventType]:
    return frozenset(claim.deal.event_type for claim in deal.claims if not claim.deal.is_background)


def _same_target(one: MergedDeal, other: MergedDeal) -> bool:
    if one.property and other.property:
        return _known(one.property).relation(_known(other.property)) >= STRONG or (
            one.role is Role.NAMING_RIGHTS
            and other.role is Role.NAMING_RIGHTS
            and _known(one.rights_holder).relation(_known(other.rights_holder)) >= STRONG
        )
    whole, parted = (one, other) if one.property is None else (other, one)
    if parted.property is not None:
        part = _known(parted.property)
        if _known(whole.rights_holder).relation(part) >= STRONG:
            return True
        if part.main.parts - _known(parted.rights_holder).main.parts:
            return False
    return _known(one.rights_holder).relation(_known(other.rights_holder)) >= STRONG


def _before(earlier: MergedDeal, later: MergedDeal) -> bool:
    """Return whether the one deal was made before the other, by their news or, failing that, by their ends."""
    opened, follows = _opened(earlier), _opened(later)
    if opened and follows and opened != follows:
        return opened < follows
    end, last = window.year(earlier.term.end), window.year(later.term.end)
    if end is not None and last is not None and end != last:
        return end < last
    renews, renewed = _events(later) & window.RENEWING, _events(earlier) & window.RENEWING
    follows_by_word = EventType.REPLACEMENT in _events(later) or bool(_told_over(later, earlier))
    return bool(renews and not renewed) or follows_by_word


def _renews(deal: MergedDeal, other: MergedDeal) -> bool:
    return (
        bool(_events(deal) & window.RENEWING)
        and _known(deal.sponsor).relation(_known(other.sponsor)) >= STRONG
        and any(roles.compatible(one, two) for one in deal.roles for two in other.roles)
    )


def _ends(deal: MergedDeal, other: MergedDeal) -> bool:
    """A successor: it says so, or its own articles say that the other is over; not of the same sponsor."""
    if _known(deal.sponsor).relation(_known(other.sponsor)):
        return False
    told = _told_over(deal, other)
    if EventType.REPLACEMENT not in _events(deal) and not told:
        return False
    if not any(roles.compatible(one, two) for one in deal.roles for two in other.roles):
        return False
    end, opened = window.year(other.term.end), _opened(deal)
    if end is not None and opened is not None and end + 1 < opened.year:
        return False
    same_asset = bool(roles.EXCLUSIVE.intersection(deal.roles) and roles.EXCLUSIVE.intersection(other.roles))
    return told or same_asset


def _told_over(deal: MergedDeal, other: MergedDeal) -> bool:
    reporting = {claim.article_id for claim in deal.claims if not claim.deal.is_background}
    return any(
        claim.article_id in reporting and (claim.deal.event_type in _ENDING or claim.deal.status in window.OVER)
        for claim in other.claims
    )


def chosen(links: Sequence[str]) -> str | None:
    """Return the one id that stands for several, the same whatever their order."""
    return min(links, default=None)
