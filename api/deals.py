"""The merged deals, with their claims, evidence, quotations and sources; how each came to be; the counts."""

import orjson
from fastapi import APIRouter, Request
from starlette.responses import Response

from api import cursor, shapes
from api.access import Reader
from api.answers import json_answer, page_answer
from api.entries import deals_as
from api.negotiation import wants_html
from api.pages import deal_page
from api.parameters import Counted, Listed
from api.problems import not_found, responses
from records.deal import MergedDeal
from records.store import counting, listing, log
from records.store import deals as store

router = APIRouter(tags=["deals"])
COUNTED_FACETS = ("sponsor", "rights_holder", "role", "category", "status", "event_type", "month")


@router.get("/deals", response_model=shapes.Page[MergedDeal], responses=responses(400, 401, 422))
def list_deals(request: Request, caller: Reader, wanted: Listed) -> Response:
    """List the deals that the filters ask for, last changed first."""
    after = cursor.read("deals", wanted.cursor, numbered=listing.is_numbered(wanted.query))
    state = request.app.state
    with state.database.read() as session:
        versions = listing.deal_versions(session, wanted.query, limit=wanted.limit, after=after)
        write = deals_as(session, lambda row: orjson.dumps(shapes.deal(row)))
        entries = state.entries.of("deals", versions, write)
    return page_answer(
        request,
        "deals",
        f"{state.settings.base_url}/deals",
        {**wanted.query.parameters(), "limit": wanted.limit},
        [orjson.Fragment(entry) for entry in entries],
        [version.place for version in versions],
        limit=wanted.limit,
        after=after,
    )


@router.get("/deals/{deal_id}", response_model=MergedDeal, responses=responses(401, 404, 422))
def read_deal(request: Request, caller: Reader, deal_id: str) -> Response:
    """Return one deal with all its sources; a merged one says under which id it lives on."""
    state = request.app.state
    with state.database.read() as session:
        row = store.get(session, deal_id)
        if row is None:
            raise not_found("deal")
        if wants_html(request):
            return deal_page(request, session, row)
    return json_answer(request, shapes.deal(row), {"vary": "accept"})


@router.get("/deals/{deal_id}/history", response_model=list[shapes.LoggedEvent], responses=responses(401, 404, 422))
def read_history(request: Request, caller: Reader, deal_id: str) -> Response:
    """Return the events about one deal, oldest first: announced, updated, merged, split, retracted."""
    with request.app.state.database.read() as session:
        if store.get(session, deal_id) is None:
            raise not_found("deal")
        epoch = log.position(session).epoch
        events = log.of_subject(session, deal_id)
    return json_answer(request, [shapes.event(event, epoch) for event in events])


@router.get("/facets", response_model=shapes.Facets, responses=responses(401, 422))
def count_facets(request: Request, caller: Reader, wanted: Counted) -> Response:
    """Count the live deals by sponsor, rights-holder, role, category, status, event type and month.

    Without filters every live deal is counted, and with one filter by a name or code every one that matches. With
    several filters, dates or words the last changed 1,000 that match are; a `counted` below that says that those
    were all.
    """
    with request.app.state.database.read() as session:
        counted, found = counting.among(session, wanted.query, COUNTED_FACETS, limit=wanted.limit)
    named = {facet: [count._asdict() for count in counts] for facet, counts in found.items()}
    return json_answer(request, {"counted": counted, "facets": named})
