"""The merged deals: candidates for a merge, saving with a new revision, locks, links."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from records.session import Session
from records.store import facets
from records.tables import Deal, DealClaim, DealLink, DealLock


def lock_pair(session: Session, sponsor_key: str, rights_holder_key: str) -> None:
    """Wait until no other transaction merges deals of this pair of parties, and hold the others off.

    On SQLite the writer's lock does it already.
    """
    if session.connection().dialect.name == "postgresql":
        pair = f"deal:{sponsor_key}\x1f{rights_holder_key}"
        session.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtextextended(pair, 0))))


def get(session: Session, deal_id: str) -> Deal | None:
    """Return the deal's row, whatever its state."""
    return session.exec(select(Deal).where(Deal.id == deal_id)).first()


def of_article(session: Session, article_id: str) -> Sequence[Deal]:
    """Return the deals that have a claim of this article."""
    return session.exec(
        select(Deal)
        .where(col(Deal.id).in_(sa.select(col(DealClaim.deal_id)).where(col(DealClaim.article_id) == article_id)))
        .order_by(col(Deal.number))
    ).all()


def between(session: Session, sponsor_keys: Sequence[str], holder_keys: Sequence[str]) -> Sequence[Deal]:
    """Return the live deals of any of these sponsors with any of these rights-holders, oldest first."""
    return session.exec(
        select(Deal)
        .where(
            Deal.state == "live",
            col(Deal.sponsor_key).in_(sponsor_keys),
            col(Deal.rights_holder_key).in_(holder_keys),
        )
        .order_by(col(Deal.number))
    ).all()


def claims_of(session: Session, deal_ids: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Return each deal's claims as (article id, claim id), in order."""
    rows = session.exec(
        select(DealClaim)
        .where(col(DealClaim.deal_id).in_(list(deal_ids)))
        .order_by(col(DealClaim.deal_id), col(DealClaim.article_id), col(DealClaim.claim_id))
    ).all()
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        found.setdefault(row.deal_id, []).append((row.article_id, row.claim_id))
    return found


def put(
    session: Session,
    deal_id: str,
    values: Mapping[str, Any],
    *,
    claims: Iterable[tuple[str, str]],
) -> tuple[Deal, bool]:
    """Store the deal under `deal_id` with its claims, and its facets as its body has them.

    Returns the row and whether anything but its times changed; only then its revision is raised.
    """
    deal = session.exec(select(Deal).where(Deal.id == deal_id).with_for_update()).first()
    was_live = deal is not None and deal.state == "live"
    if deal is None:
        deal = Deal(id=deal_id, created_at=session.now, updated_at=session.now, **values)
        session.add(deal)
        changed = True
    else:
        changed = any(getattr(deal, name) != value for name, value in values.items())
        if changed:
            for name, value in values.items():
                setattr(deal, name, value)
            deal.revision, deal.updated_at = deal.revision + 1, session.now
    session.flush()
    session.execute(sa.delete(DealClaim).where(col(DealClaim.deal_id) == deal_id))
    session.add_all(
        DealClaim(deal_id=deal_id, article_id=article_id, claim_id=claim_id)
        for article_id, claim_id in sorted(set(claims))
    )
    session.flush()
    if changed:
        facets.write_deal(session, deal, was_live=was_live)
    return deal, changed


def locks(session: Session, deal_id: str) -> Sequence[DealLock]:
    """Return the fields that people locked."""
    return session.exec(select(DealLock).where(DealLock.deal_id == deal_id).order_by(col(DealLock.field))).all()


def lock_field(
    session: Session,
    deal_id: str,
    field: str,
    value: Any,
    *,
    by: str | None = None,
    reason: str | None = None,
) -> None:
    """Set the field to `value` for good; an earlier lock of it is replaced."""
    session.merge(
        DealLock(deal_id=deal_id, field=field, value=value, reason=reason, locked_by=by, locked_at=session.now)
    )


def unlock_field(session: Session, deal_id: str, field: str) -> None:
    """Give the field back to the merge."""
    session.execute(sa.delete(DealLock).where(col(DealLock.deal_id) == deal_id, col(DealLock.field) == field))


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
