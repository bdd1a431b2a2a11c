"""Who said what: the quotations with their speakers."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api import cursor, shapes
from api.access import Reader
from api.answers import page_answer
from api.parameters import Listed
from api.problems import responses
from records.store import listing
from records.store.paging import Place

router = APIRouter(tags=["quotes"])


@router.get("/quotes", response_model=shapes.Page[shapes.StoredQuote], responses=responses(400, 401, 422))
def list_quotes(request: Request, caller: Reader, wanted: Listed) -> Response:
    """List the quotations that the filters ask for, newest first; `person` is the speaker."""
    after = cursor.read("quotes", wanted.cursor)
    with request.app.state.database.read() as session:
        rows = listing.quotes(session, wanted.query, limit=wanted.limit, after=after)
    return page_answer(
        request,
        "quotes",
        f"{request.app.state.settings.base_url}/quotes",
        {**wanted.query.parameters(), "limit": wanted.limit},
        [shapes.quote(row) for row in rows],
        [Place(row.listed_at, row.id) for row in rows],
        limit=wanted.limit,
        after=after,
    )
