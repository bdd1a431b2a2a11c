"""What goes out packed, in gzip (RFC 1952): by ISA-L, which takes an eighth of zlib's time for as few bytes."""

from isal import isal_zlib
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Of its four levels the middle one that still reads a text once; the last takes four times as long.
LEVEL = 2
# What fits in one packet anyway is not worth it.
SMALLEST = 1000
_GZIP = 31  # zlib's name for a window of 32 kB in a gzip wrapping, whose date is left empty


def pack(content: bytes) -> bytes:
    """Return the bytes in gzip, equal at every packing."""
    return isal_zlib.compress(content, level=LEVEL, wbits=_GZIP)


def wants_packed(headers: Headers) -> bool:
    """Return whether who sends these takes gzip (RFC 9110, section 12.5.3)."""
    for part in headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() in ("gzip", "x-gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


class Packing:
    """Packs every answer that comes as one piece of text and is not packed yet; streams pass as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have the application answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        wanted = wants_packed(Headers(scope=scope))
        held: Message | None = None

        async def packing(message: Message) -> None:
            nonlocal held
            if message["type"] == "http.response.start":
                held = message
                return
            if held is not None:
                start, held = held, None
                whole = message["type"] == "http.response.body" and not message.get("more_body")
                if whole and _is_worth_it(start, message["body"]):
                    _pack(start, message, wanted=wanted)
                await send(start)
            await send(message)

        await self._app(scope, receive, packing)


def _is_worth_it(start: Message, body: bytes) -> bool:
    headers = Headers(raw=start["headers"])
    kind = headers.get("content-type", "").partition(";")[0]
    text = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
    return len(body) >= SMALLEST and text and start["status"] != 206 and "content-encoding" not in headers


def _pack(start: Message, message: Message, *, wanted: bool) -> None:
    headers = MutableHeaders(raw=start["headers"])
    varies = headers.get("vary", "")
    if "accept-encoding" not in varies:
        headers["vary"] = f"{varies}, accept-encoding" if varies else "accept-encoding"
    if wanted:
        message["body"] = pack(message["body"])
        headers["content-encoding"] = "gzip"
        headers["content-length"] = str(len(message["body"]))
