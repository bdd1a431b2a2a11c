"""Turns of phrase that say who sponsors whom without the plain words for it."""

import pytest

from tests.claims import B, P, R, deals
from tests.links import BANK_AND_CLUB, OSTLER_AND_STAR, ties


@pytest.mark.parametrize(
    "body",
    [
        "Quillbank has landed the sleeve of Marrow Rovers.",
        "Quillbank has grabbed the front-of-shirt spot at Marrow Rovers.",
        "Quillbank returns to the chest of Marrow Rovers.",
        "Quillbank is the latest company to join Marrow Rovers as a sponsor.",
        "Quillbank is to be the patron of Marrow Rovers.",
        "Marrow Rovers have added the bank Quillbank to their list of partners.",
        "Quillbank has extended by a year the contract that makes it main sponsor of Marrow Rovers.",
        "With Quillbank as its new sponsor, Marrow Rovers can look ahead.",
        "Quillbank will front the Marrow Rovers shirt.",
        "Quillbank is getting behind Marrow Rovers.",
        "Quillbank's backing means that Marrow Rovers can run a youth team.",
        "Quillbank will again be title sponsor when Marrow Rovers returns in June.",
        "Quillbank has been chosen by Marrow Rovers to kit out its players.",
        "Marrow Rovers rope in Quillbank",
        "Marrow Rovers' No. 14 car will carry Quillbank branding.",
        "Marrow Rovers has extended its Quillbank deal.",
    ],
)
def test_a_turn_of_phrase_ties_a_sponsor_to_a_club(body: str) -> None:
    assert ties(body) == {BANK_AND_CLUB}


@pytest.mark.parametrize(
    "body",
    [
        "Mira Solbakken has been tapped by the cosmetics house Ostler to front its spring line.",
        "Ostler has hired Mira Solbakken to promote its shoes.",
        "Mira Solbakken fronts the latest campaign of Ostler after becoming its ambassador.",
        "Mira Solbakken will be paid $8 million a year by Ostler.",
        "Mira Solbakken will race on Ostler skis.",
        "World No. 6 Mira Solbakken has joined forces with Ostler.",
        "Mira Solbakken, the oldest player of the tour, has a deal with Ostler.",
    ],
)
def test_a_turn_of_phrase_ties_a_brand_to_a_star(body: str) -> None:
    assert ties(body) == {OSTLER_AND_STAR}


def test_who_says_that_he_sponsors_first_of_all_is_news() -> None:
    found = deals("Quillbank stays", "Quillbank remains a sponsor of Rovers.", Quillbank=B, Rovers=R)
    assert [(one.sponsor.name, one.is_background) for one in found] == [("Quillbank", False)]


def test_a_club_that_is_only_written_to_is_no_newspaper() -> None:
    body = "Quillbank has pledged $3 million to the Marrow Opera, which is its 12th sponsorship."
    found = deals("Quillbank raises the curtain", body, Quillbank=B, Marrow_Opera=R)
    assert [(one.sponsor.name, one.rights_holder.name) for one in found] == [("Quillbank", "Marrow Opera")]


def test_a_star_who_is_signed_for_a_roster_is_news() -> None:
    body = "Ostler has added the skater Mira Solbakken to its roster of athletes."
    found = deals("Ostler signs skater", body, Ostler=B, Mira_Solbakken=P)
    assert [(one.sponsor.name, one.is_background) for one in found] == [("Ostler", False)]
