"""Whatever the marks, quotations keep their offsets, raise nothing, and take time linear in the text."""

import itertools
import re
import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enrich.findings import Found
from enrich.quotations import marks, turns
from enrich.text import Text
from records.record import Entity, EntityKind, Quote, Span

SIGNS = "\"'“”‘’„‟«»‹›`‚‛＂「」"
WORDS = (
    " ",
    "\n",
    "\n\n",
    ". ",
    ", ",
    ": ",
    " - ",
    "Ann Roe",
    "the club",
    "We won",
    "told us that",
    "according to",
)
PIECES = st.sampled_from(
    [*SIGNS, *"'' `` ( ) é 😀 Roe said she don't fans' '90s 6'2".split(), *WORDS],
)


def quotes(body: str) -> list[Quote]:
    spans = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer("Ann Roe", body))
    roe = Entity(id="e1", kind=EntityKind.PERSON, name="Ann Roe", mentions=spans)
    return list(turns.quotes(Text(body, None, (), None), Found(entities=[roe] if spans else [])))


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=400)
def test_every_quotation_is_where_it_says(body: str) -> None:
    found = quotes(body)
    assert [body[q.start : q.end] for q in found] == [q.text for q in found]
    assert all(q.text.strip() == q.text != "" for q in found)
    assert all(q.speaker_span is None or body[q.speaker_span.start : q.speaker_span.end].strip() for q in found)
    assert [q.start for q in found] == sorted(q.start for q in found)


@given(st.text(alphabet=SIGNS + " \n.aA1", max_size=200))
@settings(max_examples=400)
def test_marks_alone_raise_nothing_and_stretches_neither_overlap_nor_cross_paragraphs(body: str) -> None:
    text = Text(body, None, (), None)
    found = marks.find(body, text.paragraphs)
    assert all(m.outer_start < m.start < m.end <= m.outer_end for m in found)
    assert all(a.outer_end <= b.outer_start for a, b in itertools.pairwise(found))
    assert all("\n" not in body[m.start : m.end] for m in found)


def steps(body: str) -> int:
    """How many lines of Python the stage runs for `body`: a cost that no machine's load changes."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    text = Text(body, None, (), None)
    assert text.paragraphs is not None
    sys.settrace(trace)
    try:
        list(turns.quotes(text, Found()))
    finally:
        sys.settrace(None)
    return count


UNITS = ('"', '" ', "' ", "'a ", "“", "“a", "''", "`", '"a" ', '"a b c d" said. ', "“a b c d,\n", "(a, ")
TANGLES = ('x "b c" ', "said Roe, who 'a b c' ", "said, ", "Roe of ", "— x ", "“a” and ", "who ", "according to ")


@pytest.mark.parametrize("unit", UNITS + TANGLES)
def test_a_hostile_text_costs_no_more_than_its_length(unit: str) -> None:
    small, large = (steps(unit * (size // len(unit))) for size in (2_000, 16_000))
    # Eight times the text; a quadratic search would cost 64 times as much.
    assert large < 12 * small + 1_000
