"""What is each sign of a body's name worth? Remakes `enrich/knowledge/bodies.txt` from labelled articles.

    python -m benchmarks.bodies [DIR...] [--dry]

Logistic regression with a ridge over the names that look like bodies' and that the knowledge base does not hold,
in the gold set's seen half and in the articles of every DIR: STEM.txt beside STEM.json, of which `organizations`,
`aliases` and what counts neither way (`optional_names`, `places`, `events`) are read; where no organizations are
labelled, the parties of its deals are names of bodies, and no other name is judged. A sign may only speak for
what its meaning speaks for. The weights that are kept were fitted on the seen half and on real stories and
releases that are not ours to ship: 53 with every name labelled, 235 whose found names were judged, and some 800 of
whose names only the deals' parties are known.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks import labels
from benchmarks.names import plain
from benchmarks.weights import fit
from enrich import aliases, bodies, names
from enrich.text import Text
from ingest import reading
from records.errors import Rejected
from records.record import Article, EntityKind

WEIGHTS = Path(__file__).parent.parent / "enrich" / "knowledge" / "bodies.txt"
FOR = frozenset(
    "speaks,post,apposed,trade,deals,owns,beside,at,sponsoring,seen as body,acts twice,times,forms,enrolled,"
    "in title,told,in a row,votes,suffix,headed,body's first,opens,usual one".split(",")
)
# Signs that may speak either way.
FREE = frozenset("bias,listed,camel,long,given name,rival,seen as person,usual first,event's head".split(","))
HEAD = (
    "# How much each sign of `bodies.py` speaks for a name being a body's: log odds, fitted by\n"
    "# `python -m benchmarks.bodies`. sign | weight\n"
)
# How much a name counts of an article of which no wrong name is known.
PART = 0.25
Row = tuple[Mapping[str, float], float, float]


def rows(folders: list[Path]) -> Iterator[Row]:
    """Yield each name that looks like a body's: its signs, 1 if it is labelled as one, else 0, its part."""
    for labelled in labels.read(labels.GOLD / "seen"):
        yield from _of(labelled.article(), labelled.label.model_dump())
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            for article in reading.read_file(path):
                if not isinstance(article, Rejected):
                    yield from _of(article, label)


def _of(article: Article, label: Mapping[str, Any]) -> Iterator[Row]:
    text = Text.of(article)
    also, whole = label.get("aliases", {}), label.get("organizations") is not None
    wanted = {plain(form) for name in label.get("organizations") or () for form in (name, *also.get(name, ()))}
    neither = {plain(name) for key in ("optional_names", "places", "events") for name in label.get(key) or ()}
    parties = {
        plain(name)
        for deal in label.get("deals", ())
        for side in ("sponsor", "rights_holder", "property")
        for name in (deal.get(side), *deal.get(f"{side}_aliases", ()))
        if name
    }
    for group in aliases.find(text.body, names.find(text)):
        name = plain(" ".join(group.words))
        alike = group.kind is EntityKind.ORGANIZATION and group.score.get(EntityKind.ORGANIZATION, 0) > 0
        if not alike or group.entry is not None:
            continue
        if not whole and name in parties:
            yield bodies.signs(text.body, text.title, group), 1.0, PART
        elif whole and (name in wanted or name not in neither | parties):
            yield bodies.signs(text.body, text.title, group), float(name in wanted), 1.0


def main() -> None:
    """Fit the weights and write them, or only print them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR", help="more labelled articles")
    parser.add_argument("--dry", action="store_true", help="print the weights and leave the file alone")
    options = parser.parse_args()
    reading.shared().start()
    data = list(rows(options.folders))
    found = [one for one, _, _ in data]
    against = frozenset(found[0]) - FOR - FREE
    right, counts = [right for _, right, _ in data], [count for _, _, count in data]
    fitted = fit(found, right, counts, against=against, free=FREE)
    lines = "".join(f"{sign} | {weight:.3f}\n" for sign, weight in fitted.items())
    if options.dry:
        print(lines, end="")
    else:
        WEIGHTS.write_text(HEAD + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
