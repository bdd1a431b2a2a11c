"""Kills a process at every point of an article's way, again and again, and counts what is lost or doubled.

`python -m benchmarks.crash_points [RUNS]` runs each point RUNS times (20) on SQLite and on PostgreSQL. Each
time a process takes in an article and works it off, dies at the point (`os._exit`, nothing flushed or closed),
and others go on from what the database holds: the broker has lost every message, and delivers each later one
twice. The limit is zero in every column.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import structlog

from records.migrate import migrate
from records.session import Database
from records.settings import Settings
from tests.integration import servers
from tests.integration.crashes import CLEAN, POINTS, crash_and_recover, verdict
from worker.main import warm_up


@contextmanager
def databases(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the address of a new database of each kind."""
    with servers.postgresql() as server:
        yield {"SQLite": f"sqlite:///{folder}/crash.db", "PostgreSQL": server.create("crash")}


def main(runs: int) -> int:
    """Print one line a database, and return 0 when nothing was wrong."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    warm_up()  # once, here: the processes that die are forked from this one
    wrong = 0
    with tempfile.TemporaryDirectory() as name, databases(Path(name)) as urls:
        settings = Settings(data_dir=Path(name))
        for kind, url in urls.items():
            db = Database(url)
            migrate(db)
            began, deaths = time.monotonic(), 0
            for run in range(runs):
                for place, point in enumerate(POINTS):
                    deaths += crash_and_recover(url, point, settings, run * len(POINTS) + place)
            found = verdict(db, runs * len(POINTS))
            db.close()
            wrong += (found != CLEAN) + (deaths != runs * len(POINTS))
            counts = ", ".join(f"{what.replace('_', ' ')} {number}" for what, number in asdict(found).items())
            print(f"{kind}: {deaths} processes died at {len(POINTS)} points; {counts}; ", end="")
            print(f"{time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    os.environ.pop("CRASH_AT", None)
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("runs", nargs="?", type=int, default=20, help="of each point, on each database")
    sys.exit(main(parser.parse_args().runs))
