"""The extent and the kind of names of unusual shape: small letters, digits, signs, joined and generic words."""

import pytest

from enrich.findings import Found
from enrich.stages import entities
from enrich.text import Text


def named(body: str, *kinds: str) -> list[str]:
    found = entities.find(Text(body, None, (), None), Found())
    return [entity.name for entity in found if entity.kind.value in kinds]


def bodies(body: str) -> list[str]:
    return named(body, "organization", "brand", "rights_holder")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Broadcaster Zorvane+ has become a partner of Ode Rovers.", "Zorvane+"),
        ("Promotional goods firm 6zorvane has been named sponsor of the Ode Open.", "6zorvane"),
        ("zorvo has been named the official tool partner of Ode Racing.", "zorvo"),
        ("Online retailer zo.com has signed up as sponsor of Ode Rovers Women.", "zo.com"),
        ("Radio 7 will be media partner of the Ode Festival.", "Radio 7"),
        ("Kessel 1882 have signed a deal with Ode Steel.", "Kessel 1882"),
        ("Supermarket Sorley's announced that it has extended its partnership with Ode Rovers.", "Sorley's"),
        ("The Drummer's Arms has agreed to sponsor Ode Rovers.", "Drummer's Arms"),
        ("St Oda's High School will wear the logo of Kessel Roofing.", "St Oda's High School"),
        ("Bell, Hart & Sons has taken up the naming rights.", "Bell, Hart & Sons"),
        ("Visit Zorvania is the new partner of Ode Rovers.", "Visit Zorvania"),
        ("Mutual of Kessel bought the naming rights to the ground of Ode Rovers.", "Mutual of Kessel"),
        ("Kessel Brill and Zorvane LLP are the lawyers of Ode Rovers.", "Kessel Brill and Zorvane LLP"),
        ("They thanked hotel chain Rooms by Zorva. It said Rooms by Zorva had grown.", "Rooms by Zorva"),
        ("The No. 7 Kessel Tools Chevrolet was wrecked at Ode. Kessel Tools said it would stay.", "Kessel Tools"),
        ("West Kessel United have signed a sponsor.", "West Kessel United"),
    ],
)
def test_a_body_is_named_in_full_whatever_its_name_looks_like(body: str, name: str) -> None:
    assert name in bodies(body)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Ode Bank is to sponsor the Kessel Docks 10K.", "Kessel Docks 10K"),
        ("Ode Bank will sponsor the Kessel to Zorvane Yacht Race.", "Kessel to Zorvane Yacht Race"),
        ("Ode Bank is title sponsor of the Zurel Classic of New Kessel.", "Zurel Classic of New Kessel"),
    ],
)
def test_an_event_is_named_in_full_whatever_its_name_looks_like(body: str, name: str) -> None:
    assert name in named(body, "event")


def test_measures_and_openings_are_no_bodies() -> None:
    assert bodies("Fitness app Zorvy paid Kessel Rovers 21billion crowns in 30minutes.") == [
        "Zorvy",
        "Kessel Rovers",
    ]
    assert bodies("Notable sponsors include Olavas, Zorvy Bank and Kessel.") == ["Olavas", "Zorvy Bank", "Kessel"]


def test_a_list_parted_by_semicolons_goes_on_to_the_end_of_its_sentence() -> None:
    body = (
        "Sponsors include Zorvane Partners; Lazy; Brill & Moro; and Kessel Trust. Others came late; Ode was away."
    )
    assert bodies(body)[:4] == ["Zorvane Partners", "Lazy", "Brill & Moro", "Kessel Trust"]


def test_how_high_a_sponsor_stands_is_no_sponsor() -> None:
    body = "Award sponsors were Ode Bank, Kessel Light, and Moro Care; Zorvane was the Sapphire Sponsor."
    assert "Sapphire" not in bodies(body)


def test_what_is_held_on_a_day_is_an_event_and_an_opening_day_is_nothing() -> None:
    body = "Ode Bank sponsored the Kessel Cruise Night. Opening Day was calm, and Blue Zorva Day was busy."
    assert named(body, "event") == ["Kessel Cruise Night", "Blue Zorva Day"]


def test_letters_that_small_words_spell_out_are_no_bodies() -> None:
    body = (
        "Ode Bank signed a memorandum of understanding (MOU) on visual effects (VFX) and UI/UX for DTC/B2C shops."
    )
    assert bodies(body) == ["Ode Bank"]


def test_a_heading_that_lost_its_blank_parts_from_the_text() -> None:
    assert bodies("They thanked the Kessel FoundationThe Kessel Foundation helps schools.") == ["Kessel Foundation"]


def test_a_sponsor_is_parted_from_the_body_whose_sponsor_it_is() -> None:
    assert "Lala Zorvy Patisserie" in bodies("Sweets came from KHM Sponsor Lala Zorvy Patisserie.")


def test_a_league_of_generic_words_keeps_its_nation() -> None:
    assert "Nordic World Cup" in named("Ode Bank is presenting sponsor of the Nordic World Cup.", "event")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Two Kessels Brewing Co. will be the official beer of Ode Rovers.", "Two Kessels Brewing Co."),
        ("Kesselside Honda of Zorva has renewed its sponsorship of Ode Rovers.", "Kesselside Honda of Zorva"),
        ("The shirt deal of SV Kessel 1899 ends in May.", "SV Kessel 1899"),
        ("O'Sorley's has been named the kit supplier of Ode Rovers.", "O'Sorley's"),
        ("Kent Rugby signed Ode Bank.", "Kent Rugby"),
        ("The Zorva Tigers of the Kessel Hockey Circuit signed Ode Bank.", "Zorva Tigers"),
    ],
)
def test_an_opening_word_a_town_or_a_year_belongs_to_the_name_and_a_league_does_not(body: str, found: str) -> None:
    assert found in bodies(body)
