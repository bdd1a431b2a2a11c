"""A text cut at every edge of what was found in it, so that a page can mark quotations inside evidence
inside names without losing a character."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True)
class Mark:
    """Code points `start` to `end` that were found, the CSS classes of the kind, and what a person is told."""

    start: int
    end: int
    classes: str
    note: str


@dataclass(frozen=True)
class Segment:
    """A run of text under the same marks; joined, the segments are the text."""

    text: str
    classes: str
    note: str


def segments(text: str, marks: Iterable[Mark]) -> list[Segment]:
    """Return `text` in order, cut where marks begin and end; marks outside the text are clipped."""
    inside = [mark for mark in marks if 0 <= mark.start < mark.end and mark.start < len(text)]
    edges = sorted({0, len(text), *(min(edge, len(text)) for mark in inside for edge in (mark.start, mark.end))})
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(mark.start, []).append(mark)
    found, active = [], list[Mark]()
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.end > start] + opening.get(start, [])
        classes = " ".join(dict.fromkeys(name for mark in active for name in mark.classes.split()))
        note = "; ".join(dict.fromkeys(mark.note for mark in active if mark.note))
        found.append(Segment(text[start:end], classes, note))
    return found


def paragraphs(parts: Iterable[Segment]) -> list[list[Segment]]:
    """Return the segments by paragraph, parted at line ends; empty paragraphs are left out."""
    found: list[list[Segment]] = [[]]
    for part in parts:
        lines = part.text.split("\n")
        for number, line in enumerate(lines):
            if number:
                found.append([])
            if line:
                found[-1].append(Segment(line, part.classes, part.note))
    return [paragraph for paragraph in found if any(part.text.strip() for part in paragraph)]


def article_marks(article: Mapping[str, Any]) -> list[Mark]:
    """Return what a page marks in an article: names, quotations with their speakers, evidence of deals."""
    names = {entity["id"]: entity for entity in article["entities"]}
    marks = [
        Mark(span["start"], span["end"], f"name {entity['kind']}", _name_note(entity))
        for entity in names.values()
        for span in entity["mentions"]
    ]
    for quote in article["quotes"]:
        speaker = quote["speaker"]
        note = f"{quote['kind']} quotation, {speaker['name'] if speaker else 'speaker not named'}"
        marks.append(Mark(quote["start"], quote["end"], f"quote {quote['kind']}", note))
    for deal in article["deals"]:
        parties = f"{deal['sponsor']['name']} and {deal['rights_holder']['name']}"
        for evidence in deal["evidence"]:
            field = evidence["field"].replace("_", " ").replace(".", " ")
            marks.append(Mark(evidence["start"], evidence["end"], "evidence", f"{field}: {parties}"))
    return marks


def _name_note(entity: Mapping[str, Any]) -> str:
    said = f"{entity['name']}, {entity['kind'].replace('_', ' ')}"
    return f"{said}, {entity['title']}" if entity.get("title") else said


def snippet(text: str, start: int, end: int, around: int = 90) -> list[Segment]:
    """Return the characters `start` to `end` marked, with whole words around them on one line."""
    left = max(0, start - around)
    right = min(len(text), end + around)
    before, after = text[left:start], text[end:right]
    if left:
        before = "… " + before.partition(" ")[2]
    if right < len(text):
        after = after.rpartition(" ")[0] + " …"
    parts = [(before, ""), (text[start:end], "evidence"), (after, "")]
    return [Segment(part.replace("\n", " "), classes, "") for part, classes in parts if part]
