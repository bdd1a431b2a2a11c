"""Which processes work, and when each last got something done."""

from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from sqlmodel import col, select

from records.session import Session
from records.store.insert import insert
from records.tables import Worker

WAITS = "waits: "  # what stands before the reason in `doing`


def arrive(session: Session, name: str, role: str, pid: int) -> None:
    """Record that the process begins."""
    fresh = {"role": role, "pid": pid, "started_at": session.now, "seen_at": session.now, "done": 0}
    row = insert(session, Worker).values(name=name, progressed_at=None, **fresh)
    session.execute(row.on_conflict_do_update(index_elements=["name"], set_=fresh))


def progress(session: Session, name: str, *, done: int = 0, doing: str | None = None) -> None:
    """Record that the process got something done just now; unknown processes are not recorded."""
    session.execute(
        sa.update(Worker)
        .where(col(Worker.name) == name)
        .values(progressed_at=session.now, seen_at=session.now, done=Worker.done + done, doing=doing)
    )


def wait(session: Session, name: str, reason: str) -> None:
    """Record that the process is there and waits, and why; that is no progress."""
    row = sa.update(Worker).where(col(Worker.name) == name)
    session.execute(row.values(seen_at=session.now, doing=WAITS + reason[:200]))


def waiting(session: Session, role: str) -> str | None:
    """Return why a process of the role waits, or None when none does."""
    said = (row.doing or "" for row in present(session, role))
    return next((doing.removeprefix(WAITS) for doing in said if doing.startswith(WAITS)), None)


def leave(session: Session, name: str) -> None:
    """Forget a process that ended in order."""
    session.execute(sa.delete(Worker).where(col(Worker.name) == name))


def forget(session: Session, silent_s: float) -> None:
    """Forget the processes of which nothing was seen for `silent_s`."""
    before = session.now - timedelta(seconds=silent_s)
    session.execute(sa.delete(Worker).where(col(Worker.seen_at) < before))


def present(session: Session, role: str | None = None) -> Sequence[Worker]:
    """Return the processes, by name."""
    query = select(Worker).order_by(col(Worker.name))
    return session.exec(query if role is None else query.where(Worker.role == role)).all()


def silent(session: Session, name: str, limit_s: float) -> bool:
    """Return whether the process is unknown or has got nothing done for `limit_s`."""
    worker = session.get(Worker, name)
    return worker is None or session.now - (worker.progressed_at or worker.started_at) > timedelta(seconds=limit_s)
