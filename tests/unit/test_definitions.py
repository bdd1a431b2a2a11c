"""Names whose extent the text shows: acronyms spelt out, national sides, items of a list that hold an "and"."""

import pytest

from tests.names import named


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "It was paid by the Roads and Harbours Authority (RHA). The RHA is new.",
            ["rights_holder: Roads and Harbours Authority"],
        ),
        (
            "She joined the Health Affairs Advisory Board (HAAB) in May.",
            ["rights_holder: Health Affairs Advisory Board"],
        ),
        ("It follows the Fair Fares and Freight Act (FFFA).", []),
    ],
)
def test_an_acronym_tells_where_the_long_name_begins(body: str, found: list[str]) -> None:
    assert named(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "Kessel Bank backs the Danish national handball team.",
            ["organization: Kessel Bank", "rights_holder: Danish national handball team"],
        ),
        (
            "Kessel Bank backs a Somali youth soccer team.",
            ["organization: Kessel Bank", "rights_holder: Somali youth soccer team"],
        ),
        ("The Danish handball side Moro Rovers lost.", ["rights_holder: Moro Rovers"]),
        ("It is a record for any Brazilian football team.", []),
        ("Moro Cup holders Chattanooga football team won.", ["event: Moro Cup", "place: Chattanooga"]),
    ],
)
def test_a_nations_side_is_a_body(body: str, found: list[str]) -> None:
    assert named(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "Its sponsors are Kessel Bank, Tulley Trust, Zorvane Fire and Security, and Oak Lantern.",
            ["Kessel Bank", "Tulley Trust", "Zorvane Fire and Security", "Oak Lantern"],
        ),
        (
            "Its sponsors are Kessel Bank, Zorvane Radio 6 South, Tulley Healthcare and Brill Trust.",
            ["Kessel Bank", "Zorvane Radio 6 South", "Tulley Healthcare", "Brill Trust"],
        ),
    ],
)
def test_a_list_tells_which_and_joins_and_which_parts(body: str, found: list[str]) -> None:
    assert [name.partition(": ")[2] for name in named(body)] == found


def test_sure_bodies_vouch_for_the_names_between_them() -> None:
    body = "Last year they met again with Kessel Bank, Lumora, Brill Trust, Oakling, and the Zorvane Foundation."
    assert named(body) == [
        "organization: Kessel Bank",
        "organization: Lumora",
        "organization: Brill Trust",
        "organization: Oakling",
        "organization: Zorvane Foundation",
    ]


def test_a_whole_name_before_a_prize_ends_the_search_for_who_gives_it() -> None:
    body = "The Moro Society of Players (MSP) met. Anna Kessel is Moro Society of Players of the Year."
    assert named(body) == ["organization: Moro Society of Players", "person: Anna Kessel"]
