import pytest

from enrich.claims.asides import find_asides
from enrich.claims.passages import passages
from enrich.text import Text
from records.record import Entity, EntityKind, Span

FIRM, HOLDER = EntityKind.ORGANIZATION, EntityKind.RIGHTS_HOLDER


@pytest.mark.parametrize(
    ("title", "kind", "relevance", "found"),
    [
        ("A night of robots", FIRM, 0.4, [(0, 1)]),
        ("A night at the Harrow", FIRM, 0.4, []),
        ("A night of robots", HOLDER, 0.4, []),
        ("A night of robots", FIRM, 0.9, []),
        ("A night of robots and sponsors", FIRM, 0.4, []),
    ],
)
def test_a_doubtful_holder_that_the_headline_leaves_out_is_by_the_way(
    title: str, kind: EntityKind, relevance: float, found: list[tuple[int, int]]
) -> None:
    body = "Quillbank will be at Harrow Hall with a partner."
    entities = [
        Entity(id="e1", kind=FIRM, name="Quillbank", mentions=(Span(start=0, end=9),)),
        Entity(id="e2", kind=kind, name="Harrow Hall", mentions=(Span(start=21, end=32),)),
    ]
    parts = passages(Text(body, title, (), None), entities)
    assert find_asides({}, {(0, 1)}, parts, entities, relevance) == found
