"""The field's turns of phrase, kept as data: patterns with a label and a weight, one to a line of a file."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources

from ahocorasick_rs import AhoCorasick

from enrich import knowledge

# A word that is no sign of a passage, and one that can stand before a name in its noun phrase.
# A comma divides the adjectives before a noun: "a 20-year, $200 million agreement".
_WORD = r"(?:(?:[\w'’&“”\"‘+./$£€%-]+(?:,\d{3})*|[\w.$£€-]+(?:-year|-season|-figure|million|m|bn),)\s)"
_INNER = (
    r"(?:(?!(?:and|but|while|who|which|said|says|with|for|by|in|on|at|to|of|from|as|after|before|until|through|is|are|was|were|"
    r"will|has|have|had|that|because|if|when|where|whose|than|over|into|via|during|since|not|replacing|succeeding|joining|following)\s)"
    r"[a-z0-9£$€'’“”\"‘-][\w'’&“”\"+./£$€-]*(?:,(?!\s(?:the|a|an|its|their)\s))?\s)"
)
_NOUN = r"(?!(?:by|with|of|for|to|in|on|at|as|and|from|is|was|has)\s)[a-z-]+"


@dataclass(frozen=True)
class Pattern:
    """A line of a file: what it is a sign of, how strong a sign, and the words that find it."""

    label: str
    weight: float
    words: str
    needs: tuple[str, ...] = ()  # what the words must hold besides, each one of several runs of letters

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """What finds the sign in words made `small`; made when first asked for, since one article needs few."""
        return re.compile(self.words)


def _logical_lines(name: str) -> list[str]:
    """Return the lines of `knowledge/claims/NAME.txt` without comments, continued ones joined."""
    text = (resources.files(knowledge) / "claims" / f"{name}.txt").read_text(encoding="utf-8")
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("  ") and lines:
            lines[-1] += line[2:]
        elif line.strip() and not line.startswith("#"):
            lines.append(line)
    return lines


def _expanded(words: str, parts: Mapping[str, str]) -> str:
    words = re.sub(r"\{([A-Z]+-?|[a-z]{1,2})\}", lambda found: parts[found[1]], words)
    word = (
        rf"(?:{_WORD}|{parts['O']}\s|{parts['E']}(?:['’]s)?\s(?=(?:{_NOUN}\s){{1,3}}{parts['E']}))"
        if "E" in parts
        else _WORD
    )
    words = re.sub(r"~(\d+) ", lambda found: f"(?:{word}{{0,{found[1]}}}?)", words)
    words = re.sub(r"%(\d+) ?", lambda found: f"(?:{_INNER}{{0,{found[1]}}}?)", words)
    return words.replace(" ", r"\s")


def small(words: str) -> str:
    """Return the words in small letters, each character at its place.

    Expressions that ignore case take more than twice as long to make, and three times as long to search with.
    """
    return words.replace("İ", "i").lower()  # alone of all letters that one becomes two


_SPECIAL = re.compile(r"[\\.^$*+?{}()\[\]]")


@cache
def sign(needed: str) -> Callable[[str], bool]:
    """Return what says whether small words hold one of the alternatives of `needed`.

    To look for one run of letters after the other takes a tenth of the time of an expression with alternatives.
    """
    if _SPECIAL.search(needed) is None:
        alternatives = needed.split("|")
        return lambda words: any(one in words for one in alternatives)
    expression = re.compile(needed)
    return lambda words: expression.search(words) is not None


@lru_cache(maxsize=8192)
def holds(expression: re.Pattern[str], words: str) -> bool:
    """Return whether the expression is found in the words; a sentence is asked the same for every pair it names."""
    return expression.search(words) is not None


@cache
def parts(name: str) -> dict[str, str]:
    """Return the expressions that `knowledge/claims/NAME.txt` names with `NAME = pattern`. They use no others."""
    return _parts(name, ())


@cache
def _parts(name: str, given: tuple[tuple[str, str], ...]) -> dict[str, str]:
    named = dict(given)
    for line in _logical_lines(name):
        if found := re.match(r"([A-Z]+) = ", line):
            named[found[1]] = _expanded(line[found.end() :], named)
    return named


@cache
def read(name: str, given: tuple[tuple[str, str], ...] = ()) -> tuple[Pattern, ...]:
    """Return the patterns of `knowledge/claims/NAME.txt` in order, for words in small letters.

    `given` are parts they may use.
    """
    named = _parts(name, given)
    patterns = []
    for line in _logical_lines(name):
        if not re.match(r"[A-Z]+ = ", line):
            label, weight, *needs, words = line.split(" | ")
            needed = tuple(_expanded(one, named) for one in "".join(needs).split(" & ") if one)
            patterns.append(Pattern(label, float(weight), _expanded(words, named), needed))
    return tuple(patterns)


class Index:
    """The patterns of a file by what they need, so that a text is searched once for all the letters needed.

    A need of one letter is none of the text's: it names a sign.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        needing: dict[str, list[str]] = {}
        self._expressions: dict[str, re.Pattern[str]] = {}
        self._by_first: dict[str, list[tuple[int, Pattern, tuple[str, ...]]]] = {}
        for order, pattern in enumerate(patterns):
            for need in pattern.needs:
                letters = need.replace(r"\s", " ")
                if _SPECIAL.search(letters):
                    self._expressions[need] = re.compile(need)
                elif len(need) > 1:
                    for one in letters.split("|"):
                        needing.setdefault(one, []).append(need)
            first = next((need for need in pattern.needs if need not in self._expressions), "")
            others = tuple(need for need in pattern.needs if need != first)
            self._by_first.setdefault(first, []).append((order, pattern, others))
        self._needing = [tuple(dict.fromkeys(needs)) for needs in needing.values()]
        self._machine = AhoCorasick(list(needing))

    def possible(self, text: str, signs: Iterable[str]) -> list[Pattern]:
        """Return, in order, the patterns whose needs the small words `text` and the `signs` it has hold."""
        flat = text.replace("\n", " ").replace("\xa0", " ")
        pieces = {piece for piece, _, _ in self._machine.find_matches_as_indexes(flat, overlapping=True)}
        held = dict.fromkeys((*signs, "", *(need for piece in pieces for need in self._needing[piece])), True)
        found: list[tuple[int, Pattern]] = []
        for first in list(held):
            for order, pattern, others in self._by_first.get(first, ()):
                for need in others:
                    if need not in held and need in self._expressions:
                        held[need] = self._expressions[need].search(text) is not None
                    if not held.get(need):
                        break
                else:
                    found.append((order, pattern))
        return [pattern for _, pattern in sorted(found, key=lambda one: one[0])]
