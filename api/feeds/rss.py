"""RSS 2.0 (https://www.rssboard.org/rss-specification) by the RSS Advisory Board's profile.

The specification wants an e-mail address in `author`, so people stand in `dc:creator`; the guid is a
permanent name and no address; the whole text is in `content:encoded` beside a short `description`.
"""

from collections.abc import Sequence
from email.utils import format_datetime

from lxml.etree import _Element as Element

from api.feed import Feed, Item, rfc3339
from api.xml import ATOM, CONTENT, DC, RECORD, add, document, element, fragment

SUFFIX = "rss"
MEDIA_TYPE = "application/rss+xml"
_SPACES = {"atom": ATOM, "content": CONTENT, "dc": DC, "sw": RECORD}


def render(feed: Feed, entries: Sequence[bytes]) -> bytes:
    """Return `feed` with its entries as an RSS 2.0 document."""
    root = element("rss", _SPACES)
    root.set("version", "2.0")
    channel = add(root, "channel")
    add(channel, "title", _plain(feed.title))
    add(channel, "link", feed.home_url)
    add(channel, "description", feed.description)
    add(channel, "language", feed.language or "en")
    add(channel, "lastBuildDate", format_datetime(feed.updated_at))
    add(channel, "generator", "Sponsorwire")
    add(channel, "docs", "https://www.rssboard.org/rss-specification")
    _link(channel, "self", feed.self_url)
    if feed.next_url:
        _link(channel, "next", feed.next_url)
    for hub in feed.hubs:
        add(channel, f"{{{ATOM}}}link", None, {"rel": "hub", "href": hub})
    return document(root, entries, b"</channel></rss>")


def entry(item: Item) -> bytes:
    """Return `item` as an item of a channel."""
    root = element("item", _SPACES)
    add(root, "title", _plain(item.title))
    add(root, "link", item.url)
    add(root, "guid", item.id, {"isPermaLink": "false"})
    add(root, "pubDate", format_datetime(item.published_at))
    add(root, f"{{{ATOM}}}updated", rfc3339(item.updated_at))
    for name in item.authors:
        add(root, f"{{{DC}}}creator", name)
    for tag in item.tags:
        add(root, "category", tag)
    add(root, "description", item.text)
    add(root, f"{{{CONTENT}}}encoded", item.html)
    if item.external_url:
        add(root, f"{{{ATOM}}}link", None, {"rel": "via", "href": item.external_url})
    for name, value in item.cells.items():
        if value is not None:
            add(root, f"{{{RECORD}}}{name}", str(value))
    return fragment(root)


def _plain(title: str) -> str:
    # Readers disagree whether a title is text or HTML; without these two it is the same in both.
    return title.replace("<", "\u2039").replace(">", "\u203a")


def _link(channel: Element, rel: str, href: str) -> None:
    add(channel, f"{{{ATOM}}}link", None, {"rel": rel, "href": href, "type": MEDIA_TYPE})
