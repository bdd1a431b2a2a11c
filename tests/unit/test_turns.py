"""Turns of phrase that say who sponsors whom without the plain words for it."""

import pytest

from records.record import EntityKind
from tests.claims import FIRM, B, P, R, deals
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
        "Marrow Rovers can count on the support of Quillbank until 2031.",
        "Quillbank has invested heavily in Marrow Rovers, becoming its title partner.",
        "Quillbank powers Marrow Rovers as main sponsor for another year.",
        "Quillbank has partnered Marrow Rovers for the second time.",
        "Marrow Rovers will be run under the name of the bank Quillbank.",
        "Quillbank will sponsor races at Marrow Rovers.",
        "Marrow Rovers are without a sponsor after Quillbank dropped out.",
        "Marrow Rovers return after Quillbank agreed to foot the bill.",
        "Quillbank has paid for new kit for Marrow Rovers.",
        "Quillbank has renewed its vows with Marrow Rovers.",
        "The grandstand at Marrow Rovers will be named for Quillbank.",
        "Quillbank is pouring its support into Marrow Rovers.",
        "Back on the helmets of Marrow Rovers this year is Quillbank.",
        "A partnership has been formed between Marrow Rovers and Quillbank.",
        "Quillbank continues its support for Marrow Rovers.",
        "Marrow Rovers have dropped Quillbank.",
        "Marrow Rovers are being presented this year by Quillbank.",
        "Marrow Rovers will run under the Quillbank banner.",
        "Quillbank will keep its place on the shorts of Marrow Rovers.",
        "Quillbank continues as the official piano supplier to Marrow Rovers.",
        "Marrow Rovers have lost their sponsor after Quillbank decided against renewing.",
        "Marrow Rovers will be clothed by Quillbank.",
        "Marrow Rovers, sponsored for the first time by Quillbank, will start on Friday.",
        "Marrow Rovers have been awarded a two-year sponsorship by Quillbank.",
        "The engine covers of Marrow Rovers will feature Quillbank.",
        "This season of Marrow Rovers is brought to you by Quillbank.",
        "Marrow Rovers and their old partner Quillbank have put pen to paper on a fresh contract.",
    ],
)
def test_a_turn_of_phrase_ties_a_sponsor_to_a_club(body: str) -> None:
    assert ties(body) == {BANK_AND_CLUB}


