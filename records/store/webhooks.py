"""Webhooks and their deliveries: what goes to whom is a row before anything is sent, so nothing is lost."""

import base64
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import col, select

from records import ids
from records.columns import Time
from records.query import Query
from records.session import Session
from records.store import filters, jobs, log
from records.store.insert import insert
from records.store.paging import Place
from records.tables import Delivery, Event, Job, Webhook

STEP = "deliver"
QUEUE = "deliver"
SECRET_BYTES = 32  # Standard Webhooks: 24 to 64
ROTATION = timedelta(hours=24)  # both secrets sign meanwhile
TEST = 0  # the `seq` of a delivery that is no event but a test
_BATCH = 500  # events looked at in one transaction


def new_secret() -> str:
    """Return a secret in the form of Standard Webhooks."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def create(
    session: Session, url: str, *, query: Query, kinds: Sequence[str] = (), filter_id: str | None = None
) -> tuple[Webhook, str]:
    """Store a webhook that gets what happens from now on; return it with its secret."""
    secret = new_secret()
    row = Webhook(
        id=session.new_id("whk"),
        url=url,
        filter_id=filter_id,
        query=query.model_dump(mode="json", exclude_none=True),
        kinds=list(kinds),
        secrets=[secret],
        secrets_until=None,
        after_seq=log.position(session).last,
        created_at=session.now,
        disabled_at=None,
    )
    session.add(row)
    session.flush()
    return row, secret


def get(session: Session, webhook_id: str) -> Webhook | None:
    """Return the webhook unless it was deleted."""
    found = session.exec(select(Webhook).where(Webhook.id == webhook_id)).first()
    return None if found is None or found.state == "deleted" else found


def every(session: Session, *, limit: int = 500) -> Sequence[Webhook]:
    """Return the webhooks, oldest first."""
    kept = select(Webhook).where(Webhook.state != "deleted")
    return session.exec(kept.order_by(col(Webhook.created_at), col(Webhook.id)).limit(limit)).all()


def set_state(session: Session, row: Webhook, state: str, reason: str | None = None) -> None:
    """Enable, disable or delete the webhook; enabled again, it gets what happened meanwhile."""
    row.state, row.reason = state, reason
    row.disabled_at = None if state == "active" else session.now
    if state == "active":
        row.failures = 0
    session.add(row)


def rotate(session: Session, row: Webhook) -> str:
    """Give the webhook a new secret and return it; the old one signs too for a day."""
    secret = new_secret()
    row.secrets = [secret, row.secrets[0]]
    row.secrets_until = session.now + ROTATION
    session.add(row)
    return secret


def signing_secrets(row: Webhook, now: datetime) -> list[str]:
    """Return the secrets that sign at this time, the newest first."""
    over = row.secrets_until is None or row.secrets_until <= now
    return row.secrets[:1] if over else list(row.secrets)


def has_due(session: Session) -> bool:
    """Return whether an active webhook has not been told of the log's last events."""
    last = log.position(session).last
    active = select(Webhook.id).where(Webhook.state == "active", col(Webhook.after_seq) < last)
    return session.exec(active.limit(1)).first() is not None


def fan_out(session: Session) -> int:
    """Make a delivery of each new event for each webhook that asks for it; return how many."""
    last = log.position(session).last
    active = select(Webhook).where(Webhook.state == "active", col(Webhook.after_seq) < last)
    made = 0
    for webhook in session.exec(active.order_by(col(Webhook.id)).with_for_update()).all():
        events = log.after(session, webhook.after_seq, _BATCH)
        query = _query(session, webhook)
        for event in events:
            if query is not None and _asks_for(webhook, query, event):
                made += _add(session, webhook, event.seq or 0, event.event_key, 0) is not None
        if events:
            webhook.after_seq = events[-1].seq or webhook.after_seq
            session.add(webhook)
    return made


def _query(session: Session, webhook: Webhook) -> Query | None:
    if webhook.filter_id is None:
        return Query.model_validate(webhook.query)
    saved = filters.get(session, webhook.filter_id)
    return filters.query_of(saved) if saved else None


