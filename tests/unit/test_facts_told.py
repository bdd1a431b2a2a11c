"""What a deal runs for and pays, told beside what others earn, what is left over and what was before."""

import pytest

from enrich.findings import Found
from enrich.stages.deals import find
from enrich.text import Text
from records.record import Entity, EntityKind, Span
from tests.claims import B, R, deals
from tests.facts import LEFT, SIGNED, WRITTEN, story

E, V = EntityKind.EVENT, EntityKind.VENUE


@pytest.mark.parametrize(
    ("body", "years"),
    [
        # What is added is to come, whatever the verb and whatever may follow it.
        ("Quillbank has added two more years, with an option for a third, to its deal with Marrow Rovers.", 2),
        ("Quillbank has committed itself another three years to its sponsorship of Marrow Rovers.", 3),
        (SIGNED + "The agreement is for what is expected to be three years.", 3),
        (SIGNED + "The bank will pay £2m over the course of four years.", 4),
        # The length of what is extended is that of the deal before.
        ("Quillbank is extending its 21-year sponsorship of Marrow Rovers until 2034.", None),
        ("Marrow Rovers said their five-year partnership with Quillbank is being extended.", None),
        (SIGNED + '"We have agreed on three years," said the chairman of the club.', 3),
        (SIGNED + "The bank has committed itself to five years.", 5),
        (SIGNED + "It is a long-term commitment: five years, with a break after three.", 5),
        (SIGNED + "Its duration is three years.", 3),
        (SIGNED + "It will have been on the shirt for 20 years when the deal ends in 2035.", None),
        (LEFT + "The bank has paid for the ground for 14 years.", None),
        (SIGNED + "The club had been looking for a sponsor for two years.", None),
        ("Quillbank, a sponsor of Marrow Rovers for 12 years, has signed up for another contract.", None),
        ("Quillbank has paid £2m to become the main sponsor of Marrow Rovers for five years.", 5),
        (SIGNED + "A further two-year extension is possible.", None),
        # What is left to run, and what is counted two and one, is no length.
        (SIGNED + "The contract of its rival has two more years to run.", None),
        (SIGNED + "It is a 2+1-year deal.", None),
        # A price is paid to be on a building, not to put one up.
        (SIGNED + "It is paying £7m over 20 years to put its name on the building.", 20),
    ],
)
def test_years_are_those_that_a_deal_is_given(body: str, years: float | None) -> None:
    assert story(body).term.years == years


@pytest.mark.parametrize(
    ("body", "start", "end"),
    [
        (SIGNED + "The sponsorship runs until the end of the decade.", None, "2039"),
        (SIGNED + "The contract with the bank expires next June.", None, "2032-06"),
        (SIGNED + "The contract expires next December.", None, None),  # this year's, or the next one's
        (SIGNED + "The new one, which will start from the 2032-33 season, pays more.", "2032", None),
        (SIGNED + "The contract lasts until end-2034.", None, "2034"),
        (SIGNED + "The contract lasts until the end of the season after next.", None, None),
        # What takes effect at once, or began on Monday, does so about the day it is written.
        (SIGNED + "The deal takes effect immediately and runs to 2034.", "2031-09-17", "2034"),
        (SIGNED + "The year-long deal began on Monday.", "2031-09-15", None),
        ("Marrow Rovers have ended their sponsorship by Quillbank with immediate effect.", None, "2031-09-17"),
        (SIGNED + "It will be on the sleeve from the opening match of the 2032-33 season.", "2032", None),
        (SIGNED + "It will be seen this month, as well as in 2032 and 2033.", "2031-09", "2033"),
        # A weekday to come, the first and the last time, and what is said of both by one of them.
        (SIGNED + "Its sponsorship starts with Saturday's match.", "2031-09-20", None),
        (SIGNED + "The 2032 race will be the first to carry its name.", "2032", None),
        (SIGNED + "The first match under the new name will be played in May.", "2032-05", None),
        ("Next year Quillbank will become the main sponsor of Marrow Rovers.", "2032", None),
        ("Quillbank is to sponsor Marrow Rovers next year.", "2032", None),
        (SIGNED + "The bank, which will take over in January, sells mortgages.", "2032-01", None),
        (SIGNED + "It takes the place of Tarn Motors from 1 November.", "2031-11-01", None),
        (
            "Quillbank will bear the costs of Marrow Rovers as a sponsor from the first of November.",
            "2031-11",
            None,
        ),
        (SIGNED + "It will be on the shirts when the club kicks off the 2032-33 campaign.", "2032", None),
        (SIGNED + "The sponsorship starts with the quarter-finals in November.", "2031-11", None),
        (
            "Quillbank, a sponsor of Marrow Rovers since 2029, will be on its shirts until the end of 2034.",
            None,
            "2034",
        ),
        (SIGNED + "The agreement before would have come to an end after next April's match.", None, None),
        (SIGNED + "It follows Harrowgate, which is leaving the club and whose deal ends in June.", None, None),
        (LEFT + "This year's Marrow Cup week will be the last to be sponsored by the bank.", None, "2031"),
        (SIGNED + "The contract, which was to end next June, has been prolonged.", None, None),
        (SIGNED + "Its first match as sponsor will be on 4 October.", "2031-10-04", None),
        (LEFT + "They will go their separate ways on 1 July.", None, "2032-07-01"),
        (LEFT + "The bank's logo will come off the shirts in May.", None, "2032-05"),
        (LEFT + "The move takes effect at the end of the month.", None, "2031-09"),
        (LEFT + "The last match with its name on the shirt will be on 24 October.", None, "2031-10-24"),
        (LEFT + "Next year's race, the 150th, will be the last with its name on the programme.", None, "2032"),
        (LEFT + "The bank will remain until June to give the club time.", None, "2032-06"),
        (SIGNED + "It was to have run out after next summer, and is now on the shirts to 2035.", None, "2035"),
        (SIGNED + '"We are staying until 2035," its chairman said.', None, "2035"),
        (SIGNED + '"We want to be here in 2040," its chairman said.', None, None),
        (SIGNED + "Its rival said it would not renew when its sponsorship expires next spring.", None, None),
    ],
)
def test_dates_are_read_as_they_are_told(body: str, start: str | None, end: str | None) -> None:
    assert (story(body).term.start, story(body).term.end) == (start, end)


