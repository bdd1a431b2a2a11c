"""Feeds: every list of deals and of news in every format, with entity tags, paging and WebSub links."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import State
from starlette.responses import Response

from api import cursor, shapes
from api.access import Reader
from api.answers import answer, neighbours
from api.entries import Entries, articles_as, deals_as
from api.feed import Feed, Item
from api.items import ARTICLE_COLUMNS, DEAL_COLUMNS, article_item, deal_item, moment
from api.packing import wants_packed
from api.parameters import Filters, Listed, address
from api.problems import responses
from api.renderer import Renderer, renderers
from api.shelf import Document, asked
from records import tables
from records.query import Query
from records.session import Session
from records.store import listing, log
from records.store.log import Position

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


def addresses() -> dict[str, tuple[str, Renderer]]:
    """Return the kind and the format of each feed by its path."""
    return {
        f"/feeds/{kind}.{suffix}": (kind, renderer) for kind in TITLES for suffix, renderer in renderers().items()
    }


def _endpoint(kind: str, renderer: Renderer) -> Any:
    async def read_feed(request: Request, caller: Reader, wanted: Listed) -> Response:
        return await serve(request, topic_of(kind, wanted.query), renderer, wanted.limit, wanted.cursor)

    return read_feed


@dataclass(frozen=True)
class Topic:
    """A feed's subject, whatever the format: deals or news, what they must match, where the feed stands."""

    kind: str
    query: Query
    path: str  # without the suffix
    parameters: Mapping[str, str]  # that lead to this feed, paging apart
    title: str


def topic_of(kind: str, query: Query) -> Topic:
    """Return the feed of what a filter asks for."""
    parameters = query.parameters()
    said = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in parameters.items())
    title = f"{TITLES[kind]}: {said}" if said else TITLES[kind]
    return Topic(kind, query, f"/feeds/{kind}", parameters, title)


@dataclass(frozen=True)
class Page:
    """One page of a topic in one format."""

    home: str
    topic: Topic
    renderer: Renderer
    limit: int
    cursor: str | None

    @property
    def base(self) -> str:
        """The feed's address without parameters."""
        return f"{self.home}{self.topic.path}.{self.renderer.SUFFIX}"

    @cached_property
    def key(self) -> str:
        """What the shelf knows the page by: the same however a request words it."""
        return address(self.base, {**self.topic.parameters, "limit": self.limit, "cursor": self.cursor})


async def serve(request: Request, topic: Topic, renderer: Renderer, limit: int, after: str | None) -> Response:
    """Return the feed from the shelf, made anew if the log has grown since."""
    state = request.app.state
    page = Page(state.settings.base_url, topic, renderer, limit, after)
    fresh = "no-cache" in request.headers.get("cache-control", "")
    position = None if fresh else state.head.known()
    document: Document | None = state.shelf.get(page.key, position) if position else None
    if document is None:
        document = await run_in_threadpool(find, state, page, position, packed=wants_packed(request.headers))
    state.shelf.remember(asked(request.scope), page.key)
    return answer_from(request, document)


def warm(state: State) -> None:
    """Put the first page of every feed on the shelf, before the first reader asks for it."""
    wanted = Filters()
    with state.database.read() as session:
        position = log.position(session)
    for path, (kind, renderer) in addresses().items():
        page = Page(state.settings.base_url, topic_of(kind, wanted.query), renderer, wanted.limit, None)
        find(state, page, position, packed=True)
        state.shelf.remember(f"{path}?", page.key)


def find(state: State, page: Page, position: Position | None, *, packed: bool) -> Document:
    """Return the page as the log stands at `position`, or now: from the shelf, or made anew and put there.

    Its tag, and where it is to be sent packed, the packing are worked out here and not while others wait.
    """
    with state.database.read() as session:
        position = position or state.head.read(session)
        document: Document | None = state.shelf.get(page.key, position)
        if document is None:
            document = build(session, state.entries, page, position)
            state.shelf.put(page.key, document)
    _ = (document.tag, document.packed) if packed else document.tag
    return document


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
    if wants_packed(request.headers):
        # Another form of the document needs another strong tag.
        content, tag = document.packed, f'{tag[:-1]}-gzip"'
        headers["content-encoding"] = "gzip"
    return answer(request, content, document.media_type, tag=tag, modified_at=document.modified_at, headers=headers)


def build(session: Session, kept: Entries, page: Page, position: Position) -> Document:
    """Return one page of a feed as a document, read and rendered now but for the entries that are kept."""
    topic, renderer, home = page.topic, page.renderer, page.home
    listed = f"feed-{topic.kind}"
    numbered = topic.kind == "deals" and listing.is_numbered(topic.query)
    after = cursor.read(listed, page.cursor, numbered=numbered)
    if topic.kind == "deals":
        # Merged and retracted deals stay: whoever read them before must be told.
        versions = listing.deal_versions(session, topic.query, limit=page.limit, after=after, live=False)
        write = deals_as(session, lambda row: renderer.entry(_deal_item(row, home)))
    else:
        versions = listing.article_versions(session, topic.query, limit=page.limit, after=after, news=True)
        write = articles_as(session, lambda row: renderer.entry(_news_item(row, home)))
    entries = kept.of(f"feed-{topic.kind}.{renderer.SUFFIX}", versions, write)
    parameters: dict[str, object] = dict(topic.parameters)
    if page.limit != Filters.model_fields["limit"].default:
        parameters["limit"] = page.limit
    first = address(page.base, parameters)
    places = [version.place for version in versions]
    around = neighbours(listed, page.base, parameters, places, limit=page.limit, after=after)
    this = address(page.base, {**parameters, "cursor": page.cursor}) if page.cursor else first
    hub = f"{home}/websub"
    times = (moment for version in versions for moment in (version.updated_at, version.key))
    updated_at = max((moment for moment in times if isinstance(moment, datetime)), default=_NEVER)
    feed = Feed(
        # Without the parameters of paging and of access: a subscription keeps its identity.
        id=f"urn:sponsorwire:feed:{_digest(topic, renderer)}",
        title=topic.title,
        description=ABOUT[topic.kind],
        home_url=address(f"{home}/", topic.query.parameters()),
        self_url=this,
        feed_url=first,
        updated_at=updated_at,
        next_url=around["next"],
        hubs=(hub,),
        columns=DEAL_COLUMNS if topic.kind == "deals" else ARTICLE_COLUMNS,
        language="en",
    )
    links = [f'<{this}>; rel="self"', f'<{hub}>; rel="hub"']
    links += [f'<{url}>; rel="{rel}"' for rel, url in around.items() if url]
    return Document(renderer.render(feed, entries), renderer.MEDIA_TYPE, updated_at, position, ", ".join(links))


def _digest(topic: Topic, renderer: Renderer) -> str:
    subject = f"{topic.path}.{renderer.SUFFIX} {sorted(topic.query.parameters().items())}"
    return hashlib.sha256(subject.encode()).hexdigest()[:32]


def _deal_item(row: tables.Deal, home: str) -> Item:
    return deal_item(shapes.deal(row), home, row.created_at, row.updated_at)


def _news_item(row: tables.Article, home: str) -> Item:
    published_at = moment(row.published_at, row.ingested_at)
    return article_item(shapes.article(row), home, published_at, max(row.updated_at, published_at))
