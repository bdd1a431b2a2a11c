"""What holds for every answer: headers that keep browsers strict, and names that this service answers to."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
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
        await self._app(scope, receive, with_headers)


def _host(headers: Headers) -> str:
    try:
        return (urlsplit(f"//{headers.get('host', '')}").hostname or "").lower()
    except ValueError:
        return ""
