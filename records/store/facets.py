"""The facets beside each deal and article, written when it is stored, and how many deals have each."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import col, select

from records.query import Facet, Query, of_article, of_deal, unique
from records.record import Article as Record
from records.session import Session
from records.store import pairs
from records.store.insert import insert
from records.store.pairs import Count, Facets, by_number
from records.tables import Article, ArticleFacet, Deal, DealFacet, FacetCount


def write_deal(session: Session, deal: Deal, *, was_live: bool) -> None:
    """Replace the deal's facets by those of its body, and move the counts accordingly."""
    old = session.exec(select(DealFacet).where(DealFacet.deal_id == deal.id)).all()
    new = unique(of_deal(deal.body)) if deal.body else []
    session.execute(sa.delete(DealFacet).where(col(DealFacet.deal_id) == deal.id))
    if new:
        rows = [
            {
                "deal_id": deal.id,
                "updated_at": deal.updated_at,
                "facet": f.facet,
                "value": f.value,
                "label": f.label,
            }
            for f in new
        ]
        session.execute(sa.insert(DealFacet), rows)
    before = _facets(old if was_live else ())
    after = _facets(new if deal.state == "live" else ())
    # In one order: two transactions that count the same values then never wait for each other in a ring.
    for key in sorted(before.counted.keys() ^ after.counted.keys()):
        _count(session, Facet(*key, after.counted.get(key)), 1 if key in after.counted else -1)
    pairs.write(session, before, after)


def _facets(rows: Sequence[Facet | DealFacet]) -> Facets:
    return Facets(
        frozenset((row.facet, row.value) for row in rows),
        {(row.facet, row.value): row.label for row in rows if row.label is not None},
    )


def _count(session: Session, facet: Facet, change: int) -> None:
    row = insert(session, FacetCount).values(
        facet=facet.facet, value=facet.value, label=facet.label or facet.value, deals=max(change, 0)
    )
    session.execute(
        row.on_conflict_do_update(index_elements=["facet", "value"], set_={"deals": col(FacetCount.deals) + change})
    )


def write_article(session: Session, article: Article, record: Record) -> None:
    """Replace the article's facets by those of its findings."""
    session.execute(sa.delete(ArticleFacet).where(col(ArticleFacet.article_id) == article.id))
    rows = [
        {"article_id": article.id, "facet": f.facet, "value": f.value, "listed_at": article.listed_at}
        for f in unique(of_article(record.model_dump(mode="json", include={"deals", "entities", "quotes"})))
        if f.facet != "month"
    ]
    if rows:
        session.execute(sa.insert(ArticleFacet), rows)


def counts(session: Session, facet: str, *, limit: int) -> Sequence[Count]:
    """Return the most frequent values of a facet among live deals."""
    rows = session.execute(
        select(FacetCount.value, FacetCount.label, FacetCount.deals)
        .where(FacetCount.facet == facet, col(FacetCount.deals) > 0)
        .order_by(col(FacetCount.deals).desc(), col(FacetCount.value).desc())
        .limit(limit)
    )
    # The index decides which of the equally frequent are left out; those that are shown stand by name.
    return by_number(Count(*row) for row in rows)


def counts_of(session: Session, deal_ids: Sequence[str], *, limit: int) -> dict[str, Sequence[Count]]:
    """Return the most frequent values of each facet among these deals."""
    held = (col(DealFacet.deal_id).in_(deal_ids), col(DealFacet.label).is_not(None))
    rows = session.connection().execute(select(DealFacet.facet, DealFacet.value, DealFacet.label).where(*held))
    found: dict[str, dict[str, list[str]]] = {}
    for facet, value, label in rows:
        found.setdefault(facet, {}).setdefault(value, []).append(label)
    return {
        facet: by_number(Count(value, min(labels), len(labels)) for value, labels in values.items())[:limit]
        for facet, values in found.items()
    }


def rarest_first(session: Session, query: Query) -> list[tuple[str, str]]:
    """Return the facets of a filter, the one that fewest deals have first: it leads the search."""
    wanted = list(query.facets())
    if len(wanted) < 2:
        return wanted
    # One by one, not as a list of pairs: for that SQLite would read the whole table.
    known = sa.or_(
        *(sa.and_(col(FacetCount.facet) == facet, col(FacetCount.value) == value) for facet, value in wanted)
    )
    rows = session.execute(select(FacetCount.facet, FacetCount.value, FacetCount.deals).where(known))
    counted = {(facet, value): deals for facet, value, deals in rows}
    return sorted(wanted, key=lambda facet: counted.get(facet, 0))
