"""The intake as a test runs it: a folder that is watched, and what became of the files in it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlmodel import select

from ingest.main import Ingest
from ingest.reading import Reader
from records.session import Database
from records.settings import Settings
from records.tables import Intake as Row

GOOD = "A headline number {n}\n\nThe Gulls have signed Brightwater for {n} years, the club said on Monday."


@contextmanager
def watching(folder: Path, db: Database, reader: Reader, **more: float) -> Iterator[Ingest]:
    """Run the ingest process's loop in a thread."""
    settings = Settings(watch_dir=folder, **{"settle_s": 0.2, "rescan_s": 1.0, "free_bytes": 0, **more})  # type: ignore[arg-type]  # numbers
    ingest = Ingest(settings, db, reader)
    thread = threading.Thread(target=ingest.run)
    thread.start()
    try:
        yield ingest
    finally:
        ingest.stop()
        thread.join(timeout=20)
        assert not thread.is_alive()


def until(condition: Callable[[], bool], limit_s: float = 20) -> None:
    deadline = time.monotonic() + limit_s
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def empty(folder: Path) -> bool:
    """Whether nothing is waiting or being taken."""
    return not [
        path for path in folder.rglob("*") if path.relative_to(folder).parts[0] not in DONE and not path.is_dir()
    ]


DONE = ("done", "duplicates", "failed")


def fates(db: Database) -> dict[str, tuple[str, str | None]]:
    with db.read() as session:
        return {row.name: (row.fate, row.code) for row in session.exec(select(Row)).all()}


def places(folder: Path) -> list[str]:
    return sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()
    )
