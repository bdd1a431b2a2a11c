"""The read tools for assistants at `/mcp`, by the Model Context Protocol's streamable HTTP.

Each request stands by itself, so any process may answer it. Whoever may read the lists may ask; the host is
checked before (`api.guard`).
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mcp.server.transport_security import TransportSecuritySettings
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access import bearer, needs
from api.problems import Problem
from api.tools import server
from records.session import Database

PATH = "/mcp"


class Assistants:
    """The protocol's own application behind our tokens; it answers while `open` lasts."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._app: ASGIApp | None = None
        self._check = needs("read")

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Answer until the end of the block."""
        tools = server(self._database)
        self._app = tools.streamable_http_app(
            streamable_http_path=PATH,
            stateless_http=True,
            json_response=True,
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )
        async with tools.session_manager.run():
            yield
        self._app = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        app: ASGIApp | None = self._app
        try:
            await self._check(request, await bearer(request))
        except Problem as problem:
            app = problem.response()
        if app is None:
            app = Problem(503, "unavailable", "Try again in a moment.", headers={"retry-after": "2"}).response()
        await app(scope, receive, send)
