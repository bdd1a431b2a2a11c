"""Who is named where a sponsorship is told of and is no party to it."""

import pytest

from enrich.claims.evidence import weigh
from enrich.claims.links import CHRISTENED, PREDECESSOR, RENAMED
from enrich.claims.passages import passages
from enrich.claims.talk import speaks
from enrich.text import Text
from records.record import Entity, EntityKind, Span
from tests.links import BANK_AND_CLUB, BANK_AND_FAIR, OSTLER_AND_STAR, pairs, ties


@pytest.mark.parametrize(
    "body",
    [
        "Quillbank opened a branch beside the ground of Marrow Rovers.",
        "Quillbank lent money to Marrow Rovers.",
        "Quillbank does not support Marrow Rovers.",
        "Marrow Rovers lost while Quillbank, a sponsor of Penlow, looked on.",
    ],
)
def test_what_only_stands_in_one_sentence_is_not_tied(body: str) -> None:
    assert BANK_AND_CLUB not in ties(body)


def test_whom_a_sponsor_replaces_is_not_sponsored() -> None:
    found = ties("Ostler is the title sponsor of Kelmore Fair, replacing Penlow.")
    assert ("Ostler", "Kelmore Fair") in found
    assert ("Ostler", "Penlow") not in found


def test_who_speaks_where_a_firm_is_a_sponsor_does_not_sponsor_it() -> None:
    body = "The boss, Tom Ode, will speak at Kelmore Fair, where Quillbank will serve as a silver sponsor."
    assert ties(body) == {BANK_AND_FAIR}


def test_the_help_of_a_firm_is_not_what_its_holder_gives() -> None:
    assert ("Kelmore Fair", "Quillbank") not in ties("Kelmore Fair is made possible by the support of Quillbank.")


def test_who_is_left_becomes_no_ambassador() -> None:
    assert ties("Mira Solbakken has left Quillbank to become an ambassador for Ostler.") >= {OSTLER_AND_STAR}


@pytest.mark.parametrize(
    "body",
    [
        "According to the Quillbank, Marrow Rovers have signed a sponsorship deal.",
        "The former Kelmore Fair champion announced a new sponsor.",
        "Marrow Rovers do not have any kit contract with Quillbank.",
        "Marrow Rovers have said that they are still looking for a title sponsor.",
        "Kelmore Fair, which helps the Quillbank, is looking for new sponsors.",
    ],
)
def test_who_reports_or_won_or_has_no_contract_is_tied_to_nobody(body: str) -> None:
    assert ties(body) == set()


def test_who_is_without_a_sponsor_is_none() -> None:
    assert ties("Tom Ode says that Kelmore Fair is likely to open without a sponsor for Marrow Rovers.") == set()


def test_whom_a_sponsor_is_to_succeed_is_no_news() -> None:
    body = "Quillbank has been rumoured to be the favourite to succeed Ostler as sponsor of Marrow Rovers."
    entities, found = pairs(body)
    gone = [p for p in found if entities[p.sponsor].name == "Ostler"]
    assert {link.cue for pair in gone for link in pair.links} == {PREDECESSOR}


def test_a_sponsorship_of_something_without_a_name_is_not_given_to_another() -> None:
    assert ties("Marrow Rovers lost. Quillbank has announced its sponsorship of amateur cycling in Denby.") == set()


def test_who_does_not_sponsor_something_is_no_sponsor() -> None:
    assert ties("The brewer Quillbank does not sponsor Marrow Rovers.") == set()


def test_a_club_that_signs_for_years_is_no_sponsor() -> None:
    assert ties("Mira Solbakken left Ostler. Marrow Rovers signed on Thursday for four years.") == set()


def test_words_without_any_sign_of_sponsorship_are_not_read() -> None:
    text = Text("Quillbank lent money to Marrow Rovers.", None, (), None)
    assert [speaks(passage) for passage in passages(text, [])] == [False]


def test_whom_an_event_was_named_after_before_is_not_its_new_sponsor() -> None:
    body = "The Ostler Fair will be renamed the Quillbank Ostler Fair. Ostler and Quillbank said nothing."
    fair, week = (
        Entity(id=name, kind=EntityKind.EVENT, name=name, mentions=(Span(start=at, end=at + len(name)),))
        for name, at in (("Ostler Fair", body.index("Ostler")), ("Quillbank Ostler Fair", body.index("Quillbank")))
    )
    firms = [
        Entity(id=name, kind=EntityKind.BRAND, name=name, mentions=(Span(start=at, end=at + len(name)),))
        for name, at in (("Ostler", body.rindex("Ostler")), ("Quillbank", body.rindex("Quillbank")))
    ]
    entities = [fair, week, *firms]
    text = Text(body, None, (), None)
    told = weigh(text, passages(text, entities), entities).told
    assert [(entities[p.sponsor].name, entities[p.holder].name) for p in told] == [("Quillbank", "Ostler Fair")]


def test_a_name_that_only_says_which_sort_the_next_one_is_holds_nothing() -> None:
    assert ties("Kelmore Fair side Marrow Rovers have renewed their deal with Quillbank.") == {BANK_AND_CLUB}


