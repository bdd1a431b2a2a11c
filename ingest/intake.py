"""One file's way in: read, normalise, store, announce; and its one recorded fate."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TypeVar

from sqlalchemy.exc import OperationalError

from ingest.folder import printable
from ingest.normalise import Normal
from ingest.opening import Unsettled, Vanished, read_bytes
from ingest.reading import MAX_FILE, Reader
from ingest.watch import scan
from records.crash import crash_point
from records.errors import Rejected, Unavailable
from records.session import Database, Session
from records.store import articles, intake, log
from records.store.articles import Stored
from records.store.intake import Input

Result = TypeVar("Result")
# What is no article and nobody's mistake; every other refusal is `rejected`.
IGNORED = ("empty", "symlink", "not_a_file", "vanished")


@dataclass(frozen=True)
class Outcome:
    """What became of one input: its fate, why, the intake's id, and the articles that were in it."""

    name: str
    fate: str
    code: str | None = None
    reason: str | None = None
    intake_id: str | None = None
    articles: tuple[Stored, ...] = ()
    refused: tuple["Outcome", ...] = ()  # members of the file that are no articles, each an input of its own


class Intake:
    """Takes files into the database `db`, reading them with `reader`."""

    def __init__(self, db: Database, reader: Reader, *, max_bytes: int = MAX_FILE) -> None:
        self._db, self._reader, self._max_bytes = db, reader, max_bytes

    def take(
        self,
        path: Path,
        name: str | None = None,
        *,
        channel: str = "command",
        queue: str = "live",
        follow: bool = False,
        again: bool = False,
    ) -> Outcome:
        """Store the articles in the file at `path` and return its fate, which is recorded; the file stays.

        `name` is what people know it by. With `again`, a fate that was recorded for this name and these
        bytes before is the fate: the process had ended between recording it and putting the file away.
        Raises Unavailable when the database cannot be reached; Unsettled when the file changes meanwhile.
        """
        given = Input(printable(name or path.name), channel)
        try:
            raw = read_bytes(path, self._max_bytes, follow=follow)
        except Vanished:
            return self._end(given, Rejected("vanished", "The file was gone before it could be read."), again=again)
        except Rejected as error:
            return self._end(given, error, again=again)
        given = Input(given.name, channel, len(raw), hashlib.sha256(raw).hexdigest())
        known = self._known(given, again=again)
        if known:
            return known
        try:
            read = self._reader.read(raw, PurePosixPath(given.name).name, datetime.now(UTC))
        except Rejected as error:
            return self._end(given, error, again=again)
        crash_point("after_read")
        return self._stored(given, read, queue)

    def refuse(self, name: str, channel: str, error: Rejected) -> Outcome:
        """Record that an input was refused without being read, and return its outcome."""
        return self._end(Input(printable(name), channel), error, again=False)

    def _known(self, given: Input, *, again: bool) -> Outcome | None:
        """Return the outcome of an input that need not be read: its bytes, or this very file, came before."""

        def look(session: Session) -> Outcome | None:
            before = intake.last(session, given.name, given.sha256) if again else None
            if before:
                return Outcome(given.name, before.fate, before.code, before.reason, before.id)
            if not given.sha256 or not intake.accepted_before(session, given.sha256):
                return None
            first, _ = intake.accept(session, given)
            return Outcome(given.name, "duplicate", "same_bytes", "The same file came before.", first)

        return self._run(look)

    def _stored(self, given: Input, read: list[Normal | Rejected], queue: str) -> Outcome:
        """Store what was read, in one transaction, and return the outcome."""

        def store(session: Session) -> Outcome:
            intake_id, first = intake.accept(session, given)
            if not first:  # another process was quicker
                return Outcome(given.name, "duplicate", "same_bytes", "The same file came before.", intake_id)
            stored, refused = [], []
            for number, one in enumerate(read, 1):
                if isinstance(one, Rejected):
                    member = Input(f"{given.name}#{number}", given.channel)
                    told = _refuse(session, member, one)
                    refused.append(Outcome(member.name, "rejected", one.code, one.reason, told))
                else:
                    stored.append(_store(session, one, intake_id, queue))
            changed = [one for one in stored if one.outcome is not articles.Outcome.SAME]
            if changed or not stored:
                intake.settle(session, intake_id, articles=len(stored))
                return Outcome(given.name, "accepted", None, None, intake_id, tuple(stored), tuple(refused))
            reason = "Every article in it is known, word for word."
            intake.settle(
                session,
                intake_id,
                articles=len(stored),
                fate="duplicate",
                code="same_words",
                reason=reason,
                duplicate_of=None,
            )
            return Outcome(given.name, "duplicate", "same_words", reason, intake_id, tuple(stored), tuple(refused))

        return self._run(store)

    def _end(self, given: Input, error: Rejected, *, again: bool) -> Outcome:
        """Record why an input gave nothing, and return its outcome."""
        known = self._known(given, again=again) if again else None
        if known:
            return known
        fate = "ignored" if error.code in IGNORED else "rejected"

        def end(session: Session) -> str:
            return _refuse(session, given, error, fate)

        intake_id = self._run(end)
        return Outcome(given.name, fate, error.code, error.reason, intake_id)

    def _run(self, work: Callable[[Session], Result]) -> Result:
        """Return what `work` returns; a database that cannot write now (a full disk) is Unavailable."""
        try:
            return self._db.run(work)
        except OperationalError as error:
            raise Unavailable(f"The database does not take it: {error.orig}") from error


def take_all(taker: Intake, paths: Iterable[Path], *, channel: str = "command") -> Iterator[Outcome]:
    """Yield the outcome of each file named, and of each in the folders named, in the order of their names.

    A link that was named is followed; one found in a folder is not. Raises Unavailable.
    """
    for path in paths:
        inside = sorted(scan(path)) if path.is_dir() else [None]
        for name in inside:
            try:
                yield taker.take(path / (name or ""), name, channel=channel, follow=name is None)
            except Unsettled:
                reason = "The file is still being written."
                yield Outcome(printable(name or path.name), "rejected", "unsettled", reason)


def _store(session: Session, normal: Normal, intake_id: str, queue: str) -> Stored:
    """Store one article; one without an address is also known by its words, whatever its file is called."""
    known = None if normal.article.url else articles.same_words(session, normal.fingerprint)
    row = articles.get(session, known) if known else None
    if row:
        return Stored(row.id, row.revision, articles.Outcome.SAME)
    return articles.store(
        session,
        normal.article,
        identity=normal.identity,
        fingerprint=normal.fingerprint,
        published_basis=normal.published_basis,
        intake_id=intake_id,
        queue=queue,
    )


def _refuse(session: Session, given: Input, error: Rejected, fate: str = "rejected") -> str:
    """Record an input that gave no article, announce it when it is at fault, and return the intake's id."""
    intake_id = intake.end(session, given, fate, code=error.code, reason=error.reason)
    if fate == "rejected":
        told = {"name": given.name, "channel": given.channel, "code": error.code, "reason": error.reason}
        log.append(session, f"in:{intake_id}:rejected", "article.rejected", intake_id, 1, {"input": told})
    return intake_id
