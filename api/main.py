"""The API: records to the world. `python -m api.main` serves it; loopback unless the settings say otherwise."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import structlog
import uvicorn
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from api import (
    articles,
    deals,
    decisions,
    description,
    docs,
    entities,
    filters,
    health,
    home,
    problems,
    publish,
    quotes,
    stream,
    tokens,
    webhooks,
    websub,
)
from api.access import is_loopback, reading_is_open
from api.assistants import PATH, Assistants
from api.attempts import Attempts
from api.entries import Entries
from api.front import Front
from api.guard import Guard
from api.packing import Packing
from api.renderer import renderers
from api.shelf import Head, Shelf
from records import logs
from records.events import HeadCopy, check_rewound
from records.migrate import migrate
from records.queue import Doorbell
from records.session import Database
from records.settings import Settings

log = structlog.get_logger(__name__)
# With one open stream, uvicorn would otherwise wait for it for ever when told to stop.
STOP_S = 2
MAX_CONNECTIONS = 10_000
TAGS = {
    "deals": "What was agreed between whom, merged from all sources.",
    "articles": "What came in, and what was found in it.",
    "quotes": "Who said what.",
    "entities": "Who is who.",
    "feeds": "The lists for feed readers, spreadsheets and calendars.",
    "stream": "Changes as they happen.",
    "filters": "Saved filters with feeds, streams and tokens of their own.",
    "webhooks": "Events sent to you, signed and retried.",
    "websub": "Feeds sent to you when they change.",
    "access": "Who may do what.",
    "operations": "For those who run it.",
    "descriptions": "The shapes of what is sent.",
    "pages": "For people.",
}


def create_app(settings: Settings, database: Database) -> FastAPI:
    """Return the application over a migrated database."""

    assistants = Assistants(database)

    @asynccontextmanager
    async def life(_mounted_in: Starlette) -> AsyncIterator[None]:
        app.state.follower = stream.Follower(database)
        await app.state.follower.start()
        await run_in_threadpool(publish.warm, app.state)
        # What stands at the start stands to the end; a collector that looked at it again each time would
        # keep a reader waiting for a tenth of a second.
        gc.collect()
        gc.freeze()
        try:
            async with assistants.open():
                yield
        finally:
            await app.state.follower.stop()

    app = FastAPI(
        title="Sponsorwire",
        summary="A live, structured feed of sponsorship news.",
        version="1.0",
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        openapi_tags=[{"name": name, "description": text} for name, text in TAGS.items()],
        max_body_size=settings.max_upload_bytes + 100_000,  # what multipart puts around a file
    )
    app.state.settings = settings
    app.state.database = database
    app.state.head = Head()
    app.state.shelf = Shelf()
    app.state.entries = Entries()
    app.state.attempts = Attempts()
    app.state.renderers = renderers()
    problems.install(app)
    publish.routes(app)  # first: what is asked for most is found soonest
    for part in (
        deals,
        decisions,
        articles,
        quotes,
        entities,
        stream,
        webhooks,
        websub,
        tokens,
        health,
        description,
        home,
        docs,
    ):
        app.include_router(part.router)
    filters.routes(app)
    description.describe(app)
    app.router.routes.append(Route(PATH, assistants))
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    app.add_middleware(Packing)
    app.add_middleware(Front, settings=settings, head=app.state.head, shelf=app.state.shelf)
    app.add_middleware(Guard, settings=settings)
    return app


def main() -> None:
    """Serve until told to stop."""
    settings = Settings()
    logs.configure(settings, "api")
    if not is_loopback(settings.host) and reading_is_open(settings):
        log.warning("anybody who reaches this address may read", host=settings.host)
    # With the bell, a test of a webhook or a person's decision need not wait for the next sweep.
    database = Database(settings.database, bell=Doorbell(settings.broker))
    migrate(database)
    check_rewound(database, HeadCopy(settings.head_file))
    try:
        uvicorn.run(
            create_app(settings, database),
            host=settings.host,
            port=settings.port,
            timeout_graceful_shutdown=STOP_S,
            timeout_keep_alive=5,
            limit_concurrency=MAX_CONNECTIONS,
            server_header=False,
            access_log=False,
            log_config=None,
        )
    finally:
        database.close()


if __name__ == "__main__":
    main()
