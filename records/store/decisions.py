"""What people decide about deals: two are one, one is two, a field has this value. Everything can be undone.

A decision is a row; the merge applies it, now and in every later run, so each one asks for the merge.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from records.deal import MergedDeal
from records.errors import Rejected
from records.session import Session
from records.store import deals, jobs
from records.tables import Deal, DealClaim, DealLink, DealLock


def merge(
    session: Session, deal_id: str, other_id: str, *, by: str | None = None, reason: str | None = None
) -> str:
    """Have the two deals be one from now on, under the older id; return the decision's id.

    Raises Rejected (`deal_unknown`, `same_deal`).
    """
    if deal_id == other_id:
        raise Rejected("same_deal", "A deal cannot be merged with itself.")
    left, right = _claims(session, deal_id), _claims(session, other_id)
    return _decide(session, "merge", deal_id, other_id, left, right, by, reason)


def split(
    session: Session,
    deal_id: str,
    claims: Sequence[tuple[str, str]],
    *,
    by: str | None = None,
    reason: str | None = None,
) -> str:
    """Have the claims, each an (article id, claim id), be a deal of their own; return the decision's id.

    Raises Rejected (`deal_unknown`, `claims_unknown`, `nothing_left`).
    """
    held = _claims(session, deal_id)
    wanted = sorted(f"{article_id}/{claim_id}" for article_id, claim_id in set(claims))
    if not wanted or not set(wanted) <= set(held):
        raise Rejected("claims_unknown", "These are no claims of this deal.")
    rest = [ref for ref in held if ref not in wanted]
    if not rest:
        raise Rejected("nothing_left", "A deal keeps at least one of its claims.")
    return _decide(session, "split", deal_id, None, wanted, rest, by, reason)


def undo(session: Session, decision_id: str) -> bool:
    """Take a merge or a split back; the deals are again what their claims make them.

    Returns False if there is no such decision or it is undone already.
    """
    link = session.exec(select(DealLink).where(DealLink.id == decision_id).with_for_update()).first()
    if link is None or link.undone_at is not None:
        return False
    link.undone_at = session.now
    _ask(session, link.deal_id, f"undo-{decision_id}")
    return True


def of_deal(session: Session, deal_id: str) -> Sequence[DealLink]:
    """Return all decisions about the deal, undone ones too, oldest first."""
    return session.exec(
        select(DealLink)
        .where(sa.or_(col(DealLink.deal_id) == deal_id, col(DealLink.other_id) == deal_id))
        .order_by(col(DealLink.decided_at), col(DealLink.id))
    ).all()


def lock_field(
    session: Session, deal_id: str, field: str, value: Any, *, by: str | None = None, reason: str | None = None
) -> None:
    """Set the deal's field (a dotted path) to `value` for good; an earlier lock of it is replaced.

    Raises Rejected (`deal_unknown`, `field_unknown`, `value_invalid`).
    """
    row = _live(session, deal_id)
    MergedDeal.model_validate(row.body).with_locks({field: value})
    session.merge(
        DealLock(deal_id=deal_id, field=field, value=value, reason=reason, locked_by=by, locked_at=session.now)
    )
    _ask(session, deal_id, session.new_id("lock"))


def unlock_field(session: Session, deal_id: str, field: str) -> bool:
    """Give the field back to the merge; return False if it was not locked."""
    lock = session.get(DealLock, (deal_id, field))
    if lock is None:
        return False
    session.delete(lock)
    _ask(session, deal_id, session.new_id("unlock"))
    return True


def locks_of(session: Session, deal_id: str) -> Sequence[DealLock]:
    """Return the deal's locked fields with who locked them and why."""
    return session.exec(select(DealLock).where(DealLock.deal_id == deal_id).order_by(col(DealLock.field))).all()


def _decide(
    session: Session,
    kind: str,
    deal_id: str,
    other_id: str | None,
    left: Sequence[str],
    right: Sequence[str],
    by: str | None,
    reason: str | None,
) -> str:
    decision = DealLink(
        id=session.new_id("dec"),
        kind=kind,
        deal_id=deal_id,
        other_id=other_id,
        body={"left": list(left), "right": list(right)},
        reason=reason,
        decided_by=by,
        decided_at=session.now,
        undone_at=None,
    )
    session.add(decision)
    session.flush()
    _ask(session, deal_id, decision.id)
    return decision.id


def _live(session: Session, deal_id: str) -> Deal:
    row = deals.get(session, deal_id)
    if row is None or row.state != "live":
        raise Rejected("deal_unknown", f"There is no live deal {deal_id}.")
    return row


def _claims(session: Session, deal_id: str) -> list[str]:
    """Return the live deal's claims as the ledger names them: article id, slash, claim id."""
    _live(session, deal_id)
    rows = session.exec(select(DealClaim).where(DealClaim.deal_id == deal_id)).all()
    return sorted(f"{row.article_id}/{row.claim_id}" for row in rows)


def _ask(session: Session, deal_id: str, key: str) -> None:
    """Ask for the merge of the deal's first article; the merge finds the rest of the deal from there."""
    claims = select(DealClaim.article_id).where(DealClaim.deal_id == deal_id)
    first = session.exec(claims.order_by(col(DealClaim.article_id)).limit(1)).one()
    jobs.ask(session, "merge", first, key)
