"""Names in press releases: what sponsors are called, fields of work, datelines, shops, boards, families."""

import pytest

from enrich.findings import Found
from enrich.stages import entities
from enrich.text import Text

BODIES = ("organization", "brand", "rights_holder")


def found(body: str, *kinds: str) -> list[str]:
    """Return the names of the entities of these kinds in a story, in order."""
    text = Text(body, None, (), None)
    return [entity.name for entity in entities.find(text, Found()) if entity.kind.value in kinds]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Anna Brill is Senior Private Credit Officer at Kessel Bank.", ["Kessel Bank"]),
        ("“Good,” said Anna Brill, Portfolio Manager, Kessel Bank.", ["Kessel Bank"]),
        ("Co-Chief Investment Officer Anna Brill of Kessel Bank spoke.", ["Kessel Bank"]),
        ("Kessel Bank spoke to its Board of Directors.", ["Kessel Bank"]),
        ("She sits on the Board of the Kessel Heart Association.", ["Kessel Heart Association"]),
        ("French TV showed the match of Kessel Bank.", ["Kessel Bank"]),
        ("Kessel Bank has a Brill TV ad.", ["Kessel Bank"]),
        ("Our sponsors:\nEmerald Sponsors:\nKessel Bank\nZorvane Tiles\nMoro Inn", None),
        ("The run is backed by J.H. Kessel & Sons and others.", ["J.H. Kessel & Sons"]),
        ("The cup was given by Kessel Bar and Grill and Zorvane Tiles.", ["Kessel Bar and Grill", "Zorvane Tiles"]),
        ("It is sponsored by Zorvane Moving and Storage, Kessel Bank and others.", None),
    ],
)
def test_offices_tiers_and_programmes_are_no_bodies(body: str, names: list[str] | None) -> None:
    wrong = {"Emerald Sponsors", "Private Credit", "Portfolio", "Investment", "Zorvane Moving", "Storage"}
    got = found(body, *BODIES)
    assert not wrong & set(got)
    assert names is None or got == names


@pytest.mark.parametrize(
    "line",
    [
        "MORO CITY & KESSEL & ODE–(WIRE OF ODE)–",
        "MORO CITY, NY — July 28, 2026 — (ODE NEWSWIRE) — ",
        "Moro City, Ohio - (OdeMediaWire) - October 1, 2024 - ",
        "Moro City, Ohio (Odeworthy.ai) Friday Aug 8, 2025 @ 7:00 AM Pacific — ",
        "Moro City, 4 May – ",
    ],
)
def test_neither_the_place_nor_the_wire_of_a_dateline_is_a_body(line: str) -> None:
    assert found(f"{line}Kessel Bank said it will sponsor the run.", *BODIES) == ["Kessel Bank"]


def test_a_town_before_its_country_is_a_place() -> None:
    body = "The guests were Villa Anna (Zadorje, Croatia) and Kessel Bank."
    assert "Zadorje" in found(body, "place")


def test_a_firm_may_have_officers_as_a_person_has_a_mother() -> None:
    assert found("Brackmoor, whose chief executive is Anna Brill, paid.", *BODIES) == ["Brackmoor"]


def test_a_team_is_one_by_its_first_word() -> None:
    assert found("Kessel Bank – Team Brouver\nThe riders are new.", *BODIES) == ["Kessel Bank", "Team Brouver"]


def test_whom_somebody_takes_over_from_is_a_body() -> None:
    body = "The show has a new sponsor. Kessel Bank takes over from Bluebird Malt, which did not return."
    assert found(body, *BODIES) == ["Kessel Bank", "Bluebird Malt"]


def test_a_bakery_is_named_by_whose_it_is() -> None:
    assert found("The play was paid for by Zorvie's Bakery and by Kessel Bank.", *BODIES)[0] == "Zorvie's Bakery"


def test_twins_are_named_after_what_they_are() -> None:
    assert found("Twins Maia and Tess Brill row for Kessel.", "person") == ["Maia Brill", "Tess Brill"]


def test_a_magazine_is_a_body_whatever_its_name_means() -> None:
    assert "Glance" in found("A friend told Glance magazine that it was over.", *BODIES)


def test_the_letters_of_an_office_part_a_body_from_a_surname() -> None:
    body = "Moro State athletic director Dale Hutchard spoke. Moro State AD Hutchard left."
    assert found(body, "person") == ["Dale Hutchard"]


def test_a_village_keeps_the_word_that_its_club_opens_with() -> None:
    assert found("Little Zorven FC voted against the offer.", *BODIES) == ["Little Zorven FC"]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("The companies are:\n9:30 AM EDT: Zorvane Metals, Inc.\n10:00 AM EDT: Kessel Mining Corp.", None),
        ("He sued the Department of Work and Pensions.", ["Department of Work and Pensions"]),
        ("He left with his partner Anna for Kessel Bank.", ["Kessel Bank"]),
        ("The Zorvane family gave it to Kessel Bank.", ["Kessel Bank"]),
        ("He wrote: I’M PLAYING TILL I AM ON THE BOARD. Kessel Bank laughed.", ["Kessel Bank"]),
    ],
)
def test_hours_mates_families_and_shouts_are_no_bodies(body: str, names: list[str] | None) -> None:
    got = found(body, *BODIES)
    assert not {"9", "10", "Anna", "Zorvane"} & set(got)
    assert names is None or got == names
