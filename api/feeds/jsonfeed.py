"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), with the record as the extension `_sponsorwire`."""

from collections.abc import Sequence

import orjson

from api.feed import Feed, Item, rfc3339

SUFFIX = "json"
MEDIA_TYPE = "application/feed+json"


def entry(item: Item) -> bytes:
    """Return `item` as an object of the feed's `items`."""
    found: dict[str, object] = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "content_html": item.html,
        "content_text": item.text,
        "summary": item.text[:300],
        "date_published": rfc3339(item.published_at),
        "date_modified": rfc3339(item.updated_at),
    }
    if item.external_url:
        found["external_url"] = item.external_url
    if item.authors:
        found["authors"] = [{"name": name} for name in item.authors]
    if item.tags:
        found["tags"] = list(item.tags)
    if item.language:
        found["language"] = item.language
    found["_sponsorwire"] = item.record
    return orjson.dumps(found)


def render(feed: Feed, entries: Sequence[bytes]) -> bytes:
    """Return `feed` with its entries as a JSON Feed document."""
    top: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": feed.feed_url,
        "description": feed.description,
        "authors": [{"name": feed.author}],
    }
    if feed.language:
        top["language"] = feed.language
    # The specification forbids a next_url that leads back to this document.
    if feed.next_url and feed.next_url not in (feed.feed_url, feed.self_url):
        top["next_url"] = feed.next_url
    if feed.hubs:
        top["hubs"] = [{"type": "WebSub", "url": hub} for hub in feed.hubs]
    top["_sponsorwire"] = {"about": "urn:sponsorwire:record:1", "id": feed.id}
    top["items"] = [orjson.Fragment(entry) for entry in entries]
    return orjson.dumps(top)
