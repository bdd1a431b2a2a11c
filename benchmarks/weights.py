"""What is each sign of a deal worth? Remakes `enrich/knowledge/claims/weights.txt` from the gold set's seen half.

    python -m benchmarks.weights [--dry]

Logistic regression with a ridge over the pairs of every article of that half and of `look_alikes.txt` (stories that
sound like sponsorship and are none). A sign may only speak for what its meaning speaks for: one whose weight
comes out the other way round is left out, and the rest is fitted again.
"""

import argparse
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

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
# The ridge, and how much an article without a deal counts beside one with: a false alarm is the worse error.
RIDGE, QUIET = 8.0, 2.0
# Weights nearer to 0 than this change nothing.
LEAST = 0.02
AGAINST = frozenset(
    "airs,alike,own alike,recalled,late,unlike sponsor,unlike holder,person pays,organization holds,place,turned,"
    "same holder,no holder,weak holder,no sponsor,weak sponsor,two firms,trade,venue holds,person holds".split(",")
)
HEAD = (
    "# How much each sign of `claims/signs.py` speaks for a pair being a deal, and for its being the news:\n"
    "# log odds, fitted by `python -m benchmarks.weights`. what | sign | weight\n"
)
Row = tuple[Mapping[str, float], str, float]


def rows() -> Iterator[Row]:
    """Yield each pair of each article: its signs, what it is (news, recalled or none), how much it counts."""
    seen = list(labels.read(labels.GOLD / "seen"))
    for labelled in seen:
        yield from _of(enrich(labelled.article()), labelled.label.deals)
    for story in re.split(r"^### \w+\n", LOOK_ALIKES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, _, body = story.strip().partition("\n\n")
        plain = seen[0].article()
        yield from _of(enrich(plain.model_copy(update={"title": title, "text": body})), ())


def _of(article: Article, deals: Sequence[labels.DealLabel]) -> Iterator[Row]:
    text = Text.of(article)
    entities = join_short_names(article.entities, text.body)
    parts = passages(text, entities)
    weighed = weigh(text, parts, entities)
    shared = signs.of_article(parts, article.relevance or 0.0)
    for pair in weighed.all:
        kind = "none"
        for deal in deals:
            wanted = (deal.sponsor, *deal.sponsor_aliases)
            if _is(entities[pair.sponsor], wanted) and _is(entities[pair.holder], sponsored(deal)):
                kind = "news" if deal.main else "recalled"
                break
        yield signs.of_pair(pair, weighed, parts, entities, shared), kind, 1.0 if deals else QUIET


def _is(entity: Entity, wanted: Sequence[str | None]) -> bool:
    return any(same(name, wanted) for name in (entity.name, *entity.aliases))


def fit(found: Sequence[Mapping[str, float]], right: Sequence[float], counts: Sequence[float]) -> dict[str, float]:
    """Return the weight of each sign, in log odds; each speaks for what it should or has none."""
    names = sorted(found[0])
    while True:
        table = np.array([[one[name] for name in names] for one in found])
        weights = _logistic(table, np.array(right), np.array(counts))
        wrong = [
            (abs(weight), name)
            for name, weight in zip(names, weights, strict=True)
            if name != "bias" and (weight > 0) == (name in AGAINST) and abs(weight) > LEAST / 10
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
    parser.add_argument("--dry", action="store_true", help="print the weights and leave the file alone")
    dry = parser.parse_args().dry
    data = list(rows())
    found = [one for one, _, _ in data]
    # What is only recalled is a deal but not the news.
    aims = {
        "deal": fit(found, [float(kind != "none") for _, kind, _ in data], [count for _, _, count in data]),
        "news": fit(found, [float(kind == "news") for _, kind, _ in data], [count for _, _, count in data]),
    }
    lines = [f"{aim} | {name} | {weight:.3f}\n" for aim, fitted in aims.items() for name, weight in fitted.items()]
    if dry:
        print("".join(lines), end="")
    else:
        WEIGHTS.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
