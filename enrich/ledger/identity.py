"""Permanent ids: a deal keeps its id however its claims are read again, joined or parted; the older id wins."""

from collections.abc import Sequence
from dataclasses import dataclass

from enrich.ledger.cluster import Cluster
from enrich.ledger.names import relation, written
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
    homes = {deal.id: _home(_own(deal, old), clusters) for deal in old}
    for deal in old:
        home = homes[deal.id]
        if deal.state is not DealState.LIVE or home is None:
            continue
        if kept[home] is None:
            kept[home] = deal
        else:
            merged[deal.id] = home
    parted: dict[int, str] = {}
    for place, cluster in enumerate(clusters):
        if kept[place] is not None:
            continue
        left = [deal for deal in old if deal.state is DealState.LIVE and _shared(deal, cluster)]
        if left:
            parted[place] = max(left, key=lambda deal: _shared(deal, cluster)).id
        gone = [deal for deal in old if deal.state is not DealState.LIVE and homes[deal.id] == place]
        kept[place] = gone[0] if gone else None
    return Assignment(tuple(kept), merged, parted)


def _own(deal: MergedDeal, old: Sequence[MergedDeal]) -> MergedDeal:
    """Return the deal with its own claims, without those of deals that were merged into it.

    Undone, a merge then leaves the id with the claims that had it, even if the other deal had more of them.
    """
    taken = {
        (claim.article_id, claim.deal.id)
        for other in old
        if other.state is DealState.MERGED and other.merged_into == deal.id
        for claim in other.claims
    }
    own = tuple(claim for claim in deal.claims if (claim.article_id, claim.deal.id) not in taken)
    return deal.model_copy(update={"claims": own}) if own else deal


def _home(deal: MergedDeal, clusters: Sequence[Cluster]) -> int | None:
    shared = [_shared(deal, cluster) for cluster in clusters]
    best = max(shared, default=0)
    return shared.index(best) if best else None


def _shared(deal: MergedDeal, cluster: Cluster) -> int:
    """Return how much of the old deal's evidence is in the cluster.

    A claim that is read again may get another number, and its number may pass to another deal: the sponsor must
    still be the same, and the number counts beyond the article.
    """
    here = {
        (member.article.id, member.deal.id): member.deal.sponsor.name
        for member in cluster.members
        if not member.deal.is_background
    } or {(member.article.id, member.deal.id): member.deal.sponsor.name for member in cluster.members}
    by_article: dict[str, list[str]] = {}
    for (article, _), name in here.items():
        by_article.setdefault(article, []).append(name)
    total = 0
    for claim in deal.claims:
        sponsor = written(claim.deal.sponsor.name)
        same = here.get((claim.article_id, claim.deal.id))
        if same is not None and relation(written(same), sponsor):
            total += 2
        elif any(relation(written(name), sponsor) for name in by_article.get(claim.article_id, ())):
            total += 1
    return total
