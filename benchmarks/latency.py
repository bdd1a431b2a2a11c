"""How long from the drop of a file to its appearance on the stream, at idle: median and worst.

    python benchmarks/latency.py --url http://127.0.0.1:8000 --watch watch [--count 50]

Run it beside `sponsorwire up` (or compose). Each round drops one new article by rename and waits for its
events; the settle time, during which a file must lie unchanged, is part of what is measured.
"""

import argparse
import queue
import secrets
import statistics
import threading
import time
from pathlib import Path

import httpx

WAITED_FOR = ("article.ingested", "article.enriched")
DEADLINE_S = 60.0


def listen(url: str, seen: "queue.Queue[tuple[float, str, str]]", ready: threading.Event) -> None:
    """Put (time, event type, data) of each event on the stream into `seen`, for ever."""
    with httpx.stream("GET", f"{url}/stream", timeout=None, trust_env=False) as answer:
        answer.raise_for_status()
        ready.set()
        kind = ""
        for line in answer.iter_lines():
            if line.startswith("event:"):
                kind = line.removeprefix("event:").strip()
            elif line.startswith("data:"):
                seen.put((time.monotonic(), kind, line.removeprefix("data:")))


def article(mark: str) -> str:
    """Return an article that nobody has handed in before."""
    return (
        f"Quarry Foods backs the Tarn Valley Run for the {mark}th time\n\n"
        f"Quarry Foods has signed a two-year deal to be title sponsor of the Tarn Valley Run, code {mark}.\n\n"
        '"We love the fells," said Ines Okafor, the race director.\n'
    )


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--url", default="http://127.0.0.1:8000")
    options.add_argument("--watch", type=Path, default=Path("watch"))
    options.add_argument("--count", type=int, default=50)
    given = options.parse_args()
    seen: queue.Queue[tuple[float, str, str]] = queue.Queue()
    ready = threading.Event()
    threading.Thread(target=listen, args=(given.url, seen, ready), daemon=True).start()
    if not ready.wait(10):
        raise SystemExit(f"no stream at {given.url}/stream")
    took: dict[str, list[float]] = {kind: [] for kind in WAITED_FOR}
    for _ in range(given.count):
        mark = secrets.token_hex(8)
        unfinished = given.watch / f".{mark}.part"
        unfinished.write_text(article(mark), encoding="utf-8")
        dropped = time.monotonic()
        unfinished.rename(given.watch / f"{mark}.txt")
        missing = set(WAITED_FOR)
        while missing:
            at, kind, data = seen.get(timeout=DEADLINE_S)
            if kind in missing and mark in data:
                took[kind].append(at - dropped)
                missing.discard(kind)
    for kind, seconds in took.items():
        print(
            f"{kind:<18} n {len(seconds)}  median {statistics.median(seconds):.2f} s  worst {max(seconds):.2f} s"
            f"  best {min(seconds):.2f} s"
        )


if __name__ == "__main__":
    main()
