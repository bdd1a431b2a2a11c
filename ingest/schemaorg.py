"""What schema.org says of an article, as JSON files and pages' JSON-LD have it.

https://schema.org/NewsArticle; one reading for both, because publishers export the one from the other.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

from ingest.draft import Dated, Draft

ARTICLE = re.compile(r"(?:https?://schema\.org/)?(?:\w*Article|BlogPosting|LiveBlogPosting|Report)\Z")
MAX_NODES = 10_000  # of one graph that are looked at
BREAK = re.compile(r"<(?:/p|/div|/h\d|/li|br\s*/?)>", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def articles(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the article objects of `value`: itself, members of a list, or nodes of an `@graph`."""
    waiting, seen = [value], 0
    while waiting and seen < MAX_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting = node[:MAX_NODES] + waiting
        elif isinstance(node, dict):
            if is_article(node):
                yield node
            else:
                waiting = [
                    node[key] for key in ("@graph", "mainEntity", "itemListElement", "item") if key in node
                ] + waiting


def is_article(node: dict[str, Any]) -> bool:
    """Return whether the object's `@type` is an article's."""
    kinds = node.get("@type")
    return any(isinstance(kind, str) and ARTICLE.match(kind) for kind in _listed(kinds))


def draft_of(node: dict[str, Any], basis: str) -> Draft:
    """Return what an article object says; values of another shape than schema.org's count as absent."""
    publisher = next(iter(names(node.get("publisher") or node.get("sourceOrganization"))), None)
    return Draft(
        text=plain(_text(node.get("articleBody")) or ""),
        title=plain_line(_text(node.get("headline")) or _text(node.get("name"))),
        byline=tuple(names(node.get("author") or node.get("creator"))),
        dates=tuple(Dated(raw, basis) for key in ("datePublished", "dateCreated") if (raw := _text(node.get(key)))),
        urls=tuple(filter(None, map(_address, (node.get("url"), node.get("mainEntityOfPage"))))),
        language=_text(node.get("inLanguage")),
        source_name=publisher,
        captions=tuple(captions(node.get("image"))),
    )


def names(value: Any) -> Iterator[str]:
    """Yield the names in an author or publisher: strings, objects with a name, or lists of them."""
    for item in _listed(value):
        name = _text(item.get("name")) if isinstance(item, dict) else _text(item)
        if name:
            yield plain_line(name) or ""


def captions(value: Any) -> Iterator[str]:
    """Yield the captions of an image or a list of images."""
    for item in _listed(value):
        if isinstance(item, dict) and (caption := _text(item.get("caption"))):
            yield plain_line(caption) or ""


def plain(text: str) -> str:
    """Return `text` without markup when it carries any; its blocks become lines."""
    if "<" in text:
        text = TAG.sub("", BREAK.sub("\n", text))
    return html.unescape(text) if "&" in text else text


def plain_line(text: str | None) -> str | None:
    """Return `plain` text on one line, None for None."""
    return None if text is None else " ".join(plain(text).split())


def _listed(value: Any) -> list[Any]:
    return value[:100] if isinstance(value, list) else [value]


def _text(value: Any) -> str | None:
    """Return a string, also out of a JSON-LD value object or a list of one."""
    for item in _listed(value):
        if isinstance(item, dict):
            item = item.get("@value") or item.get("alternateName")
        if isinstance(item, str) and item.strip():
            return item.strip()
    return None


def _address(value: Any) -> str | None:
    for item in _listed(value):
        if isinstance(item, dict):
            item = item.get("@id") or item.get("url")
        if isinstance(item, str) and item.strip().startswith("http"):
            return item.strip()
    return None
