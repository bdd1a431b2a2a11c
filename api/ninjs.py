"""ninjs 3.1 (https://iptc.org/standards/ninjs/): an article as news systems exchange it."""

from collections.abc import Mapping
from typing import Any

from api.markup import is_web

VERSION = "3.1"
_PLACES = ("place", "venue")
_ORGANISATIONS = ("organization", "brand", "rights_holder")


def render(article: Mapping[str, Any], base_url: str) -> dict[str, Any]:
    """Return a stored article as a ninjs item; what is not known is left out."""
    url = f"{base_url}/articles/{article['id']}"
    named = article["entities"]
    source = article.get("source") or {}
    found: dict[str, Any] = {
        "uri": url,
        "standard": {
            "name": "ninjs",
            "version": VERSION,
            "schema": f"https://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json",
        },
        "type": "text",
        "representationType": "full",
        "version": str(article["revision"]),
        "versionCreated": article["updated_at"],
        "contentCreated": article.get("published_at"),
        "pubStatus": "usable" if article["state"] == "live" else "canceled",
        "language": article.get("language"),
        "headlines": _texts("headline", article.get("title")),
        "bodies": [{"role": "main", "contentType": "text/plain", "charCount": len(article["text"]),
                    "value": article["text"]}],
        "by": ", ".join(article.get("byline") or ()) or None,
        "infoSources": [{"name": source.get("name") or source["domain"], "role": "origin"}]
        if source.get("name") or source.get("domain")
        else [],
        "altIds": [{"role": "source", "value": article["url"]}] if is_web(article.get("url")) else [],
        "people": [_named(one) for one in named if one["kind"] == "person"],
        "organisations": [_named(one) for one in named if one["kind"] in _ORGANISATIONS],
        "events": [_named(one) for one in named if one["kind"] == "event"],
        "places": [_named(one) for one in named if one["kind"] in _PLACES],
    }  # fmt: skip
    return {name: value for name, value in found.items() if value not in (None, [])}


def _texts(role: str, value: str | None) -> list[dict[str, str]]:
    return [{"role": role, "contentType": "text/plain", "value": value}] if value else []


def _named(entity: Mapping[str, Any]) -> dict[str, str]:
    known = entity.get("known") or {}
    found = {"rel": "mentions", "name": entity["name"], "literal": known.get("id")}
    return {name: value for name, value in found.items() if value}
