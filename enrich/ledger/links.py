"""How deals follow each other: a renewal supersedes what it renews, a new sponsor replaces the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from enrich.ledger import roles, window
from enrich.ledger.names import STRONG
from enrich.ledger.statement import named
from records.deal import MergedDeal
from records.record import EventType, Role

_ENDING = frozenset({EventType.TERMINATION, EventType.NON_RENEWAL})


@dataclass(frozen=True)
class Links:
    """Of each deal, by its id, the deal that it supersedes or replaces, and the one that does so to it."""

    supersedes: dict[str, str]
    superseded_by: dict[str, str]
    replaces: dict[str, str]
    replaced_by: dict[str, str]


def link(deals: Sequence[MergedDeal], beyond: Sequence[MergedDeal] = ()) -> Links:
    """Return the links of the `deals`, whatever their order.

    `beyond` are further deals that some of them may follow, and whose own links stay as they are.
    """
    ordered = sorted((*deals, *beyond), key=_place)
    by_key: dict[str, list[MergedDeal]] = {}
    for deal in ordered:
        for key in target_keys(deal):
            by_key.setdefault(key, []).append(deal)
    asked = {deal.id for deal in deals}
    links = Links({}, {}, {}, {})
    for deal in ordered:
        if deal.id not in asked:
            _keep(links, deal)
            continue
        near = {other.id: other for key in target_keys(deal) for other in by_key[key] if other.id != deal.id}
        earlier = [other for other in near.values() if _same_target(deal, other) and _before(other, deal)]
        renewed = max((other for other in earlier if _renews(deal, other)), key=_place, default=None)
        if renewed is not None:
            links.supersedes[deal.id] = renewed.id
            links.superseded_by.setdefault(renewed.id, deal.id)
        ended = max((other for other in earlier if _ends(deal, other)), key=_place, default=None)
        if ended is not None:
            links.replaces[deal.id] = ended.id
            links.replaced_by.setdefault(ended.id, deal.id)
    for deal in ordered:
        # What a deal out of sight does to this one stands.
        for told, name in ((links.superseded_by, "superseded_by"), (links.replaced_by, "replaced_by")):
            follower = getattr(deal, name)
            if follower is not None and follower not in asked:
                told.setdefault(deal.id, follower)
    return links


def _keep(links: Links, deal: MergedDeal) -> None:
    if deal.supersedes is not None:
        links.supersedes[deal.id] = deal.supersedes
    if deal.replaces is not None:
        links.replaces[deal.id] = deal.replaces


def may_follow(deal: MergedDeal) -> bool:
    """Return whether the deal may renew or replace another: it says so, or it does."""
    told = _events(deal) & (window.RENEWING | {EventType.REPLACEMENT})
    return bool(told) or deal.supersedes is not None or deal.replaces is not None


def target_keys(deal: MergedDeal) -> frozenset[str]:
    """Return the block keys of what is sponsored: deals that follow each other share one."""
    parties = [deal.rights_holder, *([deal.property] if deal.property else [])]
    return frozenset(key for party in parties for key in named(party).keys)


def _opened(deal: MergedDeal) -> date | None:
    """Return the day the deal's news broke."""
    news = [claim for claim in deal.claims if not claim.deal.is_background]
    days = [
        window.day(claim.deal.term.announced_on) or (claim.published_at.date() if claim.published_at else None)
        for claim in news
    ]
    return min((day for day in days if day), default=None)


def _place(deal: MergedDeal) -> tuple[date, int, str]:
    """Sort by the day of the news, then by the end, then by the claims: ids depend on what came first."""
    first = min((f"{claim.article_id}/{claim.deal.id}" for claim in deal.claims), default="")
    return _opened(deal) or date.min, window.year(deal.term.end) or 0, first


def _events(deal: MergedDeal) -> frozenset[EventType]:
    return frozenset(claim.deal.event_type for claim in deal.claims if not claim.deal.is_background)


def _same_target(one: MergedDeal, other: MergedDeal) -> bool:
    if one.property and other.property:
        return named(one.property).relation(named(other.property)) >= STRONG or (
            one.role is Role.NAMING_RIGHTS
            and other.role is Role.NAMING_RIGHTS
            and named(one.rights_holder).relation(named(other.rights_holder)) >= STRONG
        )
    whole, parted = (one, other) if one.property is None else (other, one)
    if parted.property is not None:
        part = named(parted.property)
        if named(whole.rights_holder).relation(part) >= STRONG:
            return True
        if part.main.parts - named(parted.rights_holder).main.parts:
            return False
    return named(one.rights_holder).relation(named(other.rights_holder)) >= STRONG


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
        and named(deal.sponsor).relation(named(other.sponsor)) >= STRONG
        and any(roles.compatible(one, two) for one in deal.roles for two in other.roles)
    )


def _ends(deal: MergedDeal, other: MergedDeal) -> bool:
    """A successor: it says so, or its own articles say that the other is over; not of the same sponsor."""
    if named(deal.sponsor).relation(named(other.sponsor)):
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
