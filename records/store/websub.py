"""The subscribers of our WebSub hub: who wants which topic, until when, and what is still to be told."""

from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from sqlmodel import col, select

from records.session import Session
from records.store import jobs, log
from records.tables import WebsubSubscription

VERIFY, DISTRIBUTE = "websub_verify", "websub_distribute"
QUEUE = "deliver"
LEASE_S = 864_000  # ten days, what the specification recommends; also the longest
SHORTEST_S = 3600
PER_HOST = 50  # subscriptions of one callback host: a hub must not be a tool to flood somebody


def ask(session: Session, mode: str, topic: str, callback: str, *, secret: str | None, lease_s: int | None) -> str:
    """Keep what a subscriber asks for until its callback confirms it; return the subscription's id."""
    found = session.exec(
        select(WebsubSubscription).where(WebsubSubscription.topic == topic, WebsubSubscription.callback == callback)
    ).first()
    row = found or WebsubSubscription(
        id=session.new_id("sub"),
        topic=topic,
        callback=callback,
        after_seq=log.position(session).last,
        lease_until=None,
        created_at=session.now,
    )
    seconds = min(max(lease_s or LEASE_S, SHORTEST_S), LEASE_S)
    session.add(row)
    session.flush()
    wanted = {"mode": mode, "secret": secret, "lease_s": seconds}
    row.asked = [*row.asked[-4:], {**wanted, "challenge": session.new_id("chl")}]
    session.add(row)
    jobs.ask(session, VERIFY, row.id, row.asked[-1]["challenge"], queue=QUEUE)
    return row.id


def get(session: Session, subscription_id: str) -> WebsubSubscription | None:
    """Return one subscription."""
    return session.exec(select(WebsubSubscription).where(WebsubSubscription.id == subscription_id)).first()


def of_host(session: Session, prefix: str) -> int:
    """Return how many subscriptions have a callback that begins like this and are not ended."""
    begins = col(WebsubSubscription.callback).startswith(prefix, autoescape=True)
    live = select(sa.func.count()).where(begins, WebsubSubscription.state != "ended")
    return int(session.execute(live).scalar_one())


def confirm(session: Session, row: WebsubSubscription, wanted: dict[str, object]) -> None:
    """Do what the subscriber confirmed: subscribe until the lease ends, or unsubscribe."""
    if wanted["mode"] == "unsubscribe":
        row.state = "ended"
    else:
        row.state = "active"
        row.secret = str(wanted["secret"]) if wanted["secret"] else None
        row.lease_until = session.now + timedelta(seconds=int(str(wanted["lease_s"])))
    session.add(row)


def end(session: Session, row: WebsubSubscription) -> None:
    """End the subscription."""
    row.state = "ended"
    session.add(row)


def due(session: Session, *, limit: int = 500) -> Sequence[WebsubSubscription]:
    """Return the active subscriptions that have not been told of the log's last events."""
    last = log.position(session).last
    active = select(WebsubSubscription).where(
        WebsubSubscription.state == "active", col(WebsubSubscription.after_seq) < last
    )
    return session.exec(active.order_by(col(WebsubSubscription.id)).limit(limit)).all()


def fan_out(session: Session) -> int:
    """Ask for a distribution to each subscriber whose log has grown, end leases that are over; return how many."""
    last = log.position(session).last
    asked = 0
    for row in due(session):
        if row.lease_until is not None and row.lease_until <= session.now:
            end(session, row)
            continue
        row.after_seq = last
        session.add(row)
        jobs.ask(session, DISTRIBUTE, row.id, str(last), queue=QUEUE)
        asked += 1
    return asked
