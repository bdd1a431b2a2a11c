"""How stories of clubs tell of a sponsor: on which part of a shirt, at whose ground, in which sentence."""

import pytest

from enrich.claims.parties import fitness
from records.record import Entity, EntityKind, Span
from tests.claims import FIRM, B, R, deals

GROUND = EntityKind.VENUE


def parties(title: str | None, body: str, **kinds: EntityKind) -> set[tuple[str, str]]:
    """Return sponsor and rights-holder of each deal that is news."""
    found = deals(title, body, **kinds)
    return {(d.sponsor.name, d.rights_holder.name) for d in found if not d.is_background}


@pytest.mark.parametrize(
    "said",
    [
        "Quillbank will be on the front of their shirts.",
        "Quillbank will appear on the back of the first-team shirt as well as on boards around Denby Ground.",
        "The name of Quillbank is across the chest after the signing of a three-year deal.",
        "Quillbank has signed up for a year and its green badge will adorn the famous shirts.",
        "Quillbank will have its logo on the dugouts and on training wear.",
        "Quillbank, of Denby Ground, has become an associate sponsor of the club.",
    ],
)
def test_a_firm_on_a_shirt_sponsors_the_club_of_the_story(said: str) -> None:
    body = f"Marrow Rovers have signed a two-year sponsorship deal ahead of the new rugby league season. {said}"
    found = parties("Rovers sign up sponsor", body, Quillbank=FIRM, Marrow_Rovers=R, Denby_Ground=GROUND)
    assert found == {("Quillbank", "Marrow Rovers")}