def test_who_sponsors_one_edition_of_an_event_starts_with_it() -> None:
    for body, start in (
        ("Quillbank has become title sponsor of the 2032 Tarn Run.", "2032"),
        ("Quillbank has become title sponsor of the Tarn Run 2032.", "2032"),
        ("Quillbank has signed a multi-year deal as title sponsor of the 2032 Tarn Run.", None),
        ("Quillbank is ending its title sponsorship after the 2030 Tarn Run.", None),
    ):
        [deal] = deals(None, body, WRITTEN, Quillbank=B, Tarn_Run=E)
        assert deal.term.start == start


@pytest.mark.parametrize(
    "words",
    [
        "The club employs 42 officials, who earn up to £120,000 a year each.",
        "The designer Ines Vautrin will join the club on a contract said to be worth £3m a year.",
        "Some 14,000 runners have entered, each paying £900.",
        "Harvest Day will be worth £400,000 when it is run in June.",
        "The winning team last year received £20,000.",
        "The club had hoped for at least £80,000; how much it gets was not made public.",
        "The stadium, with 22,000 seats, is costing £190m.",
        "To date it has put £2m into hurling.",
        "Quillbank previously backed the cup from 2019 to 2026, when it paid £1m a year.",
        "The bank employs 1,200 people and lends £2bn a year.",
        "The club's rivals earn up to £2m a year from their shirts.",
        "The bank has lent £8m to firms in the town.",
        "It will also give £10,000 to the club's charity.",
        "The bank will pay £10,000 for every goal.",
        "That is above the £9m that Tarn Motors paid.",
    ],
)
def test_what_others_earn_and_pay_is_no_value(words: str) -> None:
    assert [value.amount for value in story(SIGNED + words).value if value.amount] == []


def test_whoever_gives_over_years_is_the_sponsor() -> None:
    deal = story(SIGNED + "The quarry will contribute £90,000 over the next three years.")
    assert ([value.amount for value in deal.value], deal.term.years) == ([9e4], 3)


def test_the_maker_is_not_the_one_whose_place_another_takes() -> None:
    body = (
        "Quillbank took over from Tarn Motors as the sponsor of Marrow Rovers in May. "
        "It is the first season of a five-year £30m deal between Marrow Rovers and the company."
    )
    assert (story(body).term.years, [value.amount for value in story(body).value]) == (5, [3e7])


def test_the_company_that_pays_is_not_the_club_that_is_paid() -> None:
    body = SIGNED + "The company will pay £1m a year, which is a record for the club."
    place = body.index("The company")
    names = {"Quillbank": B, "Marrow Rovers": R}
    entities = [
        Entity(id=f"e{n}", kind=kind, name=name, mentions=(Span(start=at, end=at + len(name)),))
        for n, (name, kind) in enumerate(names.items(), 1)
        if (at := body.index(name)) >= 0
    ]
    taken = (*entities[1].mentions, Span(start=place, end=place + len("The company")))
    found = Found()
    found.entities = [entities[0], entities[1].model_copy(update={"mentions": taken})]
    [deal] = find(Text(body, None, (), WRITTEN), found)
    assert [value.amount for value in deal.value] == [1e6]


