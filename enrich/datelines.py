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
_WIRE = re.compile(r"\s*(?:/[^/\n]{2,40}/|\([A-Z][\w .,&:-]{1,40}\))\s*[–—-]*$")
_DATE = re.compile(r",?\s*(?:[–—-]+\s*)?\b([A-Z][a-z]+)\.? \d{1,2}(?:, \d{4})?,?\s*$")
# Papers of South Asia part the place by a colon: "MORO: The firm ..."
_COLON = re.compile(r"([A-Z]{3,}(?: [A-Z]{2,})?): (?=[A-Z])")
_SMALL = frozenset("and of de la del du".split())


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
        lead = head[: dash.start()].rstrip()
        rest = _WIRE.sub("", lead)
        signed = rest != lead
        date = _DATE.search(rest)
        dated = date is not None and date[1].casefold() in knowledge.words("calendar")
        place = rest[: date.start()] if date is not None and dated else rest
        if _is_place(place.rstrip(" ,"), sure=signed or dated):
            return Dateline(paragraph.start, paragraph.start + len(place), paragraph.start + dash.end())
    colon = _COLON.match(head)
    if colon is not None and colon[1].casefold() in knowledge.words("places"):
        return Dateline(paragraph.start, paragraph.start + colon.end(1), paragraph.start + colon.end())
    return None


def _is_place(place: str, *, sure: bool) -> bool:
    """Whether the words before the dash can be a place: all with capitals, and in large letters unless `sure`."""
    words = re.findall(r"[^\s,]+", place)
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    capitals = all(word[0].isupper() or word in _SMALL for word in words)
    shouted = words[0].isupper() and len(words[0].strip(".")) > 2
    return capitals and (shouted or sure)
