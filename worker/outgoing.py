"""Sends one request to an address a stranger gave us, without letting it reach inside our network.

The name is resolved once, every address it has must be public, and the connection goes to the very
address that was checked, so a name that changes its mind between check and use (DNS rebinding) gains
nothing. httpcore knows neither redirects nor proxies of the environment nor cookies. One deadline holds
for the whole exchange, and the answer is read up to a limit, so a slow receiver costs a bounded time.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import httpcore

from records.addresses import allowed, check_url, public
from records.errors import Rejected, Unavailable

DEADLINE_S = 15.0  # Standard Webhooks asks for 15 to 30 s
MAX_ANSWER_BYTES = 64 * 1024
Resolve = Callable[[str, int], Iterable[str]]


@dataclass(frozen=True)
class Answer:
    """What the receiver said; `headers` has lower-case names, `body` is cut at the limit."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of `host`. Raises Unavailable when it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise Unavailable("the host name does not resolve") from error
    return [str(entry[4][0]) for entry in found]


def send(
    method: str,
    url: str,
    *,
    headers: Mapping[str, str],
    body: bytes = b"",
    exceptions: frozenset[str] = frozenset(),
    lookup: Resolve = resolve,
    deadline_s: float = DEADLINE_S,
    max_bytes: int = MAX_ANSWER_BYTES,
) -> Answer:
    """Return the answer to one request, whatever its status; a redirect is an answer too.

    `exceptions` are the hosts (or host:port) the operator allows to be private. Raises Rejected when
    the address leads inside, Unavailable when nobody answers in time.
    """
    check_url(url, exceptions)
    network = _Guarded(exceptions, lookup, time.monotonic() + deadline_s)
    try:
        with (
            httpcore.ConnectionPool(
                network_backend=network, ssl_context=ssl.create_default_context(), retries=0
            ) as pool,
            pool.stream(
                method,
                url,
                headers=list(headers.items()),
                content=body,
                extensions={"timeout": {"connect": 5.0, "read": 10.0, "write": 10.0, "pool": 1.0}},
            ) as response,
        ):
            answer = bytearray()
            for part in response.iter_stream():
                answer += part
                if len(answer) >= max_bytes:
                    break
            names = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            return Answer(response.status, names, bytes(answer[:max_bytes]))
    except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
        raise Unavailable(f"no answer: {type(error).__name__}") from error


class _Guarded(httpcore.SyncBackend):
    """Connects only to addresses that pass, and ends every wait at the deadline."""

    def __init__(self, exceptions: frozenset[str], lookup: Resolve, deadline: float) -> None:
        self._exceptions = exceptions
        self._lookup = lookup
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the first checked address that accepts one."""
        addresses = list(dict.fromkeys(self._lookup(host, port)))
        if not allowed(host, port, self._exceptions) and not all(public(address) for address in addresses):
            raise Rejected("address_refused", "The host's name leads to an address of a private network.")
        error: Exception = httpcore.ConnectError("no address")
        for address in addresses:
            try:
                wait = _left(self._deadline, timeout)
                return _Timed(
                    super().connect_tcp(address, port, wait, local_address, socket_options), self._deadline
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as refusal:
                error = refusal
        raise error


class _Timed(httpcore.NetworkStream):
    """A connection whose every read and write ends at the deadline of the whole exchange."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, timeout)
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the deadline of the whole exchange is over")
    return left if timeout is None else min(left, timeout)
