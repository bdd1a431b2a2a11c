"""Atom (RFC 4287), paged by RFC 5005; the record's row stands in elements of our own namespace."""

from collections.abc import Sequence

from lxml.etree import _Element as Element

from api.feed import Feed, Item, rfc3339
from api.xml import ATOM, RECORD, add, document, element, fragment

SUFFIX = "atom"
MEDIA_TYPE = "application/atom+xml"
_A = f"{{{ATOM}}}"
_SPACES = {"": ATOM, "sw": RECORD}


def render(feed: Feed, entries: Sequence[bytes]) -> bytes:
    """Return `feed` with its entries as an Atom document."""
    root = element(f"{_A}feed", _SPACES)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", feed.language or "en")
    add(root, f"{_A}id", feed.id)
    add(root, f"{_A}title", feed.title)
    add(root, f"{_A}subtitle", feed.description)
    add(root, f"{_A}updated", rfc3339(feed.updated_at))
    add(add(root, f"{_A}author"), f"{_A}name", feed.author)
    add(root, f"{_A}generator", "Sponsorwire")
    _link(root, "self", feed.self_url, MEDIA_TYPE)
    _link(root, "alternate", feed.home_url, "text/html")
    if feed.next_url:
        _link(root, "next", feed.next_url, MEDIA_TYPE)
    if feed.self_url != feed.feed_url:
        _link(root, "first", feed.feed_url, MEDIA_TYPE)
    for hub in feed.hubs:
        _link(root, "hub", hub)
    return document(root, entries, b"</feed>")


def entry(item: Item) -> bytes:
    """Return `item` as an entry of a feed."""
    root = element(f"{_A}entry", _SPACES)
    add(root, f"{_A}id", item.id)
    add(root, f"{_A}title", item.title, {"type": "text"})
    add(root, f"{_A}updated", rfc3339(item.updated_at))
    add(root, f"{_A}published", rfc3339(item.published_at))
    for name in item.authors:
        add(add(root, f"{_A}author"), f"{_A}name", name)
    _link(root, "alternate", item.url, "text/html")
    if item.external_url:
        _link(root, "via", item.external_url, "text/html")
    for tag in item.tags:
        add(root, f"{_A}category", None, {"term": tag})
    add(root, f"{_A}summary", item.text, {"type": "text"})
    add(root, f"{_A}content", item.html, {"type": "html"})
    for name, value in item.cells.items():
        if value is not None:
            add(root, f"{{{RECORD}}}{name}", str(value))
    return fragment(root)


def _link(parent: Element, rel: str, href: str, kind: str | None = None) -> None:
    add(parent, f"{_A}link", None, {"rel": rel, "href": href} | ({"type": kind} if kind else {}))
