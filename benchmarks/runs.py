"""What every quality benchmark does around its own counting: read, enrich, print, compare with the last saved run.

A case is one thing a label asks for ("the second deal of this article, its end"), right or wrong. Its id tells
nothing of the article's words, so that saved results of the unseen half can be read by anyone; its words are
printed for the seen half; of the unseen half no case is ever printed.
"""

import argparse
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import labels
from benchmarks.answers import answer
from enrich.knowledge import base
from enrich.pipeline import enrich
from records.record import Article

RESULTS = Path(__file__).parent / "results"
SWITCH = "SPONSORWIRE_WITHOUT_NAMES"  # read by `enrich.knowledge.base`


class Pair(NamedTuple):
    """A labelled article and what the enrichment made of it."""

    labelled: labels.Labelled
    found: Article


@dataclass
class Counts:
    """What was found rightly, what was found and is not there, what is there and was not found."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Return the part of what was found that is right."""
        return self.hits / (self.hits + self.extra) if self.hits + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Return the part of what is there that was found."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.hits / (2 * self.hits + self.extra + self.missed) if self.hits + self.missed else 1.0

    def __str__(self) -> str:
        counts = f"({self.hits} found, {self.extra} extra, {self.missed} missed)"
        return f"F1 {self.f1:.3f}  P {self.precision:.3f}  R {self.recall:.3f}  {counts}"


@dataclass
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def count(self, right: bool) -> bool:
        """Count one more, and return whether it is right."""
        self.right += right
        self.of += 1
        return right

    @property
    def part(self) -> float:
        """Return the part that is right; 1 of nothing."""
        return self.right / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.part:.3f}  ({self.right} of {self.of})" if self.of else "none"


@dataclass
class Result:
    """One folder's figures by name, and its cases."""

    scores: dict[str, Counts | Share] = field(default_factory=dict)
    cases: dict[str, bool] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)

    def counts(self, name: str) -> Counts:
        """Return the counts of that name, new ones the first time."""
        counts = self.scores.setdefault(name, Counts())
        assert isinstance(counts, Counts)
        return counts

    def share(self, name: str) -> Share:
        """Return the share of that name, a new one the first time."""
        share = self.scores.setdefault(name, Share())
        assert isinstance(share, Share)
        return share

    def case(self, stem: str, name: str, right: bool, told: str) -> None:
        """Keep one case; one that comes twice is right if it was right both times."""
        key = f"{stem}/{name}"
        self.cases[key] = self.cases.get(key, True) and right
        if not right:
            self.told[key] = f"{self.told[key]}; {told}" if key in self.told else told

    def figures(self) -> dict[str, float]:
        """Return each score as one number: an F1 or a part."""
        return {
            name: round(score.f1 if isinstance(score, Counts) else score.part, 4)
            for name, score in self.scores.items()
        }

    def saved(self) -> dict[str, Any]:
        """Return figures and cases to keep: by article, those that are right and those that are not."""
        kept: dict[str, dict[bool, list[str]]] = {}
        for case, right in self.cases.items():
            stem, _, name = case.partition("/")
            kept.setdefault(stem, {True: [], False: []})[right].append(name)
        articles = {stem: {"right": cases[True], "wrong": cases[False]} for stem, cases in kept.items()}
        return {"scores": self.figures(), "articles": articles}


def arguments(description: str) -> argparse.ArgumentParser:
    """Return the parser with what all benchmarks take."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folders", nargs="*", type=Path, help="STEM.txt with STEM.json; default: the gold set")
    parser.add_argument("--cases", action="store_true", help="print every wrong case, but none of the unseen half")
    parser.add_argument("--save", action="store_true", help="make this the run that later ones are compared with")
    parser.add_argument("--answers", action="store_true", help="score the labels themselves, not the enrichment")
    parser.add_argument("--without-knowledge", action="store_true", help="with the knowledge base switched off")
    return parser


@contextmanager
def knowledge(switched_on: bool) -> Iterator[None]:
    """Run the body with the names of the knowledge base, or without them."""
    if switched_on:
        yield
        return
    was = os.environ.get(SWITCH)
    os.environ[SWITCH] = "1"
    base.cache_clear()
    try:
        yield
    finally:
        base.cache_clear()
        if was is None:
            del os.environ[SWITCH]
        else:
            os.environ[SWITCH] = was


def pairs(folder: Path, answers: bool = False) -> list[Pair]:
    """Return every labelled article of `folder` with its enrichment, or with its label told as one."""
    return [
        Pair(labelled, answer(labelled) if answers else enrich(labelled.article()))
        for labelled in labels.read(folder)
    ]


def measure(name: str, options: argparse.Namespace, score: Callable[[list[Pair]], Result]) -> None:
    """Score each folder, print it beside the last saved run, and save it if asked to."""
    folders = options.folders or [labels.GOLD / half for half in labels.HALVES]
    saved_at = RESULTS / f"{name}{'-without-knowledge' if options.without_knowledge else ''}.json"
    saved = json.loads(saved_at.read_text()) if saved_at.exists() else {}
    with knowledge(not options.without_knowledge):
        for folder in folders:
            result = score(pairs(folder, options.answers))
            show(folder, result, saved.get(folder.name, {}), options.cases)
            saved[folder.name] = result.saved()
    if options.save and not options.answers:
        RESULTS.mkdir(exist_ok=True)
        saved_at.write_text(json.dumps(saved, sort_keys=True, indent=1) + "\n")


def show(folder: Path, result: Result, before: dict[str, Any], every: bool) -> None:
    """Print the scores, what they were, and the cases won and lost since."""
    print(f"\n{folder.name}")
    figures = result.figures()
    for name, score in result.scores.items():
        was = before.get("scores", {}).get(name)
        moved = "" if was is None or abs(was - figures[name]) < 0.0005 else f"   (was {was:g})"
        print(f"  {name:<35} {score}{moved}")
    secret = folder.resolve() == (labels.GOLD / "unseen").resolve()
    for title, now, then in (("gained", True, "wrong"), ("lost", False, "right")):
        cases = {f"{stem}/{name}" for stem, kept in before.get("articles", {}).items() for name in kept[then]} & {
            case for case, right in result.cases.items() if right is now
        }
        if cases:
            print(f"  {title} since the saved run: {len(cases)}")
            for case in [] if secret else sorted(cases):
                print(f"    {case}  {result.told.get(case, '')}".rstrip())
    if every and not secret:
        for case, told in result.told.items():
            print(f"    wrong: {case}  {told}")