def test_who_signs_a_deal_or_reveals_sponsors_may_be_the_one_who_is_sponsored() -> None:
    body = (
        "Marrow Rovers have announced two new commercial partners. Quillbank will be on the front of their shirts, "
        "and the dealer Penlow is the new sleeve partner."
    )
    found = parties("Double boost for Rovers", body, Quillbank=FIRM, Penlow=FIRM, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers"), ("Penlow", "Marrow Rovers")}


def test_whose_place_a_sponsor_takes_is_not_sponsored() -> None:
    body = (
        "Marrow Rovers will carry a new name on their shirts next season. "
        "The company Quillbank takes over from Penlow Garage, whose three years as main sponsor came to an end."
    )
    found = parties("Rovers land new shirt sponsor", body, Quillbank=FIRM, Penlow_Garage=GROUND, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers")}


def test_whose_departure_leaves_a_place_is_the_sponsor_before() -> None:
    body = (
        "Marrow Rovers have a new shirt sponsor following the departure of Penlow. "
        "The brewer Quillbank will be on the front of the shirt."
    )
    found = parties("Rovers swap sponsors", body, Quillbank=FIRM, Penlow=FIRM, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers")}


def test_a_club_said_to_be_of_a_league_is_not_the_league() -> None:
    body = "Quillbank has agreed a new 12-month sponsorship deal with the Lorne League club, Marrow Rovers."
    found = parties("Quillbank sponsors Rovers", body, Quillbank=FIRM, Lorne_League=R, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers")}


def test_a_ground_begins_with_the_name_of_the_firm_that_bought_it() -> None:
    body = (
        "The home of Marrow Rovers is to be called the Quillbank County Ground. "
        "Quillbank Insurance has bought the naming rights for a six-figure sum."
    )
    found = parties(
        "Ground renamed", body, Quillbank_County_Ground=GROUND, Quillbank_Insurance=FIRM, Marrow_Rovers=R
    )
    assert found == {("Quillbank Insurance", "Marrow Rovers")}


def test_a_sum_in_thousands_stands_between_a_subject_and_its_verb() -> None:
    body = "Quillbank will pay $300,000 over 10 years to put its name on the new field of Marrow Rovers."
    assert parties("Naming rights sold", body, Quillbank=B, Marrow_Rovers=R) == {("Quillbank", "Marrow Rovers")}


def test_a_building_society_trades_and_a_name_that_a_team_s_noun_follows_plays() -> None:
    society = Entity(
        id="e1",
        kind=EntityKind.ORGANIZATION,
        name="Kelmore Building Society",
        mentions=(Span(start=0, end=24),),
    )
    assert fitness(society, "Kelmore Building Society paid.").sponsor > 0.9
    wyverns = Entity(
        id="e2", kind=EntityKind.ORGANIZATION, name="Kelmore Zephyr", mentions=(Span(start=4, end=18),)
    )
    body = "The Kelmore Zephyr {} can afford new chairs."
    plain, called = (fitness(wyverns, body.format(noun)) for noun in ("also", "wheelchair basketball club"))
    assert called.holder > plain.holder


@pytest.mark.parametrize(
    ("name", "sponsors", "holds"),
    [("Kelmore Motorsports", False, True), ("Kelmore Golf", True, False), ("Wales Golf", False, True)],
)
def test_a_racing_team_plays_and_a_maker_of_golf_clubs_rather_trades(
    name: str, *, sponsors: bool, holds: bool
) -> None:
    body = EntityKind.ORGANIZATION
    fit = fitness(
        Entity(id="e1", kind=body, name=name, mentions=(Span(start=0, end=len(name)),)), f"{name} agreed."
    )
    assert (fit.sponsor > fit.holder, fit.holder > fit.sponsor) == (sponsors, holds)


def test_a_headline_s_last_word_of_a_club_and_first_of_a_firm_name_them() -> None:
    body = "The Kelmore Wyverns said so on Monday. The company, Zorvane Energy, will pay for three years."
    found = parties(
        "Zorvane to sponsor Wyverns", body, Kelmore_Wyverns=EntityKind.ORGANIZATION, Zorvane_Energy=FIRM
    )
    assert found == {("Zorvane Energy", "Kelmore Wyverns")}


@pytest.mark.parametrize(
    "said",
    [
        "Quillbank has re-signed with Lorne League side the Marrow Rovers and goes on the front of the shirt.",
        "Marrow Rovers have signed Quillbank as their training partner for the next two Lorne League seasons.",
    ],
)
def test_the_league_a_club_plays_in_is_no_party(said: str) -> None:
    found = parties("Quillbank sponsors Rovers", said, Quillbank=FIRM, Lorne_League=R, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers")}


@pytest.mark.parametrize(
    "said",
    [
        "Quillbank, which has 12 homes, has given the club £8,000. The chairs will carry its logo.",
        "Quillbank donated £900 to Marrow Rovers so that the under-10s could have shirts.",
    ],
)
def test_who_pays_for_a_young_team_s_kit_sponsors_it(said: str) -> None:
    body = f"Marrow Rovers can afford new kit thanks to a sponsorship deal with a firm. {said}"
    found = parties("New kit for Rovers", body, Quillbank=FIRM, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers")}


@pytest.mark.parametrize(
    "lead",
    [
        "Marrow Rovers have a new major partner.",
        "Marrow Rovers have brought in an online casino as their principal partner.",
        "Marrow Rovers have turned to a company owned by a supporter for the shirts.",
        "The Marrow Rovers basketball team has secured a new title sponsor.",
    ],
)
def test_a_lead_introduces_a_sponsor_whom_the_next_sentence_names(lead: str) -> None:
    body = f"{lead} Quillbank, run by a fan, will be on the front of the home and away strips."
    assert parties("Rovers land sponsor", body, Quillbank=FIRM, Marrow_Rovers=R) == {("Quillbank", "Marrow Rovers")}


def test_who_takes_over_from_a_sponsor_is_not_sponsored_by_it() -> None:
    body = (
        "Marrow Rovers will have a new sponsor next term. Quillbank Timber have taken over the sponsorship "
        "from Penlow Motors, who have backed the club since 2016."
    )
    found = parties("Rovers change sponsor", body, Quillbank_Timber=FIRM, Penlow_Motors=FIRM, Marrow_Rovers=R)
    assert found == {("Quillbank Timber", "Marrow Rovers")}


def test_a_chairman_who_speaks_of_sponsors_is_none() -> None:
    body = "Marrow Rovers chairman Vic Ode says businesses are queuing up to sponsor the club after promotion."
    found = parties("Sponsors queue up", body, Vic_Ode=EntityKind.PERSON, Marrow_Rovers=R)
    assert found == set()


def test_a_shirt_features_its_sponsor() -> None:
    body = "Marrow Rovers have unveiled their kits. The home shirt, in hoops, features Quillbank on the front."
    assert parties("Rovers unveil shirt", body, Quillbank=FIRM, Marrow_Rovers=R) == {("Quillbank", "Marrow Rovers")}


def test_who_is_replaced_is_not_named_a_partner() -> None:
    body = (
        "Marrow Rovers have found a replacement for Ostlerair, naming the retailer Quillbank as principal partner. "
        "Quillbank will have naming rights to the stand."
    )
    found = parties("Rovers name sponsor", body, Quillbank=FIRM, Ostlerair=FIRM, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers")}


def test_a_noun_for_each_side_stands_for_the_two_named_before() -> None:
    body = (
        "Quillbank has agreed to keep Marrow Rovers on the road. The company will be the main sponsor of the club "
        "for the next two years."
    )
    assert parties("Rovers back on road", body, Quillbank=FIRM, Marrow_Rovers=R) == {("Quillbank", "Marrow Rovers")}


@pytest.mark.parametrize(
    ("name", "plays"), [("Denver Sock Puppets", True), ("Zorvane Hammers", True), ("Zorvane Tiles", False)]
)
def test_the_last_word_of_a_name_tells_a_team_from_a_firm(name: str, plays: bool) -> None:
    body = f"They met {name} twice."
    at = body.index(name)
    entity = Entity(
        id="e1", kind=EntityKind.ORGANIZATION, name=name, mentions=(Span(start=at, end=at + len(name)),)
    )
    fit = fitness(entity, body)
    assert (fit.holder > fit.sponsor) is plays


def test_a_headline_s_athlete_of_a_body_is_whom_the_article_names() -> None:
    body = "Mira Solbakken will show a heron on her car this weekend. She has a new sponsor, Quillbank."
    found = parties(
        "Lorne League driver to sport Quillbank logo",
        body,
        Quillbank=B,
        Mira_Solbakken=EntityKind.PERSON,
        Lorne_League=R,
    )
    assert found == {("Quillbank", "Mira Solbakken")}


def test_what_a_council_votes_on_may_be_the_name_of_its_arena() -> None:
    body = (
        "The council has passed a resolution on the sponsorship contract between Denby Arena and Quillbank. "
        "It names Denby Arena after Quillbank for seven years."
    )
    found = parties("Denby Arena to change its name", body, Quillbank=B, Denby_Arena=EntityKind.VENUE)
    assert found == {("Quillbank", "Denby Arena")}


def test_a_nation_s_team_and_its_union_are_one_holder() -> None:
    body = (
        "Quillbank has signed a sponsorship deal with the Ghanaian Football Federation. Quillbank, which sponsors "
        "the Ghana national team, will be on the shirts of the Ghana national team until 2031."
    )
    found = deals("Bank signs", body, Quillbank=B, Ghanaian_Football_Federation=R, Ghana_national_team=R)
    assert [d.sponsor.name for d in found] == ["Quillbank"]


def test_a_firm_and_its_brand_have_one_deal_with_a_club() -> None:
    body = (
        "Quillbank has signed a sponsorship deal with Marrow Rovers. Its brand Ostler becomes the official "
        "beer of Marrow Rovers. Ostler, a brand of Quillbank, is the official sponsor of Marrow Rovers until 2031."
    )
    found = deals("Ostler to sponsor Marrow Rovers", body, Quillbank=B, Ostler=B, Marrow_Rovers=R)
    assert [(d.sponsor.name, d.rights_holder.name) for d in found] == [("Ostler", "Marrow Rovers")]


def test_a_league_that_says_which_sort_of_team_is_no_holder() -> None:
    body = (
        "Quillbank announced a partnership that makes it the official beer of Marrow Rovers. Quillbank is "
        "the first brewer in Denby to enter into such a sponsorship partnership with a Lake League team."
    )
    found = deals("Brewer signs", body, Quillbank=B, Marrow_Rovers=R, Lake_League=R)
    assert [(d.sponsor.name, d.rights_holder.name) for d in found] == [("Quillbank", "Marrow Rovers")]


def test_a_league_before_its_giants_is_no_holder() -> None:
    body = "Quillbank has extended its sponsorship deal with Lake League giants, Marrow Rovers, for five years."
    assert parties("Bank renews", body, Quillbank=B, Marrow_Rovers=R, Lake_League=R) == {
        ("Quillbank", "Marrow Rovers")
    }


def test_a_firm_and_its_branch_with_a_club_have_one_deal() -> None:
    body = (
        "Quillbank is the new sponsor of Marrow Rovers. Marrow Rovers and Quillbank Ghana signed a three-year "
        "sponsorship deal in Accra. Quillbank will be on the shirts of Marrow Rovers."
    )
    found = deals("Bank sponsors Rovers", body, Quillbank=B, Marrow_Rovers=R, Quillbank_Ghana=FIRM)
    assert len(found) == 1


def test_a_headline_s_short_form_is_of_the_body_that_the_article_names() -> None:
    body = (
        "Marrow GAA has one sponsor for both codes. The news that long-time hurling sponsor Quillbank would "
        "take over both was timely. The new deal is the biggest in GAA history."
    )
    found = deals("One crest as Quillbank sponsors GAA", body, Quillbank=B, Marrow_GAA=R, GAA=R)
    assert [(d.sponsor.name, d.rights_holder.name) for d in found] == [("Quillbank", "Marrow GAA")]
