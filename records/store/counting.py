"""How many of the deals that a filter asks for have each value of each facet."""

from collections.abc import Sequence

from records.query import Query
from records.session import Session
from records.store import facets, listing, pairs
from records.store.pairs import Count

# With several filters no more than this many deals are looked at, the last changed ones: what it costs has a bound.
COUNTED = 1000


def among(
    session: Session, query: Query, names: Sequence[str], *, limit: int
) -> tuple[int | None, dict[str, Sequence[Count]]]:
    """Return how many deals were counted, None for every live one, and the most frequent values of each facet."""
    if query.is_empty():
        return None, {facet: facets.counts(session, facet, limit=limit) for facet in names}
    wanted = list(query.facets())
    if len(wanted) == 1 and len(query.parameters()) == 1:
        kept = pairs.counts(session, wanted[0], names, limit=limit)
        if kept is not None:
            return sum(count.deals for count in kept.pop("")), kept
    ids = [version.id for version in listing.deal_versions(session, query, limit=COUNTED)]
    found = facets.counts_of(session, ids, limit=limit)
    return len(ids), {facet: found.get(facet, []) for facet in names}