def _asks_for(webhook: Webhook, query: Query, event: Event) -> bool:
    if webhook.kinds and event.kind not in webhook.kinds:
        return False
    assert event.published_at is not None
    return query.matches(event.kind, event.body, event.published_at)


def send_test(session: Session, webhook: Webhook) -> str:
    """Make a delivery that carries no event, and return its id."""
    tests = select(sa.func.count()).where(Delivery.webhook_id == webhook.id, Delivery.seq == TEST)
    number = session.execute(tests).scalar_one()
    made = _add(session, webhook, TEST, f"test:{webhook.id}:{number}", number)
    assert made is not None
    return made


def replay(session: Session, delivery: Delivery) -> str:
    """Send what the delivery carried once more, under the same message id; return the new delivery's id."""
    same = (Delivery.webhook_id == delivery.webhook_id, Delivery.seq == delivery.seq)
    number = session.execute(select(sa.func.max(col(Delivery.replay))).where(*same)).scalar_one() + 1
    webhook = session.exec(select(Webhook).where(Webhook.id == delivery.webhook_id)).one()
    made = _add(session, webhook, delivery.seq, delivery.event_key, number)
    assert made is not None
    return made


def _add(session: Session, webhook: Webhook, seq: int, event_key: str, number: int) -> str | None:
    row = insert(session, Delivery).values(
        id=session.new_id("dlv"),
        webhook_id=webhook.id,
        seq=seq,
        event_key=event_key,
        replay=number,
        state="waiting",
        attempts=0,
        next_at=session.now,
        created_at=session.now,
    )
    unique = row.on_conflict_do_nothing(index_elements=["webhook_id", "seq", "replay"])
    made: str | None = session.execute(unique.returning(col(Delivery.id))).scalar()
    if made is not None:
        jobs.ask(session, STEP, made, "1", queue=QUEUE)
    return made


def message_id(delivery: Delivery) -> str:
    """Return the id under which the receiver knows the message: one for all attempts and replays."""
    return ids.derived("msg", delivery.webhook_id, delivery.event_key)


def delivery(session: Session, delivery_id: str) -> Delivery | None:
    """Return one delivery."""
    return session.exec(select(Delivery).where(Delivery.id == delivery_id)).first()


def under_way(session: Session, webhook_id: str) -> Sequence[str]:
    """Return the webhook's deliveries that workers are at just now, the oldest first."""
    held = (Job.step == STEP, Job.state == "running", col(Job.lease_until) >= session.now)
    chosen = select(Delivery.id).join(Job, col(Job.subject_id) == col(Delivery.id))
    return session.exec(chosen.where(*held, Delivery.webhook_id == webhook_id).order_by(col(Delivery.id))).all()


def deliveries(session: Session, webhook_id: str, *, limit: int, after: Place | None = None) -> Sequence[Delivery]:
    """Return the webhook's deliveries, newest first."""
    chosen = select(Delivery).where(Delivery.webhook_id == webhook_id)
    if after is not None:
        last = sa.bindparam(None, after.key, type_=Time()), sa.bindparam(None, after.id, type_=sa.String())
        chosen = chosen.where(sa.tuple_(col(Delivery.created_at), col(Delivery.id)) < sa.tuple_(*last))
    return session.exec(
        chosen.order_by(col(Delivery.created_at).desc(), col(Delivery.id).desc()).limit(limit)
    ).all()


def settle(
    session: Session,
    row: Delivery,
    state: str,
    *,
    status_code: int | None,
    error: str | None,
    duration_ms: int,
    retry_in_s: float | None = None,
) -> None:
    """Record one attempt: `sent`, `failed` for good, or `waiting` for the next in `retry_in_s`."""
    row.attempts += 1
    row.state, row.status_code, row.duration_ms = state, status_code, duration_ms
    row.error = error[:300] if error else None
    if retry_in_s is None:
        row.ended_at = session.now
    else:
        row.next_at = session.now + timedelta(seconds=retry_in_s)
        jobs.ask(session, STEP, row.id, str(row.attempts + 1), queue=QUEUE, delay_s=retry_in_s)
    session.add(row)


def event(session: Session, seq: int) -> Event | None:
    """Return the event of this number, unless it was forgotten."""
    return session.exec(select(Event).where(Event.seq == seq)).first()
