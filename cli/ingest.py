"""Hands in files without the watch folder, with a progress bar; they stay where they are."""

import sys
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ingest.intake import Intake, take_all
from ingest.reading import shared
from ingest.watch import scan
from records.errors import Unavailable
from records.migrate import migrate
from records.queue import Doorbell
from records.session import Database
from records.settings import Settings

AT_FAULT = ("rejected", "ignored")  # fates that are told, with the reason


def ingest(settings: Settings, paths: list[Path]) -> int:
    """Store the articles in `paths`, folders included, and return the exit status.

    Each input that was refused gets a line on standard error; running it again changes nothing.
    """
    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    fates: Counter[str] = Counter()
    there = [path for path in paths if path.exists()]
    for path in paths:
        if path not in there:
            sys.stderr.write(f"{path}: There is no such file.\n")
    db = Database(settings.database, bell=Doorbell(settings.broker))
    try:
        migrate(db)
        with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
            task = progress.add_task("handing in", total=sum(_count(path) for path in there))
            for outcome in take_all(Intake(db, shared(), max_bytes=settings.max_file_bytes), there):
                progress.advance(task)
                for one in (outcome, *outcome.refused):
                    fates[one.fate] += 1
                    if one.fate in AT_FAULT:
                        console.print(f"{one.name}: {one.reason}", soft_wrap=True, markup=False)
    except Unavailable as error:
        sys.stderr.write(f"sponsorwire: {error}\n")
        return 1
    finally:
        db.close()
    told = ", ".join(f"{number} {fate}" for fate, number in sorted(fates.items()))
    sys.stdout.write((told or "There was nothing to hand in.") + "\n")
    return 1 if len(there) < len(paths) or any(fates[fate] for fate in AT_FAULT) else 0


def _count(path: Path) -> int:
    return len(scan(path)) if path.is_dir() else 1
