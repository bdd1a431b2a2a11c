"""Plain names and values about an article: front matter and simple JSON objects."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from ingest import schemaorg
from ingest.draft import Dated, Draft
from records.errors import Rejected

TEXT = ("text", "body", "content", "articleBody", "content_text", "body_text", "article", "content_html", "html")
TITLE = ("title", "headline", "name")
URL = ("url", "link", "canonical_url", "canonical", "external_url", "permalink", "source_url")
DATE = (
    "published_at",
    "date_published",
    "datePublished",
    "published",
    "date",
    "pubDate",
    "publish_date",
    "created_at",
)
BYLINE = ("byline", "authors", "author", "by")
OUTLET = ("source", "publisher", "site_name", "site", "outlet", "publication")
LANGUAGE = ("language", "lang", "inLanguage")
CAPTIONS = ("captions", "caption")


def draft_of(values: dict[str, Any], basis: str, body: str | None = None) -> Draft:
    """Return the draft that `values` describe; `body` is the text where it does not stand among them.

    Raises Rejected (`schema`), naming the field, when a known name has a value of the wrong kind.
    """
    published = [Dated(raw, basis) for raw in _found(values, DATE)]
    return Draft(
        text=schemaorg.plain(next(_found(values, TEXT), "")) if body is None else body,
        title=schemaorg.plain_line(next(_found(values, TITLE), None)),
        byline=tuple(_found(values, BYLINE)),
        dates=tuple(published),
        urls=tuple(_found(values, URL))[:1],
        language=next(_found(values, LANGUAGE), None),
        source_name=next(_found(values, OUTLET), None),
        captions=tuple(_found(values, CAPTIONS)),
    )


def _found(values: dict[str, Any], names: tuple[str, ...]) -> Iterator[str]:
    """Yield the texts under the first of `names` that has any, then under the next."""
    for name in names:
        if values.get(name) is not None:
            yield from _texts(values[name], name)


def _texts(value: Any, path: str) -> Iterator[str]:
    """Yield the texts of a value: a text, a date, an object with a name, or a list of those."""
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, datetime | date):
        yield value.isoformat()
    elif isinstance(value, dict) and isinstance(value.get("name"), str):
        yield value["name"]
    elif isinstance(value, list):
        for at, item in enumerate(value[:100]):
            if isinstance(item, list):
                raise Rejected("schema", f"The field {path}[{at}] is a list where a text should be.")
            yield from _texts(item, f"{path}[{at}]")
    elif value is not None:
        kinds = {dict: "an object", bool: "a truth value", int: "a number", float: "a number"}
        raise Rejected("schema", f"The field {path} is {kinds.get(type(value), 'a value')} where a text should be.")
