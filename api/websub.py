"""The WebSub hub's door (https://www.w3.org/TR/websub/, section 5): subscribers ask here for our own feeds.

Whether they meant it is asked at their callback by `worker/hub.py`, which also sends the content.
"""

import re
from typing import Annotated, Literal
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from api.access import Caller, identify, reading_is_open, unauthorized
from api.problems import Problem, responses
from records.addresses import check_url
from records.errors import Rejected
from records.session import Session
from records.store import filters, websub
from records.tables import Filter

router = APIRouter(tags=["websub"])
_FEED = re.compile(r"/feeds/(?:deals|news)\.(?P<suffix>[a-z]+)")
_FILTERED = re.compile(r"/filters/(?P<id>[a-z0-9_]+)/(?:deals|news)\.(?P<suffix>[a-z]+)")


@router.post("/websub", status_code=202, response_class=Response, responses=responses(401, 403, 422, 429))
def subscribe(
    request: Request,
    mode: Annotated[Literal["subscribe", "unsubscribe"], Form(alias="hub.mode")],
    topic: Annotated[str, Form(alias="hub.topic", max_length=2000)],
    callback: Annotated[str, Form(alias="hub.callback", max_length=2000)],
    secret: Annotated[str | None, Form(alias="hub.secret", max_length=199)] = None,
    lease: Annotated[int | None, Form(alias="hub.lease_seconds", ge=0, le=10**9)] = None,
) -> Response:
    """Ask to be sent one of our feeds whenever it changes; the callback is asked whether it meant it.

    `hub.secret` must be shorter than 200 bytes. Leases last from one hour to ten days.
    """
    state = request.app.state
    _check_topic(request, topic)
    try:
        check_url(callback, frozenset(state.settings.outgoing_hosts))
    except Rejected as refusal:
        raise Problem(422, "address-refused", refusal.reason, "hub.callback") from refusal
    if secret is not None and len(secret.encode()) >= 200:
        raise Problem(422, "invalid-parameter", "The secret must be shorter than 200 bytes.", "hub.secret")

    def work(session: Session) -> None:
        parts = urlsplit(callback)
        if websub.of_host(session, f"{parts.scheme}://{parts.netloc}") >= websub.PER_HOST:
            many = "This callback's host has too many subscriptions."
            raise Problem(429, "too-many-subscriptions", many, "hub.callback", {"retry-after": "3600"})
        websub.ask(session, mode, topic, callback, secret=secret, lease_s=lease)

    state.database.run(work)
    return Response(status_code=202)


def _check_topic(request: Request, topic: str) -> None:
    """Refuse a topic that is no feed of ours, or one that the subscriber may not read."""
    state = request.app.state
    own = state.settings.base_url
    path, _, query = topic.removeprefix(own).partition("?")
    found = _FEED.fullmatch(path) or _FILTERED.fullmatch(path)
    if not topic.startswith(f"{own}/") or found is None or found["suffix"] not in state.renderers:
        raise Problem(
            422, "unknown-topic", "This is no feed of ours; take the address of its rel=self.", "hub.topic"
        )
    secret = next(iter(parse_qs(query).get("token", ())), None)
    caller = identify(request, secret) if secret else Caller()
    if "id" in found.groupdict():
        with state.database.read() as session:
            row: Filter | None = filters.get(session, found["id"])
        if row is None:
            raise Problem(422, "unknown-topic", "There is no such filter.", "hub.topic")
        if caller.filter_id == row.id:
            return
    if not reading_is_open(state.settings) and not caller.may("read"):
        raise unauthorized("Reading needs a token here: subscribe to a saved filter's feed with its token.")
