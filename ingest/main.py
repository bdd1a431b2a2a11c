"""The ingest process: takes what is dropped into the watch folder, one file after the other, until told to end."""

import logging
import os
import signal
import socket
import threading
import time
from collections import Counter, deque
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from ingest.folder import Folder, origin, printable
from ingest.intake import Intake
from ingest.opening import Unsettled
from ingest.reading import Limits, Reader
from ingest.watch import PAUSE_S, Alarm, Settling, scan
from records import heartbeat, logs, room
from records.errors import Rejected, Unavailable
from records.migrate import migrate
from records.queue import Doorbell
from records.session import Database
from records.settings import Settings
from records.store import workers

log = logging.getLogger("ingest")
Looks = tuple[int, int]
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 30.0  # while the database or the disk does not take anything
MAX_FAULTS = 3  # times that a file may meet a fault of ours before it is set aside
PROGRESS_S = 10.0  # between two notes that this process is alive
AFTERCARE_S = 600.0  # a file that grows so long after it was put away was not finished, and is taken again
BACKLOG_S = 300.0  # what waited longer than this is enriched after what arrives now


class Ingest:
    """Watches one folder and takes what is ready in it."""

    def __init__(self, settings: Settings, db: Database, reader: Reader) -> None:
        self._settings, self._db = settings, db
        self._name = f"{socket.gethostname()}-ingest-{os.getpid()}"
        self._folder = Folder(settings.watch_dir)
        self._intake = Intake(db, reader, max_bytes=settings.max_file_bytes)
        self._settling = Settling(settings.settle_s)
        self._alarm = Alarm(self._folder.root, self._warn)
        self._stop = threading.Event()
        self._pause_s = FIRST_PAUSE_S
        self._warned: set[str] = set()
        self._faults: Counter[str] = Counter()
        # What was put away lately, its name, what it looked like when it was read, and until when it matters.
        self._recent: dict[Path, tuple[str, Looks, float]] = {}
        self._checked_at = 0.0
        self._done, self._noted_at = 0, 0.0
        # What is in `taken/`, and whether its fate may be recorded already.
        self._waiting: deque[tuple[str, bool]] = deque()

    def stop(self) -> None:
        """Have `run` return after the file it is at."""
        self._stop.set()
        self._alarm.ring()

    def run(self) -> None:
        """Take files until `stop` is called, first those that a process before this one had begun."""
        self._db.run(lambda session: workers.arrive(session, self._name, "ingest", os.getpid()))
        self._waiting.extend((name, True) for name in self._folder.taken())
        self._alarm.start()
        try:
            while not self._stop.is_set():
                if self._alarm.wait(self._round()):
                    self._stop.wait(PAUSE_S)  # an event seldom comes alone
            self._db.run(lambda session: workers.leave(session, self._name))
        finally:
            self._alarm.close()

    def _round(self) -> float:
        """Claim and take what is ready, and return for how many seconds nothing more can be."""
        try:
            self._claim_ready()
            while self._waiting and not self._stop.is_set():
                self._progress(self._waiting[0][0])
                self._take(*self._waiting[0])
                self._waiting.popleft()
                self._done += 1
            self._progress(None)
        except (OSError, Unavailable) as error:
            log.warning("waiting: %s", error)
            self._wait(error)
            if self._waiting:  # whether it was stored before the error, its next turn will tell
                self._waiting[0] = (self._waiting[0][0], True)
            self._pause_s = min(2 * self._pause_s, LONGEST_PAUSE_S)
            return self._pause_s
        self._pause_s = FIRST_PAUSE_S
        due_s = self._settling.due_s(time.monotonic())
        return min(self._settings.rescan_s, due_s) if due_s is not None else self._settings.rescan_s

    def _claim_ready(self) -> None:
        """Move what is ready into `taken/`. Raises OSError without the folder, Unavailable without room."""
        self._folder.root.stat()  # missing or unmounted is not the same as empty
        self._folder.prepare()
        if reason := room.lacking(self._settings):
            raise Unavailable(reason)
        self._take_back()
        found = scan(self._folder.root, self._warn)
        for name in self._settling.ready(found, time.monotonic()):
            try:
                if self._folder.claim(name):
                    self._waiting.append((name, False))
            except OSError as error:
                self._warn(f"{printable(name)} cannot be moved: {error.strerror}")
                self._settling.put_off(name, time.monotonic())

    def _take_back(self) -> None:
        """Move back what its writer went on with after it was put away: a pause is not always the end."""
        now = time.monotonic()
        if now < self._checked_at + self._settings.settle_s:
            return
        self._checked_at = now
        for place, (name, looked, until) in list(self._recent.items()):
            looks = _looks(place)
            over = looks is None or now > until
            if over or (looks != looked and self._folder.give_back(name, place)):
                del self._recent[place]

    def _take(self, name: str, again: bool) -> None:
        """Take one claimed file and put it away. Raises Unavailable and OSError to be tried again."""
        path = self._folder.taken_path(name)
        looked = _looks(path)
        channel, known_as = origin(name)
        try:
            outcome = self._intake.take(path, known_as, channel=channel, queue=_queue(path), again=again)
        except Unsettled:  # its writer goes on in `taken/`: back to where it settles
            if not self._folder.give_back(name):
                self._waiting.append((name, again))
                self._stop.wait(PAUSE_S)
            return
        except (OSError, Unavailable):
            raise
        except Exception:  # a fault of ours: loud, and not in the way of the other files
            log.exception("fault with %s", known_as)
            self._faults[name] += 1
            if self._faults[name] < MAX_FAULTS:
                self._waiting.append((name, True))
                return
            outcome = self._intake.refuse(known_as, channel, Rejected("fault", "Taking the file in failed."))
        log.info("%s: %s%s", outcome.name, outcome.fate, f" ({outcome.code})" if outcome.code else "")
        if looked is not None:
            place = self._folder.put_away(name, outcome.fate, outcome.code, outcome.reason, datetime.now(UTC))
            self._recent[place] = (name, looked, time.monotonic() + AFTERCARE_S)

    def _progress(self, doing: str | None) -> None:
        """Note that this process is alive, and with which file, now and then."""
        now = time.monotonic()
        if now < self._noted_at + PROGRESS_S:
            return
        done, self._done, self._noted_at = self._done, 0, now
        shown = origin(doing)[1][:200] if doing else None
        self._db.run(lambda session: workers.progress(session, self._name, done=done, doing=shown))
        heartbeat.beat("ingest")

    def _wait(self, error: Exception) -> None:
        """Have the status say why nothing is taken, if the database takes at least that."""
        # Without the path, which is nobody's business who asks the API.
        reason = f"the watch folder: {error.strerror}" if isinstance(error, OSError) else str(error)
        with suppress(Exception):
            self._db.run(lambda session: workers.wait(session, self._name, reason))
        self._noted_at = 0.0  # so that the end of the waiting is noted at once

    def _warn(self, what: str) -> None:
        """Log a warning, once."""
        if what not in self._warned:
            self._warned.add(what)
            log.warning("%s", what)


def _looks(path: Path) -> Looks | None:
    """Return the size and the time of the last change, None when nothing is there."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _queue(path: Path) -> str:
    """Return which queue the enrichment of this file waits in: new files go before a backlog."""
    try:
        return "live" if time.time() - path.stat(follow_symlinks=False).st_ctime < BACKLOG_S else "backfill"
    except OSError:
        return "live"


def main() -> None:
    """Run the process with the settings of the environment."""
    settings = Settings()
    logs.configure(settings, "ingest")
    db = Database(settings.database, bell=Doorbell(settings.broker))
    migrate(db)
    limits = Limits(wall_s=round(settings.parse_timeout_s), memory_bytes=settings.parse_memory_bytes)
    reader = Reader(limits)
    ingest = Ingest(settings, db, reader)
    for wanted in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wanted, lambda _number, _frame: ingest.stop())
    try:
        reader.start()
        ingest.run()
    finally:
        reader.close()
        db.close()


if __name__ == "__main__":
    main()
