"""schema.org descriptions of the pages (https://schema.org), for search engines and other programs."""

from collections.abc import Mapping
from typing import Any

import orjson
from markupsafe import Markup

from api.markup import is_web
from api.wording import deal_summary, deal_title, words

_KINDS = {
    "person": "Person",
    "organization": "Organization",
    "brand": "Brand",
    "rights_holder": "Organization",
    "event": "Event",
    "venue": "Place",
    "place": "Place",
}
# In a script element these three could end it or begin a comment (WHATWG HTML, 4.12.1.3).
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def article(record: Mapping[str, Any], url: str) -> dict[str, Any]:
    """Return an article as a schema.org NewsArticle, with whom it mentions and the quotations in it."""
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": url,
        "headline": record.get("title"),
        "url": record["url"] if is_web(record.get("url")) else url,
        "datePublished": record.get("published_at"),
        "inLanguage": record.get("language"),
        "author": [{"@type": "Person", "name": name} for name in record.get("byline") or ()],
        "publisher": _named("Organization", (record.get("source") or {}).get("name")),
        "mentions": [_named(_KINDS[entity["kind"]], entity["name"]) for entity in record["entities"]],
        "hasPart": [_quotation(quote) for quote in record["quotes"]],
    }
    return _without_nothing(found)


def deal(record: Mapping[str, Any], url: str) -> dict[str, Any]:
    """Return a merged deal as a schema.org Role of sponsorship between its parties, with its sources."""
    term = record.get("term") or {}
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": deal_title(record),
        "description": deal_summary(record),
        "dateModified": record.get("updated_at"),
        "about": {
            "@type": "Organization",
            "name": record["rights_holder"]["name"],
            "sponsor": _without_nothing(
                {
                    "@type": "OrganizationRole",
                    "roleName": words(record["role"]),
                    "startDate": term.get("start"),
                    "endDate": term.get("end"),
                    "sponsor": _named("Organization", record["sponsor"]["name"]),
                }
            ),
        },
        "citation": [
            _without_nothing(
                {
                    "@type": "NewsArticle",
                    "headline": source.get("title"),
                    "url": source["url"] if is_web(source.get("url")) else None,
                    "datePublished": source.get("published_at"),
                }
            )
            for source in record.get("sources") or ()
        ],
    }
    return _without_nothing(found)


def script(description: Mapping[str, Any]) -> Markup:
    """Return a description as the content of a script element, which nothing in it can end."""
    text = orjson.dumps(description).decode()
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return Markup(text)  # noqa: S704 - JSON whose markup characters were escaped just above


def _quotation(quote: Mapping[str, Any]) -> dict[str, Any]:
    speaker = quote.get("speaker") or {}
    return _without_nothing(
        {"@type": "Quotation", "text": quote["text"], "spokenByCharacter": _named("Person", speaker.get("name"))}
    )


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": name} if name else None


def _without_nothing(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if value not in (None, [], "")}
