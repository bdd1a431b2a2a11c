"""Saved filters: a name for a query, with feeds and a stream of its own."""

from collections.abc import Sequence

from sqlmodel import col, select

from records.query import Query
from records.session import Session
from records.tables import Filter, Token


def create(session: Session, name: str, query: Query) -> Filter:
    """Store a filter and return it."""
    row = Filter(
        id=session.new_id("flt"),
        name=name,
        query=query.model_dump(mode="json", exclude_none=True),
        created_at=session.now,
        deleted_at=None,
    )
    session.add(row)
    session.flush()
    return row


def get(session: Session, filter_id: str) -> Filter | None:
    """Return the filter unless it was deleted."""
    found = session.exec(select(Filter).where(Filter.id == filter_id)).first()
    return None if found is None or found.deleted_at is not None else found


def every(session: Session, *, limit: int = 500) -> Sequence[Filter]:
    """Return the filters, oldest first."""
    kept = select(Filter).where(col(Filter.deleted_at).is_(None))
    return session.exec(kept.order_by(col(Filter.created_at), col(Filter.id)).limit(limit)).all()


def delete(session: Session, filter_id: str) -> bool:
    """Delete the filter and revoke its tokens; return whether there was one."""
    found = get(session, filter_id)
    if found is None:
        return False
    found.deleted_at = session.now
    session.add(found)
    held = select(Token).where(Token.filter_id == filter_id, col(Token.revoked_at).is_(None))
    for token in session.exec(held).all():
        token.revoked_at = session.now
        session.add(token)
    return True


def query_of(row: Filter) -> Query:
    """Return what the filter asks for."""
    return Query.model_validate(row.query)
