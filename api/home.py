"""The first page: deals or news, with filters that are links, and the same list as every feed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fastapi import APIRouter, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.responses import HTMLResponse, Response

from api import cursor, shapes
from api.access import Reader
from api.answers import neighbours
from api.markup import markup
from api.pages import page_of
from api.parameters import Filters, address
from api.problems import responses
from api.wording import date_words, words
from records.query import Query
from records.record import EventType, Role, Status
from records.session import Session
from records.store import counting, listing
from records.store.paging import Place
from records.store.pairs import Count

router = APIRouter(tags=["pages"])
_PER_PAGE = 20
_LATEST = 8
_VALUES = 8  # of one facet
_LABELS = {"json": "JSON Feed", "atom": "Atom", "rss": "RSS", "csv": "CSV", "ics": "calendar of ends"}
_FACETS = {
    "sponsor": "Sponsors",
    "rights_holder": "Rights-holders",
    "role": "Roles",
    "category": "Categories",
    "status": "Status",
}
_CODES = ("role", "status", "event_type")
_CHOICES: Mapping[str, Sequence[str]] = {
    "role": [role.value for role in Role],
    "status": [status.value for status in Status],
    "event_type": [event.value for event in EventType],
}
_FIELDS = {
    "sponsor": "Sponsor",
    "rights_holder": "Rights-holder",
    "person": "Person",
    "category": "Category",
    "role": "Role",
    "status": "Status",
    "event_type": "What happened",
    "ends_before": "Ends before",
}
_NAMES = {**_FIELDS, "q": "Words", "since": "Since", "until": "Until"}


@router.get("/", response_class=HTMLResponse, responses=responses(400, 401, 422))
def home(request: Request, caller: Reader) -> Response:
    """Show the deals, or with `show=news` the articles, that the filters ask for.

    The filters are those of every list; an empty field of the form counts as not given.
    """
    given = {name: value for name, value in request.query_params.items() if value.strip()}
    news = given.pop("show", "") == "news"
    try:
        wanted = Filters.model_validate({"limit": _PER_PAGE, **given})
    except ValidationError as error:
        places = [{**fault, "loc": ("query", *fault["loc"])} for fault in error.errors(include_url=False)]
        raise RequestValidationError(places) from error
    kind, query = ("news" if news else "deals"), wanted.query
    kept = _kept(kind, query)
    after = cursor.read(f"page-{kind}", wanted.cursor, numbered=not news and listing.is_numbered(query))
    with request.app.state.database.read() as session:
        latest = listing.articles(
            session, query, limit=wanted.limit if news else _LATEST, after=after if news else None, news=True
        )
        deals = () if news else listing.deals(session, query, limit=wanted.limit, after=after)
        found, facets = _counted(session, query, kept)
    if news:
        shown = [Place(row.listed_at, row.id) for row in latest]
    else:
        shown = [listing.place_of(row, query) for row in deals]
    around = neighbours(f"page-{kind}", "/", kept, shown, limit=wanted.limit, after=after)
    body = markup(
        "home.html",
        here=kind,
        live=True,
        query=query.parameters(),
        title=" · ".join(_said(name, value) for name, value in query.parameters().items()),
        chosen=list(_chosen(query, kept)),
        nothing=address("/", _kept(kind, Query())),
        found=found,
        counted=counting.COUNTED,
        fields=_FIELDS,
        choices=_CHOICES,
        deals=[shapes.deal(row) for row in deals],
        articles=[shapes.stored_article(row, []) for row in latest],
        around=around,
        feeds=_feeds(request, kind, query),
        stream=address("/stream", query.parameters()),
        facets=facets,
    )
    return page_of(body)


def _kept(kind: str, query: Query) -> dict[str, object]:
    """Return the parameters that lead to this list again."""
    return {**({"show": "news"} if kind == "news" else {}), **query.parameters()}


def _chosen(query: Query, kept: Mapping[str, object]) -> Iterator[dict[str, str]]:
    for name, value in query.parameters().items():
        without = {other: given for other, given in kept.items() if other != name}
        yield {"name": _NAMES[name], "said": _said(name, value), "without": address("/", without)}


def _said(name: str, value: str) -> str:
    if name in _CODES:
        return words(value)
    return date_words(value[:10]) if name in ("ends_before", "since", "until") else value


def _counted(session: Session, query: Query, kept: Mapping[str, object]) -> tuple[int | None, list[dict[str, Any]]]:
    """Return how many deals were counted, and each facet's values as links that add to the filters."""
    found, among = counting.among(session, query, tuple(_FACETS), limit=_VALUES)
    facets = [
        {"title": title, "counts": [_link(facet, count, kept) for count in among[facet]]}
        for facet, title in _FACETS.items()
        if among[facet] and getattr(query, facet) is None
    ]
    return found, facets


def _link(facet: str, count: Count, kept: Mapping[str, object]) -> dict[str, Any]:
    wanted = count.value if facet in _CODES else count.label
    return {"label": count.label, "deals": count.deals, "url": address("/", {**kept, facet: wanted})}


def _feeds(request: Request, kind: str, query: Query) -> list[dict[str, str]]:
    return [
        {
            "url": address(f"/feeds/{kind}.{suffix}", query.parameters()),
            "media_type": renderer.MEDIA_TYPE,
            "label": _LABELS.get(suffix, suffix),
            "title": f"Sponsorship {kind}, {_LABELS.get(suffix, suffix)}",
        }
        for suffix, renderer in sorted(request.app.state.renderers.items(), key=lambda pair: pair[0] == "csv")
        if kind == "deals" or suffix != "ics"  # only deals end
    ]
