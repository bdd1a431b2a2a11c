"""Answers a feed reader before anything else is looked at: most ask for what they have.

Only where reading is open and nothing is said about who asks; everything else, and whatever is wrong with a
request, goes its ordinary way. What is asked for is read by the same model as there.
"""

from pydantic import ValidationError
from starlette.datastructures import Headers, QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access import reading_is_open
from api.parameters import Filters
from api.problems import Problem
from api.publish import addresses, answer_from, serve, topic_of
from api.shelf import Document, Head, Shelf, asked
from records.settings import Settings


class Front:
    """Stands before the application and knows the shelf."""

    def __init__(self, app: ASGIApp, settings: Settings, head: Head, shelf: Shelf) -> None:
        self._app = app
        self._open = reading_is_open(settings)
        self._head = head
        self._shelf = shelf
        self._addresses = addresses()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the feed, or have the application answer."""
        response = None
        if self._open and scope["type"] == "http" and scope["method"] == "GET" and scope["path"] in self._addresses:
            headers = Headers(scope=scope)
            if "authorization" not in headers:
                document = self._found(scope) if "cache-control" not in headers else None
                request = Request(scope)
                response = answer_from(request, document) if document else await self._made(request)
        await (response or self._app)(scope, receive, send)

    def _found(self, scope: Scope) -> Document | None:
        position = self._head.known()
        return self._shelf.asked(asked(scope), position) if position is not None else None

    async def _made(self, request: Request) -> Response | None:
        kind, renderer = self._addresses[request.scope["path"]]
        try:
            wanted = Filters.model_validate(dict(QueryParams(request.scope["query_string"])))
            return await serve(request, topic_of(kind, wanted.query), renderer, wanted.limit, wanted.cursor)
        except (ValidationError, Problem):
            return None
