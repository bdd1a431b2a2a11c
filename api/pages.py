"""The pages for people: deals and news with filters, one deal with its evidence, one article with its marks."""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import APIRouter, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.responses import HTMLResponse, Response

from api import cursor, jsonld, shapes
from api.access import Reader
from api.answers import neighbours
from api.highlight import article_marks, paragraphs, segments, snippet
from api.markup import markup, spoken
from api.parameters import Filters, address
from api.problems import responses
from api.wording import date_words, value_words, words
from records import tables
from records.query import Query
from records.record import Role, Status
from records.session import Session
from records.store import articles, facets, listing, log
from records.store.listing import Place
from records.store.pairs import Count

router = APIRouter(tags=["pages"])
_PER_PAGE = 20
_LATEST = 8
_VALUES = 8  # of one facet
_LABELS = {"json": "JSON Feed", "atom": "Atom", "rss": "RSS", "csv": "CSV", "ics": "calendar of ends"}
_FACETS = {"sponsor": "Sponsors", "rights_holder": "Rights-holders", "role": "Roles"}
# The deal's fields on its page: evidence path, heading, how the value reads.
_FACTS = (
    ("sponsor", "Sponsor"),
    ("rights_holder", "Rights-holder"),
    ("property", "Property"),
    ("role", "Role"),
    ("designations", "In their words"),
    ("categories", "Categories"),
    ("status", "Status"),
    ("event_type", "What happened"),
    ("term.announced_on", "Announced"),
    ("term.start", "Starts"),
    ("term.end", "Ends"),
    ("term.years", "Years"),
    ("editions", "Editions"),
    ("territory", "Territory"),
    ("value", "Value"),
    ("exclusive", "Exclusive"),
    ("confirmation", "Confirmed by"),
)


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
    after = cursor.read(f"page-{kind}", wanted.cursor, numbered=not news and listing.is_numbered(query))
    with request.app.state.database.read() as session:
        latest = listing.articles(
            session, query, limit=wanted.limit if news else _LATEST, after=after if news else None, news=True
        )
        deals = () if news else listing.deals(session, query, limit=wanted.limit, after=after)
        counted = {facet: facets.counts(session, facet, limit=_VALUES) for facet in _FACETS}
    if news:
        shown = [Place(row.listed_at, row.id) for row in latest]
    else:
        shown = [listing.place_of(row, query) for row in deals]
    given_filters: dict[str, object] = {**({"show": "news"} if news else {}), **query.parameters()}
    around = neighbours(f"page-{kind}", "/", given_filters, shown, limit=wanted.limit, after=after)
    body = markup(
        "home.html",
        here=kind,
        live=True,
        query=query,
        deals=[shapes.deal(row) for row in deals],
        articles=[shapes.stored_article(row, []) for row in latest],
        around=around,
        feeds=_feeds(request, kind, query),
        stream=address("/stream", query.parameters()),
        roles=[role.value for role in Role],
        statuses=[status.value for status in Status],
        facets=[
            {"title": _FACETS[facet], "counts": [_counted(facet, count) for count in counts]}
            for facet, counts in counted.items()
            if counts
        ],
    )
    return _html(body)


def deal_page(request: Request, session: Session, row: tables.Deal) -> Response:
    """Return the page of one deal: each field with the words it was read from."""
    deal = shapes.deal(row)
    sources = articles.get_many(session, [claim["article_id"] for claim in deal.get("claims", ())])
    epoch = log.position(session).epoch
    base = request.app.state.settings.base_url
    body = markup(
        "deal.html",
        here="deals",
        live=True,
        base=base,
        deal=deal,
        facts=list(_facts(deal, sources)),
        history=[shapes.event(event, epoch) for event in log.of_subject(session, row.id)],
        stream=address("/stream", {"sponsor": row.sponsor_name, "rights_holder": row.rights_holder_name}),
        json_ld=jsonld.script(jsonld.deal(deal, f"{base}/deals/{row.id}")),
    )
    return _html(body)


def article_page(
    request: Request, session: Session, row: tables.Article, links: Sequence[tuple[str, str]]
) -> Response:
    """Return the page of one article: its text with quotations, evidence and names marked."""
    article = shapes.article(row)
    named = sorted(article["entities"], key=lambda entity: -len(entity["mentions"]))
    base = request.app.state.settings.base_url
    body = markup(
        "article.html",
        here="news",
        live=row.enriched_at is None,
        base=base,
        article=article,
        enriched=row.enriched_at is not None,
        paragraphs=paragraphs(segments(article["text"], article_marks(article))),
        links=dict(links),
        people=[entity for entity in named if entity["kind"] == "person"],
        others=[entity for entity in named if entity["kind"] != "person"],
        stream="/stream",
        json_ld=jsonld.script(jsonld.article(article, f"{base}/articles/{row.id}")),
    )
    return _html(body)


def _facts(deal: Mapping[str, Any], sources: Mapping[str, tables.Article]) -> Any:
    for path, name in _FACTS:
        value: Any = deal
        for part in path.split("."):
            value = (value or {}).get(part)
        if value in (None, [], ()):
            continue
        yield {"name": name, "value": _said(path, value), "proofs": list(_proofs(deal, path, sources))}


def _said(path: str, value: Any) -> str:
    if path == "value":
        return "; ".join(dict.fromkeys(value_words(one) for one in value))
    if path == "designations":
        return ", ".join(f"“{one}”" for one in value)
    if path in ("term.announced_on", "term.start", "term.end"):
        return date_words(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return words(value) if path in ("role", "status", "event_type", "confirmation") else spoken(value)


def _proofs(deal: Mapping[str, Any], path: str, sources: Mapping[str, tables.Article]) -> Any:
    shown: set[str] = set()
    for claim in deal.get("claims", ()):
        row = sources.get(claim["article_id"])
        if row is None or row.id in shown:
            continue
        for evidence in claim["deal"].get("evidence", ()):
            if evidence["field"] == path or evidence["field"].startswith(f"{path}."):
                shown.add(row.id)
                parts = snippet(row.text, evidence["start"], evidence["end"])
                source = row.source_name or row.source_domain or row.title or "article"
                yield {"article_id": row.id, "parts": parts, "source": source}
                break


def _feeds(request: Request, kind: str, query: Query) -> list[dict[str, str]]:
    return [
        {
            "url": address(f"/feeds/{kind}.{suffix}", query.parameters()),
            "media_type": renderer.MEDIA_TYPE,
            "label": _LABELS.get(suffix, suffix),
            "title": f"Sponsorship {kind}, {_LABELS.get(suffix, suffix)}",
        }
        for suffix, renderer in sorted(request.app.state.renderers.items(), key=lambda pair: pair[0] == "csv")
    ]


def _counted(facet: str, count: Count) -> dict[str, Any]:
    wanted = count.value if facet in ("role", "status") else count.label
    return {"label": count.label, "deals": count.deals, "url": address("/", {facet: wanted})}


def _html(body: str) -> Response:
    return HTMLResponse(body, headers={"cache-control": "no-cache", "vary": "accept"})
