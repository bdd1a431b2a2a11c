"""Webhooks: where events are sent, signed and retried; the log of what was sent, and sending it again."""

from datetime import datetime
from typing import Annotated, Any

import fastapi
from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from starlette.responses import Response

from api import cursor
from api.access import Writer
from api.answers import page_answer
from api.feed import rfc3339
from api.parameters import Limit
from api.problems import Problem, not_found, responses
from api.shapes import Page
from records import tables
from records.addresses import check_url
from records.errors import Rejected
from records.query import Query
from records.session import Session
from records.store import filters
from records.store import webhooks as store
from records.store.paging import Place
from records.tables.log import KINDS

router = APIRouter(prefix="/webhooks", tags=["webhooks"])
WebhookId = Annotated[str, fastapi.Path(max_length=100)]
_NO_QUERY = Query()


class WebhookIn(BaseModel):
    """A webhook to be made: where to, and what for."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"url": "https://hooks.example.com/in", "query": {"role": "title"}, "kinds": []}]
        },
    )

    url: Annotated[str, StringConstraints(min_length=1, max_length=2000)] = Field(
        description="https, a public host, port 443, 80 or 8443."
    )
    filter_id: str | None = Field(None, max_length=100, description="A saved filter, in place of `query`.")
    query: Query = _NO_QUERY
    kinds: list[str] = Field([], max_length=len(KINDS), description="Kinds of event; none: all.")

    @model_validator(mode="after")
    def _known(self) -> "WebhookIn":
        unknown = sorted(set(self.kinds) - set(KINDS))
        if unknown:
            raise ValueError(f"kinds: {unknown[0][:50]!r} is no kind of event")
        if self.filter_id is not None and not self.query.is_empty():
            raise ValueError("filter_id: give a saved filter or a query, not both")
        return self


class Webhook(BaseModel):
    """A webhook, without its secret."""

    id: str
    url: str = Field(description="Without its query, which may hold a key.")
    filter_id: str | None
    query: dict[str, Any]
    kinds: list[str]
    state: str = Field(description="active or disabled.")
    reason: str | None = Field(description="Why it is disabled.")
    failures: int = Field(description="Failed attempts in a row.")
    created_at: datetime
    disabled_at: datetime | None


class NewWebhook(Webhook):
    """A webhook with its signing secret, which is shown this once."""

    secret: str


class Delivery(BaseModel):
    """One message to one webhook, and how its last attempt went."""

    id: str
    message_id: str = Field(description="The `webhook-id` the receiver sees, on every attempt and replay.")
    seq: int = Field(description="The event's number in the log; 0 for a test.")
    state: str = Field(description="waiting, sent or failed.")
    attempts: int
    replay: int
    status_code: int | None
    error: str | None
    duration_ms: int | None
    next_at: datetime | None = Field(description="When it is tried again.")
    created_at: datetime
    ended_at: datetime | None


@router.get("", response_model=list[Webhook], responses=responses(401, 403))
def list_webhooks(request: Request, caller: Writer) -> list[dict[str, Any]]:
    """List the webhooks."""
    with request.app.state.database.read() as session:
        return [_shown(row) for row in store.every(session)]


@router.post("", status_code=201, response_model=NewWebhook, responses=responses(401, 403, 422))
def create_webhook(request: Request, caller: Writer, wanted: WebhookIn) -> dict[str, Any]:
    """Have events sent to an address from now on, signed by Standard Webhooks.

    The address is checked again at each connection: it must not lead into a private network.
    """
    state = request.app.state
    try:
        check_url(wanted.url, frozenset(state.settings.outgoing_hosts))
    except Rejected as refusal:
        raise Problem(422, "address-refused", refusal.reason, "url") from refusal

    def work(session: Session) -> tuple[tables.Webhook, str]:
        if wanted.filter_id is not None and filters.get(session, wanted.filter_id) is None:
            raise Problem(422, "invalid-parameter", "There is no such filter.", "filter_id")
        return store.create(session, wanted.url, query=wanted.query, kinds=wanted.kinds, filter_id=wanted.filter_id)

    row, secret = state.database.run(work)
    return {**_shown(row), "secret": secret}


@router.get("/{webhook_id}", response_model=Webhook, responses=responses(401, 403, 404, 422))
def read_webhook(request: Request, caller: Writer, webhook_id: WebhookId) -> dict[str, Any]:
    """Return a webhook."""
    with request.app.state.database.read() as session:
        return _shown(_webhook(session, webhook_id))


@router.delete("/{webhook_id}", status_code=204, responses=responses(401, 403, 404, 422))
def delete_webhook(request: Request, caller: Writer, webhook_id: WebhookId) -> Response:
    """Send nothing more to a webhook."""
    _change(request, webhook_id, "deleted")
    return Response(status_code=204)


@router.post("/{webhook_id}/enable", response_model=Webhook, responses=responses(401, 403, 404, 422))
def enable_webhook(request: Request, caller: Writer, webhook_id: WebhookId) -> dict[str, Any]:
    """Enable a disabled webhook; it gets what happened meanwhile."""
    return _change(request, webhook_id, "active")


@router.post("/{webhook_id}/disable", response_model=Webhook, responses=responses(401, 403, 404, 422))
def disable_webhook(request: Request, caller: Writer, webhook_id: WebhookId) -> dict[str, Any]:
    """Disable a webhook until it is enabled again."""
    return _change(request, webhook_id, "disabled", "Disabled by hand.")


@router.post("/{webhook_id}/rotate", response_model=NewWebhook, responses=responses(401, 403, 404, 422))
def rotate_secret(request: Request, caller: Writer, webhook_id: WebhookId) -> dict[str, Any]:
    """Give a webhook a new secret; for a day every message is signed with the old one too."""

    def work(session: Session) -> dict[str, Any]:
        row = _webhook(session, webhook_id)
        return {"secret": store.rotate(session, row), **_shown(row)}

    changed: dict[str, Any] = request.app.state.database.run(work)
    return changed


@router.post(
    "/{webhook_id}/test", status_code=202, response_model=Delivery, responses=responses(401, 403, 404, 422)
)
def send_test(request: Request, caller: Writer, webhook_id: WebhookId) -> dict[str, Any]:
    """Send a message that carries no event."""

    def work(session: Session) -> dict[str, Any]:
        return _made(session, store.send_test(session, _webhook(session, webhook_id)))

    made: dict[str, Any] = request.app.state.database.run(work)
    return made


@router.get("/{webhook_id}/deliveries", response_model=Page[Delivery], responses=responses(400, 401, 403, 404, 422))
def list_deliveries(
    request: Request,
    caller: Writer,
    webhook_id: WebhookId,
    limit: Limit = 50,
    cursor_: Annotated[str | None, fastapi.Query(alias="cursor", max_length=500)] = None,
) -> Response:
    """List what was sent to a webhook, newest first."""
    after = cursor.read("deliveries", cursor_)
    with request.app.state.database.read() as session:
        _webhook(session, webhook_id)
        rows = store.deliveries(session, webhook_id, limit=limit, after=after)
    return page_answer(
        request,
        "deliveries",
        f"{request.app.state.settings.base_url}/webhooks/{webhook_id}/deliveries",
        {"limit": limit},
        [_delivery(row) for row in rows],
        [Place(row.created_at, row.id) for row in rows],
        limit=limit,
        after=after,
    )


@router.post(
    "/{webhook_id}/deliveries/{delivery_id}/replay",
    status_code=202,
    response_model=Delivery,
    responses=responses(401, 403, 404, 422),
)
def replay_delivery(
    request: Request,
    caller: Writer,
    webhook_id: WebhookId,
    delivery_id: Annotated[str, fastapi.Path(max_length=100)],
) -> dict[str, Any]:
    """Send a message once more, under the same message id."""

    def work(session: Session) -> dict[str, Any]:
        row = store.delivery(session, delivery_id)
        if row is None or row.webhook_id != _webhook(session, webhook_id).id:
            raise not_found("delivery")
        return _made(session, store.replay(session, row))

    made: dict[str, Any] = request.app.state.database.run(work)
    return made


def _webhook(session: Session, webhook_id: str) -> tables.Webhook:
    row = store.get(session, webhook_id)
    if row is None:
        raise not_found("webhook")
    return row


def _change(request: Request, webhook_id: str, state: str, reason: str | None = None) -> dict[str, Any]:
    def work(session: Session) -> dict[str, Any]:
        row = _webhook(session, webhook_id)
        store.set_state(session, row, state, reason)
        return _shown(row)

    changed: dict[str, Any] = request.app.state.database.run(work)
    return changed


def _made(session: Session, delivery_id: str) -> dict[str, Any]:
    row = store.delivery(session, delivery_id)
    assert row is not None
    return _delivery(row)


def _shown(row: tables.Webhook) -> dict[str, Any]:
    return {
        "id": row.id,
        "url": row.url.partition("?")[0],
        "filter_id": row.filter_id,
        "query": row.query,
        "kinds": row.kinds,
        "state": row.state,
        "reason": row.reason,
        "failures": row.failures,
        "created_at": rfc3339(row.created_at),
        "disabled_at": rfc3339(row.disabled_at) if row.disabled_at else None,
    }


def _delivery(row: tables.Delivery) -> dict[str, Any]:
    return {
        "id": row.id,
        "message_id": store.message_id(row),
        "seq": row.seq,
        "state": row.state,
        "attempts": row.attempts,
        "replay": row.replay,
        "status_code": row.status_code,
        "error": row.error,
        "duration_ms": row.duration_ms,
        "next_at": rfc3339(row.next_at) if row.state == "waiting" else None,
        "created_at": rfc3339(row.created_at),
        "ended_at": rfc3339(row.ended_at) if row.ended_at else None,
    }
