"""A merged deal or an article as one item of a feed: a title, HTML a person likes to read, a flat row."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from api.feed import Cell, Item, rfc3339
from api.markup import excerpt, is_web, markup
from api.wording import deal_summary, deal_title

DEAL_COLUMNS = (
    "id", "revision", "state", "sponsor", "rights_holder", "property", "role", "designations", "categories",
    "status", "event_type", "announced_on", "start", "end", "years", "editions", "territory", "amount",
    "currency", "basis", "disclosure", "attribution", "confirmation", "confidence", "independent_sources",
    "first_reported_at", "updated_at", "url", "source_urls",
)  # fmt: skip
ARTICLE_COLUMNS = (
    "id", "title", "source", "domain", "byline", "published_at", "language", "relevance", "deals", "quotes",
    "speakers", "url", "external_url",
)  # fmt: skip
_JOIN = "; "


def deal_item(deal: Mapping[str, Any], base_url: str, published_at: datetime, updated_at: datetime) -> Item:
    """Return a merged deal, as its record in JSON has it, as a feed's item."""
    url = f"{base_url}/deals/{deal['id']}"
    term = deal.get("term") or {}
    sources = deal.get("sources") or []
    return Item(
        id=f"urn:sponsorwire:deal:{deal['id']}",
        url=url,
        title=deal_title(deal),
        html=markup("deal_item.html", deal=deal, base=base_url),
        text=deal_summary(deal),
        published_at=published_at,
        updated_at=updated_at,
        external_url=next((source["url"] for source in sources if is_web(source.get("url"))), None),
        tags=_tags([deal["role"], deal["status"], deal["event_type"], *deal.get("categories", ())]),
        language="en",
        record=deal,
        cells=_deal_cells(deal, url, updated_at),
        ends_on=term.get("end"),
        sequence=deal.get("revision", 1),
    )


def _deal_cells(deal: Mapping[str, Any], url: str, updated_at: datetime) -> dict[str, Cell]:
    term = deal.get("term") or {}
    values = deal.get("value") or [{}]
    value = max(values, key=lambda one: one.get("amount") or one.get("max") or 0)
    sources = deal.get("sources") or []
    return {
        "id": deal["id"],
        "revision": deal.get("revision", 1),
        "state": deal.get("state"),
        "sponsor": deal["sponsor"]["name"],
        "rights_holder": deal["rights_holder"]["name"],
        "property": (deal.get("property") or {}).get("name"),
        "role": deal["role"],
        "designations": _joined(deal.get("designations")),
        "categories": _joined(deal.get("categories")),
        "status": deal["status"],
        "event_type": deal["event_type"],
        "announced_on": term.get("announced_on"),
        "start": term.get("start"),
        "end": term.get("end"),
        "years": term.get("years"),
        "editions": _joined(deal.get("editions")),
        "territory": deal.get("territory"),
        "amount": value.get("amount"),
        "currency": value.get("currency"),
        "basis": value.get("basis"),
        "disclosure": value.get("disclosure"),
        "attribution": value.get("attribution"),
        "confirmation": deal.get("confirmation"),
        "confidence": deal.get("confidence"),
        "independent_sources": deal.get("independent_sources"),
        "first_reported_at": deal.get("first_reported_at"),
        "updated_at": rfc3339(updated_at),
        "url": url,
        "source_urls": _joined([source["url"] for source in sources if is_web(source.get("url"))]),
    }


def article_item(article: Mapping[str, Any], base_url: str, published_at: datetime, updated_at: datetime) -> Item:
    """Return an article, as its record in JSON has it, as a feed's item."""
    url = f"{base_url}/articles/{article['id']}"
    source = article.get("source") or {}
    external = article["url"] if is_web(article.get("url")) else None
    reported = [deal for deal in article.get("deals", ()) if not deal["is_background"]]
    speakers = [quote["speaker"]["name"] for quote in article.get("quotes", ()) if quote.get("speaker")]
    title = article.get("title") or excerpt(article["text"])[:120] or "Untitled"
    return Item(
        id=f"urn:sponsorwire:article:{article['id']}",
        url=url,
        title=title,
        html=markup("article_item.html", article=article),
        text=excerpt(article["text"]) or title,
        published_at=published_at,
        updated_at=updated_at,
        external_url=external,
        authors=tuple(article.get("byline") or ()),
        tags=_tags([deal["role"] for deal in reported]),
        language=article.get("language"),
        record=article,
        cells={
            "id": article["id"],
            "title": title,
            "source": source.get("name"),
            "domain": source.get("domain"),
            "byline": _joined(article.get("byline")),
            "published_at": article.get("published_at"),
            "language": article.get("language"),
            "relevance": article.get("relevance"),
            "deals": len(reported),
            "quotes": len(article.get("quotes") or ()),
            "speakers": _joined(list(dict.fromkeys(speakers))),
            "url": url,
            "external_url": external,
        },
    )


def moment(value: str | datetime | None, otherwise: datetime) -> datetime:
    """Return a moment of a record, aware and in UTC, or `otherwise` where it has none."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return value.astimezone(UTC) if value else otherwise


def _tags(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _joined(values: Any) -> str | None:
    return _JOIN.join(str(value) for value in values) if values else None
