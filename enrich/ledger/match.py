"""Whether two claims can be of one deal, and how much speaks for it."""

from typing import NamedTuple

from enrich.ledger import names, roles, window
from enrich.ledger.names import STRONG, WEAK
from enrich.ledger.statement import Named, Statement
from records.record import Role

# What is sponsored may be the club or its ground: less than a name that is only alike. In the days of one story
# that is one deal; weeks later the bank whose name is on the arena may become the club's bank as well.
_LOOSE = 0.5


def strength(one: Statement, other: Statement) -> float:
    """Return how surely the two are claims on one deal, 0 if they are not; the order does not matter."""
    return likeness(one, other) if may_meet(one, other) else 0.0


def may_meet(one: Statement, other: Statement) -> bool:
    """One article told of two deals apart: they are one only if it tells of both as news and alike."""
    return one.article.id != other.article.id or (
        one.deal.is_background == other.deal.is_background and one.deal.event_type == other.deal.event_type
    )


def likeness(one: Statement, other: Statement) -> float:
    """Return how surely the two are claims on one deal, whichever articles they stand in.

    Parties, role and window must all agree. Where a name is only loosely alike, something else the claims say
    (the day, the end or the length, the sum, the designation) must be the same.
    """
    found = agreement(one, other)
    return found.strength if found is not None and found.enough else 0.0


class Agreement(NamedTuple):
    """How well two claims agree, and whether that is enough for them to be of one deal by themselves."""

    strength: float
    enough: bool


def agreement(one: Statement, other: Statement) -> Agreement | None:
    """Return how well the two agree, None where parties, role or window say that they are two deals."""
    if not roles.compatible(one.deal.role, other.deal.role) or not window.overlap(one.window, other.window):
        return None
    sponsor, target = one.sponsor.kinship(other.sponsor), _target(one, other)
    if not sponsor or not target:
        return None
    support = _support(one, other)
    # Two loose names need two things more: "Fennick" at "Brackwell", the same week, for the same three years.
    days = window.gap(one.window, other.window)
    later = target <= _LOOSE and (days is None or days > window.ONE_STORY_DAYS)
    loose = max(sponsor, target) <= WEAK or later
    enough = min(sponsor, target) > WEAK or support >= (2 if loose else 1)
    return Agreement(sponsor * target + support / 10, enough)


def _target(one: Statement, other: Statement) -> float:
    """Return how strongly what is sponsored is the same: the thing, or the rights-holder as a whole."""
    if one.thing is None and other.thing is None:
        return one.body.relation(other.body)
    if one.thing is not None and other.thing is not None:
        return (
            one.thing.relation(other.thing) or _renamed(one, other) or _crossed(one, other) or _rebuilt(one, other)
        )
    whole, parted = (one, other) if one.thing is None else (other, one)
    thing = parted.thing
    assert thing is not None
    named = whole.body.relation(thing)
    if named:
        return named
    if _is_apart(thing, parted.body) and not _named_ground(one, other):
        # A ground that bears the sponsor's name is what the sponsor has of the club.
        return min(whole.body.relation(parted.body), _LOOSE) if _bears_its_name(parted, thing) else 0.0
    return min(whole.body.relation(parted.body), STRONG) or _rebuilt(one, other)


def _is_apart(part: Named, holder: Named) -> bool:
    """A women's team, an academy, a stadium: sold apart from the club."""
    return bool(part.main.parts - holder.main.parts)


def _bears_its_name(told: Statement, thing: Named) -> bool:
    """Whether what is sponsored is called after its sponsor: "Velmora Stadium"."""
    first, own = thing.main.words[:1], told.sponsor.main.words[:1]
    return bool(first) and first == own


def _named_ground(one: Statement, other: Statement) -> bool:
    return one.deal.role is Role.NAMING_RIGHTS and other.deal.role is Role.NAMING_RIGHTS


def _renamed(one: Statement, other: Statement) -> float:
    """A ground that gets a new name is called by the old one, the new one or neither."""
    assert one.thing is not None
    assert other.thing is not None
    if _named_ground(one, other) and one.thing.main.parts == other.thing.main.parts:
        return min(one.body.relation(other.body), STRONG)
    return 0.0


def _rebuilt(one: Statement, other: Statement) -> float:
    """The ground by its old name in one article, by the new name that the sponsor gave it in the other."""
    new_in = [_bears_its_name(each, each.thing or each.holder) for each in (one, other)]
    if not _named_ground(one, other) or new_in[0] == new_in[1]:
        return 0.0
    mine, theirs = ({*each.body.main.words, *each.holder.main.words} for each in (one, other))
    return _LOOSE if any(names.is_telling(word) for word in mine & theirs) else 0.0


def _crossed(one: Statement, other: Statement) -> float:
    """What one article takes for the holder is to the other a thing that is held."""
    crossed = any(
        a.body.relation(b.thing) >= STRONG for a, b in ((one, other), (other, one)) if b.thing is not None
    )
    return WEAK if crossed else 0.0


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
            (mine.term.years or 0) > 1 and mine.term.years == theirs.term.years,
        )
    )


def _sum(value: object) -> tuple[float, str | None] | None:
    amount, currency = getattr(value, "amount", None), getattr(value, "currency", None)
    return None if amount is None else (amount, currency)


def _worded(designations: tuple[str, ...]) -> set[str]:
    """Designations of two words or more, in lower case: "sponsor" alone says nothing."""
    return {wording.casefold() for wording in designations if len(wording.split()) > 1}