def test_the_league_of_the_only_team_is_not_sponsored() -> None:
    body = "Marrow Rovers, the club said, will be the only Kelmore Fair team wearing Ostler shirts."
    assert ("Ostler", "Kelmore Fair") not in ties(body)


def test_the_series_that_an_event_belongs_to_is_not_sponsored() -> None:
    body = "Quillbank is the title sponsor of Marrow Rovers, the third round of the Kelmore Fair."
    assert ties(body) == {BANK_AND_CLUB}


def test_a_club_that_agrees_beside_a_sponsor_does_not_pay() -> None:
    body = "Quillbank and Marrow Rovers extended the title sponsorship of Kelmore Fair."
    assert ("Marrow Rovers", "Kelmore Fair") not in ties(body)


def test_the_new_name_of_a_ground_that_is_nobody_s_tells_of_no_sponsor() -> None:
    assert ties("Marrow Rovers' ground will be known as the Denby Arena. Quillbank has a branch there.") == set()


def test_who_only_signs_beside_another_is_not_signed_by_it() -> None:
    found = ties("Marrow Rovers and Mira Solbakken announced a sponsorship with Ostler.")
    assert found == {("Ostler", "Marrow Rovers"), OSTLER_AND_STAR}


def test_the_last_two_of_three_that_sign_are_no_pair() -> None:
    assert ties("Quillbank, Ostler and Penlow have announced sponsorship deals.") == set()


def test_each_of_some_that_have_signed_has_signed_what_is_told_of_it_later() -> None:
    body = (
        "Quillbank and Ostler have both signed sponsorship deals this week. Penlow has not. "
        "Ostler will sponsor Kelmore Fair. Quillbank is the new sponsor of Marrow Rovers."
    )
    assert ties(body) == {BANK_AND_CLUB, ("Ostler", "Kelmore Fair")}


def test_by_what_a_ground_has_been_known_is_no_new_name() -> None:
    body = (
        "Marrow Rovers' ground, which has been known as Quillbank Arena for years, will be renamed in a deal with "
        "Ostler. The naming rights deal with Quillbank has run out."
    )
    _, found = pairs(body)
    assert found
    assert not any(link.cue in (CHRISTENED, RENAMED) for pair in found for link in pair.links)


def test_who_joins_with_another_firm_being_named_sponsor_does_not_sponsor_that() -> None:
    body = "Quillbank joined as presenting partner with Ostler being named an official partner of Kelmore Fair."
    assert ("Quillbank", "Ostler") not in ties(body)


@pytest.mark.parametrize(
    "body",
    [
        "Quillbank will be the media sponsor of Kelmore Fair hosted by Ostler.",
        "Quillbank has become a partner of Kelmore Fair, organised by Ostler and Penlow.",
    ],
)
def test_who_stages_an_event_does_not_sponsor_it(body: str) -> None:
    entities, found = pairs(body)
    assert {entities[pair.sponsor].name for pair in found} == {"Quillbank"}


def test_who_announces_the_sponsor_of_an_event_is_none() -> None:
    found = ties("Penlow announces Kelmore Fair sponsors: Quillbank and Ostler")
    assert found == {BANK_AND_FAIR, ("Ostler", "Kelmore Fair")}


def test_the_club_that_says_who_an_athlete_is_has_no_deal() -> None:
    body = "Quillbank is proud to announce a partnership with Mira Solbakken, the Marrow Rovers' first signing."
    assert BANK_AND_CLUB not in ties(body)


@pytest.mark.parametrize("dateline", ["DENBY, June 4, 2025 /Ode Wire/ -- ", "DENBY, June 4 (Ode Wire) - "])
def test_a_dateline_is_no_part_of_what_is_told(dateline: str) -> None:
    entities, found = pairs(f"{dateline}Quillbank is proud to sponsor Kelmore Fair.")
    assert {(entities[pair.sponsor].name, entities[pair.holder].name) for pair in found} == {BANK_AND_FAIR}
    assert found[0].links[0].passage.words.startswith("Quillbank is proud")


def test_the_event_of_which_another_is_a_part_has_no_deal_of_its_own() -> None:
    found = ties("Quillbank is sponsoring Kelmore Fair, a Quillbank Market Week event staged by Ostler.")
    assert found == {BANK_AND_FAIR}


def test_who_is_called_the_sponsor_in_a_headline_sponsors_and_is_not_sponsored() -> None:
    assert ("Kelmore Fair", "Quillbank") not in ties("Kelmore Fair Sponsor Quillbank to Show New Bikes")


def test_what_a_firm_will_do_and_sponsor_it_sponsors() -> None:
    assert BANK_AND_FAIR in ties("Quillbank will speak at and sponsor the 34th annual Kelmore Fair in Denby.")


def test_whom_an_affiliate_belongs_to_has_no_part_in_its_deal() -> None:
    body = "Marrow Rovers, Kelmore Fair affiliate of the Quillbank Market Week, have partnered with Ostler."
    entities, found = pairs(body)
    assert {(entities[pair.sponsor].name, entities[pair.holder].name) for pair in found} == {
        ("Ostler", "Marrow Rovers")
    }


def test_the_event_that_an_athlete_races_in_is_no_party() -> None:
    assert ties("Quillbank signs Kelmore Fair downhill racer Mira Solbakken to multi-year deal") == {
        ("Quillbank", "Mira Solbakken")
    }
