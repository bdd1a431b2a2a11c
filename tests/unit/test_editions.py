"""Names with numbers: an event's editions, brands that begin with a digit; and names that a heading runs into."""

import pytest

from enrich.findings import Found
from enrich.stages import entities
from enrich.text import Text
from tests.names import named


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "Kessel Bank is a sponsor of Zorvacon 2025. Doors of Zorvacon open at nine.",
            ["organization: Kessel Bank", "event: Zorvacon 2025"],
        ),
        (
            "Kessel Bank has become a sponsor of Coin 20/20 in Oslo. Visitors of Coin 20/20 meet its staff.",
            ["organization: Kessel Bank", "organization: Coin 20/20", "place: Oslo"],
        ),
        ("Kessel Bank opened in the spring of 2025 and moved in August 2026.", ["organization: Kessel Bank"]),
    ],
)
def test_a_year_after_a_name_makes_it_an_edition_of_an_event(body: str, found: list[str]) -> None:
    assert named(body) == found


@pytest.mark.parametrize("before", ["the 15th Annual", "the Second Annual", "the Annual"])
def test_which_time_of_an_event_it_is_is_no_part_of_its_name(before: str) -> None:
    body = f"Kessel Dental is the title sponsor of {before} Harrow Lane Road Race on June 4."
    assert named(body) == ["organization: Kessel Dental", "event: Harrow Lane Road Race"]


def test_an_event_and_its_edition_are_one() -> None:
    body = "Kessel Bank sponsors Zorvacon 2025. Last year Zorvacon drew many."
    found = entities.find(Text(body, None, (), None), Found())
    assert [(entity.name, entity.aliases) for entity in found][1:] == [("Zorvacon 2025", ("Zorvacon",))]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The bookmaker 4zorva signed a deal. Fans of 4zorva cheered.", ["organization: 4zorva"]),
        ("The flight took 45min. All of the 45min were used.", []),
    ],
)
def test_a_brand_may_begin_with_a_digit_where_a_measure_does_not(body: str, found: list[str]) -> None:
    assert named(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("About Brill Moro Bank Brill Moro Bank has many branches.", ["organization: Brill Moro Bank"]),
        ("About Zorvane LLC Zorvane, a lender, has many branches.", ["organization: Zorvane LLC"]),
    ],
)
def test_a_heading_is_parted_from_the_name_that_follows(body: str, found: list[str]) -> None:
    assert named(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It signed for Path of Light, the largest meetup in town.", ["event: Path of Light"]),
        ("It signed for Proof of Tin. At the Proof of Tin event it spoke.", ["event: Proof of Tin"]),
        ("Headlining the annual festival was a choir.", []),
    ],
)
def test_what_is_called_an_event_is_one(body: str, found: list[str]) -> None:
    assert named(body) == found


def test_an_edition_of_what_nothing_speaks_for_is_looked_for_without_harm() -> None:
    body = "The Governance of it was poor. At Governance 2025 few spoke. Kessel Bank opened a branch."
    assert "organization: Kessel Bank" in named(body)
