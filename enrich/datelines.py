"""Where a report was written and who spread it: the dateline at the head of a paragraph.

"MORO CITY, Ohio, Jan. 5, 2026 /Ode Wire/ -- ..." names a place; neither the city in capitals nor the wire that
spread the release is one of the bodies that the report is about.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from enrich import knowledge
from records.record import Span

# Characters of a paragraph within which its dateline ends, and words that one has at most.
_LONGEST, _MOST_WORDS = 120, 10
_DASH = re.compile(r"\s*(?:--|[—–]|(?<=[\s)/])-(?=\s))")
_WIRE = re.compile(r"\s*(?:/[^/\n]{2,40}/|\([A-Z][\w .,&:-]{1,40}\))$")
# The day, and the hour where it is told: "Friday Jan 5, 2026 @ 7:00 AM Pacific".
_DATE = re.compile(
    r",?\s*(?:\b[A-Z][a-z]+day,? )?\b(?:\d{1,2} )?([A-Z][a-z]+)\.?(?: \d{1,2}(?:th|st|nd|rd)?)?(?:,? \d{4})?"
    r"(?:,? (?:@ )?\d{1,2}:\d\d(?: ?[AP]M)?(?: [A-Z][A-Za-z]+)?)?$"
)
# Papers of South Asia part the place by a colon: "MORO: The firm ..."
_COLON = re.compile(r"([A-Z]{3,}(?: [A-Z]{2,})?): (?=[A-Z])")
_SMALL = frozenset("& and of de la del du".split())
# What parts place, wire and day, which stand in any order after the place.
_PARTING = " ,–—-"


class Dateline(NamedTuple):
    """The place of a dateline, `start` to `end`, and where the paragraph's own words begin."""

    start: int
    end: int
    text: int


def find(body: str, paragraphs: Iterable[Span]) -> list[Dateline]:
    """Return the datelines in order."""
    found = (_of_paragraph(body, paragraph) for paragraph in paragraphs)
    return [dateline for dateline in found if dateline is not None]


def _of_paragraph(body: str, paragraph: Span) -> Dateline | None:
    head = body[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
    for dash in reversed(list(_DASH.finditer(head))):
        place, sure = _without_day_and_wire(head[: dash.start()].rstrip(_PARTING))
        if _is_place(place, sure=sure):
            return Dateline(paragraph.start, paragraph.start + len(place), paragraph.start + dash.end())
    colon = _COLON.match(head)
    if colon is not None and colon[1].casefold() in knowledge.words("places"):
        return Dateline(paragraph.start, paragraph.start + colon.end(1), paragraph.start + colon.end())
    return None


def _without_day_and_wire(lead: str) -> tuple[str, bool]:
    """Return what stands before the day and the wire of a dateline, and whether one of them is there."""
    place = lead
    while True:
        date = _DATE.search(place)
        found = (
            date if date is not None and date[1].casefold() in knowledge.words("calendar") else _WIRE.search(place)
        )
        if found is None:
            return place, place != lead
        place = place[: found.start()].rstrip(_PARTING)


def _is_place(place: str, *, sure: bool) -> bool:
    """Whether the words before the dash can be a place: all with capitals, and in large letters unless `sure`."""
    words = re.findall(r"[^\s,]+", place)
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    capitals = all(word[0].isupper() or word in _SMALL for word in words)
    shouted = words[0].isupper() and len(words[0].strip(".")) > 2
    return capitals and (shouted or sure)
