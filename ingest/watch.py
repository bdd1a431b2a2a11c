"""Which files are ready: those in the watch folder whose size and times have been quiet for a while.

The scan is the truth and events only wake it, because events are lost when their queue overflows, do not
come at all on some mounts, and end for good at a name that is not UTF-8.
"""

import os
import re
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ingest.folder import PRIVATE, printable
from ingest.opening import version
from records.spool import UPLOADS

MAX_DEPTH = 20  # sub-folders in one another; deeper ones are refused as a whole
LIVE_S = 60.0  # what was first seen this short a time ago goes before a backlog
BATCH = 500  # files of one round, so that a backlog does not hold up what arrives meanwhile
PAUSE_S = 0.1  # between two scans, however many events come
# Names of editors, browsers and sync tools for files they have not finished, and of things no one drops.
TEMPORARY = re.compile(
    r"\.|~|#.*#\Z|.*(?:~|\.tmp|\.temp|\.part|\.partial|\.crdownload|\.download|\.filepart|\.sw[a-z]|\.bak"
    r"|\.lock|\.reason\.txt)\Z|(?:thumbs\.db|desktop\.ini|icon\r?|\$recycle\.bin|__macosx)\Z",
    re.IGNORECASE | re.DOTALL,
)
Version = tuple[int, int, int, int, int]


def scan(root: Path, warn: Callable[[str], None] = lambda _: None) -> dict[str, Version]:
    """Return what lies in the folder, by its name below it: files, and whatever else is no folder.

    Temporary names and the private folders are left out; a folder deeper than 20 is returned itself.
    `warn` is told of sub-folders that cannot be read. Raises OSError when the folder itself cannot.
    """
    found: dict[str, Version] = {}
    waiting: list[tuple[str, int]] = [("", 0)]
    while waiting:
        below, depth = waiting.pop()
        try:
            with os.scandir(root / below) as entries:
                for entry in entries:
                    if TEMPORARY.match(entry.name) or (not below and entry.name in PRIVATE):
                        continue
                    name = f"{below}/{entry.name}" if below else entry.name
                    if entry.is_dir(follow_symlinks=False) and depth < MAX_DEPTH:
                        waiting.append((name, depth + 1))
                    else:
                        with suppress(FileNotFoundError):  # gone since it was listed
                            found[name] = version(entry.stat(follow_symlinks=False))
        except OSError as error:
            if not below:
                raise
            warn(f"{printable(below)}: {error.strerror}")
    return found


@dataclass
class Seen:
    """A file under observation: what it looked like, since when, and when it was first there."""

    version: Version
    quiet_since: float
    first: float


class Settling:
    """Holds files back until they have not changed for `settle_s` seconds by the monotonic clock.

    The clock of the file system is never asked: it may be wrong, and a copied file is as old as its original.
    """

    def __init__(self, settle_s: float) -> None:
        self._settle_s = settle_s
        self._seen: dict[str, Seen] = {}

    def ready(self, found: dict[str, Version], now: float) -> list[str]:
        """Note what a scan found and return what is ready: what arrived just now first, then the oldest."""
        seen = {}
        for name, looks in found.items():
            before = self._seen.get(name)
            if before is None:
                seen[name] = Seen(looks, now, now)
            elif before.version != looks:
                seen[name] = Seen(looks, now, before.first)
            else:
                seen[name] = before
        self._seen = seen
        ready = [name for name, one in seen.items() if now >= self._due(name, one)]

        def order(name: str) -> tuple[bool, int]:
            return now - seen[name].first > LIVE_S, seen[name].version[3]

        return sorted(ready, key=order)[:BATCH]

    def due_s(self, now: float) -> float | None:
        """Return in how many seconds the next file may be ready, None when none is waiting."""
        due = [self._due(name, one) for name, one in self._seen.items()]
        return max(0.0, min(due) - now) if due else None

    def put_off(self, name: str, now: float) -> None:
        """Have a file wait again although it did not change: it could not be taken now."""
        if name in self._seen:
            self._seen[name].quiet_since = now + 10 * self._settle_s

    def busy(self) -> list[str]:
        """Return the names under observation."""
        return list(self._seen)

    def _due(self, name: str, seen: Seen) -> float:
        # An upload is whole when it appears.
        if name.startswith(f"{UPLOADS}/") and seen.quiet_since == seen.first:
            return seen.first
        return seen.quiet_since + self._settle_s


class Alarm:
    """Wakes whoever waits when something happens in the folder; a thread that starts again whatever ends it."""

    def __init__(self, root: Path, warn: Callable[[str], None] = lambda _: None) -> None:
        self._root, self._warn = root, warn
        self._woken, self._stop = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._follow, name="watch", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def wait(self, limit_s: float) -> bool:
        """Return True at the next event or when `ring` is called, False after `limit_s` seconds."""
        woken = self._woken.wait(limit_s)
        self._woken.clear()
        return woken

    def ring(self) -> None:
        """Wake whoever waits."""
        self._woken.set()

    def close(self) -> None:
        """Stop listening."""
        self._stop.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _follow(self) -> None:
        from watchfiles import watch

        pause_s, known = 0.5, None
        while not self._stop.is_set():
            begun = time.monotonic()
            try:
                # Events of the private folders are our own.
                for changes in watch(
                    self._root,
                    stop_event=self._stop,
                    watch_filter=None,
                    debounce=200,
                    step=50,
                    rust_timeout=2000,
                    yield_on_timeout=True,
                    ignore_permission_denied=True,
                    raise_interrupt=False,
                ):
                    place = _place(self._root)
                    if known is not None and place != known:
                        known = place
                        break  # the folder was made anew, and its watch went with the old one
                    known = place
                    if _any_outside(changes, self._root):
                        self._woken.set()
            except Exception as error:  # one name that is not UTF-8 ends the library's watch
                self._warn(f"events stopped ({type(error).__name__}); the scan goes on")
            pause_s = 0.5 if time.monotonic() - begun > 60 else min(2 * pause_s, 30.0)
            self._woken.set()
            self._stop.wait(pause_s)


def _place(root: Path) -> tuple[int, int] | None:
    try:
        status = root.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _any_outside(changes: Iterable[tuple[object, str]], root: Path) -> bool:
    """Return whether a change is anywhere but in the private folders."""
    private = tuple(f"{root}/{name}" for name in PRIVATE)
    return any(not path.startswith(private) for _, path in changes)
