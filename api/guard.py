"""What holds for every request: headers that keep browsers strict, names that this service answers to, HEAD.

HEAD is answered like GET without the content (RFC 9110, section 9.3.2), whatever a route says of it.
"""

import asyncio
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access import is_loopback
from api.problems import Problem
from records.settings import Settings

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_OWN = frozenset({"localhost", "127.0.0.1", "::1"})


class Guard:
    """Adds the headers; where only this machine may ask, refuses a name that is not this machine's.

    A parameter that is given twice is refused, too: no list could tell which of the two was meant.
    Without that, a page of the web whose name is made to lead to 127.0.0.1 (DNS rebinding) could read what
    is open to this machine alone.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        public = urlsplit(settings.base_url).hostname
        names = _OWN | {settings.host} | ({public} if public else set())
        self._names = names if is_loopback(settings.host) else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or have the application answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if self._names is not None and _host(Headers(scope=scope)) not in self._names:
            problem = Problem(421, "unknown-host", "This service does not answer to that name.", "host")
            await problem.response()(scope, receive, with_headers)
            return
        if twice := _given_twice(scope["query_string"]):
            problem = Problem(422, "invalid-parameter", "This parameter is given twice.", twice)
            await problem.response(Request(scope))(scope, receive, with_headers)
        elif scope["method"] == "HEAD":
            await _head(self._app, scope, receive, with_headers)
        else:
            await self._app(scope, receive, with_headers)


async def _head(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Have `app` answer as to GET, and send the headers alone; a stream ends with them."""
    is_answered = False

    async def without_content(message: Message) -> None:
        nonlocal is_answered
        if message["type"] == "http.response.start":
            await send(message)
            await send({"type": "http.response.body", "body": b""})
            is_answered = True
        elif message.get("more_body"):
            answer.cancel()

    answer = asyncio.ensure_future(app({**scope, "method": "GET"}, receive, without_content))
    try:
        await answer
    except asyncio.CancelledError:
        if not is_answered:
            raise


def _given_twice(query: bytes) -> str | None:
    """Return the first name that stands twice in the query of an address, if one does."""
    if b"&" not in query:
        return None
    names = [part.partition(b"=")[0] for part in query.split(b"&")]
    if len(set(names)) == len(names):
        return None
    return next((name.decode("ascii", "replace") for name in names if name and names.count(name) > 1), None)


def _host(headers: Headers) -> str:
    try:
        return (urlsplit(f"//{headers.get('host', '')}").hostname or "").lower()
    except ValueError:
        return ""