def test_who_appoints_a_title_sponsor_is_none() -> None:
    cast = {"Lowland_Union": R, "Quillbank": B, "Tarn_Cup": E}
    body = "The Lowland Union has appointed Quillbank title sponsor of the Tarn Cup until 2035."
    found = deals(None, body, WRITTEN, **cast)
    assert [(d.sponsor.name, d.rights_holder.name, d.term.end) for d in found] == [
        ("Quillbank", "Lowland Union", "2035")
    ]


def test_what_a_yearly_sum_adds_up_to_is_paid_too() -> None:
    deal = story(SIGNED + "Sources put the deal at £3m a season, taking it to £9m overall.")
    assert [(value.amount, value.basis) for value in deal.value] == [(3e6, "per_season"), (9e6, "total")]


def test_what_a_club_loses_with_a_sponsor_is_what_it_paid() -> None:
    assert [value.amount for value in story(LEFT + "The club will lose £300,000 a year.").value] == [3e5]


def test_the_government_is_no_sponsor() -> None:
    assert story(SIGNED + "The government will contribute £90,000 over the next three years.").value == ()


def test_what_rights_cost_is_paid_for_them() -> None:
    assert [value.amount for value in story(SIGNED + "The rights cost it £1m a year.").value] == [1e6]


def test_a_sum_over_the_lifetime_of_a_deal_is_a_total() -> None:
    deal = story(SIGNED + "The deal will bring in around €5m over its lifetime.")
    assert [(value.amount, value.basis) for value in deal.value] == [(5e6, "total")]


@pytest.mark.parametrize(
    ("body", "event"),
    [
        ("Quillbank will sponsor Marrow Rovers after Harrowgate decided to pull out.", "new"),
        ("Marrow Rovers need a new sponsor, with Quillbank stepping down after this season.", "termination"),
        (
            "Talks between Marrow Rovers and Quillbank over a sponsorship deal have reached their final stage.",
            "rumour",
        ),
        ("A sponsorship deal between Quillbank and Marrow Rovers could be signed in May.", "rumour"),
        ("Next year will be the last with Quillbank as the sponsor of Marrow Rovers.", "non_renewal"),
        ("Quillbank has added two years, with an option, to its deal with Marrow Rovers.", "extension"),
    ],
)
def test_who_ends_a_deal_ends_his_own(body: str, event: str) -> None:
    assert story(body).event_type == event


@pytest.mark.parametrize(
    ("body", "role"),
    [
        (SIGNED.replace("main ", "") + "Mill Lane will be known as the Quillbank Stadium.", "naming_rights"),
        (SIGNED.replace("main ", "") + "It is paying to put its name on the building.", "naming_rights"),
        ("Marrow Rovers will wear Quillbank kit after signing a sponsorship deal with the firm.", "kit_supplier"),
        ("Quillbank has named Marrow Rovers the new global face of its sponsorship.", "ambassador"),
        ("Quillbank has become the general sponsor of Marrow Rovers.", "principal"),
        ("Quillbank and Marrow Rovers have announced a jersey patch partnership.", "shirt_front"),
    ],
)
def test_a_role_is_told_by_what_bears_the_name(body: str, role: str) -> None:
    assert story(body).role == role


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Quillbank will be the sponsor on the shirts of Marrow Rovers' women's team.", "women's team"),
        (
            "Quillbank is a sponsor of Marrow Rovers. The north stand at Marrow Rovers will carry its name.",
            "north stand",
        ),
        ("Quillbank, a sponsor of Marrow Rovers, used to back the club's youth cup.", None),
    ],
)
def test_a_part_of_a_club_is_what_is_sponsored(body: str, name: str | None) -> None:
    found = story(body).property
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("body", "cast", "parties"),
    [
        (
            "Quillbank has become lead partner of Swim Safe, the Marrow Trust's programme for schools.",
            {"Swim_Safe": B, "Marrow_Trust": R},
            ("Marrow Trust", "Swim Safe"),
        ),
        (
            "Quillbank is the new sponsor of the Tarn Novel Prize, said the Tarn Writers, who run the award.",
            {"Tarn_Novel_Prize": E, "Tarn_Writers": R},
            ("Tarn Writers", "Tarn Novel Prize"),
        ),
        (
            "Quillbank has become title sponsor of Ladies Day at Tarn Racecourse for three years.",
            {"Tarn_Racecourse": V},
            ("Tarn Racecourse", "Ladies Day"),
        ),
        (
            "Quillbank and the Inland Tour have agreed to extend its title sponsorship of the Quillbank Open.",
            {"Inland_Tour": E, "Quillbank_Open": E},
            ("Inland Tour", "Quillbank Open"),
        ),
    ],
)
def test_whose_a_thing_is_is_told_beside_it(
    body: str, cast: dict[str, EntityKind], parties: tuple[str, str]
) -> None:
    found = deals(None, body, WRITTEN, Quillbank=B, **cast)
    assert [(d.rights_holder.name, d.property.name) for d in found if d.property] == [parties]
