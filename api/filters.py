"""Saved filters: each with addresses of its own in every format, and tokens that read it and nothing else."""

from datetime import datetime
from typing import Annotated, Any

import fastapi
from fastapi import APIRouter, Depends, FastAPI, Header, Request
from fastapi.security.http import HTTPAuthorizationCredentials
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from api import opml, publish
from api.access import Caller, Reader, Writer, bearer, identify, reading_is_open, unauthorized
from api.answers import answer
from api.feed import rfc3339
from api.parameters import Limit, address
from api.problems import Problem, not_found, responses
from api.publish import TITLES, Topic
from api.renderer import Renderer, renderers
from api.stream import Stream, follow
from api.tokens import Name, NewToken, shown
from records import tables
from records.query import Query
from records.session import Session
from records.store import filters as store
from records.store import tokens

router = APIRouter(prefix="/filters", tags=["filters"])
FilterId = Annotated[str, fastapi.Path(max_length=100)]


class FilterIn(BaseModel):
    """A filter to be saved."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"name": "Shirts that end", "query": {"role": "shirt_front"}}]},
    )

    name: Name
    query: Query


class SavedFilter(BaseModel):
    """A saved filter with its addresses; add `?token=...` where reading needs one."""

    id: str
    name: str
    query: dict[str, Any]
    created_at: datetime
    feeds: dict[str, str] = Field(description="By kind and suffix: deals.json, news.atom, ...")
    stream: str
    opml: str


class NewFilter(SavedFilter):
    """A filter with the secret of its own token, which is shown this once."""

    token: NewToken


class Paging(BaseModel):
    """The parameters of a saved filter's feed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    token: str | None = Field(None, max_length=200, description="The filter's own token.")
    limit: Limit = 50
    cursor: str | None = Field(None, max_length=500)


class Place(BaseModel):
    """The parameters of a saved filter's stream."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    token: str | None = Field(None, max_length=200, description="The filter's own token.")
    last_event_id: str | None = Field(None, max_length=100, description="Go on after this event, or `earliest`.")


def routes(app: FastAPI) -> None:
    """Give every format its addresses below a filter: /filters/{id}/deals.atom, and so on."""
    for kind in TITLES:
        for suffix, renderer in renderers().items():
            app.add_api_route(
                f"/filters/{{filter_id}}/{kind}.{suffix}",
                _endpoint(kind, renderer),
                methods=["GET"],
                tags=["filters"],
                name=f"filtered {kind} as {suffix}",
                operation_id=f"filter_{kind}_{suffix}",
                summary=f"A saved filter's {kind} as {renderer.MEDIA_TYPE}",
                response_class=Response,
                responses={
                    200: {"content": {renderer.MEDIA_TYPE: {}}, "description": "The feed."},
                    304: {"description": "The reader has it already."},
                    **responses(400, 401, 403, 404, 422),
                },
            )
    app.include_router(router)


@router.get("", response_model=list[SavedFilter], responses=responses(401))
def list_filters(request: Request, caller: Reader) -> list[dict[str, Any]]:
    """List the saved filters."""
    with request.app.state.database.read() as session:
        return [_shown(request, row) for row in store.every(session)]


@router.post("", status_code=201, response_model=NewFilter, responses=responses(401, 403, 422))
def create_filter(request: Request, caller: Writer, wanted: FilterIn) -> dict[str, Any]:
    """Save a filter, and make it a token of its own."""

    def work(session: Session) -> tuple[tables.Filter, tables.Token, str]:
        row = store.create(session, wanted.name, wanted.query)
        return row, *_token(session, row, caller)

    row, token, secret = request.app.state.database.run(work)
    return {**_shown(request, row, secret), "token": {**shown(token), "secret": secret}}


@router.get("/{filter_id}", response_model=SavedFilter, responses=responses(401, 404, 422))
def read_filter(request: Request, caller: Reader, filter_id: FilterId) -> dict[str, Any]:
    """Return a saved filter with its addresses."""
    return _shown(request, _filter(request, filter_id))


@router.delete("/{filter_id}", status_code=204, responses=responses(401, 403, 404, 422))
def delete_filter(request: Request, caller: Writer, filter_id: FilterId) -> Response:
    """Delete a filter; its tokens are revoked with it."""
    if not request.app.state.database.run(lambda session: store.delete(session, filter_id)):
        raise not_found("filter")
    return Response(status_code=204)


@router.post(
    "/{filter_id}/tokens", status_code=201, response_model=NewToken, responses=responses(401, 403, 404, 422)
)
def create_filter_token(request: Request, caller: Writer, filter_id: FilterId) -> dict[str, Any]:
    """Make another token that reads this filter and nothing else."""
    row = _filter(request, filter_id)
    token, secret = request.app.state.database.run(lambda session: _token(session, row, caller))
    return {**shown(token), "secret": secret}


@router.get(
    "/{filter_id}/stream",
    status_code=200,
    response_class=Stream,
    responses={
        200: {"description": "Events, one a frame.", "content": {"text/event-stream": {}}},
        **responses(400, 401, 403, 404, 410, 422, 503),
    },
)
async def filtered_stream(
    request: Request,
    filter_id: FilterId,
    wanted: Annotated[Place, fastapi.Query()],
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
    last_event_id: Annotated[str | None, Header(max_length=100)] = None,
) -> Stream:
    """Follow what a saved filter asks for."""
    row = await run_in_threadpool(_open, request, filter_id, given, wanted.token)
    return await follow(request, store.query_of(row), last_event_id, wanted.last_event_id)


@router.get(
    "/{filter_id}/opml",
    response_class=Response,
    responses={
        200: {"content": {opml.MEDIA_TYPE: {}}, "description": "The list."},
        **responses(401, 403, 404, 422),
    },
)
def filter_opml(
    request: Request,
    filter_id: FilterId,
    wanted: Annotated[Paging, fastapi.Query()],
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
) -> Response:
    """Return the filter's feeds as OPML, which a feed reader imports: one of deals, one of news."""
    row = _open(request, filter_id, given, wanted.token)
    feeds = _shown(request, row, wanted.token)["feeds"]
    # In one format, which every reader knows: who imports the list would have each item once for each format.
    outlines = [
        opml.Outline(f"{row.name}: {title.lower()}", feeds[f"{kind}.atom"]) for kind, title in TITLES.items()
    ]
    return answer(request, opml.render(row.name, outlines), opml.MEDIA_TYPE)


