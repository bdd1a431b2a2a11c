"""How soon many readers of the stream get an event, with one of them stalled.

`python -m benchmarks.readers [--readers 2000] [--events 20]` opens that many streams to one process, one of them
never read, publishes events one by one, and prints the median, p99 and worst time from commit to arrival.
"""

import argparse
import asyncio
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from records.migrate import migrate
from records.session import Database
from tests import library
from tests.integration.servers import wait_for

ASK = b"GET /stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def serve(folder: str) -> None:
    """Serve the API over the database in `folder`."""
    import uvicorn

    from api.main import create_app
    from records.settings import Settings

    settings = Settings(data_dir=Path(folder) / "var", watch_dir=Path(folder) / "watch")
    app = create_app(settings, Database(f"sqlite:///{folder}/readers.db"))
    uvicorn.run(app, uds=f"{folder}/socket", log_level="critical", access_log=False)


async def read(path: str, arrivals: dict[int, list[float]], ready: asyncio.Semaphore) -> None:
    """Read one stream, noting when each event came."""
    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(ASK)
    try:
        while line := await reader.readline():
            if line.startswith(b"retry:"):
                ready.release()
            elif line.startswith(b"id: ") and b"." in line:
                number = int(line.rpartition(b".")[2])
                if number in arrivals:
                    arrivals[number].append(time.monotonic())
    finally:
        writer.close()


async def measure(path: str, database: Database, readers: int, events: int) -> list[float]:
    """Return the seconds from commit to arrival, of every event at every reader."""
    article_id, record = library.add_article(database, 0)
    first = 3
    arrivals: dict[int, list[float]] = {first + number: [] for number in range(events)}
    ready = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(read(path, arrivals, ready)) for _ in range(readers)]
    for _ in range(readers):
        await ready.acquire()
    found: list[float] = []
    for number in range(events):
        deal = library.merged(f"deal_{number}", article_id, record)
        await asyncio.to_thread(library.put_deal, database, deal)
        committed = time.monotonic()
        deadline = committed + 20
        while len(arrivals[first + number]) < readers and time.monotonic() < deadline:
            await asyncio.sleep(0.01)
        missing = readers - len(arrivals[first + number])
        found += [moment - committed for moment in arrivals[first + number]] + [20.0] * missing
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--readers", type=int, default=2000)
    parser.add_argument("--events", type=int, default=20)
    parser.add_argument("--serve")
    given = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    if given.serve:
        serve(given.serve)
        return
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/readers.db")
        migrate(database)
        server = subprocess.Popen([sys.executable, "-m", "benchmarks.readers", "--serve", folder])
        path = f"{folder}/socket"
        try:
            wait_for(lambda: Path(path).exists(), timeout_s=60, what="the server")
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as stalled:
                wait_for(lambda: stalled.connect_ex(path) == 0, timeout_s=30, what="the server listens")
                stalled.sendall(ASK)  # and never read
                found = asyncio.run(measure(path, database, given.readers, given.events))
        finally:
            server.terminate()
            server.wait()
            database.close()
    found.sort()
    p99 = found[int(len(found) * 0.99)]
    print(
        f"{given.readers} readers and a stalled one, {given.events} events: "
        f"median {statistics.median(found):.3f} s, p99 {p99:.3f} s, worst {found[-1]:.3f} s"
    )


if __name__ == "__main__":
    main()
