"""Which numbers are a part of the name before them.

As the model sees it ("Ode Racing 92"), between capitals ("Ode 6 South Moro"), as a race's length ("Ode Moro 300"),
as an edition's year ("Odecon 2025"), or written so again and again ("Ode 20/20").
"""

import re
from functools import cache

from enrich import knowledge
from enrich.words import KNOWN, Guess, Word

# The year of an edition, and a name in numbers ("20/20").
EDITION = re.compile(r"20[0-4]\d")
_HALVES = re.compile(r"\d\d/\d\d")
# The lengths that races are called by, and what follows such a name.
DISTANCES = frozenset("100 150 200 250 300 350 400 500 600 1000".split())
_NAMED = re.compile(
    r"(?:['’]s)?(?:[.,;:)?!]|$| (?:in|on|at|to|for|from|of|through|until|as|and|is|was|will|has|had|race)\b)"
)
# A run's length: "the Moro Docks 10K".
_LENGTH = re.compile(r"(?:3|5|8|10|12|15|20|21|25|50|100)[Kk]")
# Digits of a number in a name at most.
_LONG_NUMBER = 4
# What a year dates without naming an edition.
_UNDATED = frozenset(
    "spring summer fall autumn winter season fiscal fy class since copyright early mid late the".split()
)
# What is called by a number, the year of a founding, and what only an actor is followed by.
_NUMBERED = frozenset("radio channel studio bar cafe café".split())
_FOUNDED = re.compile(r"1[5-9]\d\d")
_ACTS = re.compile(
    r"(?:['’]s)? (?:is|are|was|has|have|will|sponsors|supports|announced?|signed|joins?|became|becomes)\b"
)


def belongs(body: str, words: list[Word], last: int, one: Guess | None, guesses: list[Guess]) -> bool:
    """Whether the number after `words[last]` belongs to the name before it; `one` is a guess that holds both."""
    here, number, end = words[last], words[last + 1].text, words[last + 1].end
    folded = here.text.casefold()
    if number.isdigit() and one and one[2] in ("ORG", "EVENT", "PRODUCT", "FAC") and len(number) <= _LONG_NUMBER:
        return True
    if _HALVES.fullmatch(number):
        return body.count(body[here.start : end]) > 1
    if _LENGTH.fullmatch(number):
        return here.capital and folded not in _undated()
    if number in DISTANCES and _NAMED.match(body, end):
        return here.capital and last > 0 and (words[last - 1].capital or words[last - 1].text == "the")
    clubs = any(word.text.casefold() in knowledge.words("first_of_body") for word in words[max(0, last - 2) : last])
    if clubs and _FOUNDED.fullmatch(number):
        return True  # "SV Moro 1899"
    if here.capital and _is_own(body, folded, number, end, known=_ends_known(here, guesses)):
        return True
    if folded in _undated():
        return False
    after = words[last + 2] if last + 2 < len(words) else None
    if number.isdigit() and len(number) < _LONG_NUMBER and after is not None and after.capital:
        return folded not in knowledge.words("generic") and body[end : after.start] == " "
    known = _ends_known(here, guesses)
    return EDITION.fullmatch(number) is not None and not known and folded not in knowledge.words("places")


def _ends_known(word: Word, guesses: list[Guess]) -> bool:
    return any(g[2] == KNOWN and g[1] == word.end for g in guesses)


def _is_own(body: str, folded: str, number: str, end: int, *, known: bool) -> bool:
    """Whether what acts after the number is named by it: "Radio 7 will", "Moro 1882 have", by its founding year."""
    if known or not number.isdigit() or not _ACTS.match(body, end):
        return False
    return folded in _NUMBERED or (_FOUNDED.fullmatch(number) is not None and folded not in _undated())


@cache
def _undated() -> frozenset[str]:
    """Return the words after which a year only dates: months, seasons, words that open sentences."""
    return _UNDATED | knowledge.words("calendar") | knowledge.words("common")
