"""The event log's rows: append, number without a gap, read on.

A number is given only to a committed event, and the numbers of one batch become visible in one commit, so a
reader who has seen N+1 has seen N. On PostgreSQL a function in the database does it, so that no client that
stops half-way can hold the lock.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import col, select

from records.store.insert import insert
from records.tables import Event, Head

if TYPE_CHECKING:
    from records.session import Session

BATCH = 500  # events numbered in one commit


class Position(NamedTuple):
    """How far the log goes: its epoch, and its first and last event (last < first when it is empty)."""

    epoch: str
    first: int
    last: int


# Asked at nearly every request, so it is not composed anew each time.
_POSITION = select(Head.epoch, Head.first, Head.last)


def append(session: "Session", key: str, kind: str, subject_id: str, revision: int, body: dict[str, Any]) -> bool:
    """Append an event to the log, unless one of this key is there; return whether it was added."""
    row = insert(session, Event).values(
        event_key=key,
        kind=kind,
        subject_id=subject_id,
        revision=revision,
        body=body,
        created_at=session.now,
    )
    added = session.execute(row.on_conflict_do_nothing(index_elements=["event_key"]).returning(col(Event.id)))
    session.appended = True
    return added.first() is not None


def number(connection: sa.Connection, now: datetime) -> int:
    """Number up to 500 waiting events in the order of their arrival; return how many."""
    if connection.dialect.name == "postgresql":
        return int(connection.exec_driver_sql(f"SELECT number_events({BATCH})").scalar_one())
    last = connection.execute(select(Head.last)).scalar_one()
    waiting = connection.execute(
        select(Event.id).where(col(Event.seq).is_(None)).order_by(col(Event.id)).limit(BATCH)
    )
    numbered = [
        {"the_id": event_id, "the_seq": last + place, "the_time": now}
        for place, event_id in enumerate(waiting.scalars(), start=1)
    ]
    if numbered:
        connection.execute(
            sa.update(Event)
            .where(col(Event.id) == sa.bindparam("the_id"))
            .values(seq=sa.bindparam("the_seq"), published_at=sa.bindparam("the_time")),
            numbered,
        )
        connection.execute(sa.update(Head).values(last=last + len(numbered)))
    return len(numbered)


def position(session: "Session") -> Position:
    """Return how far the log goes."""
    return Position(*session.connection().execute(_POSITION).one())


def has_pending(session: "Session") -> bool:
    """Return whether committed events wait for their numbers."""
    return session.exec(select(Event.id).where(col(Event.seq).is_(None)).limit(1)).first() is not None


def after(session: "Session", seq: int, limit: int) -> Sequence[Event]:
    """Return up to `limit` events numbered above `seq`, in order."""
    return session.exec(select(Event).where(col(Event.seq) > seq).order_by(col(Event.seq)).limit(limit)).all()


def of_subject(session: "Session", subject_id: str, limit: int = 200) -> Sequence[Event]:
    """Return the numbered events about one article or deal, oldest first."""
    return session.exec(
        select(Event)
        .where(Event.subject_id == subject_id, col(Event.seq).is_not(None))
        .order_by(col(Event.id))
        .limit(limit)
    ).all()


def count(session: "Session", subject_id: str, kind: str) -> int:
    """Return how many events of this kind there are about the subject, numbered or not."""
    asked = select(sa.func.count()).where(Event.subject_id == subject_id, Event.kind == kind)
    return int(session.execute(asked).scalar_one())


def rotate(session: "Session", epoch: str) -> None:
    """Give the log a new epoch: every cursor given out before is refused from now on."""
    session.execute(sa.update(Head).values(epoch=epoch))


def forget(session: "Session", first: int) -> int:
    """Delete the events before `first`; return how many. Cursors before it are told that they expired."""
    if session.connection().dialect.name == "postgresql":
        session.execute(sa.text("SELECT set_config('sponsorwire.retention', 'on', true)"))
    session.execute(sa.update(Head).where(col(Head.first) < first).values(first=first))
    gone = session.execute(sa.delete(Event).where(col(Event.seq) < first))
    return int(gone.rowcount)  # type: ignore[attr-defined]  # a DELETE's result has it
