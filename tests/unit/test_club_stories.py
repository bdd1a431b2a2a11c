"""How stories of clubs tell of a deal: in the words of a purse, a split, a hunt or a stand, and who is no party."""

import pytest

from enrich.claims.parties import fitness
from records.record import Entity, EntityKind, Span
from tests.claims import FIRM, R, deals

GROUND = EntityKind.VENUE


def parties(title: str | None, body: str, **kinds: EntityKind) -> set[tuple[str, str]]:
    """Return sponsor and rights-holder of each deal that is news."""
    found = deals(title, body, **kinds)
    return {(d.sponsor.name, d.rights_holder.name) for d in found if not d.is_background}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Young players look the part",
            "Marrow Rovers have bought a new kit with the help of sponsorship money from Quillbank on Mill Street. "
            "Sponsorship is vital for Marrow Rovers, the chairman said.",
        ),
        ("Rovers name partners", "Marrow Rovers unveiled a shirt and signed a sponsorship deal with Quillbank."),
        ("Rovers part with sponsor", "Quillbank, the shirt sponsor, and Marrow Rovers go their own ways."),
        ("Rovers in talks", "Marrow Rovers are in talks that may see their shirts carrying the brand Quillbank."),
        (
            "Rovers close in on deal",
            "Marrow Rovers are close to a shirt sponsorship deal with Quillbank, sources have told the Insider.",
        ),
    ],
)
def test_the_words_of_a_club_s_deal_tie_the_two(title: str, body: str) -> None:
    assert parties(title, body, Quillbank=FIRM, Marrow_Rovers=R) == {("Quillbank", "Marrow Rovers")}


def test_a_club_unlikely_to_have_a_sponsor_is_introduced_to_none() -> None:
    body = "Marrow Rovers are unlikely to have a sponsor this season. The airline Quillbank was asked last week."
    assert parties("Sponsors stay away", body, Quillbank=FIRM, Marrow_Rovers=R) == set()


def test_who_wants_the_place_of_a_sponsor_may_be_described_first() -> None:
    body = (
        "Marrow Rovers are in advanced talks with a shirt sponsor. Quillbank, an events company, is the leading "
        "contender to replace longstanding sponsor Penlow on the front of the club's jerseys."
    )
    found = parties("Rovers in talks", body, Quillbank=FIRM, Penlow=FIRM, Marrow_Rovers=R)
    assert ("Quillbank", "Marrow Rovers") in found


def test_the_place_where_a_school_is_agrees_to_nothing() -> None:
    body = "The team from Kelmore Academy in Moro has agreed the sponsorship deal with Quillbank for its kits."
    found = parties("School side", body, Quillbank=FIRM, Kelmore_Academy=R, Moro=FIRM)
    assert found == {("Quillbank", "Kelmore Academy")}


def test_a_president_signs_for_his_federation() -> None:
    body = (
        "Marrow Football Federation has named Quillbank as its new kit partner. Federation president Vic Ode "
        "signed the deal with Quillbank on Thursday. Its general secretary came with president Vic Ode."
    )
    kinds = {"Quillbank": FIRM, "Marrow_Football_Federation": R, "Vic_Ode": EntityKind.PERSON}
    assert parties("Federation has new kit", body, **kinds) == {("Quillbank", "Marrow Football Federation")}


def test_two_that_play_do_not_sponsor_each_other() -> None:
    body = (
        "Basketball Marrow and the Lorne Basketball League have signed a landmark agreement. "
        "The league will become the commercial rights partner for the sport."
    )
    found = parties("Two agree partnership", body, Basketball_Marrow=FIRM, Lorne_Basketball_League=R)
    assert found == set()


@pytest.mark.parametrize("name", ["Stakewell", "Billmore", "Visa"])
def test_a_firm_whose_name_begins_like_another_matter_sponsors(name: str) -> None:
    body = f"Marrow Rovers have agreed a shirt sponsorship deal with {name} worth three billion crowns."
    assert parties("Rovers sign up sponsor", body, **{name: FIRM}, Marrow_Rovers=R) == {(name, "Marrow Rovers")}


