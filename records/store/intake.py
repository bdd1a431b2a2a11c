"""The fate of every input: accepted, duplicate, rejected or ignored, and never two of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from records.session import Session
from records.store.insert import insert
from records.tables import Article, Intake

FATES = ("accepted", "duplicate", "rejected", "ignored")


@dataclass(frozen=True)
class Input:
    """What came in, before its fate is known."""

    name: str  # path below the folder, or the upload's name, printable
    channel: str  # folder, upload, command
    size_bytes: int | None = None
    sha256: str | None = None
    format: str | None = None


def accept(session: Session, given: Input) -> tuple[str, bool]:
    """Record the input as accepted, and return (its id, True); or as a duplicate of an accepted one.

    For a duplicate the pair is (the id of the intake accepted before, False). The database's unique index
    decides, so of two processes with the same bytes exactly one is told True.
    """
    row = insert(session, Intake).values(**_values(session, given), fate="accepted", articles=0)
    added = session.execute(
        row.on_conflict_do_nothing(index_elements=["sha256"], index_where=sa.text("fate = 'accepted'")).returning(
            col(Intake.id)
        )
    ).scalar()
    if added is not None:
        return added, True
    first = session.exec(select(Intake.id).where(Intake.sha256 == given.sha256, Intake.fate == "accepted")).one()
    end(session, given, "duplicate", code="same_bytes", reason="the same file came before", duplicate_of=first)
    return first, False


def accepted_before(session: Session, sha256: str) -> str | None:
    """Return the id of the accepted intake of these very bytes."""
    return session.exec(select(Intake.id).where(Intake.sha256 == sha256, Intake.fate == "accepted")).first()


def last(session: Session, name: str, sha256: str | None) -> Intake | None:
    """Return the last recorded fate of the input of this name and these bytes."""
    query = select(Intake).where(Intake.name == name, Intake.sha256 == sha256)
    return session.exec(query.order_by(col(Intake.id).desc()).limit(1)).first()


def end(
    session: Session,
    given: Input,
    fate: str,
    *,
    code: str | None = None,
    reason: str | None = None,
    duplicate_of: str | None = None,
) -> str:
    """Record the input with a fate other than accepted, and why; return the intake's id."""
    values = _values(session, given)
    session.add(Intake(**values, fate=fate, code=code, reason=reason, duplicate_of=duplicate_of))
    return str(values["id"])


def settle(
    session: Session,
    intake_id: str,
    *,
    articles: int,
    fate: str = "accepted",
    code: str | None = None,
    reason: str | None = None,
    duplicate_of: str | None = None,
) -> None:
    """Say how many articles an accepted input held, or that all of them turned out known or unreadable."""
    session.execute(
        sa.update(Intake)
        .where(col(Intake.id) == intake_id)
        .values(articles=articles, fate=fate, code=code, reason=reason, duplicate_of=duplicate_of)
    )


def of_bytes(session: Session, sha256: str) -> Intake | None:
    """Return the intake of these very bytes: the accepted one, else the last."""
    rows = session.exec(
        select(Intake).where(Intake.sha256 == sha256).order_by(col(Intake.received_at).desc())
    ).all()
    return next((row for row in rows if row.fate == "accepted"), rows[0] if rows else None)


def names_of(session: Session, article_ids: Sequence[str]) -> dict[str, str]:
    """Return the name of the file that each of these articles came with."""
    rows = session.execute(
        select(Article.id, Intake.name)
        .join(Intake, col(Intake.id) == col(Article.intake_id))
        .where(col(Article.id).in_(article_ids))
    )
    return {row[0]: row[1] for row in rows}


def counts(session: Session) -> dict[str, int]:
    """Return how many inputs had each fate; together they are all that came in."""
    rows = session.execute(select(Intake.fate, sa.func.count()).group_by(col(Intake.fate)))
    found = {str(fate): int(number) for fate, number in rows}
    return {fate: found.get(fate, 0) for fate in FATES}


def recent(session: Session, *, fate: str | None = None, limit: int = 50) -> Sequence[Intake]:
    """Return the last inputs, newest first."""
    query = select(Intake)
    if fate is not None:
        query = query.where(Intake.fate == fate)
    return session.exec(query.order_by(col(Intake.received_at).desc(), col(Intake.id).desc()).limit(limit)).all()


def _values(session: Session, given: Input) -> dict[str, Any]:
    return {
        "id": session.new_id("in"),
        "name": given.name,
        "channel": given.channel,
        "size_bytes": given.size_bytes,
        "sha256": given.sha256,
        "format": given.format,
        "received_at": session.now,
    }
