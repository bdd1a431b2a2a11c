"""What people decide about deals: two are one, one is two, a field has this value. Everything can be undone.

A decision is recorded at once and applied by the next merge, within moments; the change is an event like any other.
"""

from datetime import datetime
from typing import Annotated, Any, Literal

import fastapi
from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints
from starlette.responses import Response

from api.access import Caller, Reader, Writer
from api.answers import json_answer
from api.feed import rfc3339
from api.problems import not_found, responses
from records import tables
from records.session import Session
from records.store import deals
from records.store import decisions as store

router = APIRouter(tags=["deals"])
Id = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9_.-]+$")]
PathId = Annotated[str, fastapi.Path(max_length=100)]
Reason = Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00-\x1f\x7f]*$")]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")

    reason: Reason | None = None


class MergeIn(_In):
    """Another deal that is the same as this one."""

    other_id: Id


class ClaimId(BaseModel):
    """A claim: what one article says of the deal."""

    model_config = ConfigDict(extra="forbid")

    article_id: Id
    claim_id: Id = Field(description="The claim's id in its article: d1, d2, ...")


class SplitIn(_In):
    """The claims that are a deal of their own."""

    claims: Annotated[list[ClaimId], Field(min_length=1, max_length=500)]


class LockIn(_In):
    """The field's value, in the shape it has in the deal."""

    value: JsonValue


class Decision(BaseModel):
    """A merge or a split by hand."""

    id: str
    kind: Literal["merge", "split"]
    deal_id: str
    other_id: str | None
    claims: list[str] = Field(description="Of a split: the claims set apart, each article id/claim id.")
    reason: str | None
    decided_by: str | None
    decided_at: datetime
    undone_at: datetime | None


class Lock(BaseModel):
    """A field that no run overwrites."""

    field: str
    value: JsonValue
    reason: str | None
    locked_by: str | None
    locked_at: datetime


class Decided(BaseModel):
    """All decisions about a deal."""

    decisions: list[Decision]
    locks: list[Lock]


class Made(BaseModel):
    """The decision that was recorded."""

    id: str


@router.get("/deals/{deal_id}/decisions", response_model=Decided, responses=responses(401, 404, 422))
def list_decisions(request: Request, caller: Reader, deal_id: PathId) -> Response:
    """List what people decided about the deal, undone decisions too."""
    with request.app.state.database.read() as session:
        _check(session, deal_id)
        found = [_decision(row) for row in store.of_deal(session, deal_id)]
        locks = [_lock(row) for row in store.locks_of(session, deal_id)]
    return json_answer(request, {"decisions": found, "locks": locks})


@router.post(
    "/deals/{deal_id}/merge", status_code=202, response_model=Made, responses=responses(401, 403, 404, 422)
)
def merge_deals(request: Request, caller: Writer, deal_id: PathId, wanted: MergeIn) -> dict[str, str]:
    """Have two deals be one, under the older id."""

    def work(session: Session) -> str:
        _check(session, deal_id)
        return store.merge(session, deal_id, wanted.other_id, by=_by(caller), reason=wanted.reason)

    return {"id": request.app.state.database.run(work)}


@router.post(
    "/deals/{deal_id}/split", status_code=202, response_model=Made, responses=responses(401, 403, 404, 422)
)
def split_deal(request: Request, caller: Writer, deal_id: PathId, wanted: SplitIn) -> dict[str, str]:
    """Have some of the deal's claims be a deal of their own."""
    claims = [(each.article_id, each.claim_id) for each in wanted.claims]

    def work(session: Session) -> str:
        _check(session, deal_id)
        return store.split(session, deal_id, claims, by=_by(caller), reason=wanted.reason)

    return {"id": request.app.state.database.run(work)}


@router.delete("/decisions/{decision_id}", status_code=204, responses=responses(401, 403, 404, 422))
def undo_decision(request: Request, caller: Writer, decision_id: PathId) -> Response:
    """Take a merge or a split back: the deals are again what their claims make them."""
    if not request.app.state.database.run(lambda session: store.undo(session, decision_id)):
        raise not_found("decision that stands")
    return Response(status_code=204)


@router.put("/deals/{deal_id}/locks/{field}", status_code=204, responses=responses(401, 403, 404, 422))
def lock_field(request: Request, caller: Writer, deal_id: PathId, field: PathId, wanted: LockIn) -> Response:
    """Set a field (a dotted path: `term.end`) for good: no later run overwrites it."""

    def work(session: Session) -> None:
        _check(session, deal_id)
        store.lock_field(session, deal_id, field, wanted.value, by=_by(caller), reason=wanted.reason)

    request.app.state.database.run(work)
    return Response(status_code=204)


@router.delete("/deals/{deal_id}/locks/{field}", status_code=204, responses=responses(401, 403, 404, 422))
def unlock_field(request: Request, caller: Writer, deal_id: PathId, field: PathId) -> Response:
    """Give a field back to what the sources say."""

    def work(session: Session) -> bool:
        _check(session, deal_id)
        return store.unlock_field(session, deal_id, field)

    if not request.app.state.database.run(work):
        raise not_found("lock")
    return Response(status_code=204)


def _check(session: Session, deal_id: str) -> None:
    row = deals.get(session, deal_id)
    if row is None or row.state != "live":
        raise not_found("live deal")


def _by(caller: Caller) -> str:
    return caller.id or "nobody"


def _decision(row: tables.DealLink) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "deal_id": row.deal_id,
        "other_id": row.other_id,
        "claims": row.body["left"] if row.kind == "split" else [],
        "reason": row.reason,
        "decided_by": row.decided_by,
        "decided_at": rfc3339(row.decided_at),
        "undone_at": rfc3339(row.undone_at) if row.undone_at else None,
    }


def _lock(row: tables.DealLock) -> dict[str, Any]:
    return {
        "field": row.field,
        "value": row.value,
        "reason": row.reason,
        "locked_by": row.locked_by,
        "locked_at": rfc3339(row.locked_at),
    }
