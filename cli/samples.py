"""Hands in the sample articles of `seeds/`, one after the other, so that one can watch what happens."""

import hashlib
import threading
from pathlib import Path

from records.session import Database
from records.store import intake

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
PAUSE_S = 0.4


def files() -> list[Path]:
    """Return the sample articles in the order of their story."""
    return sorted(path for path in SEEDS.iterdir() if path.is_file())


def hand_in(watch_dir: Path, db: Database, stop: threading.Event) -> None:
    """Put the samples that this data folder has not seen into the watch folder, until `stop` is set."""
    for path in files():
        raw = path.read_bytes()
        with db.read() as session:
            known = intake.last(session, path.name, hashlib.sha256(raw).hexdigest()) is not None
        if known:
            continue
        unfinished = watch_dir / f".{path.name}.part"
        unfinished.write_bytes(raw)
        unfinished.rename(watch_dir / path.name)
        if stop.wait(PAUSE_S):
            return
