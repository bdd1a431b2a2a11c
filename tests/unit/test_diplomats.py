"""Ambassadors of countries advertise nothing; those of brands do."""

import pytest

from records.record import EntityKind
from tests.claims import FIRM, B, P, deals


def pairs(title: str, body: str, **kinds: EntityKind) -> list[tuple[str, str]]:
    return [(deal.sponsor.name, deal.rights_holder.name) for deal in deals(title, body, **kinds)]


@pytest.mark.parametrize(
    "called",
    ["Ambassador Ines Vautrin", "the British ambassador Ines Vautrin", "Ines Vautrin, ambassador to Norway,"],
)
def test_who_speaks_for_a_country_has_no_deal(called: str) -> None:
    body = f"A man has attacked {called} in Oslo. Alder Hospital said the ambassador had left. It treated Vautrin."
    assert pairs("Envoy attacked", body, Alder_Hospital=FIRM, Ines_Vautrin=P) == []


def test_a_brand_ambassador_has_one_whatever_country_is_named() -> None:
    body = (
        "Ines Vautrin has been named a brand ambassador for Quillbank. She once met the British ambassador in Oslo."
    )
    assert pairs("Quillbank names Vautrin", body, Quillbank=B, Ines_Vautrin=P) == [("Quillbank", "Ines Vautrin")]