def _endpoint(kind: str, renderer: Renderer) -> Any:
    async def read_feed(
        request: Request,
        filter_id: FilterId,
        wanted: Annotated[Paging, fastapi.Query()],
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
    ) -> Response:
        row = await run_in_threadpool(_open, request, filter_id, given, wanted.token)
        parameters = {"token": wanted.token} if wanted.token else {}
        path = f"/filters/{filter_id}/{kind}"
        topic = Topic(kind, store.query_of(row), path, parameters, f"{row.name}: {TITLES[kind].lower()}")
        return await publish.serve(request, topic, renderer, wanted.limit, wanted.cursor)

    return read_feed


def _open(
    request: Request, filter_id: str, given: HTTPAuthorizationCredentials | None, token: str | None
) -> tables.Filter:
    """Return the filter if the caller may read it: with its own token, or as one who may read everything."""
    state = request.app.state
    secret = given.credentials if given else token
    caller = identify(request, secret) if secret else Caller()
    if caller.id is None and not reading_is_open(state.settings):
        raise unauthorized("Send the filter's token: ?token=... or Authorization: Bearer ...")
    if caller.id is not None and caller.filter_id != filter_id and not caller.may("read"):
        raise Problem(403, "forbidden", "This token belongs to another filter.", "token")
    return _filter(request, filter_id)


def _filter(request: Request, filter_id: str) -> tables.Filter:
    with request.app.state.database.read() as session:
        row = store.get(session, filter_id)
    if row is None:
        raise not_found("filter")
    return row


def _token(session: Session, row: tables.Filter, caller: Caller) -> tuple[tables.Token, str]:
    return tokens.create(session, row.name, ["read"], filter_id=row.id, actor=caller.id or "nobody")


def _shown(request: Request, row: tables.Filter, secret: str | None = None) -> dict[str, Any]:
    return saved(row, request.app.state.settings.base_url, secret)


def saved(row: tables.Filter, base_url: str, secret: str | None = None) -> dict[str, Any]:
    """Return a saved filter with its addresses; with the secret of a token in them, they open wherever they are."""
    base = f"{base_url}/filters/{row.id}"
    own = {"token": secret}
    return {
        "id": row.id,
        "name": row.name,
        "query": row.query,
        "created_at": rfc3339(row.created_at),
        "feeds": {
            f"{kind}.{suffix}": address(f"{base}/{kind}.{suffix}", own) for kind in TITLES for suffix in renderers()
        },
        "stream": address(f"{base}/stream", own),
        "opml": address(f"{base}/opml", own),
    }
