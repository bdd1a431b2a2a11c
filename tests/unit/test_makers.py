import pytest

from enrich.claims.makers import is_of
from records.record import Entity, EntityKind


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Lumo, the soap division of the Quillbank Group, pays.", True),
        ("Lumo, a wholly owned subsidiary of Quillbank Group, pays.", True),
        ("Lumo, a rival of the Quillbank Group, pays.", False),
    ],
)
def test_a_division_is_of_the_firm_that_it_is_told_to_belong_to(body: str, found: bool) -> None:
    lumo, group = (
        Entity(id=name, kind=EntityKind.ORGANIZATION, name=name, mentions=())
        for name in ("Lumo", "Quillbank Group")
    )
    assert is_of(lumo, group, body) is found
