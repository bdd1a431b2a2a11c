"""Who may do what: reading is open on this machine alone, everything else needs a token of the right scope."""

import hmac
import ipaddress
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Request
from fastapi.security import HTTPBearer
from fastapi.security.http import HTTPAuthorizationCredentials
from starlette.concurrency import run_in_threadpool

from api.problems import Problem
from records.session import Database
from records.settings import Settings
from records.store import tokens

Scope = Literal["read", "write", "admin"]
# Who may do more may do less.
_GRANTS = {"read": {"read", "write", "admin"}, "write": {"write", "admin"}, "admin": {"admin"}}
bearer = HTTPBearer(auto_error=False, description="A token made by `sponsorwire token create` or POST /tokens.")


@dataclass(frozen=True)
class Caller:
    """Who asks: a token's id with its scopes, or nobody; `filter_id` is the only filter it may read."""

    id: str | None = None
    scopes: frozenset[str] = frozenset()
    filter_id: str | None = None

    def may(self, scope: Scope) -> bool:
        """Return whether the caller's token has this scope, or one above it."""
        return self.filter_id is None and bool(self.scopes & _GRANTS[scope])


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach a service that is bound to `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def reading_is_open(settings: Settings) -> bool:
    """Return whether anybody who reaches the service may read: said so, or by default on loopback."""
    return is_loopback(settings.host) if settings.open_reading is None else settings.open_reading


def identify(request: Request, secret: str | None) -> Caller:
    """Return who a secret belongs to.

    Raises Problem 401 for a secret that is unknown, revoked or expired: the same answer for each; 429, whatever
    the secret, for an address that has sent too many such.
    """
    if secret is None:
        return Caller()
    state = request.app.state
    address = request.client.host if request.client else ""
    wait_s = state.attempts.wait_s(address)
    if wait_s:
        detail = "Too many wrong tokens came from this address; wait before the next."
        raise Problem(429, "too-many-attempts", detail, "authorization", {"retry-after": str(wait_s)})
    caller = _owner(state.database, state.settings, secret)
    if caller is None:
        state.attempts.fail(address)
        raise unauthorized("This token is unknown, revoked or expired.")
    return caller


def _owner(database: Database, settings: Settings, secret: str) -> Caller | None:
    admin = settings.admin_token.get_secret_value() if settings.admin_token else ""
    if admin and hmac.compare_digest(admin.encode(), secret.encode("utf-8", "replace")):
        return Caller("admin", frozenset({"admin"}))
    with database.read() as session:
        token = tokens.find(session, secret)
        stale = token is not None and tokens.is_stale(token, session.now)
    if token is None:
        return None
    if stale:
        found = token.id
        database.run(lambda session: tokens.use(session, found))
    return Caller(token.id, frozenset(token.scopes), token.filter_id)


def unauthorized(detail: str) -> Problem:
    """Return the answer for somebody who must say who he is."""
    return Problem(401, "unauthorized", detail, "authorization", {"www-authenticate": "Bearer"})


def needs(scope: Scope) -> Callable[..., Awaitable[Caller]]:
    """Return the dependency of a route that only callers with this scope may use."""

    async def check(
        request: Request,
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
    ) -> Caller:
        state = request.app.state
        if scope == "read" and given is None and reading_is_open(state.settings):
            return Caller()
        secret = given.credentials if given else None
        caller = await run_in_threadpool(identify, request, secret)
        if caller.id is None:
            raise unauthorized("Send a token: Authorization: Bearer ...")
        if not caller.may(scope):
            raise Problem(403, "forbidden", f"This needs a token of scope {scope}.", "authorization")
        return caller

    return check


Reader = Annotated[Caller, Depends(needs("read"))]
Writer = Annotated[Caller, Depends(needs("write"))]
Admin = Annotated[Caller, Depends(needs("admin"))]
