"""Whatever a text says, its deals stand on characters of it: parties, sums, dates and designations."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enrich.claims.dates import find_dates
from enrich.claims.lengths import find_years
from enrich.claims.money import find_sums
from enrich.claims.roles import find_designations
from enrich.claims.terms import find_ends, find_starts
from enrich.findings import Found
from enrich.stages.deals import find
from enrich.text import Text
from records.record import Entity, EntityKind, Span

NAMES = {
    "Quillbank": EntityKind.BRAND,
    "Tarn Motors": EntityKind.ORGANIZATION,
    "Marrow Rovers": EntityKind.RIGHTS_HOLDER,
    "Ines Vautrin": EntityKind.PERSON,
    "Quillbank Arena": EntityKind.VENUE,
    "Marrow": EntityKind.PLACE,
}
WORDS = (
    *NAMES,
    *(
        "is",
        "the",
        "official",
        "tyre",
        "partner",
        "of",
        "has",
        "ended",
        "its",
        "sponsorship",
        "deal",
        "with",
        "as",
        "and",
    ),
    *(
        "£4m",
        "a season",
        "until 2031",
        "three-year",
        "named",
        "joins",
        "replaces",
        ",",
        ".",
        "'s",
        "in talks over",
        "—",
    ),
    *(
        "naming rights to",
        "worth",
        "Rs 60-80 crore",
        "through the 2029-30 season",
        "exclusive",
        "said",
        "“",
        "”",
        "(",
    ),
)
sentences = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


def entities_in(body: str) -> list[Entity]:
    found = []
    for name, kind in NAMES.items():
        spans = [Span(start=m.start(), end=m.end()) for m in re.finditer(re.escape(name), body)]
        if spans:
            found.append(Entity(id=f"e{len(found) + 1}", kind=kind, name=name, mentions=tuple(spans)))
    return found


@settings(deadline=None)
@given(title=st.none() | sentences, body=st.lists(sentences, min_size=1, max_size=4).map("\n\n".join))
def test_every_field_of_a_deal_names_characters_that_hold_it(title: str | None, body: str) -> None:
    found = Found()
    found.entities = entities_in(body)
    for deal in find(Text(body, title, (), None), found):
        words: dict[str, list[str]] = {}
        for one in deal.evidence:
            assert 0 <= one.start < one.end <= len(body)
            words.setdefault(one.field, []).append(body[one.start : one.end])
        assert words["sponsor"] == [deal.sponsor.name]
        assert words["rights_holder"] == [deal.rights_holder.name]
        assert tuple(dict.fromkeys(words.get("designations", []))) == deal.designations
        assert deal.sponsor.entity_id != deal.rights_holder.entity_id
        if deal.term.end:
            assert deal.term.end[2:4] in words["term.end"][0]
        for value in deal.value:
            assert 0 <= value.start < value.end <= len(body)


@settings(deadline=None)
@given(st.text(max_size=200) | sentences)
def test_readers_name_stretches_of_the_text_in_order(body: str) -> None:
    for readings in (
        find_sums(body),
        find_years(body),
        find_ends(body),
        find_starts(body),
        find_designations(body),
    ):
        spans = [(one.start, one.end) for one in readings]
        assert all(0 <= start < end <= len(body) for start, end in spans)
        assert spans == sorted(spans)
    assert all(body[start:end].strip() for _, start, end in find_dates(body))


@pytest.mark.parametrize(
    "piece",
    [
        "£",
        "five-year ",
        "until the end of ",
        "official, ",
        "Quillbank ",
        "Quillbank, Marrow Rovers and ",
        "deal with ",
        "((",
        "2024-25, ",
    ],
)
def test_a_long_senseless_text_is_read_through(piece: str) -> None:
    body = piece * (20_000 // len(piece))
    found = Found()
    found.entities = entities_in(body)
    assert find(Text(body, piece, (), None), found) == []
