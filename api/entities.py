"""Who is who: people, organisations, events and places across all articles, and their deals."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api import cursor, shapes
from api.access import Reader
from api.answers import json_answer
from api.feed import rfc3339
from api.parameters import Named, address
from api.problems import not_found, responses
from records.query import Query
from records.store import listing

router = APIRouter(tags=["entities"])
_SHOWN = 50  # articles, deals and quotations beside one profile


@router.get("/entities", response_model=shapes.Page[shapes.Profile], responses=responses(400, 401, 422))
def list_entities(request: Request, caller: Reader, wanted: Named) -> Response:
    """List people, organisations, events and places by name."""
    after = cursor.read_name("entities", wanted.cursor)
    with request.app.state.database.read() as session:
        rows = listing.profiles(session, limit=wanted.limit, after=after, kind=wanted.kind, q=wanted.q)
    following = None
    if len(rows) == wanted.limit:
        parameters = wanted.model_dump(mode="json", exclude={"cursor"})
        last = cursor.write_name("entities", (rows[-1].name_key, rows[-1].id))
        following = address(f"{request.app.state.settings.base_url}/entities", {**parameters, "cursor": last})
    content = {"items": [shapes.profile(row) for row in rows], "next": following, "prev": None}
    return json_answer(request, content, {"link": f'<{following}>; rel="next"'} if following else None)


@router.get("/entities/{entity_id}", response_model=shapes.ProfileDetail, responses=responses(401, 404, 422))
def read_entity(request: Request, caller: Reader, entity_id: str) -> Response:
    """Return somebody or something by our id or the knowledge base's: articles, deals, quotations."""
    with request.app.state.database.read() as session:
        row = listing.profile(session, entity_id)
        if row is None:
            raise not_found("entity")
        named = listing.named_in(session, row.id, limit=_SHOWN)
        asked = row.known_id or row.name
        parts = ("person",) if row.kind == "person" else ("sponsor", "rights_holder")
        found = {
            deal.id: deal for part in parts for deal in listing.deals(session, Query(**{part: asked}), limit=_SHOWN)
        }
        said = listing.quotes(session, Query(person=row.name), limit=_SHOWN) if row.kind == "person" else []
    articles = [
        {
            "article_id": article.id,
            "article_title": article.title,
            "entity_id": entity.entity_id,
            "name": entity.name,
            "title": entity.title,
            "affiliation": entity.affiliation,
            "published_at": rfc3339(article.listed_at),
        }
        for entity, article in named
    ]
    latest = sorted(found.values(), key=lambda deal: deal.updated_at, reverse=True)
    content = {
        **shapes.profile(row),
        "articles": articles,
        "deals": [shapes.deal(deal) for deal in latest],
        "quotes": [shapes.quote(quote) for quote in said],
    }
    return json_answer(request, content)
