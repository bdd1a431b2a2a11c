"""OPML 2.0 (http://opml.org/spec2.opml): a list of feeds that a feed reader imports at once."""

from collections.abc import Iterable
from typing import NamedTuple

from api.xml import add, document, element

MEDIA_TYPE = "text/x-opml"


class Outline(NamedTuple):
    """One feed of the list."""

    title: str
    url: str


def render(title: str, outlines: Iterable[Outline]) -> bytes:
    """Return the list as an OPML document."""
    root = element("opml", {})
    root.set("version", "2.0")
    add(add(root, "head"), "title", title)
    body = add(root, "body")
    for outline in outlines:
        # The specification knows the type rss alone, and readers take it for every format.
        attributes = {"type": "rss", "text": outline.title, "title": outline.title, "xmlUrl": outline.url}
        add(body, "outline", None, attributes)
    return document(root)
