"""The articles: lists, one with its findings, and handing a new one in."""

import hashlib
from pathlib import Path
from typing import Annotated, Any

import fastapi
import orjson
from fastapi import APIRouter, Request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import Response

from api import cursor, ninjs, shapes
from api.access import Reader, Writer
from api.answers import json_answer, page_answer
from api.entries import articles_as
from api.negotiation import wants_html
from api.pages import article_page
from api.parameters import Listed
from api.problems import Problem, not_found, responses
from records import spool
from records.record import Article
from records.session import Session
from records.store import articles as store
from records.store import deals, intake, listing

router = APIRouter(tags=["articles"])


class ArticleIn(BaseModel):
    """An article handed in as JSON."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "title": "Nordlicht Energie backs Hafen Rowing",
                    "text": "Nordlicht Energie will be the principal partner of Hafen Rowing until 2029.",
                    "url": "https://news.example/nordlicht-hafen",
                    "published_at": "2026-05-04T09:30:00Z",
                }
            ]
        },
    )

    title: Annotated[str, StringConstraints(min_length=1, max_length=1000)]
    text: Annotated[str, StringConstraints(min_length=1, max_length=2_000_000)]
    url: Annotated[str, StringConstraints(max_length=2000, pattern=r"^https?://")] | None = None
    byline: Annotated[list[Annotated[str, StringConstraints(max_length=200)]], Field(max_length=50)] = []
    published_at: AwareDatetime | None = Field(None, description="RFC 3339, with its zone.")
    source: Annotated[str, StringConstraints(max_length=200)] | None = Field(None, description="The outlet's name.")
    language: Annotated[str, StringConstraints(max_length=35)] | None = Field(None, description="BCP 47.")


class Receipt(BaseModel):
    """What became of an upload so far."""

    sha256: str = Field(description="Of the bytes; GET /uploads/{sha256} tells how it goes on.")
    fate: str = Field(description="waiting, accepted, duplicate, rejected or ignored.")
    code: str | None = Field(None, description="Why it was rejected or ignored: one stable word.")
    reason: str | None = Field(None, description="The same for a person.")
    article_ids: list[str] = Field([], description="The articles it held.")


@router.get("/articles", response_model=shapes.Page[Article], responses=responses(400, 401, 422))
def list_articles(request: Request, caller: Reader, wanted: Listed) -> Response:
    """List the articles that the filters ask for, newest first."""
    after = cursor.read("articles", wanted.cursor)
    state = request.app.state
    with state.database.read() as session:
        versions = listing.article_versions(session, wanted.query, limit=wanted.limit, after=after)
        write = articles_as(session, lambda row: orjson.dumps(shapes.article(row)))
        entries = state.entries.of("articles", versions, write)
    return page_answer(
        request,
        "articles",
        f"{state.settings.base_url}/articles",
        {**wanted.query.parameters(), "limit": wanted.limit},
        [orjson.Fragment(entry) for entry in entries],
        [version.place for version in versions],
        limit=wanted.limit,
        after=after,
    )


@router.get("/articles/{article_id}", response_model=shapes.StoredArticle, responses=responses(401, 404, 422))
def read_article(request: Request, caller: Reader, article_id: str) -> Response:
    """Return one article with its findings, and the deals that its claims became part of."""
    with request.app.state.database.read() as session:
        row = store.get(session, article_id)
        if row is None:
            raise not_found("article")
        links = deals.links_of_article(session, article_id)
        if wants_html(request):
            return article_page(request, session, row, links)
    found = [{"claim_id": claim, "deal_id": deal} for claim, deal in links]
    return json_answer(request, shapes.stored_article(row, found), {"vary": "accept"})


@router.get("/articles/{article_id}/ninjs", response_model=dict[str, Any], responses=responses(401, 404, 422))
def read_ninjs(request: Request, caller: Reader, article_id: str) -> Response:
    """Return one article as ninjs 3.1, the IPTC's JSON for news."""
    with request.app.state.database.read() as session:
        row = store.get(session, article_id)
    if row is None:
        raise not_found("article")
    article = shapes.stored_article(row, [])
    return json_answer(request, ninjs.render(article, request.app.state.settings.base_url))


_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": ArticleIn.model_json_schema()},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            },
        },
    }
}


@router.post(
    "/articles",
    status_code=202,
    response_model=Receipt,
    responses={
        200: {"model": Receipt, "description": "These very bytes were handed in before."},
        **responses(400, 401, 403, 413, 415, 422, 503),
    },
    openapi_extra=_BODY,
)
async def hand_in(request: Request, caller: Writer) -> Response:
    """Hand in one file of any format the watch folder takes, or one article as JSON.

    It goes the way of every dropped file; the answer comes when it is safely on disk.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        name, raw = "article.json", await _json_body(request)
    elif kind == "multipart/form-data":
        name, raw = await _file_body(request)
    else:
        accepted = "Send application/json, or multipart/form-data with one part named file."
        raise Problem(415, "unsupported-media-type", accepted, "content-type")
    if not raw:
        raise Problem(422, "empty", "The file is empty.", "file")
    digest = hashlib.sha256(raw).hexdigest()
    known = await run_in_threadpool(_receipt, request, digest)
    if known["fate"] == "waiting":
        await run_in_threadpool(_drop, request.app.state.settings.watch_dir, name, raw)
    body = orjson.dumps(known)
    headers = {"location": f"{request.app.state.settings.base_url}/uploads/{digest}"}
    return Response(body, 202 if known["fate"] == "waiting" else 200, headers, "application/json")


@router.get("/uploads/{sha256}", response_model=Receipt, responses=responses(401, 422))
def read_receipt(
    request: Request, caller: Reader, sha256: Annotated[str, fastapi.Path(pattern="^[0-9a-f]{64}$")]
) -> Response:
    """Return what became of the file with these bytes: `waiting` until it was looked at."""
    return json_answer(request, _receipt(request, sha256))


def _receipt(request: Request, digest: str) -> dict[str, Any]:
    with request.app.state.database.read() as session:
        row = intake.of_bytes(session, digest)
        ids = _articles_of(session, row.id) if row is not None else []
    if row is None:
        return {"sha256": digest, "fate": "waiting", "code": None, "reason": None, "article_ids": []}
    return {"sha256": digest, "fate": row.fate, "code": row.code, "reason": row.reason, "article_ids": ids}


def _articles_of(session: Session, intake_id: str) -> list[str]:
    return [row.id for row in store.of_intake(session, intake_id)]


async def _json_body(request: Request) -> bytes:
    try:
        article = ArticleIn.model_validate_json(await request.body())
    except ValidationError as error:
        fault = error.errors()[0]
        name = ".".join(str(part) for part in fault["loc"]) or "body"
        raise Problem(422, "invalid-parameter", f"{name}: {fault['msg'][:300]}", name) from error
    return orjson.dumps(article.model_dump(mode="json", exclude_none=True))


async def _file_body(request: Request) -> tuple[str, bytes]:
    async with request.form(max_files=1, max_fields=4) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise Problem(422, "invalid-parameter", "Send one file in a part named file.", "file")
        return file.filename or "upload.txt", await file.read()


def _drop(folder: Path, name: str, raw: bytes) -> None:
    try:
        spool.hand_in(folder, name, raw)
    except OSError as error:
        raise Problem(503, "unavailable", "The file could not be kept; try again later.") from error
