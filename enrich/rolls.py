"""The rolls of sponsors: lists whose every item is a body, whatever its name looks like.

"Sponsors include:" and the lines below it, or "thanks its sponsors: Ode, Brill and Moro". What a list is of is said
before it; an item of a list of lines is one name up to its first bracket, dash, colon or comma.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from records.record import Span

_WHO = (
    r"(?:sponsors|partners|supporters|backers|exhibitors|suppliers|brands|companies|businesses|donors|underwriters"
    r"|clients|firms|funders|retailers)"
)
# Said in a sentence: the names follow to its end.
_SAID = re.compile(
    rf"\b{_WHO}\b(?:(?!\b(?:categories|areas|fields|sectors|countries|cities)\b)[^.:;\n]){{0,80}}?"
    r"(?:: |,? (?:include|included|includes|including|such as|are|were|like):? )"
    r"(?=(?:the (?:city of )?|[a-z]{3,14}, )?(?-i:[A-Z0-9]))|"
    # "Lead Partners - Ode, Brill, Moro", "its sponsors Ode, Brill and Moro"
    rf"\b{_WHO}(?: ?[–—-])? (?=(?:(?-i:[A-Z0-9])[^,.:;\n]{{2,50}}, ){{2}})|"
    # "sponsored by: Ode, Brill, Moro"
    r"\b(?:sponsored|supported|underwritten|funded|made possible) by:? "
    r"(?=(?:(?-i:[A-Z0-9])[^,.:;\n]{2,50}[,;] ){2})",
    re.IGNORECASE,
)
# What parts the names of a line that is a row of them.
_PART = re.compile(r"[,;|] (?:and )?| and ")
# Where a sentence is over, or its clause; where semicolons part the names, those are no end.
_STOP, _CLAUSE = re.compile(r"(?<![A-Z.])\.(?:\s|$)|[\n“\"]"), re.compile(r"(?<![A-Z.])\.(?:\s|$)|[;\n“\"]")
_PARTED = re.compile(r"(?:[A-Z0-9][^;.\n]{1,60}; ){2}")
_HEADING = re.compile(rf"\b{_WHO}\b", re.IGNORECASE)
_TIER = re.compile(r"\b(?:sponsors?|donors|supporters|underwriters|exhibitors)$", re.IGNORECASE)
# An hour before what takes place then.
_HOUR = r"(?:\d{1,2}:\d\d(?: ?[APap]\.?[Mm]\.?)?(?: [A-Z]{2,4})?\s*[:–—-]?\s*)?"
_ITEM = re.compile(rf"[\s*•·◦▪●–—-]*{_HOUR}(?P<name>[A-Z0-9][^(\[:;,|\n]*?)\s*(?: [–—-] |[(\[:;,|].*|$)")
# Evidence of a line, of a whole item of a list in a sentence and of what else stands there, in the model's guesses.
LINE, ITEM, SAID = 2.75, 2.5, 1.5
# An item that begins with a number: "1792 Capital".
_NUMBERED = re.compile(r"\b\d+ [A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*)*(?=,|;| and |$)")
# What stands around a name that is the whole of its item.
_BEFORE, _AFTER = re.compile(r"[,;] (?:and )?$|\band $"), re.compile(r"[,;] |\.(?:\s|$)|,? and [A-Z]")
# How high a sponsor stands, no sponsor: "Ode was the Emerald Sponsor".
_RANK = re.compile(r" (?:[Ll]evel )?[Ss]ponsors?\b")
# Words of a heading, and of an item's name, at most.
_LONG_HEADING, _LONG_NAME = 8, 7
# Letters of the small words that names have ("of", "and", "for").
_LINK = 3
# Items below which lines are no list.
_FEWEST = 2


class Rolls(NamedTuple):
    """The stretches in which names are bodies, and those stretches that are one name each."""

    within: list[Span]
    names: list[Span]

    def weight(self, body: str, start: int, end: int) -> float:
        """Return how surely the name there is a body's, in the model's guesses: 0 outside every roll."""
        if any(one.start <= start < one.end for one in self.names):
            return LINE
        within = next((one for one in self.within if one.start <= start < one.end), None)
        if within is None or _RANK.match(body, end):
            return 0
        opens = start == within.start or _BEFORE.search(body, max(0, start - 6), start)
        return ITEM if opens and (end == within.end or _AFTER.match(body, end)) else SAID


def find(body: str, paragraphs: Sequence[Span]) -> Rolls:
    """Return the rolls of `body`."""
    within: list[Span] = []
    names: list[Span] = []
    for paragraph in paragraphs:
        for said in _SAID.finditer(body, paragraph.start, paragraph.end):
            end = _end(body, said.end(), paragraph.end)
            within.append(Span(start=said.end(), end=end))
            names += [Span(start=m.start(), end=m.end()) for m in _NUMBERED.finditer(body, said.end(), end)]
    lines = _lines(body)
    at = 0
    while at < len(lines):
        items: list[Span] = []
        if _opens(body[lines[at].start : lines[at].end]):
            items = _items(body, lines[at + 1 :])
            if at + 1 < len(lines) and _is_row(body[lines[at + 1].start : lines[at + 1].end]):
                within.append(lines[at + 1])
        if len(items) >= _FEWEST:
            names += items
        at += 1 + len(items)
    return Rolls(within, names)


def _end(body: str, start: int, end: int) -> int:
    """Return where a roll that is said in a sentence ends: with it, or before its next clause."""
    row = _PARTED.match(body, start, end) is not None
    stop = (_STOP if row else _CLAUSE).search(body, start, end)
    return stop.start() if stop else end


def _lines(body: str) -> list[Span]:
    """Return the lines that are not blank."""
    return [Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", body)]


def _opens(line: str) -> bool:
    """Whether a line says that a list of sponsors follows: it ends with a colon, or is a heading."""
    if line.startswith("About "):
        return False  # "About Brill Partners" is their own
    tail = line.rstrip()[-120:]
    if tail.endswith(":"):
        return bool(_HEADING.search(tail))
    return (
        len(line.split()) <= _LONG_HEADING
        and line.strip()[-1].isalpha()
        and bool(re.search(_WHO + r"\W*$", line, re.IGNORECASE))
    )


def _is_row(line: str) -> bool:
    """Whether a line is a row of names: "Ode, Brill Trust and Moro"."""
    parts = _PART.split(line.strip(" .*•·◦▪●–—-"))
    return len(parts) > _FEWEST and all(_is_name(part) for part in parts)


def _is_name(words: str) -> bool:
    """Whether words can be a name: few, the first with a capital, of small letters hardly more than what joins."""
    small = [word for word in words.split() if len(word) > _LINK and word[0].islower()]
    few = 0 < len(words.split()) <= _LONG_NAME and 2 * len(small) <= len(words.split())
    return few and (words[0].isupper() or words[0].isdigit())


def _items(body: str, lines: Sequence[Span]) -> list[Span]:
    """Return the names of the lines that are items, up to the first line that is none."""
    items = []
    for line in lines:
        item = _ITEM.fullmatch(body, line.start, line.end)
        if item is None or not _is_name(item["name"]) or item["name"][-1] in '.!?”"':
            break  # "Greater use of digital payments" is a remark
        if _TIER.search(item["name"]):
            break  # "Emerald Sponsors:" heads the next items
        items.append(Span(start=item.start("name"), end=item.end("name")))
    return items
