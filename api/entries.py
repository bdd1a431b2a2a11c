"""One deal or article as a format has it, written once per revision: a page joins what has been written.

Versions of a row that say so have equal content (`records.store.paging`), so an entry is true as long as it is
kept, whatever page, filter or cursor it is asked for by; a changed row is another version. One that cannot
be written is left out and counted: it must not take its page with it.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import structlog

from records import metrics, tables
from records.session import Session
from records.store import articles, deals
from records.store.paging import Content, Version

_KEPT_BYTES = 64_000_000  # some 15,000 entries of deals
_AROUND_BYTES = 400  # what keeping an entry takes beside its bytes
Row = TypeVar("Row", tables.Deal, tables.Article)
log = structlog.get_logger(__name__)
Write = Callable[[Sequence[str]], Iterable[tuple[Version, bytes]]]


class Entries:
    """The entries of this process, the least used dropped first."""

    def __init__(self, kept_bytes: int = _KEPT_BYTES) -> None:
        self._kept_bytes = kept_bytes
        self._size = 0
        self._entries: OrderedDict[tuple[str, str], tuple[Content, bytes]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, form: str, versions: Sequence[Version], write: Write) -> list[bytes]:
        """Return the entries of these rows in `form`, in order.

        `write` is given the ids of those that are not kept, and yields each with the version it has written.
        """
        found: dict[str, bytes] = {}
        missing = []
        with self._lock:
            for version in versions:
                key = (form, version.id)
                kept = self._entries.get(key)
                if kept is not None and kept[0] == version.content:
                    found[version.id] = kept[1]
                    self._entries.move_to_end(key)
                else:
                    missing.append(version.id)
        if missing:
            written = list(write(missing))
            found |= {version.id: entry for version, entry in written}
            with self._lock:
                for version, entry in written:
                    self._put((form, version.id), version.content, entry)
        return [found[version.id] for version in versions if version.id in found]

    def _put(self, key: tuple[str, str], content: Content, entry: bytes) -> None:
        old = self._entries.pop(key, None)
        self._size += len(entry) + _AROUND_BYTES
        self._size -= len(old[1]) + _AROUND_BYTES if old is not None else 0
        self._entries[key] = (content, entry)
        while self._size > self._kept_bytes:
            _content, dropped = self._entries.popitem(last=False)[1]
            self._size -= len(dropped) + _AROUND_BYTES


def deals_as(session: Session, form: Callable[[tables.Deal], bytes]) -> Write:
    """Return what writes deals by id in this form."""

    def write(ids: Sequence[str]) -> Iterable[tuple[Version, bytes]]:
        for row, entry in _each(deals.get_many(session, ids).values(), form):
            yield Version(row.id, row.revision, row.updated_at, row.updated_at), entry

    return write


def articles_as(session: Session, form: Callable[[tables.Article], bytes]) -> Write:
    """Return what writes articles by id in this form."""

    def write(ids: Sequence[str]) -> Iterable[tuple[Version, bytes]]:
        for row, entry in _each(articles.get_many(session, ids).values(), form):
            yield Version(row.id, row.revision, row.updated_at, row.listed_at), entry

    return write


def _each(rows: Iterable[Row], form: Callable[[Row], bytes]) -> Iterator[tuple[Row, bytes]]:
    for row in rows:
        try:
            entry = form(row)
        except Exception as error:
            metrics.entries_failed.inc()
            log.error("an entry cannot be written", id=row.id, exc_info=error)
        else:
            yield row, entry
