"""GUM: texts of many genres in which every entity is marked (gucorpling/gum), read as labelled articles.

Its directory holds dep/GUM_<genre>_*.conllu, with the mentions of every entity in the last column
(`Entity=(3-person-...`). An entity counts if one of its mentions is a name: its head is a proper noun in
the singular ("Afghans" are nobody). Its names are the runs of capitalised words, and of what joins them
("of", "for"), around those heads; without the job title that a run begins with a name is as good ("U.S.
President Ann Bee", "President Ann Bee", "Ann Bee").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.labels import Label, Labelled

# What may stand between the capitalised words of one name; "X of the Y" is somebody of a party, or an organization.
_INSIDE = {
    "person": frozenset("de la von van bin - . '".split()),
    "organization": frozenset("of the for & - . ' 's".split()),
}
_OPEN_OR_CLOSE = re.compile(r"\((\d+)-([a-z]+)[^()]*?\)|\((\d+)-([a-z]+)[^()]*|(\d+)\)")


@dataclass
class Token:
    """A word of the CoNLL-U file."""

    form: str
    tag: str
    head: int
    space: bool


@dataclass
class Marked:
    """An entity: what it is, and its names in order."""

    kind: str
    names: list[str] = field(default_factory=list)


def read(directory: Path, genre: str = "news") -> list[Labelled]:
    """Return the documents of a genre, their people and organizations labelled."""
    return [_document(path) for path in sorted((directory / "dep").glob(f"GUM_{genre}_*.conllu"))]


def _document(path: Path) -> Labelled:
    text, entities = "", dict[str, Marked]()
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        written = next((line[len("# text = ") :] for line in lines if line.startswith("# text = ")), None)
        if written is None:
            continue
        paragraph = any(line.startswith("# newpar") and "block" not in line for line in lines)
        text += ("\n\n" if paragraph else " ") * bool(text) + written
        rows = [line.split("\t") for line in lines if re.match(r"\d+\t", line)]
        tokens = [Token(row[1], row[4], int(row[6]), "SpaceAfter=No" not in row[9]) for row in rows]
        for key, kind, start, end in _mentions([row[9] for row in rows]):
            name = _name(tokens, start, end, _INSIDE.get(kind, _INSIDE["organization"]))
            if name:
                entities.setdefault(key, Marked(kind)).names.append(name)
    return Labelled(path.stem, text, _label(list(entities.values())))


def _mentions(misc: list[str]) -> Iterator[tuple[str, str, int, int]]:
    """Yield entity, kind, first and last token of every mention."""
    opened: dict[str, list[tuple[str, int]]] = {}
    for place, cell in enumerate(misc):
        marks = next((part[len("Entity=") :] for part in cell.split("|") if part.startswith("Entity=")), "")
        for whole, whole_kind, begun, kind, ended in _OPEN_OR_CLOSE.findall(marks):
            if whole:
                yield whole, whole_kind, place, place
            elif begun:
                opened.setdefault(begun, []).append((kind, place))
            elif opened.get(ended):
                kind, start = opened[ended].pop()
                yield ended, kind, start, place


def _name(tokens: list[Token], start: int, end: int, inside: frozenset[str]) -> str | None:
    """Return the run of capitalised words around the head of a mention, if the head is a proper noun."""
    heads = [place for place in range(start, end + 1) if not start <= tokens[place].head - 1 <= end]
    if not heads or tokens[heads[0]].tag != "NNP":
        return None

    def last(place: int, step: int) -> int:
        reached = place
        while start <= place + step <= end:
            place += step
            if tokens[place].form[:1].isupper() or tokens[place].tag == "NNP":
                reached = place
            elif tokens[place].form not in inside:
                break
        return reached

    first, final = last(heads[0], -1), last(heads[0], 1)
    run = tokens[first : final + 1]
    written = "".join(token.form + " " * token.space for token in run).strip()
    return written.replace(" 's", "'s")


def _untitled(name: str) -> list[str]:
    """Return the name, and what of it remains of two words or more when words are taken from its beginning."""
    parts = name.split()
    return [name, *(" ".join(parts[taken:]) for taken in range(1, len(parts) - 1))]


def _label(entities: list[Marked]) -> Label:
    by_kind: dict[str, list[str]] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    for entity in entities:
        longest = max(entity.names, key=len)
        by_kind.setdefault(entity.kind, []).append(longest)
        forms = {form for name in entity.names for form in _untitled(name)}
        aliases[longest] = tuple(sorted(forms.union(aliases.get(longest, ())) - {longest}))
    others = [name for kind, names in by_kind.items() if kind not in ("person", "organization") for name in names]
    return Label(
        kind="negative",
        title=None,
        source=None,
        published=None,
        deals=(),
        quotes=(),
        people=tuple(dict.fromkeys(by_kind.get("person", ()))),
        organizations=tuple(dict.fromkeys(by_kind.get("organization", ()))),
        places=(),
        events=(),
        aliases=aliases,
        optional_names=tuple(dict.fromkeys(others)),
    )
