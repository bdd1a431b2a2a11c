"""How many live deals have two facet values at once, kept for the values that many deals have.

A filter by a value that few deals have is counted when it is asked for. For the others every save of a deal
moves its counts, so that a filter by one value costs the same however many deals have it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import col, select

from records.session import Session
from records.store.insert import insert
from records.tables import Deal, DealFacet, FacetPair

# From so many deals on the counts beside a value are kept; so many are counted in some milliseconds.
MANY = 200
Key = tuple[str, str]  # facet, value
_ALL: Key = ("", "")  # beside which stands how many deals have the value at all


class Count(NamedTuple):
    """How many deals have a value of a facet."""

    value: str
    label: str
    deals: int


class Facets(NamedTuple):
    """The facets of one deal: the values that filters find it by, and with their labels those that are counted."""

    found_by: frozenset[Key]
    counted: Mapping[Key, str]


def write(session: Session, before: Facets, after: Facets) -> None:
    """Move the counts by one deal, whose facets were `before` and are `after`; those of no live deal are empty."""
    touched = sorted(before.found_by | after.found_by)
    kept = _kept(session, touched)
    labels = {**before.counted, **after.counted, _ALL: ""}
    rows = []
    for key in touched:
        if key in kept:
            had = {*before.counted, _ALL} if key in before.found_by else set()
            has = {*after.counted, _ALL} if key in after.found_by else set()
            rows += [_row(key, other, labels[other], 1 if other in has else -1) for other in sorted(had ^ has)]
    if rows:
        _add(session, rows)
    for key in sorted(after.found_by - before.found_by - kept):
        if _many(session, key):
            begin(session, key)


def counts(session: Session, key: Key, facets: Iterable[str], *, limit: int) -> dict[str, Sequence[Count]] | None:
    """Return the most frequent values of each facet among the deals with one value; None where they are not kept.

    Under the empty name stands how many deals have the value.
    """
    if not _kept(session, [key]):
        return None
    found: dict[str, Sequence[Count]] = {}
    for facet in ("", *facets):
        rows = session.execute(
            select(FacetPair.other_value, FacetPair.label, FacetPair.deals)
            .where(FacetPair.facet == key[0], FacetPair.value == key[1], FacetPair.other == facet)
            .where(col(FacetPair.deals) > 0)
            .order_by(col(FacetPair.deals).desc(), col(FacetPair.other_value).desc())
            .limit(limit)
        )
        found[facet] = by_number(Count(*row) for row in rows)
    return found


def by_number(counts: Iterable[Count]) -> list[Count]:
    """Return the counts, the most frequent first, the equally frequent by name."""
    return sorted(counts, key=lambda count: (-count.deals, count.value))


def _kept(session: Session, keys: Sequence[Key]) -> set[Key]:
    if not keys:
        return set()
    # One by one, not as a list of pairs: for that SQLite would read the whole table.
    any_of = sa.or_(
        *(sa.and_(col(FacetPair.facet) == facet, col(FacetPair.value) == value) for facet, value in keys)
    )
    all_of = select(FacetPair.facet, FacetPair.value).where(FacetPair.other == "", FacetPair.other_value == "")
    return {(facet, value) for facet, value in session.execute(all_of.where(any_of))}


def _row(key: Key, other: Key, label: str, deals: int) -> dict[str, Any]:
    columns = ("facet", "value", "other", "other_value", "label", "deals")
    return dict(zip(columns, (*key, *other, label, deals), strict=True))


def _add(session: Session, rows: list[dict[str, Any]]) -> None:
    added = insert(session, FacetPair).values(rows)
    session.execute(
        added.on_conflict_do_update(
            index_elements=["facet", "value", "other", "other_value"],
            set_={"deals": col(FacetPair.deals) + added.excluded.deals},
        )
    )


def _having(key: Key) -> Any:
    return select(DealFacet.deal_id).where(DealFacet.facet == key[0], DealFacet.value == key[1])


def _many(session: Session, key: Key) -> bool:
    some = _having(key).limit(MANY).subquery()
    return bool(session.execute(select(sa.func.count()).select_from(some)).scalar_one() >= MANY)


def begin(session: Session, key: Key) -> None:
    """Count the deals with this value once; from here on every save moves the counts."""
    live = _having(key).join(Deal, col(Deal.id) == col(DealFacet.deal_id)).where(Deal.state == "live").subquery()
    total = session.execute(select(sa.func.count()).select_from(live)).scalar_one()
    beside = session.execute(
        select(DealFacet.facet, DealFacet.value, sa.func.min(DealFacet.label), sa.func.count())
        .join(live, live.c.deal_id == col(DealFacet.deal_id))
        .where(col(DealFacet.label).is_not(None))
        .group_by(col(DealFacet.facet), col(DealFacet.value))
    )
    rows = [_row(key, (facet, value), label, deals) for facet, value, label, deals in beside]
    session.execute(sa.insert(FacetPair), [_row(key, _ALL, "", total), *rows])
