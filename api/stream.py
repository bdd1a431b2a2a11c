"""Resume where you left: the event log as Server-Sent Events
(https://html.spec.whatwg.org/multipage/server-sent-events.html).

One follower a process reads the log; each reader has a cursor into what it read, and no queue, so a reader
that stops reading costs the others nothing and is dropped. Replay and live are one loop over the log, so
there is no gap between them.
"""

import asyncio
import bisect
import random
from collections.abc import AsyncGenerator, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import orjson
import structlog
from fastapi import APIRouter, Header, Request
from fastapi.sse import format_sse_event
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse
from starlette.types import Message, Send

from api.access import Reader
from api.feed import rfc3339
from api.parameters import Followed
from api.problems import Problem, responses
from records import metrics
from records.events import Cursor, CursorRefused, Waiter, read_since
from records.query import Query
from records.session import Database
from records.store.log import Position
from records.tables import Event

router = APIRouter(tags=["stream"])
log = structlog.get_logger(__name__)
KEPT = 5000  # events in memory; who is further behind reads the database
BATCH = 500  # events read, or sent, at once
SEND_TIMEOUT_S = 15.0  # a reader whose buffers stay full this long is dropped
MAX_READERS = 5000
PIECE_BYTES = 65_536  # sent at once
PING = b": ping\n\n"
RETRY_MS = (2000, 6000)  # spread, so that a restart does not bring everybody back at once


@dataclass(frozen=True)
class Line:
    """One event as it is sent, written once for all readers."""

    seq: int
    event: Event
    frame: bytes


class Gone(Exception):
    """The events asked for are not in the log any more, or never were; `position` says what is."""

    def __init__(self, code: str, position: Position) -> None:
        super().__init__(code)
        self.code = code
        self.position = position


class Follower:
    """Reads the log once for all readers of this process, and wakes them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiter = Waiter(database)
        self._lines: list[Line] = []
        self._position: Position | None = None
        self._grown = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.readers = 0

    async def start(self) -> None:
        """Begin to follow the log from its end."""
        read = await run_in_threadpool(self._read_end)
        self._position = read
        self._waiter.start()
        self._task = asyncio.create_task(self._follow(), name="follow the log")

    async def stop(self) -> None:
        """Stop following, and wake everybody."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await run_in_threadpool(self._waiter.stop)

    @property
    def position(self) -> Position:
        """How far the log goes, as far as it was followed."""
        assert self._position is not None
        return self._position

    async def after(self, seq: int, timeout_s: float) -> Sequence[Line] | None:
        """Return the next events after `seq`; none when there are none within `timeout_s`; None when they
        are too far back to be in memory."""
        if self.position.last <= seq:
            grown = self._grown
            try:
                async with asyncio.timeout(timeout_s):
                    await grown.wait()
            except TimeoutError:
                return ()
        if not self._lines or seq < self._lines[0].seq - 1:
            return None
        start = bisect.bisect_right(self._lines, seq, key=lambda line: line.seq)
        return self._lines[start : start + BATCH]

    async def _follow(self) -> None:
        while True:
            try:
                grown = await run_in_threadpool(self._waiter.wait, self.position.last, 1.0)
                if grown:
                    await self._read_on()
            except Exception as error:
                # The database may be away for a while; the readers stay and get everything afterwards.
                log.warning("the event log cannot be followed now", error=type(error).__name__)
                await asyncio.sleep(1)

    async def _read_on(self) -> None:
        known = self.position
        try:
            read = await run_in_threadpool(read_since, self._database, Cursor(known.epoch, known.last), BATCH)
        except CursorRefused as refused:
            # Another epoch, or the log was rewound: nothing in memory is true any more.
            self._lines, self._position = [], refused.position or known
        else:
            self._lines += [line_of(event, read.position.epoch) for event in read.events]
            del self._lines[:-KEPT]
            self._position = read.position._replace(last=read.cursor.seq)
        self._grown.set()
        self._grown = asyncio.Event()

    def _read_end(self) -> Position:
        from records.store import log as events

        with self._database.read() as session:
            return events.position(session)


def line_of(event: Event, epoch: str) -> Line:
    """Return an event with its bytes on the wire: one line of JSON, its cursor as id."""
    assert event.seq is not None
    assert event.published_at is not None
    data = {
        "type": event.kind,
        "subject_id": event.subject_id,
        "revision": event.revision,
        "published_at": rfc3339(event.published_at),
        "data": event.body,
    }
    frame = format_sse_event(data_str=orjson.dumps(data).decode(), event=event.kind, id=f"{epoch}.{event.seq}")
    return Line(event.seq, event, frame)


class Stream(StreamingResponse):
    """A stream that gives up a reader who does not read.

    FastAPI's own response writes each event anew for each reader and waits for a slow one without end.
    """

    media_type = "text/event-stream"
    send_timeout_s = SEND_TIMEOUT_S

    def __init__(self, frames: AsyncGenerator[bytes, None]) -> None:
        super().__init__(frames, headers={"cache-control": "no-cache, no-transform", "x-accel-buffering": "no"})
        self._frames = frames

    async def stream_response(self, send: Send) -> None:
        """Send the frames; end in the middle when one cannot be sent in time, so that the server hangs up."""

        async def in_time(message: Message) -> None:
            async with asyncio.timeout(self.send_timeout_s):
                await send(message)

        try:
            await super().stream_response(in_time)
        except TimeoutError:
            log.info("a reader of the stream did not read and was dropped")
        finally:
            # Not left to the garbage collector: the reader's place is free at once.
            await self._frames.aclose()


