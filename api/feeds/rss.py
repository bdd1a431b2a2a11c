"""RSS 2.0 (https://www.rssboard.org/rss-specification) by the RSS Advisory Board's profile.

The specification wants an e-mail address in `author`, so people stand in `dc:creator`; the guid is a
permanent name and no address; the whole text is in `content:encoded` beside a short `description`.
"""

from email.utils import format_datetime
from xml.etree.ElementTree import Element

from api.feed import Feed, Item, rfc3339
from api.xml import ATOM, CONTENT, DC, RECORD, add, document

SUFFIX = "rss"
MEDIA_TYPE = "application/rss+xml"


def render(feed: Feed) -> bytes:
    """Return `feed` as an RSS 2.0 document."""
    root = Element("rss", {"version": "2.0"})
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
    seen: set[str] = set()
    for item in feed.items:
        if item.id not in seen:  # a guid stands once in a document
            seen.add(item.id)
            _item(channel, item)
    return document(root)


def _item(channel: Element, item: Item) -> None:
    entry = add(channel, "item")
    add(entry, "title", _plain(item.title))
    add(entry, "link", item.url)
    add(entry, "guid", item.id, {"isPermaLink": "false"})
    add(entry, "pubDate", format_datetime(item.published_at))
    add(entry, f"{{{ATOM}}}updated", rfc3339(item.updated_at))
    for name in item.authors:
        add(entry, f"{{{DC}}}creator", name)
    for tag in item.tags:
        add(entry, "category", tag)
    add(entry, "description", item.text)
    add(entry, f"{{{CONTENT}}}encoded", item.html)
    if item.external_url:
        add(entry, f"{{{ATOM}}}link", None, {"rel": "via", "href": item.external_url})
    for name, value in item.cells.items():
        if value is not None:
            add(entry, f"{{{RECORD}}}{name}", str(value))


def _plain(title: str) -> str:
    # Readers disagree whether a title is text or HTML; without these two it is the same in both.
    return title.replace("<", "\u2039").replace(">", "\u203a")


def _link(channel: Element, rel: str, href: str) -> None:
    add(channel, f"{{{ATOM}}}link", None, {"rel": rel, "href": href, "type": MEDIA_TYPE})
