"""What the stages know before they read: lists of words, and the names of the field, kept as data files.

`words/` holds lists of words of the language (given names, job titles, the heads of companies' names);
`entries/` holds names: clubs, leagues, federations, events, venues, museums, brands and their trade. README.md
says how both were compiled and how to add to them. With `SPONSORWIRE_WITHOUT_NAMES=1` the entries are left out:
the benchmarks measure how well everything works for names that nobody listed.
"""

import os
import re
import unicodedata
from functools import cache
from importlib import resources
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from records.record import EntityKind


class Entry(NamedTuple):
    """Somebody or something the knowledge base holds."""

    name: str
    kind: EntityKind
    sort: str  # club, league, body, event, venue, arts, charity, school, or for brands their trade: bank, beer ...
    field: str  # the sport or the art, else ""
    holder: str | None  # whose it is: the ground's club, the event's federation, the brand's company

    @property
    def id(self) -> str:
        """The permanent id: kb:fc-barcelona."""
        plain = unicodedata.normalize("NFKD", self.name.casefold()).encode("ascii", "ignore").decode()
        return "kb:" + re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


class Match(NamedTuple):
    """An entry's name at one place; `sure` is False where the name also means other things ("Orange")."""

    start: int
    end: int
    text: str
    entry: Entry
    sure: bool


class Base:
    """The entries by every name they have, and a machine that finds them all in one pass."""

    def __init__(self, forms: dict[str, tuple[str, str]]) -> None:
        """Take each form of a name with the line of its kind and its own item, read only when it is met."""
        self._items = forms
        self._forms = list(forms)
        self._machine = AhoCorasick(self._forms, matchkind=MatchKind.Standard)

    def get(self, name: str) -> Entry | None:
        """Return the entry of that name, spelt exactly so but for a leading "the", or None."""
        form = name.replace("’", "'")
        for plain in (form, form[4:] if form[:4] in ("the ", "The ") else form):
            if plain in self._items:
                return _entry(*self._items[plain], plain)
        return None

    def find(self, body: str) -> list[Match]:
        """Return the names in `body` that stand between the edges of words, the longer of two."""
        plain = body.replace("’", "'")
        whole = [
            (start, end, form)
            for form, start, end in self._machine.find_matches_as_indexes(plain, overlapping=True)
            if not (plain[start - 1 : start].isalnum() or plain[end : end + 1].isalnum())
        ]
        found: list[Match] = []
        taken = bytearray(len(plain))
        for start, end, form in sorted(whole, key=lambda match: (match[0] - match[1], match[0])):
            if not any(taken[start:end]):
                taken[start:end] = b"1" * (end - start)
                head, item = self._items[self._forms[form]]
                name = self._forms[form]
                found.append(
                    Match(start, end, name, _entry(head, item, name), f"~{name}" not in item and not _plain(name))
                )
        return sorted(found)

    def __len__(self) -> int:
        """Return the number of names, aliases included."""
        return len(self._forms)


@cache
def base() -> Base:
    """Return the knowledge base, read once a process (30 ms)."""
    return Base({} if os.environ.get("SPONSORWIRE_WITHOUT_NAMES") == "1" else _read())


def _read() -> dict[str, tuple[str, str]]:
    """Return every form of every name in the files, each with the head of its section and its item.

    A line in brackets gives kind, sort and field of those below it: `[rights_holder club football GB]`. The lines
    below hold entries divided by "; ": `Name = alias | ~alias @ ground > holder`.
    """
    forms: dict[str, tuple[str, str]] = {}
    head = ""
    folder = resources.files(__package__) / "entries"
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                head = line
            elif line and not line.startswith("#"):
                for item in line.split("; "):
                    for form in _DIVIDE.split(item.partition(" > ")[0]):
                        forms.setdefault(form.removeprefix("~"), (head, item))
    return forms


def _plain(name: str) -> bool:
    """Whether a name is also a word or a given name ("Next", "Dawn")."""
    return any(name.casefold() in words(known) for known in _WORDS)


_WORDS = ("common", "first_names_m", "first_names_f", "org_heads", "generic", "club_heads", "event_heads")
_DIVIDE = re.compile(r" = | \| | @ ")


@cache
def _entry(head: str, item: str, form: str) -> Entry:
    """Return the entry that `form` names in an item: the item's own, or the ground it plays at."""
    kind, sort, field = (*head[1:].partition("]")[0].split(), "", "")[:3]
    rest, _, holder = item.partition(" > ")
    rest, _, ground = rest.partition(" @ ")
    name = _DIVIDE.split(rest)[0].removeprefix("~")
    grounds = _DIVIDE.split(ground)
    if form.removeprefix("~") in (one.removeprefix("~") for one in grounds):
        return Entry(grounds[0].removeprefix("~"), EntityKind.VENUE, "venue", field, name)
    return Entry(name, EntityKind(kind), sort, field, holder.strip() or None)


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of `words/NAME.txt`, in lower case; an underscore stands for a blank."""
    return frozenset(word.casefold() for word in _listed(name))


@cache
def pairs(name: str) -> dict[str, str]:
    """Return the `word:meaning` pairs of `words/NAME.txt`, in lower case."""
    return {word: meaning for word, _, meaning in (item.casefold().partition(":") for item in _listed(name))}


def _listed(name: str) -> list[str]:
    text = (resources.files(__package__) / "words" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return [word.replace("_", " ") for line in lines for word in line.split()]
