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
    db = Database(settings.database, bell=Doorbell(settings.broker))
    try:
        migrate(db)
        with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
            task = progress.add_task("handing in", total=sum(_count(path) for path in paths))
            for outcome in take_all(Intake(db, shared(), max_bytes=settings.max_file_bytes), paths):
                fates[outcome.fate] += 1
                progress.advance(task)
                if outcome.fate in AT_FAULT:
                    console.print(f"{outcome.name}: {outcome.reason}", soft_wrap=True, markup=False)
    except Unavailable as error:
        sys.stderr.write(f"sponsorwire: {error}\n")
        return 1
    finally:
        db.close()
    sys.stdout.write(", ".join(f"{number} {fate}" for fate, number in sorted(fates.items())) + "\n")
    return 1 if any(fates[fate] for fate in AT_FAULT) else 0


def _count(path: Path) -> int:
    return len(scan(path)) if path.is_dir() else 1
