"""Which addresses the service may send to: none inside a private network, however it is spelled.

The rule is our own because the standard library's `is_global` lets through ranges that lead inside:
translation and tunnel prefixes carry a private IPv4 address in a global-looking IPv6 one.
"""

import ipaddress
import re
from urllib.parse import urlsplit

from records.errors import Rejected

_REFUSED = tuple(
    ipaddress.ip_network(block)
    for block in (
        "100.64.0.0/10",  # carrier-grade NAT, RFC 6598
        "192.0.0.0/24",  # protocol assignments, RFC 6890
        "192.88.99.0/24",  # 6to4 relays, RFC 7526
        "64:ff9b::/96",  # NAT64, RFC 6052
        "64:ff9b:1::/48",  # local NAT64, RFC 8215
        "2001::/32",  # Teredo, RFC 4380
        "2002::/16",  # 6to4, RFC 3056
        "::/96",  # IPv4-compatible, RFC 4291
        "fec0::/10",  # site-local, RFC 3879
        "ff00::/8",  # multicast
    )
)
PORTS = (80, 443, 8443)
_NUMERIC_END = re.compile(r"(?:^|\.)(?:\d+|0[xX][0-9a-fA-F]*)\.?$")  # WHATWG URL, "ends in a number"


def public(address: str) -> bool:
    """Return whether an IP address, as text, belongs to a host of the public internet."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    if not ip.is_global or ip.is_multicast or ip.is_reserved:
        return False
    return not any(ip.version == block.version and ip in block for block in _REFUSED)


def allowed(host: str, port: int, exceptions: frozenset[str]) -> bool:
    """Return whether the operator named `host` or `host:port` as one that may be private."""
    return host in exceptions or f"{host}:{port}" in exceptions


def check_url(url: str, exceptions: frozenset[str] = frozenset()) -> tuple[str, int]:
    """Return host and port of an address that may be sent to, as far as its text tells.

    What the name resolves to is checked again at each connection. Raises Rejected with code
    `address_refused` and the reason.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _refused("it is no valid URL") from error
    if parts.scheme not in ("http", "https") or not host:
        raise _refused("it must start with https:// and name a host")
    if not url.isascii() or any(char <= " " for char in url):
        raise _refused("it must be ASCII without spaces (use the xn-- form of a host name)")
    if len(url) > 2000:
        raise _refused("it is longer than 2000 characters")
    port = port or (443 if parts.scheme == "https" else 80)
    if "@" in parts.netloc:
        raise _refused("it must not carry a user name or password")
    if allowed(host, port, exceptions):
        return host, port
    if parts.scheme != "https":
        raise _refused("it must use https")
    if port not in PORTS:
        raise _refused("its port must be one of " + ", ".join(map(str, PORTS)))
    literal = ":" in host or bool(_NUMERIC_END.search(host))
    if literal and not public(host):
        raise _refused("its address is private, or written in an unusual way")
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        raise _refused("its host is inside a private network")
    return host, port


def _refused(why: str) -> Rejected:
    return Rejected("address_refused", f"This address cannot be sent to: {why}.")
