"""Answers a feed reader from the shelf before anything else is looked at: most ask for what they have.

Only where reading is open and nothing is said about who asks; everything else goes its ordinary way.
"""

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access import reading_is_open
from api.publish import answer_from
from api.shelf import Document, Head, Shelf, asked
from records.settings import Settings


class Front:
    """Stands before the application and knows the shelf."""

    def __init__(self, app: ASGIApp, settings: Settings, head: Head, shelf: Shelf) -> None:
        self._app = app
        self._open = reading_is_open(settings)
        self._head = head
        self._shelf = shelf

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from the shelf, or have the application answer."""
        if self._open and scope["type"] == "http" and scope["method"] == "GET":
            document = self._found(scope)
            if document is not None:
                await answer_from(Request(scope), document)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _found(self, scope: Scope) -> Document | None:
        if not scope["path"].startswith("/feeds/"):
            return None
        headers = Headers(scope=scope)
        position = self._head.known()
        if position is None or "authorization" in headers or "cache-control" in headers:
            return None
        return self._shelf.asked(asked(scope), position)
