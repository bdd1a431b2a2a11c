"""Are people and organizations found, under their full names and once each?

    benchmarks/entities.py [DIR...] [--cases] [--save] [--without-knowledge]

A name is right when it equals the labelled name or one of its aliases. A person found under the bare
surname of a labelled one is missed and not extra. Names labelled as optional, and places and events, count
neither way.
"""

from collections.abc import Callable

from benchmarks.names import plain
from benchmarks.runs import Counts, Pair, Result, arguments, measure
from records.record import EntityKind

KINDS = {
    "people": {EntityKind.PERSON},
    "organizations": {EntityKind.ORGANIZATION, EntityKind.BRAND, EntityKind.RIGHTS_HOLDER},
}


def score(pairs: list[Pair]) -> Result:
    """Return the counts of people and organizations, and one case for each labelled name."""
    result = Result()
    for kind in KINDS:
        counts = result.counts(kind)
        for pair in pairs:
            _score_article(pair, kind, counts, result)
    return result


def _score_article(pair: Pair, kind: str, counts: Counts, result: Result) -> None:
    stem, label = pair.labelled.stem, pair.labelled.label
    wanted = {name: {plain(form) for form in (name, *label.aliases.get(name, ()))} for name in getattr(label, kind)}
    found = {plain(entity.name): entity.name for entity in pair.found.entities if entity.kind in KINDS[kind]}
    for number, (name, forms) in enumerate(wanted.items(), 1):
        hit = not forms.isdisjoint(found)
        counts.hits += hit
        counts.missed += not hit
        result.case(stem, f"{kind} {number}", hit, f"missed {name}")
    neither = _neither(pair, kind)
    for form, name in found.items():
        if not any(form in forms for forms in wanted.values()) and not neither(form):
            counts.extra += 1
            result.case(stem, f"no extra {kind}", False, f"extra {name}")
    result.case(stem, f"no extra {kind}", True, "")


def _neither(pair: Pair, kind: str) -> Callable[[str], bool]:
    """Return whether a name that is not labelled for `kind` is no fault."""
    label = pair.labelled.label
    free = {plain(name) for name in (*label.optional_names, *label.places, *label.events)}
    surnames = {plain(name).split()[-1] for name in label.people} if kind == "people" else set()
    return lambda form: form in free or form in surnames


if __name__ == "__main__":
    measure("entities", arguments(__doc__.split("\n")[0]).parse_args(), score)
