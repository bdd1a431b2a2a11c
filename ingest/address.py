"""Web addresses: the one form an article's address is kept in, and the site it belongs to."""

import re
from functools import cache
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

MAX_LENGTH = 2048  # characters; longer ones are nothing a browser would take
# Parameters that say who sent the reader, not what is read.
TRACKING = re.compile(
    r"(utm_.*|ga_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs.*|mkt_tok|ns_.*"
    r"|at_.*|cmpid?|icid|ncid|ocid|smid|sr_share|src|ref|ref_src|ref_url|xtor|spm|vero_id|oly_.*|wt_.*"
    r"|__twitter_impression|guccounter|guce_.*|s_cid|taid|ito)\Z",
    re.IGNORECASE,
)
UNRESERVED = re.compile(r"%([0-9A-Fa-f]{2})")
DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical(raw: str) -> str | None:
    """Return `raw` in its canonical form, or None when it is no address of a public web page.

    Lower-case scheme and host (IDN as punycode), no credentials, default port, fragment, tracking
    parameters or closing slash; dots resolved, the query sorted. Canonical twice is canonical once.
    """
    raw = raw.strip()
    if len(raw) > MAX_LENGTH or re.search(r"[\s\x00-\x1f<>\"\\]", raw):
        return None
    try:
        parts = urlsplit(raw)
        port = parts.port
    except ValueError:
        return None
    scheme, host = parts.scheme.lower(), _host(parts)
    if scheme not in DEFAULT_PORTS or host is None:
        return None
    if port is not None and port != DEFAULT_PORTS[scheme]:
        host = f"{host}:{port}"
    url = urlunsplit((scheme, host, _path(parts.path), _query(parts.query), ""))
    return url if len(url) <= MAX_LENGTH else None


def same_page(url: str) -> str:
    """Return what two canonical addresses of one page share: no scheme, no `www.`"""
    return url.split("://", 1)[1].removeprefix("www.")


def domain(url: str) -> str | None:
    """Return the registrable domain of `url` (`example.co.uk`), or its host where there is none."""
    host = urlsplit(url).hostname or ""
    found = _suffixes()(host)
    return found.top_domain_under_public_suffix or host or None


@cache
def _suffixes() -> Any:
    """Return the public suffix list that comes with the library; nothing is fetched or cached on disk."""
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None)


def _host(parts: SplitResult) -> str | None:
    host = (parts.hostname or "").rstrip(".")
    try:
        host = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    return host if re.match(r"[a-z0-9_-]+(\.[a-z0-9_-]+)+\Z", host) else None


def _path(path: str) -> str:
    kept: list[str] = []
    for step in re.sub(r"/{2,}", "/", path).split("/")[1:]:
        if step == "..":
            kept = kept[:-1]
        elif step != ".":
            kept.append(quote(_decoded(step), safe="%:@!$&'()*+,;=~-._"))
    while kept and kept[-1] == "":
        kept.pop()
    return "/" + "/".join(kept)


def _decoded(step: str) -> str:
    """Return `step` with needless percent signs undone and the others in upper case."""

    def letter(found: re.Match[str]) -> str:
        char = unquote(found[0])
        return char if re.match(r"[A-Za-z0-9._~-]\Z", char) else found[0].upper()

    return UNRESERVED.sub(letter, step)


def _query(query: str) -> str:
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return ""
    return urlencode(sorted(pair for pair in pairs if not TRACKING.match(pair[0])))
