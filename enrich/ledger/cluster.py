"""Which claims are of one deal: the same partition for the same claims, in whatever order they came.

Claims are taken in their canonical order; each joins the deal it fits best, and fits only if it is surely like
one claim of it and contradicts none. What a person joined or parted is applied on top, in the order it was decided.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from enrich.ledger import window
from enrich.ledger.match import agreement, may_meet
from enrich.ledger.statement import Statement


@dataclass(frozen=True)
class Decision:
    """What a person decided: the claims on both sides are of one deal (`join`), or are not (`part`)."""

    kind: Literal["join", "part"]
    left: frozenset[str]
    right: frozenset[str]


class Cluster:
    """The claims of one deal, in canonical order."""

    def __init__(self, members: Iterable[Statement]) -> None:
        self.members: list[Statement] = []
        self.refs: set[str] = set()
        # Claims that say the same on the same day are compared once.
        self._telling: dict[object, Statement] = {}
        self._in_article: defaultdict[str, list[Statement]] = defaultdict(list)
        for member in members:
            self.add(member)

    def add(self, statement: Statement) -> None:
        """Take the claim in."""
        self.members.append(statement)
        self.refs.add(statement.ref)
        self._telling.setdefault(statement.telling, statement)
        self._in_article[statement.article.id].append(statement)

    def fit(self, statement: Statement) -> tuple[float, int] | None:
        """Return how well the claim fits (the greater the better), or None if it contradicts a member."""
        if not all(may_meet(member, statement) for member in self._in_article.get(statement.article.id, ())):
            return None
        best, nearest = 0.0, 10**7
        for member in self._telling.values():
            found = agreement(member, statement)
            if found is None:
                return None
            best = max(best, found.strength if found.enough else 0.0)
            days = window.gap(member.window, statement.window)
            nearest = min(nearest, 10**6 if days is None else days)
        if not best:
            return None
        return best, -nearest


def clusters(statements: Iterable[Statement], decisions: Sequence[Decision] = ()) -> list[Cluster]:
    """Return the deals that the claims make; mentions of deals that no article reports make none."""
    parted = [decision for decision in decisions if decision.kind == "part"]
    found: list[Cluster] = []
    by_key: defaultdict[str, set[int]] = defaultdict(set)
    for statement in sorted(statements, key=lambda each: each.order):
        near = sorted({place for key in statement.keys for place in by_key.get(key, ())})
        fits = [
            (fit, -place)
            for place in near
            if not _kept_apart(found[place], statement, parted) and (fit := found[place].fit(statement)) is not None
        ]
        if fits:
            place = -max(fits)[1]
            found[place].add(statement)
        elif not statement.deal.is_background:
            place = len(found)
            found.append(Cluster([statement]))
        else:
            continue
        for key in statement.keys:
            by_key[key].add(place)
    return _joined(found, decisions)


def _kept_apart(cluster: Cluster, statement: Statement, parted: Iterable[Decision]) -> bool:
    return any(
        (statement.ref in one and not other.isdisjoint(cluster.refs))
        for decision in parted
        for one, other in ((decision.left, decision.right), (decision.right, decision.left))
    )


def _joined(found: list[Cluster], decisions: Sequence[Decision]) -> list[Cluster]:
    """Join what a person joined, unless a later decision parted it again."""
    for place, decision in enumerate(decisions):
        if decision.kind != "join":
            continue
        wanted = decision.left | decision.right
        chosen = [cluster for cluster in found if not wanted.isdisjoint(cluster.refs)]
        refs = {ref for cluster in chosen for ref in cluster.refs}
        undone = any(
            later.kind == "part" and later.left & refs and later.right & refs for later in decisions[place + 1 :]
        )
        if len(chosen) < 2 or undone:
            continue
        members = sorted((m for cluster in chosen for m in cluster.members), key=lambda each: each.order)
        found = [cluster for cluster in found if cluster not in chosen]
        found.append(Cluster(members))
    return sorted(found, key=lambda cluster: cluster.members[0].order)
