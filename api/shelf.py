"""Rendered documents kept until the event log grows: most readers ask for what did not change."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from starlette.types import Scope

from api.conditional import entity_tag
from api.packing import pack
from records.session import Session
from records.store import log
from records.store.log import Position

# How old the known head may be: a reader may see a change this much later than it was committed.
FRESH_S = 0.25
_KEPT_BYTES = 32_000_000  # a full page of deals has some 200 kB
_KEPT_KEYS = 2048


@dataclass(frozen=True)
class Document:
    """The bytes of a feed, what they were made at, and the headers that go with them."""

    content: bytes
    media_type: str
    modified_at: datetime
    position: Position
    links: str

    @cached_property
    def tag(self) -> str:
        """The strong entity tag of the bytes as they are."""
        return entity_tag(self.content)

    @cached_property
    def packed(self) -> bytes:
        """The bytes in gzip, equal at every packing."""
        return pack(self.content)


class Head:
    """How far the log goes, read at most every quarter of a second."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: tuple[float, Position] | None = None

    def known(self) -> Position | None:
        """Return the position if it was read just now, else None."""
        if self._known is None or self._clock() - self._known[0] > FRESH_S:
            return None
        return self._known[1]

    def read(self, session: Session) -> Position:
        """Return the position, read from the database."""
        asked_at = self._clock()
        position = log.position(session)
        self._known = (asked_at, position)
        return position


def asked(scope: Scope) -> str:
    """Return what a request asks for, letter by letter."""
    return f"{scope['path']}?{scope['query_string'].decode('latin-1')}"


class Shelf:
    """The documents, the least used of them dropped first."""

    def __init__(self) -> None:
        self._size = 0
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._keys: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str, position: Position) -> Document | None:
        """Return the document of this key unless the log has grown since it was made."""
        with self._lock:
            document = self._documents.get(key)
            if document is None:
                return None
            made = document.position
            if made.epoch != position.epoch or made.last < position.last:
                return None
            self._documents.move_to_end(key)
            return document

    def remember(self, asked_for: str, key: str) -> None:
        """Keep under which key the document of a request stands, however it was worded."""
        with self._lock:
            self._keys[asked_for] = key
            while len(self._keys) > _KEPT_KEYS:
                self._keys.popitem(last=False)

    def asked(self, asked_for: str, position: Position) -> Document | None:
        """Return the document of a request that was answered before, unless the log has grown since."""
        key = self._keys.get(asked_for)
        return self.get(key, position) if key is not None else None

    def put(self, key: str, document: Document) -> None:
        """Keep the document in place of what had its key."""
        with self._lock:
            old = self._documents.pop(key, None)
            self._size += len(document.content) - (len(old.content) if old else 0)
            self._documents[key] = document
            while self._size > _KEPT_BYTES and len(self._documents) > 1:
                self._size -= len(self._documents.popitem(last=False)[1].content)
