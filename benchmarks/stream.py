"""Feed now + stream since = feed later: nothing missed, nothing twice, with publishers that are killed at random.

`python -m benchmarks.stream [--events 10000] [--database sqlite|postgresql]` prints, for each database, how many
events were read by how many readers, how many were missed or came twice, and how many publishers were killed.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from benchmarks.publisher import DEALS
from records.events import latest
from records.migrate import migrate
from records.session import Database
from tests import library
from tests.integration import servers
from tests.integration.serving import Frames, served

PUBLISHERS = 3
READERS = 3


@dataclass
class Reader:
    """One reader: the feed it began with, brought up to date by the stream."""

    known: dict[str, int] = field(default_factory=dict)
    read: int = 0
    doubled: int = 0
    missed: int = 0
    cuts: int = 0
    place: str = ""

    def begin(self, base: str) -> None:
        """Read the feed, all pages of it, and the place in the log it was read at."""
        address: str | None = f"{base}/feeds/deals.json?limit=5"
        while address:
            answer = httpx.get(address, timeout=60).raise_for_status()
            self.place = self.place or answer.headers["last-event-id"]
            for item in answer.json()["items"]:
                self._take(item["_sponsorwire"]["id"], item["_sponsorwire"]["revision"])
            address = answer.json().get("next_url")

    def follow(self, base: str, until: int) -> None:
        """Follow the stream to the event of number `until`, breaking off and resuming at random."""
        while self._seq() < until:
            left = random.randint(20, 400)
            with httpx.stream("GET", f"{base}/stream", headers={"last-event-id": self.place}, timeout=60) as answer:
                frames = Frames(answer.iter_lines())
                while left and self._seq() < until:
                    frame = frames.next()
                    if "data" not in frame:
                        continue
                    left -= 1
                    self._event(frame)
            self.cuts += 1

    def _event(self, frame: dict[str, str]) -> None:
        seq = int(frame["id"].rpartition(".")[2])
        self.missed += max(0, seq - self._seq() - 1)
        self.doubled += seq <= self._seq()
        self.place = frame["id"]
        self.read += 1
        data = json.loads(frame["data"])
        if data["type"].startswith("deal."):
            self._take(data["subject_id"], data["revision"])

    def _take(self, deal_id: str, revision: int) -> None:
        self.known[deal_id] = max(revision, self.known.get(deal_id, 0))

    def _seq(self) -> int:
        return int(self.place.rpartition(".")[2])


@dataclass(frozen=True)
class Outcome:
    """What a run found; `wrong` is how many deals a reader knows in another revision than the feed has."""

    events: int
    killed: int
    read: int
    missed: int
    doubled: int
    wrong: int
    cuts: int
    seconds: float


def run(url: str, folder: Path, events: int) -> Outcome:
    """Publish until the log has `events`, killing publishers; let readers begin at random; compare."""
    began = time.monotonic()
    database = Database(url)
    article_id, record = library.add_article(database, 0)
    for number in range(DEALS):
        library.put_deal(database, library.merged(f"deal_{number}", article_id, record))
    readers = [Reader() for _ in range(READERS)]
    with served(database, folder) as base, _publishing(url) as killed:
        threads = []
        for number, reader in enumerate(readers):
            servers.wait_for(
                lambda bar=events * number // READERS: latest(database).seq >= bar, timeout_s=600, what="events"
            )
            reader.begin(base)
            threads.append(threading.Thread(target=reader.follow, args=(base, events)))
            threads[-1].start()
        servers.wait_for(lambda: latest(database).seq >= events, timeout_s=900, what="enough events")
        for thread in threads:
            thread.join(timeout=300)
        killed.stop()
        # One may have died between its commit and the numbering; what the sweep does each second is done here.
        database.number()
        last = latest(database).seq
        for reader in readers:
            reader.follow(base, last)
        later = Reader()
        later.begin(base)
    database.close()
    return Outcome(
        events=last,
        killed=killed.count,
        read=sum(reader.read for reader in readers),
        missed=sum(reader.missed for reader in readers),
        doubled=sum(reader.doubled for reader in readers),
        wrong=sum(reader.known.get(key) != later.known[key] for reader in readers for key in later.known),
        cuts=sum(reader.cuts for reader in readers),
        seconds=round(time.monotonic() - began, 1),
    )


class _Killer:
    """Keeps publishers running, and kills one of them at random, again and again."""

    def __init__(self, url: str) -> None:
        self.count = 0
        self._url = url
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._kill)
        self._running = [self._start() for _ in range(PUBLISHERS)]
        self._thread.start()

    def stop(self) -> None:
        """Kill them all."""
        self._stop.set()
        self._thread.join()
        for process in self._running:
            process.kill()
            process.wait()

    def _start(self) -> "subprocess.Popen[bytes]":
        seed = str(random.randrange(2**31))
        return subprocess.Popen([sys.executable, "-m", "benchmarks.publisher", self._url, seed])

    def _kill(self) -> None:
        database, bar = Database(self._url), 0
        while not self._stop.wait(0.05):
            # By events, not by time: on a slow machine they would be killed before they did anything.
            if latest(database).seq < bar:
                continue
            bar = latest(database).seq + random.randint(30, 150)
            place = random.randrange(PUBLISHERS)
            self._running[place].kill()
            self._running[place].wait()
            self._running[place] = self._start()
            self.count += 1
        database.close()


@contextmanager
def _publishing(url: str) -> Iterator[_Killer]:
    killer = _Killer(url)
    try:
        yield killer
    finally:
        killer.stop()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--database", choices=["sqlite", "postgresql"])
    given = parser.parse_args()
    for name in [given.database] if given.database else ["sqlite", "postgresql"]:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            if name == "sqlite":
                url = f"sqlite:///{folder}/stream.db"
            else:
                url = stack.enter_context(servers.postgresql()).create("stream")
            database = Database(url)
            migrate(database)
            database.close()
            print(name, run(url, folder, given.events), flush=True)


if __name__ == "__main__":
    main()