@router.get(
    "/stream",
    status_code=200,
    response_class=Stream,
    responses={
        200: {"description": "Events, one a frame.", "content": {"text/event-stream": {}}},
        **responses(400, 401, 410, 422, 503),
    },
)
async def stream(
    request: Request,
    caller: Reader,
    wanted: Followed,
    last_event_id: Annotated[str | None, Header(max_length=100)] = None,
) -> Stream:
    """Follow the event log. Resume with the Last-Event-ID header or the `last_event_id` parameter (the header
    wins); `earliest` begins with the oldest event kept, nothing with what happens from now on.

    When the events after the parameter are gone, the answer is 410. A reader that comes back by itself, with the
    header, would give up at that: it gets a first frame `history.gone`. Read the feed again, then go on.
    """
    return await follow(request, wanted.query, last_event_id, wanted.last_event_id)


async def follow(request: Request, query: Query, header: str | None, parameter: str | None) -> Stream:
    """Return the stream of what matches the query, from the place that the header or else the parameter names."""
    follower: Follower = request.app.state.follower
    database: Database = request.app.state.database
    if follower.readers >= MAX_READERS:
        raise Problem(503, "too-many-readers", "Too many streams are open.", headers={"retry-after": "30"})
    asked = header or parameter or None
    start: Cursor | str | None = asked
    if asked is not None and asked != "earliest":
        try:
            start = cursor = Cursor.parse(asked)
            if not header:
                await run_in_threadpool(read_since, database, cursor, 1)
        except CursorRefused as refused:
            raise _refusal(refused) from refused
    frames = _frames(database, follower, query, start, request.app.state.settings.stream_ping_s)
    return Stream(frames)


def _refusal(refused: CursorRefused) -> Problem:
    if refused.position is None:
        detail = "This is no event id of ours; use one that the stream sent, or earliest."
        return Problem(400, "invalid-cursor", detail, "last_event_id")
    detail = "The events after this one are not kept; read the feed again, then follow what comes after it."
    members = {"reason": refused.code, **refused.position._asdict(), "snapshot": "/feeds/deals.json"}
    return Problem(410, "history-gone", detail, "last_event_id", **members)


async def _frames(
    database: Database, follower: Follower, query: Query, start: Cursor | str | None, ping_s: float
) -> AsyncGenerator[bytes, None]:
    follower.readers += 1
    metrics.stream_readers.set(follower.readers)
    try:
        retry = random.randint(*RETRY_MS)  # noqa: S311 - no secret
        head = follower.position
        place = Cursor(head.epoch, head.last)
        if isinstance(start, Cursor):
            place = start
        elif start == "earliest":
            place = Cursor(head.epoch, head.first - 1)
        # An id without data sets where the reader resumes, and tells it of no event.
        yield f"retry: {retry}\nid: {place}\n\n".encode()
        everything = query.is_empty()
        while True:
            try:
                lines = await _next(database, follower, place, ping_s)
            except Gone as gone:
                place = Cursor(gone.position.epoch, gone.position.last)
                yield _gone(gone, place)
                continue
            if lines is None:
                continue
            if not lines:
                yield PING
                continue
            place = Cursor(follower.position.epoch, lines[-1].seq)
            chosen = lines if everything else [line for line in lines if _matches(query, line.event)]
            for piece in _pieces(chosen):
                yield piece
            if not chosen or chosen[-1].seq != place.seq:
                yield f"id: {place}\n\n".encode()  # what did not match need not be read again
    finally:
        follower.readers -= 1
        metrics.stream_readers.set(follower.readers)


async def _next(database: Database, follower: Follower, place: Cursor, timeout_s: float) -> Sequence[Line] | None:
    """Return the next events; none when there were none for `timeout_s`; None to look again at once."""
    head = follower.position
    if place.epoch != head.epoch:
        raise Gone("epoch_changed", head)
    # A cursor may be a moment ahead of this process's own look at the log, so the database is asked.
    if place.seq <= head.last:
        lines = await follower.after(place.seq, timeout_s)
        if lines is not None:
            return lines
    try:
        read = await run_in_threadpool(read_since, database, place, BATCH)
    except CursorRefused as refused:
        raise Gone(refused.code, refused.position or head) from refused
    if not read.events:
        await asyncio.sleep(min(timeout_s, 0.25))
        return None
    return [line_of(event, read.position.epoch) for event in read.events]


def _pieces(lines: Sequence[Line]) -> Iterator[bytes]:
    # Few large writes, but never more in a slow reader's buffer than it takes to notice that it is slow.
    piece, size = list[bytes](), 0
    for line in lines:
        piece.append(line.frame)
        size += len(line.frame)
        if size >= PIECE_BYTES:
            yield b"".join(piece)
            piece, size = [], 0
    if piece:
        yield b"".join(piece)


def _matches(query: Query, event: Event) -> bool:
    assert event.published_at is not None
    return query.matches(event.kind, event.body, event.published_at)


def _gone(gone: Gone, place: Cursor) -> bytes:
    data: dict[str, Any] = {"code": gone.code, **gone.position._asdict(), "snapshot": "/feeds/deals.json"}
    return format_sse_event(data_str=orjson.dumps(data).decode(), event="history.gone", id=str(place))
