"""What a feed costs beside FastAPI's own empty endpoint, both served by uvicorn in one run.

`python -m benchmarks.serving [--seconds 20]` prints, for each kind of request, its median in milliseconds and how
many times the empty endpoint's that is: a feed a reader has already (304), a page of 50 deals from the shelf, and
pages that no shelf has. Those are asked for with another filter each time, so that each is read from the database
and put together anew; their deals were shown on other pages before, as in service, so their entries are kept.
`first` is the first page after a start, which the start has made.

The kinds are asked for in turn, as a service is asked, so that none finds the processor warm from its own last
time. Every deal has words of its own, so that nothing is packed together more than articles would be.
"""

import argparse
import http.client
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from fastapi import FastAPI

from records.migrate import migrate
from records.session import Database
from tests import library
from tests.integration.servers import wait_for

DEALS = 60
STARTS = 5
GZIP = {"accept-encoding": "gzip"}
EMPTY = FastAPI()


@EMPTY.get("/")
async def empty() -> dict[str, str]:
    """Return nothing."""
    return {}


def serve(folder: str) -> None:
    """Serve the API over the database in `folder` beside the empty endpoint, in one process."""
    import uvicorn
    from starlette.applications import Starlette
    from starlette.routing import Mount

    from api.main import create_app
    from records.settings import Settings

    database = Database(f"sqlite:///{folder}/serving.db")
    ours = create_app(Settings(data_dir=Path(folder) / "var", watch_dir=Path(folder) / "watch"), database)
    both = Starlette(routes=[Mount("/empty", EMPTY), Mount("/", ours)], lifespan=ours.router.lifespan_context)
    uvicorn.run(both, port=0, log_level="critical", access_log=False, uds=f"{folder}/socket")


class Connection(http.client.HTTPConnection):
    """A kept connection over a unix socket: the network is not what is measured."""

    def __init__(self, path: str) -> None:
        super().__init__("127.0.0.1", timeout=60)
        self._path = path

    def connect(self) -> None:
        """Open the socket."""
        import socket

        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.connect(self._path)


Asks = dict[str, tuple[str, dict[str, str]]]


def measure(connection: Connection, asks: Asks, seconds: float) -> dict[str, list[float]]:
    """Return the milliseconds of each request, asked in turn so that all share the machine's moods."""
    times: dict[str, list[float]] = {name: [] for name in asks}
    end = time.monotonic() + seconds
    number = 0
    while time.monotonic() < end:
        for name, (path, headers) in asks.items():
            number += 1
            began = time.perf_counter()
            get(connection, path.replace("{number}", f"{number:06}"), headers)
            times[name].append((time.perf_counter() - began) * 1000)
    return times


def get(connection: Connection, path: str, headers: Mapping[str, str] | None = None) -> bytes:
    """Return the body of the answer."""
    connection.request("GET", path, headers=dict(headers or {}))
    answer = connection.getresponse()
    body = answer.read()
    if answer.status not in (200, 304):
        raise SystemExit(f"{path}: {answer.status}")
    return body


def fill(database: Database) -> None:
    """Store the deals, each with quotations in words of its own."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abdefghiklmnoprstuvw", k=chance.randint(3, 9))) for _ in range(4000)]
    for number in range(DEALS):
        article_id, record = library.add_article(database, number)
        deal = library.merged(f"deal_{number}", article_id, record)
        said = [" ".join(chance.choices(words, k=30)) for _ in range(3)]
        quotes = tuple(deal.quotes[0].model_copy(update={"text": text}) for text in said)
        library.put_deal(database, deal.model_copy(update={"quotes": quotes}))


@contextmanager
def serving(folder: str) -> Iterator[Connection]:
    """Yield a connection to a server of its own."""
    server = subprocess.Popen([sys.executable, "-m", "benchmarks.serving", "--serve", folder])
    try:
        yield wait_for(lambda: _connected(f"{folder}/socket"), timeout_s=60, what="the server")
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--serve")
    given = parser.parse_args()
    if given.serve:
        serve(given.serve)
        return
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/serving.db")
        migrate(database)
        fill(database)
        database.close()
        first: list[float] = []
        for _ in range(STARTS):
            with serving(folder) as connection:
                # What Python imports and compiles at its first use is not what is measured.
                get(connection, "/feeds/deals.json?limit=1", GZIP)
                began = time.perf_counter()
                get(connection, "/feeds/deals.json?limit=50", GZIP)
                first.append((time.perf_counter() - began) * 1000)
        with serving(folder) as connection:
            found = measure(connection, asks(connection), given.seconds)
    found[f"first, of {STARTS} starts"] = first
    empty = statistics.median(found["empty endpoint"])
    for name, times in found.items():
        median = statistics.median(times)
        print(f"{name:34} {median:8.3f} ms  {median / empty:6.2f} x")


def asks(connection: Connection) -> Asks:
    """Return each kind of request: its address, where {number} is another one each time, and its headers."""
    connection.request("GET", "/feeds/deals.json", headers=GZIP)
    answer = connection.getresponse()
    answer.read()
    other = "until=2090-01-01T00:00:00.{number}Z"
    found: Asks = {
        "empty endpoint": ("/empty/", {}),
        "feed, 304": ("/feeds/deals.json", GZIP | {"if-none-match": answer.headers["etag"]}),
        "feed of 50 deals, from the shelf": ("/feeds/deals.json", GZIP),
    }
    for suffix in ("json", "atom", "rss", "csv"):
        found[f"{suffix} of 50 deals"] = (f"/feeds/deals.{suffix}?{other}", {})
        found[f"{suffix} of 50 deals, packed"] = (f"/feeds/deals.{suffix}?{other}", GZIP)
    found["json of 50 deals of a role"] = (f"/feeds/deals.json?role=shirt_front&{other}", {})
    found["list of 50 deals"] = ("/deals?limit=50", {})
    found["list of 50 deals, packed"] = ("/deals?limit=50", GZIP)
    found["list of 50 articles"] = ("/articles?limit=50", {})
    return found


def _connected(path: str) -> Connection | None:
    connection = Connection(path)
    try:
        connection.request("GET", "/empty/")
        connection.getresponse().read()
    except OSError:
        return None
    return connection


if __name__ == "__main__":
    main()
