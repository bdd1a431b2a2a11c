"""What the stages know before they read: lists of words, and the names of the field, kept as data files."""

from functools import cache
from importlib import resources


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
