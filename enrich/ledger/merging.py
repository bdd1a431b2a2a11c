"""Claims and the deals as they stood -> the deals as they stand, and what changed. Pure.

The result depends on the claims and on what people decided, not on the order in which articles came.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from enrich.ledger.cluster import Cluster, Decision, clusters
from enrich.ledger.identity import assign
from enrich.ledger.links import Links, link
from enrich.ledger.resolve import resolve, status_of
from enrich.ledger.statement import Statement
from records.deal import DealState, MergedDeal
from records.record import Status

Locks = Mapping[str, Mapping[str, Any]]  # by deal id: dotted field -> the value a person set

# A deal that another sponsor's deal ends is over, unless its own articles say more.
_STANDING = frozenset({Status.ANNOUNCED, Status.ACTIVE, Status.UNKNOWN})
# What changes with every change and says nothing by itself.
_BOOKKEEPING = frozenset({"revision", "updated_at"})


@dataclass(frozen=True)
class Change:
    """What happened to one deal: the event `deal.<kind>`."""

    kind: Literal["announced", "updated", "merged", "split", "retracted"]
    deal: MergedDeal
    fields: tuple[str, ...] = ()  # what an update changed
    other: str | None = None  # the deal it was merged into, or split from


@dataclass(frozen=True)
class Outcome:
    """The deals that the claims make now, and every difference from what stood."""

    deals: tuple[MergedDeal, ...]
    changes: tuple[Change, ...]


def merge(
    statements: Iterable[Statement],
    *,
    new_id: Callable[[str], str],
    old: Sequence[MergedDeal] = (),
    neighbours: Sequence[MergedDeal] = (),
    beyond: Sequence[MergedDeal] = (),
    decisions: Sequence[Decision] = (),
    locks: Locks | None = None,
    now: datetime | None = None,
) -> Outcome:
    """Return the deals that the claims make, and what changed against the `old` ones, given oldest first.

    `statements` are all claims that share a block key with one another, directly or through others, and `old`
    all deals that ever held one of them. `neighbours` are the other live deals with the same properties, which
    may follow one of these or be ended by it; `beyond` those that `neighbours` may follow. `new_id` gives a
    permanent id for the claim it is passed.
    """
    locks = locks or {}
    found = clusters(statements, decisions)
    fate = assign(found, old)
    fresh = [
        _locked(resolve(kept.id if kept else new_id(cluster.members[0].ref), cluster.members), locks)
        for cluster, kept in zip(found, fate.kept, strict=True)
    ]
    linked = _linked([*fresh, *neighbours], beyond, locks)
    before = {deal.id: deal for deal in (*old, *neighbours, *beyond)}
    changes: list[Change] = []
    deals: list[MergedDeal] = []
    for place, deal in enumerate(linked):
        was = before.get(deal.id)
        dated = _dated(deal, was, now)
        if place < len(fresh):
            deals.append(dated)
        if was is None or was.state is not DealState.LIVE:
            origin = fate.parted.get(place)
            changes.append(Change("split" if origin else "announced", dated, other=origin))
        elif fields := _changed(was, deal):
            changes.append(Change("updated", dated, fields))
    changes += _gone(old, found, fresh, fate.merged, now)
    return Outcome(tuple(deals), tuple(changes))


def _gone(
    old: Sequence[MergedDeal],
    found: Sequence[Cluster],
    fresh: Sequence[MergedDeal],
    merged: Mapping[str, int],
    now: datetime | None,
) -> list[Change]:
    """Return the active deals that live on in another, and those that no claim supports any more."""
    living = {deal.id for deal in fresh}
    gone = []
    for deal in old:
        if deal.state is not DealState.LIVE or deal.id in living:
            continue
        home = merged.get(deal.id)
        into = fresh[home].id if home is not None else None
        state = DealState.MERGED if into else DealState.RETRACTED
        ended = deal.model_copy(update={"state": state, "merged_into": into})
        gone.append(Change("merged" if into else "retracted", _dated(ended, deal, now), other=into))
    return gone


def _changed(was: MergedDeal, deal: MergedDeal) -> tuple[str, ...]:
    return tuple(
        name
        for name in MergedDeal.model_fields
        if name not in _BOOKKEEPING and getattr(was, name) != getattr(deal, name)
    )


def _dated(deal: MergedDeal, was: MergedDeal | None, now: datetime | None) -> MergedDeal:
    """Return the deal with its revision and time of change, which never goes back."""
    if was is not None and not _changed(was, deal):
        return was
    at = now or deal.updated_at
    if was is not None and was.updated_at is not None and at is not None:
        at = max(at, was.updated_at + timedelta(milliseconds=1))
    return deal.model_copy(update={"revision": was.revision + 1 if was else 1, "updated_at": at})


def _locked(deal: MergedDeal, locks: Locks) -> MergedDeal:
    """Return the deal with what a person set in place of what the claims say."""
    held = locks.get(deal.id)
    return deal.with_locks(held) if held else deal


def _linked(deals: Sequence[MergedDeal], beyond: Sequence[MergedDeal], locks: Locks) -> list[MergedDeal]:
    links = link(deals, beyond)
    return [_locked(_with_links(deal, links), locks) for deal in (*deals, *beyond)]


def _with_links(deal: MergedDeal, links: Links) -> MergedDeal:
    successor = links.replaced_by.get(deal.id)
    status = status_of(deal.claims)
    return deal.model_copy(
        update={
            "supersedes": links.supersedes.get(deal.id),
            "superseded_by": links.superseded_by.get(deal.id),
            "replaces": links.replaces.get(deal.id),
            "replaced_by": successor,
            "status": Status.EXPIRED if successor and status in _STANDING else status,
        }
    )
