"""What is each sign of a deal worth? Remakes `enrich/knowledge/claims/weights.txt` from labelled articles.

    python -m benchmarks.weights [DIR...] [--dry]

Logistic regression with a ridge over the pairs of every article of the gold set's seen half, of `look_alikes.txt`
(stories that sound like sponsorship and are none) and of each DIR: STEM.txt, the headline its first line, beside
STEM.json with `kind` and `deals`, each deal with `sponsor`, `property`, their `_aliases` and `main`. The weights in
force were fitted with some 700 real articles in such folders, press releases and newspaper stories whose texts are
not ours to publish. A sign may only speak for what its meaning speaks for: one whose weight comes out the other
way round is left out, and the rest is fitted again.
"""

import argparse
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel

from benchmarks import labels
from benchmarks.deals import sponsored
from benchmarks.names import same
from enrich.claims import signs
from enrich.claims.aliases import join_short_names
from enrich.claims.evidence import weigh
from enrich.claims.passages import passages
from enrich.pipeline import enrich
from enrich.text import Text
from records.record import Article, Entity

WEIGHTS = Path(__file__).parent.parent / "enrich" / "knowledge" / "claims" / "weights.txt"
LOOK_ALIKES = Path(__file__).parent / "look_alikes.txt"
RIDGE = 8.0
# Weights nearer to 0 than this change nothing.
LEAST = 0.02
AGAINST = frozenset(
    "airs,alike,own alike,recalled,late,unlike sponsor,unlike holder,person pays,organization holds,place,turned,"
    "same holder,no holder,weak holder,no sponsor,weak sponsor,two firms,trade,venue holds,person holds,"
    "joint".split(",")
)
HEAD = (
    "# How much each sign of `claims/signs.py` speaks for a pair being a deal, and for its being the news:\n"
    "# log odds, fitted by `python -m benchmarks.weights`. what | sign | weight\n"
)
Row = tuple[Mapping[str, float], str]
_Parties = tuple[Sequence[str | None], Sequence[str | None], bool]  # sponsor, holder, whether it is the news


class _Deal(BaseModel):
    """A deal of an article in a folder given: the parties' names alone."""

    sponsor: str
    sponsor_aliases: tuple[str, ...] = ()
    property: str
    property_aliases: tuple[str, ...] = ()
    main: bool

    def parties(self) -> _Parties:
        return (self.sponsor, *self.sponsor_aliases), (self.property, *self.property_aliases), self.main


class _Label(BaseModel):
    deals: tuple[_Deal, ...]


def rows(folders: Sequence[Path]) -> Iterator[Row]:
    """Yield each pair of each article: its signs and what it is: news, recalled or none."""
    seen = list(labels.read(labels.GOLD / "seen"))
    for labelled in seen:
        deals = [((d.sponsor, *d.sponsor_aliases), tuple(sponsored(d)), d.main) for d in labelled.label.deals]
        yield from _of(enrich(labelled.article()), deals)
    for story in re.split(r"^### \w+\n", LOOK_ALIKES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, _, body = story.strip().partition("\n\n")
        plain = seen[0].article()
        yield from _of(enrich(plain.model_copy(update={"title": title, "text": body})), ())
    for path in sorted(path for folder in folders for path in folder.glob("*.json")):
        label = _Label.model_validate_json(path.read_text(encoding="utf-8"))
        title, _, body = path.with_suffix(".txt").read_text(encoding="utf-8").partition("\n")
        yield from _of(
            enrich(plain.model_copy(update={"title": title, "text": body.strip()})),
            [d.parties() for d in label.deals],
        )


def _of(article: Article, deals: Sequence[_Parties]) -> Iterator[Row]:
    text = Text.of(article)
    entities = join_short_names(article.entities, text.body)
    parts = passages(text, entities)
    weighed = weigh(text, parts, entities)
    shared = signs.of_article(parts, article.relevance or 0.0)
    for pair in weighed.all:
        kind = "none"
        for sponsor, holder, main in deals:
            if _is(entities[pair.sponsor], sponsor) and _is(entities[pair.holder], holder):
                kind = "news" if main else "recalled"
                break
        yield signs.of_pair(pair, weighed, parts, entities, shared), kind


def _is(entity: Entity, wanted: Sequence[str | None]) -> bool:
    return any(same(name, wanted) for name in (entity.name, *entity.aliases))


def fit(
    found: Sequence[Mapping[str, float]],
    right: Sequence[float],
    counts: Sequence[float] | None = None,
    *,
    against: frozenset[str] = AGAINST,
    free: frozenset[str] = frozenset({"bias"}),
) -> dict[str, float]:
    """Return the weight of each sign, in log odds; each but the `free` speaks for what it should or has none.

    A row counts by its share in `counts`, or once.
    """
    names = sorted(found[0])
    while True:
        table = np.array([[one[name] for name in names] for one in found])
        weights = _logistic(table, np.array(right), np.array(counts or [1.0] * len(right)))
        wrong = [
            (abs(weight), name)
            for name, weight in zip(names, weights, strict=True)
            if name not in free and (weight > 0) == (name in against) and abs(weight) > LEAST / 10
        ]
        if not wrong:
            return {n: float(w) for n, w in zip(names, weights, strict=True) if abs(w) >= LEAST}
        names.remove(max(wrong)[1])


def _logistic(table: Any, right: Any, counts: Any) -> Any:
    """Return the weights that make the labels likeliest, by Newton's method."""
    weights = np.zeros(table.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (chance - right)) + RIDGE * weights
        curve = (table * (counts * chance * (1 - chance))[:, None]).T @ table + RIDGE * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if math.isclose(float(np.abs(step).max()), 0.0, abs_tol=1e-6):
            break
    return weights


def main() -> None:
    """Fit both sets of weights and write them, or only print them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR", help="more labelled articles")
    parser.add_argument("--dry", action="store_true", help="print the weights and leave the file alone")
    given = parser.parse_args()
    data = list(rows(given.folders))
    found = [one for one, _ in data]
    # What is only recalled is a deal but not the news.
    aims = {
        "deal": fit(found, [float(kind != "none") for _, kind in data]),
        "news": fit(found, [float(kind == "news") for _, kind in data]),
    }
    lines = [f"{aim} | {name} | {weight:.3f}\n" for aim, fitted in aims.items() for name, weight in fitted.items()]
    if given.dry:
        print("".join(lines), end="")
    else:
        WEIGHTS.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
