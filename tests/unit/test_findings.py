"""Look-ups on what was found: whose mention stands where."""

from enrich.findings import Found
from records.record import Entity, EntityKind, Span


def test_the_entity_at_a_place_is_the_one_whose_mention_meets_it() -> None:
    club = Entity(id="e1", kind=EntityKind.RIGHTS_HOLDER, name="Ode Rovers", mentions=(Span(start=0, end=10),))
    chair = Entity(id="e2", kind=EntityKind.PERSON, name="Ada Brill", mentions=(Span(start=20, end=29),))
    found = Found(entities=[chair, club])
    assert [found.at(0, 10), found.at(4, 5), found.at(0, 29), found.at(10, 20)] == [club, club, chair, None]
    assert list(found.within(0, 30)) == [(Span(start=0, end=10), club), (Span(start=20, end=29), chair)]
    assert [list(found.people()), list(found.organised())] == [[chair], [club]]