@pytest.mark.parametrize(
    "body",
    [
        "Mira Solbakken has been tapped by the cosmetics house Ostler to front its spring line.",
        "Ostler has extended its stable of players with Mira Solbakken.",
        "Mira Solbakken has been welcomed into the Ostler family.",
        "Mira Solbakken will be riding for Ostler.",
        "Mira Solbakken leaves Ostler after nine years.",
        "Mira Solbakken will use skates from Ostler, with whom she has signed a partnership.",
        "Mira Solbakken has joined the Ostler pro team.",
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


def test_a_headline_may_call_a_star_by_the_last_name_alone() -> None:
    body = "The skater Mira Solbakken has signed with Ostler for two years."
    found = deals("Solbakken signs endorsement deal with Ostler", body, Ostler=B, Mira_Solbakken=P)
    assert [(one.sponsor.name, one.rights_holder.name) for one in found] == [("Ostler", "Mira Solbakken")]


def test_shirts_that_will_be_sponsored_are_news() -> None:
    body = "Marrow Rovers will wear tracksuits sponsored by Quillbank."
    found = deals("A lift for the players", body, Quillbank=B, Marrow_Rovers=R)
    assert [(one.sponsor.name, one.is_background) for one in found] == [("Quillbank", False)]


def test_a_star_s_new_face_told_first_is_news_whatever_the_headline_plays_with() -> None:
    body = "The skater Mira Solbakken is the new face of Ostler."
    found = deals("The scent of success", body, relevance=0.1, Ostler=B, Mira_Solbakken=P)
    assert [(one.sponsor.name, one.is_background) for one in found] == [("Ostler", False)]


def test_a_sponsor_said_to_be_one_at_the_end_of_the_first_sentence_is_news() -> None:
    body = "The main sponsor of Marrow Rovers is Quillbank."
    found = deals("Quillbank runs the show", body, Quillbank=B, Marrow_Rovers=R)
    assert [(one.sponsor.name, one.is_background) for one in found] == [("Quillbank", False)]


@pytest.mark.parametrize(
    "told",
    [
        "Calverton has joined Ostlers as a gold sponsor.",
        "Calverton has agreed to sponsor Ostlers.",
        "Calverton has pulled out of sponsoring Ostlers.",
        "Ostlers has dropped Calverton as sponsor.",
        "With Calverton as sponsor, Ostlers will grow.",
        "Ostlers said Calverton would be its official sponsor.",
        "Calverton came on board with Ostlers as main sponsor.",
        "Calverton has been named official supplier by Ostlers.",
        "Ostlers has secured a sponsorship deal from Calverton.",
        "Ostlers received sponsorship from Calverton.",
        "Calverton gave Ostlers a sponsorship of £5,000.",
        "Calverton is powering Ostlers as its presenting sponsor.",
    ],
)
@pytest.mark.parametrize("kind", [FIRM, R])
def test_the_sentence_says_who_sponsors_whatever_the_two_look_like(told: str, kind: EntityKind) -> None:
    found = deals("A new era", f"{told} It was a good day.", Calverton=kind, Ostlers=FIRM)
    assert [(one.sponsor.name, one.rights_holder.name) for one in found] == [("Calverton", "Ostlers")]


@pytest.mark.parametrize(
    "title",
    [
        "Quillbank, Marrow Rovers in three-year tie-up",
        "Quillbank, Marrow Rovers join forces",
        "Marrow Rovers get Quillbank backing",
        "Quillbank puts name to Marrow Rovers",
        "Quillbank throws weight behind Marrow Rovers",
        "Quillbank steps up Marrow Rovers support",
        "Quillbank extends as Marrow Rovers partner",
        "Marrow Rovers replace Bolt with Quillbank",
        "Quillbank deal worth £2m to Marrow Rovers",
        "Multi-million Quillbank deal for Marrow Rovers",
        "Marrow Rovers and Quillbank go separate ways",
    ],
)
def test_a_headline_without_articles_ties_a_sponsor_to_a_club(title: str) -> None:
    body = "Marrow Rovers play on Saturday, and hope for better weather.\n\nQuillbank has 400 staff in Denby."
    found = deals(title, body, Quillbank=B, Marrow_Rovers=R)
    assert [(one.sponsor.name, one.rights_holder.name) for one in found] == [("Quillbank", "Marrow Rovers")]


def test_a_sponsorship_that_is_renewed_is_news() -> None:
    body = "Quillbank's sponsorship of Marrow Rovers has been renewed."
    found = deals("More of the same", body, Quillbank=B, Marrow_Rovers=R)
    assert [(one.sponsor.name, one.is_background) for one in found] == [("Quillbank", False)]


def test_a_club_that_signs_a_player_is_no_sponsor() -> None:
    body = "Marrow Rovers have signed the batter Mira Solbakken on a three-year deal."
    assert deals("Rovers sign batter", body, relevance=0.1, Marrow_Rovers=R, Mira_Solbakken=P) == []


def test_a_star_who_leaves_one_brand_to_sign_with_another_is_the_second_s() -> None:
    body = "Mira Solbakken has ended a partnership with Tollgate to sign an endorsement with Ostler."
    found = deals("Solbakken changes skates", body, Tollgate=B, Ostler=B, Mira_Solbakken=P)
    assert ("Ostler", False) in [(one.sponsor.name, one.is_background) for one in found]


def test_who_speaks_of_a_deal_by_a_name_is_no_party_to_it() -> None:
    body = "Ines Vautrin said the Quillbank deal had played to her advantage. She owns a mine near Oslo."
    assert not any(not deal.is_background for deal in deals(None, body, Quillbank=B, Ines_Vautrin=P))
