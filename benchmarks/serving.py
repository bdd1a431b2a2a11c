"""What a feed costs beside FastAPI's own empty endpoint, both served by uvicorn in one run.

`python -m benchmarks.serving [--seconds 4]` prints requests a second and, for each kind of request, how many
times the empty endpoint's time one takes: a feed a reader has already (304), a page of 50 deals from the shelf,
and the same page rendered anew.
"""

import argparse
import http.client
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from fastapi import FastAPI

from records.migrate import migrate
from records.session import Database
from tests import library
from tests.integration.servers import wait_for

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


def measure(
    connection: Connection, asks: dict[str, tuple[str, dict[str, str]]], seconds: float
) -> dict[str, float]:
    """Return the median milliseconds of each request, asked in turn so that all share the machine's moods."""
    times: dict[str, list[float]] = {name: [] for name in asks}
    end = time.monotonic() + seconds
    number = 0
    while time.monotonic() < end:
        for name, (path, headers) in asks.items():
            number += 1
            began = time.perf_counter()
            connection.request("GET", path.replace("{number}", str(number)), headers=headers)
            connection.getresponse().read()
            times[name].append((time.perf_counter() - began) * 1000)
    return {name: statistics.median(found) for name, found in times.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--serve")
    given = parser.parse_args()
    if given.serve:
        serve(given.serve)
        return
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/serving.db")
        migrate(database)
        library.fill(database, 60)
        database.close()
        server = subprocess.Popen([sys.executable, "-m", "benchmarks.serving", "--serve", folder])
        try:
            connection = wait_for(lambda: _connected(f"{folder}/socket"), timeout_s=60, what="the server")
            connection.request("GET", "/feeds/deals.json", headers={"accept-encoding": "gzip"})
            answer = connection.getresponse()
            answer.read()
            gzip, tag = {"accept-encoding": "gzip"}, answer.headers["etag"]
            found = measure(
                connection,
                {
                    "empty endpoint": ("/empty/", {}),
                    "feed, 304": ("/feeds/deals.json", gzip | {"if-none-match": tag}),
                    "feed of 50 deals, from the shelf": ("/feeds/deals.json", gzip),
                    "feed of 50 deals, rendered": ("/feeds/deals.json?until=2090-01-01T00:00:00.{number}Z", {}),
                    "list of 50 deals": ("/deals?limit=50", {}),
                },
                given.seconds,
            )
        finally:
            server.terminate()
            server.wait()
    for name, median in found.items():
        print(f"{name:34} {median:8.3f} ms  {median / found['empty endpoint']:6.2f} x")


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
