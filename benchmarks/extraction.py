"""Is the article's own text found on a page, and how fast: ours beside trafilatura alone, in one run.

    benchmarks/extraction.py --corpus DIR

DIR is a checkout of github.com/scrapinghub/article-extraction-benchmark: 181 news pages as `html/*.html.gz`
with their texts in `ground-truth.json`. The metric is the corpus's own: shared runs of four words, each
page weighs the same, precision and recall are means over pages.

Ours is the whole of reading a page (decoding, limits, metadata, captions, main text, what is no part of the
body), as the child process does it; trafilatura's is `extract` without comments, its default settings.
Pages take turns, so that both meet the same state of the machine. Exit status 1 when ours is worse, or has
less than 0.8 of the speed.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

import trafilatura

from ingest import body, characters
from ingest.formats import html
from records.errors import Rejected

RUN = 4  # words
MIN_SPEED = 0.8  # of trafilatura's
WORD = re.compile(r"\w+")


@dataclass
class Reading:
    """One reader's texts, what they share with the true ones, and the processor time they took."""

    name: str
    read: Callable[[bytes], str]
    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    seconds: float = 0.0

    def page(self, raw: bytes, truth: str) -> None:
        """Read one page and note how well."""
        begun = time.process_time()
        text = self.read(raw)
        self.seconds += time.process_time() - begun
        found, wanted = runs(text), runs(truth)
        shared = sum((found & wanted).values())
        if found:
            self.precision.append(shared / found.total())
        if wanted:
            self.recall.append(shared / wanted.total())

    def score(self) -> float:
        """Return F1 of the mean precision and the mean recall."""
        precision, recall = mean(self.precision), mean(self.recall)
        return 2 * precision * recall / (precision + recall)


def runs(text: str) -> "Counter[tuple[str, ...]]":
    """Return how often each run of four words is in `text`; a shorter text is one run."""
    words = WORD.findall(text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def ours(raw: bytes) -> str:
    """Return the body as the intake stores it."""
    try:
        (draft,) = html.read(raw)
    except Rejected:
        return ""
    return "\n\n".join(body.parts(characters.paragraphs(draft.text), draft.captions)[0])


def alone(raw: bytes) -> str:
    """Return what trafilatura finds by itself."""
    return trafilatura.extract(raw.decode("utf-8"), include_comments=False) or ""


def main() -> int:
    """Measure, print, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    given = parser.parse_args()
    truths = json.loads((given.corpus / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {name: gzip.decompress((given.corpus / "html" / f"{name}.html.gz").read_bytes()) for name in truths}
    readings = (Reading("sponsorwire", ours), Reading("trafilatura alone", alone))
    for reading in readings:  # imports and caches are nobody's page
        reading.read(next(iter(pages.values())))
    for name, raw in pages.items():
        for reading in readings:
            reading.page(raw, truths[name].get("articleBody", ""))
    print(f"{'':18} {'F1':>6} {'P':>6} {'R':>6} {'pages/s':>8}   ({len(pages)} pages)")
    for reading in readings:
        print(
            f"{reading.name:18} {reading.score():6.4f} {mean(reading.precision):6.4f} {mean(reading.recall):6.4f} "
            f"{len(pages) / reading.seconds:8.1f}"
        )
    speed = readings[1].seconds / readings[0].seconds
    print(f"ours to trafilatura alone: F1 {readings[0].score() - readings[1].score():+.4f}, speed {speed:.2f}")
    return 0 if readings[0].score() >= readings[1].score() and speed >= MIN_SPEED else 1


if __name__ == "__main__":
    sys.exit(main())
