"""What a name's own words and what is said beside it tell of its kind."""

import pytest

from tests.names import named


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The Copa del Zorva begins in May.", ["event: Copa del Zorva"]),
        ("The Rally of the Nine Lakes must find a new backer.", ["event: Rally of the Nine Lakes"]),
        ("Nobody won the Peach Zorva 300 in May.", ["event: Peach Zorva 300"]),
        ("The clubs of Netball Tasmania will pay less.", ["rights_holder: Netball Tasmania"]),
        ("On Sunday Moro Rovers Women lost again.", ["rights_holder: Moro Rovers Women"]),
        ("Nobody beat Colorado State in Lagos State.", ["organization: Colorado State", "place: Lagos State"]),
        ("Nobody won the Round the Zorva Yacht Race.", ["event: Round the Zorva Yacht Race"]),
        ("Ode Brewing of Denver pays for it.", ["organization: Ode Brewing", "place: Denver"]),
        ("Nobody won the Bank of Zorva Marathon in May.", ["event: Bank of Zorva Marathon"]),
        ("Tussock Country is one of 19 events on the coast.", ["event: Tussock Country"]),
        ("The Zorva Food and Drink Festival opens in May.", ["event: Zorva Food and Drink Festival"]),
        ("The World's 50 Best Taverns Awards are in May.", ["event: World's 50 Best Taverns Awards"]),
    ],
)
def test_words_of_a_name_tell_events_and_sports_bodies(body: str, found: list[str]) -> None:
    assert named(body) == found


@pytest.mark.parametrize(
    "body",
    [
        "They went to Copperline, the brokerage app, on Monday.",
        "They went to Copperline, which makes doorbells, on Monday.",
        "Copperline, the tortilla people, paid for it.",
        "Insurers Copperline are leaving the race.",
        "Copperline, a global leader in cold storage, paid for it.",
    ],
)
def test_what_is_said_to_trade_is_a_body(body: str) -> None:
    assert named(body) == ["organization: Copperline"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Mystery over. Orrevia announced on Sunday that it will pay for the race.", ["organization: Orrevia"]),
        ("In ice hockey the Denver Drift have a new coach.", ["organization: Denver Drift"]),
        ("The U.S. Anti-Doping Agency said so.", ["organization: U.S. Anti-Doping Agency"]),
        ("The Oslo-based lender Kessel Bank said so.", ["place: Oslo", "organization: Kessel Bank"]),
    ],
)
def test_what_is_told_of_nobody_is_rather_a_body(body: str, found: list[str]) -> None:
    assert named(body) == found


def test_a_word_of_the_language_that_is_called_a_firm_is_one() -> None:
    body = "Returning is Kessel Bank. Tally, the customs software firm, joins on Monday."
    assert named(body) == ["organization: Kessel Bank", "organization: Tally"]


def test_posts_and_peoples_are_no_bodies() -> None:
    body = "Kessel Bank met former Presidents Anna Brill and Ada Moro, and a Tasmanian grower."
    assert named(body) == ["organization: Kessel Bank", "person: Anna Brill", "person: Ada Moro"]


@pytest.mark.parametrize(
    "body",
    [
        "They went to Copperline, to be held on May 3 in Denver.",
        "They spoke of Copperline, which takes place in Denver.",
        "They are off to Copperline, being held this spring.",
    ],
)
def test_what_is_held_on_a_day_is_an_event(body: str) -> None:
    assert "event: Copperline" in named(body)


def test_who_is_held_to_a_draw_is_no_event() -> None:
    assert "event: Copperline" not in named("On Sunday Copperline was held to a draw in Denver.")


@pytest.mark.parametrize("says", ["will again be the presenting sponsor", "returns as a title sponsor"])
def test_words_of_the_language_that_a_sponsor_has_for_a_name_are_a_firm_s(says: str) -> None:
    assert named(f"Dovecote Provisions {says} of the race.") == ["organization: Dovecote Provisions"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Penlowbridge City want a new name for the front of their shirts.", ["rights_holder: Penlowbridge City"]),
        (
            "Penlowbridge City will look for a bank.\n\n“We are poor,” City chairman Anna Brill said.",
            ["rights_holder: Penlowbridge City", "person: Anna Brill"],
        ),
        (
            "Penlowbridge City will look for a bank.\n\n“We are poor,” mayor Anna Brill said.",
            ["place: Penlowbridge City", "person: Anna Brill"],
        ),
    ],
)
def test_a_name_like_a_towns_is_the_clubs_where_it_wears_something_or_has_a_clubs_officers(
    body: str, found: list[str]
) -> None:
    assert named(body) == found


def test_a_foreign_event_goes_on_behind_a_small_word() -> None:
    assert named("The title sponsor of the Vuelta al Zorva has paused its contract.") == ["event: Vuelta al Zorva"]


def test_a_surname_before_its_bearer_is_the_firm_that_has_it() -> None:
    body = (
        "Zorva Rovers have brought back Torskvik as official kit supplier, four years after it was dropped. "
        "Torskvik’s first kit is well remembered. Anders Torskvik, who runs the company, kept the moulds."
    )
    assert named(body) == ["rights_holder: Zorva Rovers", "organization: Torskvik", "person: Anders Torskvik"]
