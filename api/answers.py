"""Answers to a GET: JSON with an entity tag, 304 for who has it already, links to the pages around."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import orjson
from fastapi import Request
from starlette.responses import Response

from api import cursor
from api.conditional import entity_tag, http_date, unchanged
from api.parameters import address
from records.store.paging import Place


def answer(
    request: Request,
    content: bytes,
    media_type: str,
    *,
    tag: str | None = None,
    modified_at: datetime | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the content, or 304 with the same headers for a reader who has it."""
    tag = tag or entity_tag(content)
    named = {"etag": tag, "cache-control": "no-cache", **(headers or {})}
    if modified_at is not None:
        # A clock that was ahead must not make a date that readers may not believe.
        modified_at = min(modified_at, datetime.now(UTC))
        named["last-modified"] = http_date(modified_at)
    if unchanged(request.headers, tag, modified_at):
        return Response(status_code=304, headers=named)
    return Response(content, headers=named, media_type=media_type)


def json_answer(request: Request, content: Any, headers: Mapping[str, str] | None = None) -> Response:
    """Return a value as JSON."""
    # The compression in front may change the bytes, so the tag is a weak one.
    body = orjson.dumps(content)
    return answer(request, body, "application/json", tag=f"W/{entity_tag(body)}", headers=headers)


def page_answer(
    request: Request,
    listing: str,
    base: str,
    parameters: Mapping[str, object],
    items: Sequence[Any],
    places: Sequence[Place],
    *,
    limit: int,
    after: Place | None,
) -> Response:
    """Return a page of a list with the addresses of the pages around it, filters kept."""
    around = neighbours(listing, base, parameters, places, limit=limit, after=after)
    links = ", ".join(f'<{url}>; rel="{rel}"' for rel, url in around.items() if url)
    content = {"items": items, "next": around["next"], "prev": around["prev"]}
    return json_answer(request, content, {"link": links} if links else None)


def neighbours(
    listing: str,
    base: str,
    parameters: Mapping[str, object],
    places: Sequence[Place],
    *,
    limit: int,
    after: Place | None,
) -> dict[str, str | None]:
    """Return the addresses of the next and the previous page, None where there is none for sure."""
    back = after is not None and after.back
    more = len(places) == limit

    def at(place: Place) -> str:
        return address(base, {**parameters, "cursor": cursor.write(listing, place)})

    return {
        "next": at(places[-1]._replace(back=False)) if places and (more or back) else None,
        "prev": at(places[0]._replace(back=True)) if places and after is not None and (more or not back) else None,
    }
