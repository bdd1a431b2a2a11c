"""The merged deals: saved as the ledger made them, with what people set and decided."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from records.deal import DealState, MergedDeal, MergedParty
from records.ids import name_key
from records.query import last_day, searched
from records.record import Disclosure, Value
from records.session import Session
from records.store import facets
from records.tables import Deal, DealClaim, DealKey, DealLink, DealLock


def get(session: Session, deal_id: str) -> Deal | None:
    """Return the deal's row, whatever its state."""
    return session.exec(select(Deal).where(Deal.id == deal_id)).first()


def get_many(session: Session, deal_ids: Iterable[str]) -> dict[str, Deal]:
    """Return the deals' rows by id, whatever their state."""
    rows = session.exec(select(Deal).where(col(Deal.id).in_(list(deal_ids)))).all()
    return {row.id: row for row in rows}


def of_article(session: Session, article_id: str) -> Sequence[Deal]:
    """Return the live deals that have a claim of this article."""
    held = sa.select(col(DealClaim.deal_id)).where(col(DealClaim.article_id) == article_id)
    return session.exec(
        select(Deal).where(Deal.state == "live", col(Deal.id).in_(held)).order_by(col(Deal.number))
    ).all()


def links_of_article(session: Session, article_id: str) -> list[tuple[str, str]]:
    """Return which live deal each of the article's claims became part of: (claim id, deal id)."""
    rows = session.execute(
        select(DealClaim.claim_id, DealClaim.deal_id)
        .join(Deal, col(Deal.id) == col(DealClaim.deal_id))
        .where(DealClaim.article_id == article_id, Deal.state == "live")
        .order_by(col(DealClaim.claim_id))
    )
    return [(claim_id, deal_id) for claim_id, deal_id in rows]


def save(session: Session, deal: MergedDeal, *, keys: Iterable[str], replaces: bool) -> None:
    """Store the deal under its id, with its claims, its facets, and the keys of what it sponsors.

    `replaces` says that its articles tell of a change of sponsors.
    """
    values = {**_columns(deal), "change": _next_change(session)}
    row = session.exec(select(Deal).where(Deal.id == deal.id).with_for_update()).first()
    was_live = row is not None and row.state == "live"
    if row is None:
        row = Deal(created_at=session.now, **values)
        session.add(row)
    else:
        for name, value in values.items():
            setattr(row, name, value)
    session.flush()
    for table in (DealClaim, DealKey):
        session.execute(sa.delete(table).where(col(table.deal_id) == deal.id))
    # A deal that is no more keeps its claims: they bring its id back when they stand alone again.
    session.add_all(
        DealClaim(deal_id=deal.id, article_id=article_id, claim_id=claim_id)
        for article_id, claim_id in sorted({(claim.article_id, claim.deal.id) for claim in deal.claims})
    )
    if deal.state is DealState.LIVE:
        session.add_all(DealKey(key=key, deal_id=deal.id, replaces=replaces) for key in sorted(set(keys)))
    session.flush()
    facets.write_deal(session, row, was_live=was_live)


def _next_change(session: Session) -> int:
    if session.connection().dialect.name == "postgresql":
        number = session.execute(sa.text("SELECT nextval('deal_changes')"))
    else:
        # The only writer: nobody else takes the same number.
        number = session.execute(select(sa.func.coalesce(sa.func.max(Deal.change), 0) + 1))
    return int(number.scalar_one())


def _columns(deal: MergedDeal) -> dict[str, Any]:
    body = deal.model_dump(mode="json")
    sums = [value for value in deal.value if value.amount is not None or value.max is not None]
    largest = max(sums, key=_largest, default=None)
    return {
        "id": deal.id,
        "revision": deal.revision,
        "state": deal.state.value,
        "merged_into": deal.merged_into,
        "supersedes": deal.supersedes,
        "sponsor_name": deal.sponsor.name,
        "sponsor_key": _key(deal.sponsor),
        "rights_holder_name": deal.rights_holder.name,
        "rights_holder_key": _key(deal.rights_holder),
        "property_name": deal.property.name if deal.property else None,
        "property_key": _key(deal.property) if deal.property else None,
        "role": deal.role.value,
        "status": deal.status.value,
        "event_type": deal.event_type.value,
        "confirmation": deal.confirmation.value,
        "disclosure": min((value.disclosure for value in deal.value), key=list(Disclosure).index, default=None),
        "territory": deal.territory,
        "announced_on": deal.term.announced_on,
        "starts_on": deal.term.start,
        "ends_on": deal.term.end,
        "ends_by": last_day(deal.term.end),
        "amount": _largest(largest) if largest else None,
        "currency": largest.currency if largest else None,
        "sources": deal.independent_sources,
        "claims": len(deal.claims),
        "confidence": deal.confidence,
        "words": searched(body),
        "body": body,
        "updated_at": deal.updated_at,
    }


def _largest(value: Value) -> float:
    return max(value.amount or 0.0, value.max or 0.0)


def _key(party: MergedParty) -> str:
    return name_key(party.known.name if party.known else party.name)


def locks(session: Session, deal_ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return what people set for good: by deal id, the fields and their values."""
    found: dict[str, dict[str, Any]] = {}
    query = select(DealLock).where(col(DealLock.deal_id).in_(sorted(deal_ids)))
    for row in session.exec(query.order_by(col(DealLock.deal_id), col(DealLock.field))):
        found.setdefault(row.deal_id, {})[row.field] = row.value
    return found


def links(session: Session, deal_ids: Iterable[str]) -> Sequence[DealLink]:
    """Return the decisions by hand that stand and concern any of these deals, oldest first."""
    wanted = list(deal_ids)
    return session.exec(
        select(DealLink)
        .where(
            col(DealLink.undone_at).is_(None),
            sa.or_(col(DealLink.deal_id).in_(wanted), col(DealLink.other_id).in_(wanted)),
        )
        .order_by(col(DealLink.decided_at), col(DealLink.id))
    ).all()
