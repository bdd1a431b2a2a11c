"""The WebSub hub for our own feeds (https://www.w3.org/TR/websub/): asks subscribers whether they meant it, and
sends them the whole topic when it has changed, signed with their secret."""

import hashlib
from urllib.parse import urlencode, urlsplit

import structlog

from records.errors import Rejected, Unavailable
from records.session import Session
from records.store import websub
from records.store.jobs import Lease
from records.tables import WebsubSubscription
from worker.outgoing import Answer, send
from worker.signature import hub_signature
from worker.turn import Desk

log = structlog.get_logger(__name__)


def verify(desk: Desk, lease: Lease) -> None:
    """Ask the callback whether it meant to (un)subscribe (section 5.3); anything but our challenge is a no.

    Raises LeaseLost, Unavailable.
    """
    with desk.db.read() as session:
        row = websub.get(session, lease.subject_id)
    wanted = next((one for one in row.asked if one["challenge"] == lease.input_hash), None) if row else None
    agreed = row is not None and wanted is not None and _agrees(desk, row, wanted)

    def record(session: Session) -> None:
        found = websub.get(session, lease.subject_id)
        if found is None or wanted is None:
            return
        if agreed:
            websub.confirm(session, found, wanted)
        found.asked = [one for one in found.asked if one["challenge"] != lease.input_hash]

    desk.finish(record, lease)


def _agrees(desk: Desk, row: WebsubSubscription, wanted: dict[str, object]) -> bool:
    question = {
        "hub.mode": wanted["mode"],
        "hub.topic": row.topic,
        "hub.challenge": wanted["challenge"],
        "hub.lease_seconds": wanted["lease_s"],
    }
    joint = "&" if urlsplit(row.callback).query else "?"
    address = f"{row.callback}{joint}{urlencode(question)}"
    try:
        answer = send("GET", address, headers={}, exceptions=frozenset(desk.settings.outgoing_hosts))
    except (Rejected, Unavailable) as error:
        log.info("a WebSub callback did not confirm", reason=str(error))
        return False
    return 200 <= answer.status < 300 and answer.body.decode("utf-8", "replace").strip() == wanted["challenge"]


def distribute(desk: Desk, lease: Lease) -> None:
    """Send the topic as it is now to the subscriber, unless it has it (section 7).

    Raises LeaseLost; Unavailable when subscriber or feed do not answer, and then the job is tried again.
    """
    with desk.db.read() as session:
        row = websub.get(session, lease.subject_id)
        over = row is None or row.state != "active" or (row.lease_until or session.now) <= session.now
    if row is None or over:
        desk.finish(lambda session: None, lease)
        return
    topic = _topic(desk, row)
    tag = hashlib.sha256(topic.body).hexdigest()
    ended = False
    if tag != row.content_tag:
        headers = {
            "content-type": topic.headers.get("content-type", "application/octet-stream"),
            "link": f'<{desk.settings.base_url}/websub>; rel="hub", <{row.topic}>; rel="self"',
        }
        if row.secret:
            headers["x-hub-signature"] = hub_signature(row.secret, topic.body)
        try:
            answer = send(
                "POST",
                row.callback,
                headers=headers,
                body=topic.body,
                exceptions=frozenset(desk.settings.outgoing_hosts),
            )
        except Rejected:
            answer = None
        ended = answer is None or answer.status == 410
        if answer is not None and not ended and not 200 <= answer.status < 300:
            raise RuntimeError(f"the subscriber answered {answer.status}")

    def record(session: Session) -> None:
        found = websub.get(session, lease.subject_id)
        if found is not None:
            found.content_tag = tag
            if ended:
                websub.end(session, found)

    desk.finish(record, lease)


def _topic(desk: Desk, row: WebsubSubscription) -> Answer:
    """Read our own feed as every reader would, so that there is one way in which it is made."""
    own = desk.settings.base_url
    inside = (desk.settings.api_url or own).rstrip("/") + row.topic.removeprefix(own)
    parts = urlsplit(inside)
    answer = send(
        "GET",
        inside,
        headers={"accept-encoding": "identity", "cache-control": "no-cache"} | _key(desk),
        exceptions=frozenset({parts.hostname or ""}),
        max_bytes=20_000_000,
    )
    if answer.status != 200:
        raise Unavailable(f"our own feed answered {answer.status}")
    return answer


def _key(desk: Desk) -> dict[str, str]:
    key = desk.settings.admin_token
    return {"authorization": f"Bearer {key.get_secret_value()}"} if key else {}
