"""How deals follow each other: a renewal supersedes what it renews, a new sponsor replaces the one before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from enrich.ledger import roles, window
from enrich.ledger.names import STRONG
from enrich.ledger.statement import named
from records.deal import MergedDeal
from records.record import ENDING, OVER, EventType, Role


@dataclass(frozen=True)
class Links:
    """Of each deal, by its id, the deal that it supersedes or replaces, and the one that does so to it."""

    supersedes: dict[str, str]
    superseded_by: dict[str, str]
    replaces: dict[str, str]
    replaced_by: dict[str, str]


class _Deal:
    """A merged deal with what links ask of it, worked out once."""

    def __init__(self, deal: MergedDeal) -> None:
        self.deal, self.id = deal, deal.id
        self.sponsor, self.holder = named(deal.sponsor), named(deal.rights_holder)
        self.part = named(deal.property) if deal.property else None
        news = [claim for claim in deal.claims if not claim.deal.is_background]
        self.events = frozenset(claim.deal.event_type for claim in news)
        self.reporting = reporting(deal)
        self.told_over = told_over(deal)
        days = [
            window.day(claim.deal.term.announced_on) or (claim.published_at.date() if claim.published_at else None)
            for claim in news
        ]
        self.opened = min((day for day in days if day), default=None)
        self.end = window.year(deal.term.end)
        # By the day of the news, then by the end, then by the claims: ids depend on what came first.
        first = min((f"{claim.article_id}/{claim.deal.id}" for claim in deal.claims), default="")
        self.place = (self.opened or date.min, self.end or 0, first)

        self.keys = self.holder.keys | (self.part.keys if self.part else frozenset())
        self.pair_keys = frozenset(f"{mine}|{key}" for mine in self.sponsor.keys for key in self.keys)


def told_over(deal: MergedDeal) -> frozenset[str]:
    """Return the articles that say that the deal is over."""
    return frozenset(
        claim.article_id for claim in deal.claims if claim.deal.event_type in ENDING or claim.deal.status in OVER
    )


def reporting(deal: MergedDeal) -> frozenset[str]:
    """Return the articles whose news the deal is."""
    return frozenset(claim.article_id for claim in deal.claims if not claim.deal.is_background)


def link(deals: Sequence[MergedDeal], beyond: Sequence[MergedDeal] = ()) -> Links:
    """Return the links of the `deals`, whatever their order.

    `beyond` are further deals that some of them may follow, and whose own links stay as they are.
    """
    ordered = sorted(map(_Deal, (*deals, *beyond)), key=lambda each: each.place)
    by_key: defaultdict[str, list[_Deal]] = defaultdict(list)
    by_pair: defaultdict[str, list[_Deal]] = defaultdict(list)
    over_in: defaultdict[str, list[_Deal]] = defaultdict(list)
    for each in ordered:
        for index, keys in ((by_key, each.keys), (by_pair, each.pair_keys), (over_in, each.told_over)):
            for key in keys:
                index[key].append(each)
    asked = {deal.id for deal in deals}
    links = Links({}, {}, {}, {})
    for each in ordered:
        if each.id not in asked:
            _keep(links, each.deal)
            continue
        found = [other for article in each.reporting for other in over_in.get(article, ())]
        if each.events & window.RENEWING:
            found += [other for key in each.pair_keys for other in by_pair[key]]
        if EventType.REPLACEMENT in each.events:
            found += [other for key in each.keys for other in by_key[key]]
        near = {other.id: other for other in found if other.id != each.id}
        earlier = [other for other in near.values() if _before(other, each)]
        renewed = _last(other for other in earlier if _renews(each, other) and _same_target(each, other))
        if renewed is not None:
            links.supersedes[each.id] = renewed.id
            links.superseded_by.setdefault(renewed.id, each.id)
        ended = _last(other for other in earlier if _ends(each, other) and _same_target(each, other))
        if ended is not None:
            links.replaces[each.id] = ended.id
            links.replaced_by.setdefault(ended.id, each.id)
    _stand(links, ordered, asked)
    return links


def _stand(links: Links, ordered: Iterable[_Deal], asked: set[str]) -> None:
    """Keep what a deal out of sight does to one of these."""
    for each in ordered:
        for told, follower in (
            (links.superseded_by, each.deal.superseded_by),
            (links.replaced_by, each.deal.replaced_by),
        ):
            if follower is not None and follower not in asked:
                told.setdefault(each.id, follower)


def _last(deals: Iterable[_Deal]) -> _Deal | None:
    return max(deals, key=lambda each: each.place, default=None)


def _keep(links: Links, deal: MergedDeal) -> None:
    if deal.supersedes is not None:
        links.supersedes[deal.id] = deal.supersedes
    if deal.replaces is not None:
        links.replaces[deal.id] = deal.replaces


def replaces(deal: MergedDeal) -> bool:
    """Return whether the deal's articles say that it takes another sponsor's place."""
    return any(
        claim.deal.event_type is EventType.REPLACEMENT and not claim.deal.is_background for claim in deal.claims
    )


def target_keys(deal: MergedDeal) -> frozenset[str]:
    """Return the block keys of what is sponsored: deals that follow each other share one."""
    parties = [deal.rights_holder, *([deal.property] if deal.property else [])]
    return frozenset(key for party in parties for key in named(party).keys)


def _same_target(one: _Deal, other: _Deal) -> bool:
    same_holder = one.holder.relation(other.holder) >= STRONG
    if one.part is not None and other.part is not None:
        both_names = one.deal.role is Role.NAMING_RIGHTS and other.deal.role is Role.NAMING_RIGHTS
        return one.part.relation(other.part) >= STRONG or (both_names and same_holder)
    whole, parted = (one, other) if one.part is None else (other, one)
    if parted.part is not None:
        if whole.holder.relation(parted.part) >= STRONG:
            return True
        if parted.part.main.parts - parted.holder.main.parts:
            return False
    return same_holder


def _before(earlier: _Deal, later: _Deal) -> bool:
    """Return whether the one deal was made before the other, by their news or, failing that, by their ends."""
    if earlier.opened and later.opened and earlier.opened != later.opened:
        return earlier.opened < later.opened
    if earlier.end is not None and later.end is not None and earlier.end != later.end:
        return earlier.end < later.end
    renews = later.events & window.RENEWING and not earlier.events & window.RENEWING
    replaces = EventType.REPLACEMENT in later.events and EventType.REPLACEMENT not in earlier.events
    outlives = later.reporting & earlier.told_over and not earlier.reporting & later.told_over
    return bool(renews or replaces or outlives)


def _may_share_role(one: _Deal, other: _Deal) -> bool:
    return any(roles.compatible(mine, theirs) for mine in one.deal.roles for theirs in other.deal.roles)


def _renews(deal: _Deal, other: _Deal) -> bool:
    return (
        bool(deal.events & window.RENEWING)
        and deal.sponsor.relation(other.sponsor) >= STRONG
        and _may_share_role(deal, other)
    )


def _ends(deal: _Deal, other: _Deal) -> bool:
    """A successor: it says so, or its own articles say that the other is over; not of the same sponsor.

    Only one sponsor at a time has the front of the shirt; many are partners, and one of them leaving makes
    room for nobody in particular, unless the articles say that the one takes the other's place.
    """
    says_so = EventType.REPLACEMENT in deal.events
    told = bool(deal.reporting & other.told_over)
    if not deal.events & window.OPENING or deal.reporting & deal.told_over or not (says_so or told):
        return False
    if deal.sponsor.kinship(other.sponsor) or not _may_share_role(deal, other):
        return False
    if other.end is not None and deal.opened is not None and other.end + 1 < deal.opened.year:
        return False
    one_holder = roles.EXCLUSIVE.intersection(deal.deal.roles) and roles.EXCLUSIVE.intersection(other.deal.roles)
    return bool(one_holder) or (says_so and told)
