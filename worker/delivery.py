"""Signed webhooks, retried: one attempt at a delivery, and when the next one is due.

By Standard Webhooks 1.0: the id stays the same on every attempt, the time and the signatures are new, only
2xx is success, 410 ends the webhook, Retry-After is obeyed, and a redirect is a failure.
"""

import random
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import orjson

from records.crash import crash_point
from records.errors import Rejected, Unavailable
from records.session import Session
from records.store import webhooks
from records.store.jobs import Lease
from records.tables import Delivery, Event, Webhook
from worker.outgoing import Answer, send
from worker.signature import webhook_headers
from worker.turn import Desk

# Seconds before attempts 2, 3, ...; with the first one 75 hours in all (the schedule that the specification
# suggests): a receiver that is down over a weekend loses nothing.
SCHEDULE_S = (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
JITTER = 0.2  # of each wait, so that what failed together does not come back together
LONGEST_S = 86_400.0
AT_ONCE = 4  # attempts under way to one webhook, of all workers together
MAX_BODY_BYTES = 20_000  # the specification's limit for a message that every receiver takes
LONG_PARTS = ("claims", "quotes", "disagreements", "text", "entities", "deals", "sources")


def deliver(desk: Desk, lease: Lease) -> None:
    """Make one attempt at the job's delivery and record how it went.

    Raises LeaseLost; Unavailable when others are being sent to the same receiver already: a slow one must not
    hold every worker, so the job is put off without a count.
    """
    with desk.db.read() as session:
        row = webhooks.delivery(session, lease.subject_id)
        webhook = webhooks.get(session, row.webhook_id) if row else None
        event = webhooks.event(session, row.seq) if row and row.seq != webhooks.TEST else None
        before = webhooks.under_way(session, row.webhook_id)[:AT_ONCE] if row else ()
        now = session.now
    if row is None or row.state != "waiting":
        desk.finish(lambda session: None, lease)
        return
    if row.id not in before:
        raise Unavailable(f"{AT_ONCE} deliveries to this webhook are under way")
    answer: Answer | None = None
    error: str | None = None
    began = time.monotonic()
    if webhook is None or webhook.state != "active":
        error = "the webhook is disabled"
    elif row.seq != webhooks.TEST and event is None:
        error = "the event is not kept any more"
    else:
        try:
            answer = attempt(webhook, row, event, now, frozenset(desk.settings.outgoing_hosts))
        except (Unavailable, Rejected) as failure:
            error = failure.reason if isinstance(failure, Rejected) else str(failure)
    duration_ms = round((time.monotonic() - began) * 1000)
    crash_point("after_post")

    def record(session: Session) -> None:
        found = webhooks.delivery(session, lease.subject_id)
        if found is not None and found.state == "waiting":
            settle(session, found, answer, error, duration_ms)

    desk.finish(record, lease)


def attempt(
    webhook: Webhook, row: Delivery, event: Event | None, now: datetime, exceptions: frozenset[str]
) -> Answer:
    """Return the receiver's answer to the signed message. Raises Rejected, Unavailable."""
    body = payload(webhook, row, event)
    headers = webhook_headers(webhooks.message_id(row), now, body, webhooks.signing_secrets(webhook, now))
    headers |= {"content-type": "application/json", "user-agent": "Sponsorwire-Webhooks/1"}
    return send("POST", webhook.url, headers=headers, body=body, exceptions=exceptions)


def payload(webhook: Webhook, row: Delivery, event: Event | None) -> bytes:
    """Return the message, the same bytes at each attempt; what makes it too long is left out and named."""
    if event is None:
        test = {"type": "webhook.test", "timestamp": row.created_at.isoformat(), "data": {"webhook_id": webhook.id}}
        return orjson.dumps(test)
    assert event.published_at is not None
    data: dict[str, Any] = {
        "subject_id": event.subject_id,
        "revision": event.revision,
        "seq": event.seq,
        "path": f"/{'deals' if event.kind.startswith('deal.') else 'articles'}/{event.subject_id}",
        **event.body,
    }
    message = {"type": event.kind, "timestamp": event.published_at.isoformat(), "data": data}
    body = orjson.dumps(message)
    left_out: list[str] = []
    for part in LONG_PARTS:
        if len(body) <= MAX_BODY_BYTES:
            return body
        for name in ("deal", "article"):
            if part in (data.get(name) or {}):
                data[name] = {key: value for key, value in data[name].items() if key != part}
                left_out.append(part)
        body = orjson.dumps({**message, "data": {**data, "left_out": left_out}})
    return body


def settle(session: Session, row: Delivery, answer: Answer | None, error: str | None, duration_ms: int) -> None:
    """Record an attempt, and say when the next one is due or that there is none."""
    status = answer.status if answer else None
    if answer is not None and 200 <= answer.status < 300:
        webhooks.settle(session, row, "sent", status_code=status, error=None, duration_ms=duration_ms)
        _failures(session, row.webhook_id, reset=True)
        return
    said = error or f"the receiver answered {status}"
    gone = status == 410
    ended = gone or (answer is None and error in ("the webhook is disabled", "the event is not kept any more"))
    retry = None if ended else retry_in_s(row.attempts, answer, session.now, random.random())  # noqa: S311 - no secret
    state = "failed" if retry is None else "waiting"
    webhooks.settle(session, row, state, status_code=status, error=said, duration_ms=duration_ms, retry_in_s=retry)
    if gone:
        _disable(session, row.webhook_id, "The receiver answered 410 Gone.")
    elif retry is None and not ended:
        _disable(session, row.webhook_id, "The receiver failed at every attempt for three days.")
    else:
        _failures(session, row.webhook_id, reset=False)


def retry_in_s(done: int, answer: Answer | None, now: datetime, chance: float) -> float | None:
    """Return the seconds until the next attempt after `done` earlier ones and this; None when it was the last.

    `chance` is a random number from 0 to 1.
    """
    if done >= len(SCHEDULE_S):
        return None
    wait = SCHEDULE_S[done] * (1 + JITTER * (2 * chance - 1))
    asked = retry_after_s(answer.headers.get("retry-after", ""), now) if answer else 0.0
    return min(max(wait, asked), LONGEST_S)


def retry_after_s(value: str, now: datetime) -> float:
    """Return how long a Retry-After header asks to wait, in seconds or until a date; 0 when it says nothing."""
    if value.strip().isascii() and value.strip().isdigit():
        return float(value.strip()[:9])
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (date - now).total_seconds())


def _disable(session: Session, webhook_id: str, reason: str) -> None:
    webhook = webhooks.get(session, webhook_id)
    if webhook is not None:
        webhooks.set_state(session, webhook, "disabled", reason)


def _failures(session: Session, webhook_id: str, *, reset: bool) -> None:
    webhook = webhooks.get(session, webhook_id)
    if webhook is not None and (webhook.failures or not reset):
        webhook.failures = 0 if reset else webhook.failures + 1
        session.add(webhook)
