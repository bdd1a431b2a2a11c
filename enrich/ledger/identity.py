"""Permanent ids: a deal keeps its id however its claims are read again, joined or parted; the older id wins."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from enrich.ledger.cluster import Cluster
from enrich.ledger.names import Name, relation, written
from records.deal import DealState, MergedDeal


@dataclass(frozen=True)
class Assignment:
    """Which old deal each cluster continues (None: it is new), and what became of the others."""

    kept: tuple[MergedDeal | None, ...]
    merged: dict[str, int]  # the id of an active deal that lives on in another, and that one's cluster
    parted: dict[int, str]  # a cluster whose claims were of another deal, and that deal's id


def assign(clusters: Sequence[Cluster], old: Sequence[MergedDeal]) -> Assignment:
    """Return which cluster continues which of the `old` deals, given oldest first.

    An active deal goes where most of its claims are; where several meet, the oldest stays. A deal that was
    merged or retracted comes back under its own id when its claims stand alone again.
    """
    kept: list[MergedDeal | None] = [None] * len(clusters)
    merged: dict[str, int] = {}
    places, taken = _Places(clusters), _taken(old)
    homes = {deal.id: places.home(_own(deal, taken.get(deal.id, frozenset()))) for deal in old}
    for deal in old:
        home = homes[deal.id]
        if deal.state is not DealState.LIVE or home is None:
            continue
        if kept[home] is None:
            kept[home] = deal
        else:
            merged[deal.id] = home
    parted: dict[int, str] = {}
    most: dict[int, int] = {}
    for deal in old:
        if deal.state is DealState.LIVE:
            for place, count in places.shared(deal).items():
                if kept[place] is None and count > most.get(place, 0):
                    parted[place], most[place] = deal.id, count
    for deal in old:
        home = homes[deal.id]
        if deal.state is not DealState.LIVE and home is not None and kept[home] is None:
            kept[home] = deal
    return Assignment(tuple(kept), merged, parted)


def _taken(old: Sequence[MergedDeal]) -> dict[str, frozenset[tuple[str, str]]]:
    """Return, for each deal that others were merged into, the claims that were theirs."""
    found: dict[str, frozenset[tuple[str, str]]] = {}
    for deal in old:
        if deal.state is DealState.MERGED and deal.merged_into is not None:
            claims = frozenset((claim.article_id, claim.deal.id) for claim in deal.claims)
            found[deal.merged_into] = found.get(deal.merged_into, frozenset()) | claims
    return found


def _own(deal: MergedDeal, taken: frozenset[tuple[str, str]]) -> MergedDeal:
    """Return the deal with its own claims, without those of deals that were merged into it.

    Undone, a merge then leaves the id with the claims that had it, even if the other deal had more of them.
    """
    own = tuple(claim for claim in deal.claims if (claim.article_id, claim.deal.id) not in taken)
    return deal.model_copy(update={"claims": own}) if own and taken else deal


class _Places:
    """Where the articles' claims are now: which cluster holds a claim on which sponsor."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._told: dict[str, list[tuple[int, str, Name]]] = {}
        for place, cluster in enumerate(clusters):
            news = [member for member in cluster.members if not member.deal.is_background]
            for member in news or cluster.members:
                told = self._told.setdefault(member.article.id, [])
                told.append((place, member.deal.id, member.sponsor.main))

    def shared(self, deal: MergedDeal) -> Counter[int]:
        """Return how much of the old deal's evidence is in each cluster.

        A claim that is read again may get another number, and its number may pass to another deal: the sponsor
        must still be the same, and the number counts beyond the article.
        """
        found: Counter[int] = Counter()
        for claim in deal.claims:
            sponsor = written(claim.deal.sponsor.name)
            best: dict[int, int] = {}
            for place, number, name in self._told.get(claim.article_id, ()):
                if relation(name, sponsor):
                    best[place] = max(best.get(place, 0), 2 if number == claim.deal.id else 1)
            found.update(best)
        return found

    def home(self, deal: MergedDeal) -> int | None:
        """Return the cluster with most of the old deal's evidence, the first of several."""
        found = self.shared(deal)
        return min(found, key=lambda place: (-found[place], place), default=None)
