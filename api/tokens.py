"""Tokens: made here or by the command, shown once, revoked at any time."""

from datetime import datetime
from typing import Annotated, Any, Literal

import fastapi
from fastapi import APIRouter, Request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints
from starlette.responses import Response

from api.access import Admin
from api.feed import rfc3339
from api.problems import not_found, responses
from records import tables
from records.store import tokens as store

router = APIRouter(prefix="/tokens", tags=["access"])
Name = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]


class TokenIn(BaseModel):
    """A token to be made."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"name": "newsroom", "scopes": ["read"]}]}
    )

    name: Name
    scopes: Annotated[list[Literal["read", "write", "admin"]], Field(min_length=1, max_length=3)] = ["read"]
    expires_at: AwareDatetime | None = None


class Token(BaseModel):
    """A token, without its secret."""

    id: str
    prefix: str = Field(description="How the secret begins, to recognise it by.")
    name: str
    scopes: list[str]
    filter_id: str | None = Field(description="The only filter it may read.")
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None


class NewToken(Token):
    """A token with its secret, which is shown this once."""

    secret: str


@router.get("", response_model=list[Token], responses=responses(401, 403))
def list_tokens(request: Request, caller: Admin) -> list[dict[str, Any]]:
    """List the tokens, newest first; secrets are not kept and cannot be shown."""
    with request.app.state.database.read() as session:
        return [shown(row) for row in store.every(session)]


@router.post("", status_code=201, response_model=NewToken, responses=responses(401, 403, 422))
def create_token(request: Request, caller: Admin, wanted: TokenIn) -> dict[str, Any]:
    """Make a token."""
    row, secret = request.app.state.database.run(
        lambda session: store.create(
            session, wanted.name, wanted.scopes, expires_at=wanted.expires_at, actor=caller.id or "nobody"
        )
    )
    return {**shown(row), "secret": secret}


@router.delete("/{token_id}", status_code=204, responses=responses(401, 403, 404, 422))
def revoke_token(
    request: Request, caller: Admin, token_id: Annotated[str, fastapi.Path(max_length=100)]
) -> Response:
    """Revoke a token, at once and for good."""
    actor = caller.id or "nobody"
    if not request.app.state.database.run(lambda session: store.revoke(session, token_id, actor=actor)):
        raise not_found("token")
    return Response(status_code=204)


def shown(row: tables.Token) -> dict[str, Any]:
    """Return what may be shown of a token."""
    times = ("created_at", "expires_at", "revoked_at", "last_used_at")
    said = {name: getattr(row, name) for name in times}
    return {
        "id": row.id,
        "prefix": row.prefix,
        "name": row.name,
        "scopes": row.scopes,
        "filter_id": row.filter_id,
        **{name: rfc3339(moment) if moment else None for name, moment in said.items()},
    }
