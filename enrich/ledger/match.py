"""Whether two claims can be of one deal, and how much speaks for it."""

from enrich.ledger import roles, window
from enrich.ledger.names import STRONG, WEAK
from enrich.ledger.statement import Named, Statement
from records.record import Role


def strength(one: Statement, other: Statement) -> float:
    """Return how surely the two are claims on one deal, 0 if they are not; the order does not matter.

    Parties, role and window must all agree. Where a name is only loosely alike, something else the claims say
    (the day, the end, the sum, the designation) must be the same.
    """
    if one.article.id == other.article.id and not _said_twice(one, other):
        return 0.0
    if not roles.compatible(one.deal.role, other.deal.role) or not window.overlap(one.window, other.window):
        return 0.0
    sponsor = one.sponsor.relation(other.sponsor)
    if not sponsor:
        return 0.0
    target = _target(one, other)
    if not target:
        return 0.0
    support = _support(one, other)
    if min(sponsor, target) <= WEAK and (support == 0 or max(sponsor, target) <= WEAK):
        return 0.0
    return sponsor * target + support / 10


def _said_twice(one: Statement, other: Statement) -> bool:
    """One article told of two deals apart: they are one only if it tells of both as news and alike."""
    return one.deal.is_background == other.deal.is_background and one.deal.event_type == other.deal.event_type


def _target(one: Statement, other: Statement) -> float:
    """Return how strongly what is sponsored is the same: the property, or the rights-holder as a whole."""
    if one.part is None and other.part is None:
        return one.holder.relation(other.holder)
    if one.part is not None and other.part is not None:
        return one.part.relation(other.part) or _renamed(one, other)
    whole, parted = (one, other) if one.part is None else (other, one)
    part = parted.part
    assert part is not None
    named = whole.holder.relation(part)
    if named:
        return named
    if _is_apart(part, parted.holder) and not _named_ground(one, other):
        return 0.0
    return min(whole.holder.relation(parted.holder), STRONG)


def _is_apart(part: Named, holder: Named) -> bool:
    """A women's team, an academy, a stadium: sold apart from the club."""
    return bool(part.main.parts - holder.main.parts)


def _named_ground(one: Statement, other: Statement) -> bool:
    return one.deal.role is Role.NAMING_RIGHTS and other.deal.role is Role.NAMING_RIGHTS


def _renamed(one: Statement, other: Statement) -> float:
    """A ground that gets a new name is called by the old one, the new one or neither."""
    assert one.part is not None
    assert other.part is not None
    if _named_ground(one, other) and one.part.main.parts == other.part.main.parts:
        return min(one.holder.relation(other.holder), STRONG)
    return 0.0


def _support(one: Statement, other: Statement) -> int:
    """Return how many things beside the parties are the same in both claims."""
    days = window.gap(one.window, other.window)
    mine, theirs = one.deal, other.deal
    return sum(
        (
            days is not None and days <= window.SAME_NEWS_DAYS // 3,
            one.window.end is not None and one.window.end == other.window.end,
            mine.role is theirs.role and not roles.is_general(mine.role),
            bool({_sum(value) for value in mine.value} & {_sum(value) for value in theirs.value} - {None}),
            bool(_worded(mine.designations) & _worded(theirs.designations)),
        )
    )


def _sum(value: object) -> tuple[float, str | None] | None:
    amount, currency = getattr(value, "amount", None), getattr(value, "currency", None)
    return None if amount is None else (amount, currency)


def _worded(designations: tuple[str, ...]) -> set[str]:
    """Designations of two words or more, in lower case: "sponsor" alone says nothing."""
    return {wording.casefold() for wording in designations if len(wording.split()) > 1}
