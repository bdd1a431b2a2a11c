"""How many wrong keys each address may still show: whoever guesses is slowed down before the database is asked.

Each wrong key fills an address's measure by one, and it drains by one every few seconds. An address whose measure
is full is not heard, with any key, until there is room again; so behind a proxy the addresses must be the
clients' own (uvicorn takes `X-Forwarded-For` from a proxy on this machine, and from `FORWARDED_ALLOW_IPS`).
"""

import ipaddress
import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

ALLOWED = 20  # wrong keys at once: more than a person mistypes, or a few programs with an old key ask a minute
DRAIN_S = 6.0  # for one more
KEPT = 10_000  # addresses, the one that failed longest ago dropped first


class Attempts:
    """The measures of this process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._measures: OrderedDict[str, tuple[float, float]] = OrderedDict()  # level, at
        self._lock = threading.Lock()

    def wait_s(self, address: str) -> int:
        """Return in how many seconds the address is heard again; 0 when it is heard now."""
        with self._lock:
            over = self._level(_owner(address)) - (ALLOWED - 1)
        return math.ceil(over * DRAIN_S) if over > 0 else 0

    def fail(self, address: str) -> None:
        """Count a wrong key of this address."""
        owner = _owner(address)
        with self._lock:
            self._measures[owner] = (self._level(owner) + 1, self._clock())
            self._measures.move_to_end(owner)
            while len(self._measures) > KEPT:
                self._measures.popitem(last=False)

    def _level(self, owner: str) -> float:
        level, at = self._measures.get(owner, (0.0, 0.0))
        return max(0.0, level - (self._clock() - at) / DRAIN_S)


def _owner(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    # Of version 6, whoever has one address has its whole network of 64 bits.
    return address if parsed.version == 4 else str(ipaddress.ip_network((parsed, 64), strict=False))
