"""The watch folder on the disk: claims a file by one rename, and puts it away by another.

What is in flight is in `taken/`; at its end a file is in `done/`, `duplicates/`, or `failed/` beside
`NAME.reason.txt`, under the same sub-folders that it came in. A name need not be UTF-8: Python carries
other bytes through as surrogates, and `printable` is what the rest of the world gets to see.
"""

import errno
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from records.crash import crash_point
from records.spool import UPLOADS, uploaded_name

TAKEN, DONE, DUPLICATES, FAILED = "taken", "done", "duplicates", "failed"
PRIVATE = (TAKEN, DONE, DUPLICATES, FAILED)
PLACES = {"accepted": DONE, "duplicate": DUPLICATES, "rejected": FAILED, "ignored": FAILED}
MAX_SAME_NAME = 10_000


class Folder:
    """The folder `root`, which files are dropped into, with its four private folders.

    A `name` is a path below it.
    """

    def __init__(self, root: Path) -> None:
        self.root = root.absolute()

    def prepare(self) -> None:
        """Make the private folders. Raises OSError when the folder cannot be written."""
        for private in PRIVATE:
            (self.root / private).mkdir(parents=True, exist_ok=True)

    def claim(self, name: str) -> bool:
        """Move a file into `taken/` and return True; False when it is gone, or its like is being taken.

        Raises OSError when it cannot be moved.
        """
        target = self.taken_path(name)
        if os.path.lexists(target):
            return False
        try:
            _move(self.root / name, target)
        except FileNotFoundError:
            return False
        crash_point("after_claim")
        return True

    def give_back(self, name: str, place: Path | None = None) -> bool:
        """Move a file back to where it was, from `taken/` or from its `place`, to be looked at again.

        False when another of its name is there by now.
        """
        if os.path.lexists(self.root / name):
            return False
        _move(place or self.taken_path(name), self.root / name)
        if place:
            _reason_of(place).unlink(missing_ok=True)
        return True

    def taken(self) -> Iterator[str]:
        """Yield the names of what is in `taken/`: what a process that ended had begun."""
        top = self.root / TAKEN
        for where, folders, files in os.walk(top):
            links = [name for name in folders if (Path(where) / name).is_symlink()]
            for name in sorted(files + links):
                yield str((Path(where) / name).relative_to(top))

    def taken_path(self, name: str) -> Path:
        """Return where a claimed file is."""
        return self.root / TAKEN / name

    def put_away(self, name: str, fate: str, code: str | None, reason: str | None, at: datetime) -> Path:
        """Move a claimed file to where its fate belongs, beside its reason when it failed; return the place."""
        crash_point("before_put_away")
        target = _free(self.root / PLACES[fate] / name)
        if PLACES[fate] == FAILED:
            _write_reason(target, name, code or "", reason or "", at)
        _move(self.taken_path(name), target)
        # The sub-folders it leaves empty in `taken/`.
        for below in self.taken_path(name).relative_to(self.root / TAKEN).parents:
            try:
                if below.name:
                    (self.root / TAKEN / below).rmdir()
            except OSError:
                break
        crash_point("after_put_away")
        return target


def printable(name: str) -> str:
    """Return `name` for logs, the database and people: odd bytes and control characters escaped."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def origin(name: str) -> tuple[str, str]:
    """Return the channel that a file came through, and the name that people know it by."""
    folder, _, spooled = name.partition("/")
    if folder == UPLOADS and spooled:
        return "upload", printable(uploaded_name(spooled))
    return "folder", printable(name)


def _reason_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.reason.txt")


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.rename(target)


def _free(target: Path) -> Path:
    """Return `target`, or with a number before its ending when that name is taken."""
    if not os.path.lexists(target):
        return target
    for number in range(2, MAX_SAME_NAME):
        candidate = target.with_name(f"{target.stem}-{number}{target.suffix}")
        if not os.path.lexists(candidate):
            return candidate
    raise OSError(errno.EEXIST, "too many files of one name", str(target))


def _write_reason(target: Path, name: str, code: str, reason: str, at: datetime) -> None:
    told = (
        f"{printable(name)} was not taken in.\n\nReason: {reason} ({code})\n"
        f"When:   {at:%Y-%m-%d %H:%M:%S} UTC\n\nTo try it again, put the file back into the watch folder.\n"
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        _reason_of(target).write_text(told, encoding="utf-8")
    except OSError as error:
        # A name that is as long as the file system allows goes without; the database has the reason too.
        if error.errno != errno.ENAMETOOLONG:
            raise