@pytest.mark.parametrize(
    ("said", "event"),
    [
        ("The agreement marks the end of its shirt partnership with Quillbank.", "termination"),
        ("Its shirt sponsorship deal with Quillbank has been mutually concluded a season early.", "termination"),
    ],
)
def test_what_is_concluded_ends(said: str, event: str) -> None:
    body = f"Marrow Rovers told the press. {said}"
    found = deals("Rovers and Quillbank part", body, Quillbank=FIRM, Marrow_Rovers=R)
    assert [deal.event_type.value for deal in found] == [event]


def test_a_stand_is_the_club_s_to_name() -> None:
    body = (
        "Marrow Rovers have sold the names of two stands. Quillbank has become the proud sponsor of the East Stand "
        "in a three-year sponsorship deal."
    )
    found = parties("Rovers name stands", body, Quillbank=FIRM, East_Stand=GROUND, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers")}


def test_an_article_of_two_names_and_an_unnamed_player_is_read_whole() -> None:
    body = "Quillbank has terminated a shirt sponsorship deal with Marrow Rovers after the player left the pitch."
    assert parties("Sponsor cuts ties", body, Quillbank=FIRM, Marrow_Rovers=R) == {("Quillbank", "Marrow Rovers")}


def test_several_agreements_with_brands_are_deals() -> None:
    body = "Marrow Rovers have inked new sponsorship agreements with brands including Quillbank and Penlow."
    found = parties("Rovers sign sponsors", body, Quillbank=FIRM, Penlow=FIRM, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers"), ("Penlow", "Marrow Rovers")}


def test_who_owns_a_club_does_not_sponsor_it() -> None:
    body = (
        "Marrow Rovers, a franchise owned by the Ostler Group, said on Tuesday that they have signed 13 sponsors."
    )
    assert parties("Rovers sign 13 sponsors", body, Ostler_Group=FIRM, Marrow_Rovers=R) == set()


def test_one_of_a_club_s_sponsors_in_another_story_is_no_news() -> None:
    body = "Quillbank, one of Marrow Rovers' top sponsors, has told the chairman that it is worried by the trial."
    assert parties("Bank worried after trial", body, Quillbank=FIRM, Marrow_Rovers=R) == set()


@pytest.mark.parametrize(
    ("name", "said", "plays"),
    [
        ("Swans", "The new shirt of the Swans is white.", True),
        ("Fever", "A partner joins the Fever today.", True),
        ("Quillbank", "A partner joins the Quillbank today.", False),
    ],
)
def test_a_plural_or_a_force_of_nature_alone_is_a_team(name: str, said: str, plays: bool) -> None:
    at = said.index(name)
    team = Entity(id="e1", kind=EntityKind.BRAND, name=name, mentions=(Span(start=at, end=at + len(name)),))
    fit = fitness(team, said)
    assert (fit.holder > fit.sponsor) is plays


def test_a_paper_that_can_reveal_a_deal_is_no_party() -> None:
    body = "Marrow Rovers are to sign a shirt sponsorship deal with Quillbank, the Wirral Comet can reveal."
    kinds = {"Quillbank": FIRM, "Marrow_Rovers": R, "Wirral_Comet": FIRM}
    assert parties("Rovers to sign deal", body, **kinds) == {("Quillbank", "Marrow Rovers")}


def test_the_league_of_two_sides_is_no_party() -> None:
    body = (
        "Lorne League sides Marrow Rovers and Kelmore Albion have entered into a sponsorship deal with new betting "
        "firm Quillbank."
    )
    kinds = {"Quillbank": FIRM, "Lorne_League": R, "Marrow_Rovers": R, "Kelmore_Albion": R}
    assert parties("Two confirm Quillbank sponsorship deals", body, **kinds) == {
        ("Quillbank", "Marrow Rovers"),
        ("Quillbank", "Kelmore Albion"),
    }


def test_the_club_whose_chief_speaks_is_the_one_that_welcomes() -> None:
    body = (
        "Quillbank has become the sponsor of Kelmore Albion just weeks after Penlow dropped a deal with "
        "Marrow Rovers. Kelmore Albion chief Vic Ode said the club was excited to welcome Quillbank as its new "
        "main partner. Penlow had paid Marrow Rovers for years. Marrow Rovers, who play in blue, are upset."
    )
    kinds = {
        "Quillbank": FIRM,
        "Penlow": FIRM,
        "Marrow_Rovers": R,
        "Kelmore_Albion": R,
        "Vic_Ode": EntityKind.PERSON,
    }
    found = parties("New sponsor for Albion", body, **kinds)
    assert ("Quillbank", "Kelmore Albion") in found
    assert ("Quillbank", "Marrow Rovers") not in found


def test_a_club_record_deal_is_no_record() -> None:
    body = "Marrow Rovers confirmed that they had agreed a club-record deal with Quillbank for their shirts."
    assert parties("Fans oppose shirt sponsor", body, Quillbank=FIRM, Marrow_Rovers=R) == {
        ("Quillbank", "Marrow Rovers")
    }


def test_what_a_firm_is_announced_as_is_itself() -> None:
    body = (
        "The Lorne Hockey League says it will invest after landing a title sponsor. Sports retailer Quillbank has "
        "been announced as the new official title sponsor until 2027."
    )
    found = parties("League lands sponsor", body, Quillbank=FIRM, Lorne_Hockey_League=R)
    assert found == {("Quillbank", "Lorne Hockey League")}


def test_a_firm_in_two_trades_is_one_more_of_a_list() -> None:
    body = (
        "Marrow Rovers have received sponsorship from Kelmore dealership Quillbank and office and storage company "
        "Penlow."
    )
    found = parties("New sponsors boost Rovers", body, Quillbank=FIRM, Penlow=FIRM, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers"), ("Penlow", "Marrow Rovers")}


@pytest.mark.parametrize(
    ("name", "said", "pays"),
    [
        ("Rotary Club of Moro", "They met the Rotary Club of Moro.", True),
        ("Zorvane Cricket", "They met the retailer Zorvane Cricket.", True),
        ("Zorvane Cricket", "They met Zorvane Cricket.", False),
    ],
)
def test_a_club_that_plays_no_sport_and_a_trader_in_one_pay(name: str, said: str, pays: bool) -> None:
    at = said.index(name)
    firm = Entity(id="e1", kind=EntityKind.ORGANIZATION, name=name, mentions=(Span(start=at, end=at + len(name)),))
    fit = fitness(firm, said)
    assert (fit.sponsor > fit.holder) is pays


def test_a_sponsor_with_a_person_s_name_is_a_firm_by_its_crest() -> None:
    body = (
        "Marrow Rovers are in a crisis after club sponsor Dora Quill withdrew its sponsorship of the Marrow Rovers "
        "shirts. The Dora Quill crest was to be on the home shirts."
    )
    found = parties("Sponsorship deal brought to an end", body, Dora_Quill=EntityKind.PERSON, Marrow_Rovers=R)
    assert found == {("Dora Quill", "Marrow Rovers")}


def test_whom_a_new_sponsor_takes_over_from_is_no_news() -> None:
    body = (
        "Marrow Rovers have signed a shirt sponsorship deal with Quillbank. They take over from courier firm "
        "Penlow, the kit sponsors of Marrow Rovers for three years."
    )
    found = parties("Rovers sign kit sponsor", body, Quillbank=FIRM, Penlow=FIRM, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers")}


def test_a_new_jersey_is_sponsored_for_its_club() -> None:
    body = "Marrow Rovers have today launched their new jersey for the season. It's sponsored by Quillbank."
    assert parties("Rovers launch new jersey", body, Quillbank=FIRM, Marrow_Rovers=R) == {
        ("Quillbank", "Marrow Rovers")
    }


def test_the_town_a_side_is_based_in_is_no_party() -> None:
    body = "Quillbank has renewed its sponsorship deal with the Port Moro based side, Marrow Rovers, for a year."
    found = parties("Quillbank renews sponsorship", body, Quillbank=FIRM, Port_Moro=FIRM, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers")}


def test_who_announces_a_deal_for_the_stadium_has_it() -> None:
    body = (
        "Kelmore Albion have a new shirt partner, Penlow. Kelmore Albion are pleased. Meanwhile Marrow Rovers have "
        "announced that Quillbank has become the main sponsor of the club."
    )
    kinds = {"Quillbank": FIRM, "Penlow": FIRM, "Marrow_Rovers": R, "Kelmore_Albion": R}
    found = {(d.sponsor.name, d.rights_holder.name) for d in deals("Two find sponsors", body, **kinds)}
    assert ("Quillbank", "Marrow Rovers") in found
    assert ("Quillbank", "Kelmore Albion") not in found
