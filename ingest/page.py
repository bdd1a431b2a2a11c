"""What a page says about its article: JSON-LD, OpenGraph and other metadata, captions, byline, address."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ingest import schemaorg
from ingest.dates import read_date
from ingest.draft import Dated, Draft
from ingest.markup import text_of

HEAD_CHARS = 400_000  # of a page in which its metadata are looked for
HEAD_TAG = re.compile(r"<meta\b[^<>]{0,2000}>|<link\b(?=[^<>]{0,500}\bcanonical\b)[^<>]{0,3000}>", re.IGNORECASE)
MAX_JSON_LD = 5_000_000  # characters in all
TITLES = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title")
DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "sailthru.date",
    "parsely-pub-date",
    "article:published",
    "article.published",
    "pdate",
    "cxenseparse:recs:publishtime",
)
AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "byl",
    "dc.creator",
    "sailthru.author",
    "parsely-author",
)
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s>]{1,2000}) -->")
SEPARATOR = re.compile(r"\s+[|–—»·•:-]\s+|\s*\|\s*")
DATE_PLACES = (
    "//*[self::time or self::span or self::div or self::p]"
    "[contains(@class, 'date') or contains(@class, 'publish') or contains(@class, 'time')]"
)
BYLINE = (
    "//*[not(self::link)][@rel='author' or @itemprop='author' or contains(concat(' ', @class, ' '), ' byline ')]"
)


def facts(source: str, tree: Any) -> Draft:
    """Return what the page says about its article; its `text` is the `articleBody` of its JSON-LD, if any.

    `source` is the page's markup, `tree` the same parsed by lxml.
    """
    metas, links = _head(source)
    nodes, broken = _json_ld(tree)
    stated = schemaorg.draft_of(_main(nodes), "json-ld") if nodes else Draft(text="")
    outlet = stated.source_name or _first(metas, OUTLETS)
    dates = (*stated.dates, *(Dated(raw, "meta") for raw in _all(metas, DATES)), *_times(tree))
    urls = (*_saved_from(source), *links, *_all(metas, ("og:url",)), *stated.urls)
    return replace(
        stated,
        title=stated.title or _title(metas, tree, outlet),
        byline=stated.byline or tuple(_byline(metas, tree)),
        dates=dates or tuple(_shown(tree)),
        urls=tuple(dict.fromkeys(urls)),
        language=stated.language or tree.get("lang") or _first(metas, ("og:locale", "language")),
        source_name=outlet,
        captions=tuple(dict.fromkeys(_captions(tree))),
        warnings=("json-ld: not readable",) if broken else (),
    )


def _head(source: str) -> tuple[dict[str, list[str]], list[str]]:
    """Return the `meta` values by lower-case name and the canonical addresses."""
    from bs4 import BeautifulSoup

    # Only what is asked for: BeautifulSoup on the whole head takes longer than the article.
    tags = "".join(HEAD_TAG.findall(source[:HEAD_CHARS]))
    head = BeautifulSoup(tags, "lxml")
    metas: dict[str, list[str]] = {}
    for meta in head.find_all("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if isinstance(name, str) and isinstance(content, str) and content.strip():
            metas.setdefault(name.strip().lower(), []).append(content.strip())
    links = [
        str(link["href"]).strip()
        for link in head.find_all("link", href=True)
        if "canonical" in (link.get("rel") or ()) and str(link["href"]).strip().startswith("http")
    ]
    return metas, links


def _json_ld(tree: Any) -> tuple[list[dict[str, Any]], bool]:
    """Return the article objects of the page's JSON-LD, and whether a block could not be read."""
    nodes: list[dict[str, Any]] = []
    broken, left = False, MAX_JSON_LD
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip()
        left -= len(text)
        if left < 0:
            return nodes, True
        try:
            nodes.extend(schemaorg.articles(json.loads(text.rstrip(";"), strict=False)))
        except (ValueError, RecursionError):
            broken = True
    return nodes, broken


def _main(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the page's own article: the one with the longest body, else the first."""
    return max(nodes, key=lambda node: len(str(node.get("articleBody") or "")))


def _title(metas: dict[str, list[str]], tree: Any, outlet: str | None) -> str | None:
    """Return the headline: what the page hands to other sites, its only `h1`, or its window title."""
    heads = [text_of(head) for head in tree.iter("h1")]
    heads = [head for head in heads if head]
    title = _first(metas, TITLES)
    if title:
        return next((head for head in heads if title.startswith(head)), _without_outlet(title, outlet))
    if len(heads) == 1:
        return heads[0]
    window = next((text_of(title) for title in tree.iter("title")), "")
    matching = next((head for head in heads if head in window), None)
    return matching or _without_outlet(window, outlet) or None


def _without_outlet(title: str, outlet: str | None) -> str:
    """Return `title` without the site's name at its end."""
    pieces = SEPARATOR.split(title)
    if len(pieces) < 2:
        return title
    last = _letters(pieces[-1])
    is_outlet = outlet and (last in _letters(outlet) or _letters(outlet) in last)
    if is_outlet or re.search(r"\w\.\w{2,3}\Z", pieces[-1]):
        return title[: title.rindex(pieces[-1])].rstrip(" |–—»·•:-\t\n")
    return title


def _byline(metas: dict[str, list[str]], tree: Any) -> Iterator[str]:
    named = [name for name in _all(metas, AUTHORS) if not name.startswith("http")]
    if named:
        yield from named
        return
    for element in tree.xpath(BYLINE)[:5]:
        name = (element.get("content") or text_of(element)).strip()
        if 3 <= len(name) <= 60 and not re.search(r"\d|@", name):
            yield name


def _times(tree: Any) -> Iterator[Dated]:
    """Yield the dates of `time` elements and of microdata."""
    for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate]")[:3]:
        raw = element.get("content") or element.get("datetime") or element.get("title") or text_of(element)
        if raw:
            yield Dated(raw, "microdata")
    # The first time of the page is the article's own; later ones belong to teasers and comments.
    for element in tree.xpath("(//article//time[@datetime] | //header//time[@datetime])[1]"):
        yield Dated(element.get("datetime"), "time")


def _shown(tree: Any) -> Iterator[Dated]:
    """Yield the first date that a reader sees in a place for dates."""
    for element in tree.xpath(DATE_PLACES)[:20]:
        raw = text_of(element)
        if len(raw) <= 60 and read_date(raw):
            yield Dated(raw, "shown")
            return


def _captions(tree: Any) -> Iterator[str]:
    for caption in tree.iter("figcaption"):
        text = text_of(caption)
        if len(text) > 10:
            yield text


def _saved_from(source: str) -> tuple[str, ...]:
    """Return the address that browsers write into a page they save."""
    found = SAVED_FROM.search(source[:2000])
    return (found[1],) if found else ()


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())


def _all(metas: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [value for name in names for value in metas.get(name, ())]


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next(iter(_all(metas, names)), None)
