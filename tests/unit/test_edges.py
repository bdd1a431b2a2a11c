"""What at the edge of a name is none of it, and which names in capitals are no bodies."""

import pytest

from enrich import kinds
from records.record import EntityKind
from tests.names import named


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Public Bank of Zorva pays. He runs the Public Bank of Zorva.", ["organization: Public Bank of Zorva"]),
        ("They sponsor the Zorva Jets Under 10s.", ["rights_holder: Zorva Jets"]),
        ("It was the Dr Brill League then.", ["rights_holder: Dr Brill League"]),
        ("Brill works with the dairy brand Zorva Oat on the Moro Project.", ["Brill", "Zorva Oat", "Moro Project"]),
        ("Ode Xiaozhai spoke. Li Xiaozhai agreed, and Li left.", ["Ode Xiaozhai", "Li Xiaozhai"]),
    ],
)
def test_edges_of_names_follow_the_rest_of_the_text(body: str, found: list[str]) -> None:
    assert [name if ":" in found[0] else name.split(": ")[1] for name in named(body)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The iPhone and the Altima sold well.", []),
        ("It gives 82 kWh and 151 PS.", []),
        ("Look at t.co/XPxUJuyIAC or pic.twitter.com/XPx9.", []),
        ("MORO WINS\n\nThe side of Anna Kessel won in Group C.", ["person: Anna Kessel"]),
        (
            "Adidas said so. Adidas paid. Adidas agreed. Its new Adidas Speed RX is light.",
            ["brand: Adidas"],
        ),
    ],
)
def test_wares_units_links_and_headings_are_no_bodies(body: str, found: list[str]) -> None:
    assert named(body) == found


def test_where_only_something_speaks_against_a_kind_nothing_speaks_for_another() -> None:
    assert kinds.best({EntityKind.ORGANIZATION: -2, EntityKind.BRAND: -1})[1] == 0


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Anna Kessel came. Kessel's Meats will be the major sponsor of the town.", "Kessel's Meats"),
        ("Then came Zorvane Care, of Castle Street, and left again.", "Zorvane Care"),
        ("Then came Zorvane Care, which has 12 homes across the county.", "Zorvane Care"),
    ],
)
def test_a_shop_is_told_by_its_owner_s_name_its_street_or_its_branches(body: str, found: str) -> None:
    assert f"organization: {found}" in named(body)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Kessel Beeches, who play in the south, have signed Anna Moro.", "Kessel Beeches"),
        ("Then Zorvane Nord's players left the field.", "Zorvane Nord"),
    ],
)
def test_who_plays_or_has_players_is_nobody(body: str, found: str) -> None:
    assert {name.split(": ")[1]: name.split(": ")[0] for name in named(body)}[found] != "person"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("He sat beside Peter Bandale, MP for Lusave Central, in June.", []),
        ("The tour goes to Fresno, CA Zorvan Arena Group and on.", ["organization: Zorvan Arena Group"]),
        ("He was the Nike Dir of Global Negotiation before.", ["brand: Nike"]),
        (
            "Guests of the Moro Cocktail Party sang; the Scottish Liberal Party did not.",
            ["organization: Scottish Liberal Party"],
        ),
        (
            "He chairs Weymouth and District Samaritans, a charity.",
            ["organization: Weymouth and District Samaritans"],
        ),
        (
            "Sponsors were Don's Tire & Lube and Wok Zorvan.",
            ["organization: Don's Tire & Lube", "organization: Wok Zorvan"],
        ),
        (
            "Sponsors were Zorvan Bank, Pruitt, Vance & Ogilvie CPAs and Kerel.",
            ["organization: Zorvan Bank", "organization: Pruitt, Vance & Ogilvie CPAs", "organization: Kerel"],
        ),
        ("Soap star Lydia Marshall left.", []),
        ("Celebrity chef Bruno Castellane cooks.", []),
        ("“Good,” said Brett Langley, CFP, founder of Zorvan Bank.", ["organization: Zorvan Bank"]),
        ("Crisps by Walkden's Group sell. A Walkden's spokeswoman spoke.", ["organization: Walkden's Group"]),
        (
            "About Zorvan Partners\n\nFounded in 2009, it works.\n\nMedia Contact:\nTess Aguilar",
            ["organization: Zorvan Partners"],
        ),
        ("KARACHI: The Zorvan Association signed.", ["rights_holder: Zorvan Association"]),
        ("“Good,” said Lions GM Jerome Battleford.", ["organization: Lions"]),
        ("The team 9to9 won. Then 9to9 sang. The team 9to9 is new.", ["rights_holder: 9to9"]),
    ],
)
def test_a_body_keeps_what_joins_it_and_drops_offices_states_and_feasts(body: str, expected: list[str]) -> None:
    bodies = ("organization", "brand", "rights_holder")
    assert [name for name in named(body) if name.split(":")[0] in bodies] == expected


def test_an_event_may_be_called_after_the_kind_of_place_it_is_held_at() -> None:
    body = "Zorvan Bank is the presenting sponsor of the 2025 Harbor Classic. Ola Ode chairs the Harbor Classic."
    assert [name for name in named(body) if name.endswith("Classic")] == ["event: Harbor Classic"]
