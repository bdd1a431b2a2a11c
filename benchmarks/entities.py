"""Are people and organizations found, under their full names and once each?

    benchmarks/entities.py [DIR...] [--gum DIR] [--cases] [--save] [--without-knowledge]

A name is right when it equals the labelled name or one of its aliases. A person found under the bare surname of a
labelled one is missed and not extra. Names labelled as optional, and places and events, count neither way. The
named peer is spaCy's en_core_web_md 3.7.1 alone, in the same run on the same texts: each different name it marks as
PERSON or ORG. On GUM (news), `--gum`, the names are read from the corpus' own marks of every entity.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from types import MappingProxyType

from benchmarks import gum
from benchmarks.names import plain
from benchmarks.runs import Pair, Result, arguments, knowledge, measure, show
from enrich.model import model
from enrich.pipeline import enrich
from records.record import EntityKind

KINDS = MappingProxyType(
    {
        "people": {EntityKind.PERSON},
        "organizations": {EntityKind.ORGANIZATION, EntityKind.BRAND, EntityKind.RIGHTS_HOLDER},
    }
)
PEER = MappingProxyType({"people": "PERSON", "organizations": "ORG"})


def score(pairs: list[Pair]) -> Result:
    """Return the counts of people and organizations, and one case for each labelled name."""
    result = Result()
    for kind in KINDS:
        for pair in pairs:
            found = [entity.name for entity in pair.found.entities if entity.kind in KINDS[kind]]
            _score_article(pair, kind, found, result)
    return result


def score_with_peer(pairs: list[Pair]) -> Result:
    """Return the counts, with those of spaCy alone beside them."""
    result = score(pairs)
    for kind, label in PEER.items():
        alone = Result()
        for pair in pairs:
            marked = model()(pair.found.text).ents
            _score_article(pair, kind, [span.text for span in marked if span.label_ == label], alone)
        result.scores[f"{kind}, spaCy alone"] = alone.counts(kind)
    return result


def _score_article(pair: Pair, kind: str, names: Iterable[str], result: Result) -> None:
    stem, label, counts = pair.labelled.stem, pair.labelled.label, result.counts(kind)
    wanted = {name: {plain(form) for form in (name, *label.aliases.get(name, ()))} for name in getattr(label, kind)}
    found = {plain(name): name for name in names}
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


def main() -> None:
    parser = arguments(__doc__.split("\n")[0])
    parser.add_argument("--gum", type=Path, help="the corpus' directory; scores it instead of the gold set")
    options = parser.parse_args()
    if options.gum:
        with knowledge(not options.without_knowledge):
            pairs = [Pair(labelled, enrich(labelled.article())) for labelled in gum.read(options.gum)]
            show(Path("GUM news"), score_with_peer(pairs), {}, options.cases)
    if options.folders or not options.gum:
        measure("entities", options, score_with_peer)


if __name__ == "__main__":
    main()
