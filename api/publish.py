"""Feeds: every list of deals and of news in every format, with entity tags, paging and WebSub links."""

import hashlib
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from api import cursor, shapes
from api.access import Reader
from api.answers import answer, neighbours
from api.feed import Feed, Item
from api.items import ARTICLE_COLUMNS, DEAL_COLUMNS, article_item, deal_item, moment
from api.parameters import Filters, Listed, address
from api.problems import responses
from api.renderer import Renderer, renderers
from api.shelf import Document, asked
from records import tables
from records.query import Query
from records.session import Database, Session
from records.store import listing, log
from records.store.listing import Place

router = APIRouter(tags=["feeds"])
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # when an empty feed was last changed
TITLES = {"deals": "Sponsorship deals", "news": "Sponsorship news"}
ABOUT = {
    "deals": "One item for each deal, updated as it changes.",
    "news": "One item for each article of sponsorship news, with its deals and quotations.",
}


def routes(app: FastAPI) -> None:
    """Give every format its addresses: /feeds/deals.atom, /feeds/news.json, and so on."""
    for kind in TITLES:
        for suffix, renderer in renderers().items():
            app.add_api_route(
                f"/feeds/{kind}.{suffix}",
                _endpoint(kind, renderer),
                methods=["GET"],
                tags=["feeds"],
                name=f"{kind} as {suffix}",
                operation_id=f"feed_{kind}_{suffix}",
                summary=f"{TITLES[kind]} as {renderer.MEDIA_TYPE}",
                description=ABOUT[kind],
                response_class=Response,
                responses={
                    200: {"content": {renderer.MEDIA_TYPE: {}}, "description": "The feed."},
                    304: {"description": "The reader has it already."},
                    **responses(400, 401, 422),
                },
            )


def _endpoint(kind: str, renderer: Renderer) -> Any:
    async def read_feed(request: Request, caller: Reader, wanted: Listed) -> Response:
        query = wanted.query
        topic = Topic(kind, query, f"/feeds/{kind}", query.parameters(), _title(kind, query))
        return await serve(request, topic, renderer, wanted.limit, wanted.cursor)

    return read_feed


@dataclass(frozen=True)
class Topic:
    """A feed's subject, whatever the format: deals or news, what they must match, where the feed stands."""

    kind: str
    query: Query
    path: str  # without the suffix
    parameters: Mapping[str, str]  # that lead to this feed, paging apart
    title: str


async def serve(request: Request, topic: Topic, renderer: Renderer, limit: int, after: str | None) -> Response:
    """Return the feed from the shelf, made anew if the log has grown since."""
    state = request.app.state
    base = f"{state.settings.base_url}{topic.path}.{renderer.SUFFIX}"
    key = address(base, {**topic.parameters, "limit": limit, "cursor": after})
    fresh = "no-cache" in request.headers.get("cache-control", "")
    position = (None if fresh else state.head.known()) or await run_in_threadpool(state.head.read)
    document = state.shelf.get(key, position)
    if document is None:
        document = await run_in_threadpool(
            build, state.database, state.settings.base_url, topic, renderer, limit, after
        )
        state.shelf.put(key, document)
    state.shelf.remember(asked(request.scope), key)
    return answer_from(request, document)


def answer_from(request: Request, document: Document) -> Response:
    """Return a document of the shelf as the request wants it: packed, or not at all."""
    made = document.position
    headers = {
        "vary": "accept-encoding",
        "link": document.links,
        # From here the stream tells everything that changes after this document.
        "last-event-id": f"{made.epoch}.{made.last}",
    }
    content, tag = document.content, document.tag
    if "gzip" in request.headers.get("accept-encoding", ""):
        # Another form of the document needs another strong tag.
        content, tag = document.packed, f'{tag[:-1]}-gzip"'
        headers["content-encoding"] = "gzip"
    return answer(request, content, document.media_type, tag=tag, modified_at=document.modified_at, headers=headers)


def build(
    database: Database, home: str, topic: Topic, renderer: Renderer, limit: int, given: str | None
) -> Document:
    """Return one page of a feed as a document, read and rendered now."""
    listed = f"feed-{topic.kind}"
    after = cursor.read(listed, given)
    with database.read() as session:
        position = log.position(session)
        read = _deal_items if topic.kind == "deals" else _news_items
        items, places = read(session, topic.query, limit, after, home)
    base = f"{home}{topic.path}.{renderer.SUFFIX}"
    parameters: dict[str, object] = dict(topic.parameters)
    if limit != Filters.model_fields["limit"].default:
        parameters["limit"] = limit
    first = address(base, parameters)
    around = neighbours(listed, base, parameters, places, limit=limit, after=after)
    this = address(base, {**parameters, "cursor": given}) if given else first
    hub = f"{home}/websub"
    updated_at = max((item.updated_at for item in items), default=_NEVER)
    feed = Feed(
        # Without the parameters of paging and of access: a subscription keeps its identity.
        id=f"urn:sponsorwire:feed:{_digest(topic, renderer)}",
        title=topic.title,
        description=ABOUT[topic.kind],
        home_url=address(f"{home}/", topic.query.parameters()),
        self_url=this,
        feed_url=first,
        updated_at=updated_at,
        items=tuple(items),
        next_url=around["next"],
        hubs=(hub,),
        columns=DEAL_COLUMNS if topic.kind == "deals" else ARTICLE_COLUMNS,
        language="en",
    )
    links = [f'<{this}>; rel="self"', f'<{hub}>; rel="hub"']
    links += [f'<{url}>; rel="{rel}"' for rel, url in around.items() if url]
    return Document(renderer.render(feed), renderer.MEDIA_TYPE, updated_at, position, ", ".join(links))


def _digest(topic: Topic, renderer: Renderer) -> str:
    subject = f"{topic.path}.{renderer.SUFFIX} {sorted(topic.query.parameters().items())}"
    return hashlib.sha256(subject.encode()).hexdigest()[:32]


def _title(kind: str, query: Query) -> str:
    said = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in query.parameters().items())
    return f"{TITLES[kind]}: {said}" if said else TITLES[kind]


def _deal_items(
    session: Session, query: Query, limit: int, after: Place | None, home: str
) -> tuple[Sequence[Item], Sequence[Place]]:
    # Merged and retracted deals stay: whoever read them before must be told.
    rows = listing.deals(session, query, limit=limit, after=after, live=False)
    items = [_deal_item(row, home) for row in rows]
    return items, [Place(row.updated_at, row.id) for row in rows]


# A deal's item is the same as long as its row is; the numbers are what a few feeds of full pages show.
_ITEMS: OrderedDict[tuple[str, str, datetime], Item] = OrderedDict()
_ITEMS_KEPT = 2000


def _deal_item(row: tables.Deal, home: str) -> Item:
    key = (home, row.id, row.updated_at)
    item = _ITEMS.get(key)
    if item is None or item.sequence != row.revision:
        item = deal_item(shapes.deal(row), home, row.created_at, row.updated_at)
        _ITEMS[key] = item
        while len(_ITEMS) > _ITEMS_KEPT:
            _ITEMS.popitem(last=False)
    return item


def _news_items(
    session: Session, query: Query, limit: int, after: Place | None, home: str
) -> tuple[Sequence[Item], Sequence[Place]]:
    rows = listing.articles(session, query, limit=limit, after=after, news=True)
    return [_news_item(row, home) for row in rows], [Place(row.listed_at, row.id) for row in rows]


def _news_item(row: tables.Article, home: str) -> Item:
    published_at = moment(row.published_at, row.ingested_at)
    return article_item(shapes.article(row), home, published_at, max(row.updated_at, published_at))
