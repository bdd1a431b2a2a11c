import pytest

from records.record import EntityKind
from tests.claims import FIRM, B, P, R, deals


def pairs(title: str | None, body: str, **kinds: EntityKind) -> list[tuple[str, str, bool]]:
    found = deals(title, body, **kinds)
    return [(deal.sponsor.name, deal.rights_holder.name, deal.is_background) for deal in found]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Two join up",
            "Quillbank and Harrow Data have announced a partnership. Harrow Data is a preferred partner.",
        ),
        ("Harrow Data wins a client", "Quillbank has agreed a partnership with Harrow Data for its branches."),
    ],
)
def test_two_firms_without_a_word_of_sponsoring_have_no_deal(title: str, body: str) -> None:
    assert pairs(title, body, Quillbank=FIRM, Harrow_Data=FIRM) == []


def test_who_is_the_friend_of_a_cause_advertises_nothing() -> None:
    title, body = "Vautrin on her farm", "Ines Vautrin has become an ambassador for {}. She lives with two goats."
    cause, firm = "the Alder Foundation", "Quillbank"
    assert pairs(title, body.format(cause), Alder_Foundation=FIRM, Ines_Vautrin=P) == []
    assert pairs(title, body.format(firm), Quillbank=FIRM, Ines_Vautrin=P) == [("Quillbank", "Ines Vautrin", False)]


@pytest.mark.parametrize("sort", ["distribution", "TV", "banking", "co-production", "transfer"])
def test_a_contract_of_another_sort_is_no_deal(sort: str) -> None:
    body = f"Quillbank has signed a {sort} deal with Marrow Rovers. The two have worked on it since May."
    assert pairs("Rovers and Quillbank agree", body, Quillbank=B, Marrow_Rovers=R) == []


def test_a_network_on_which_something_was_posted_pays_nobody() -> None:
    body = (
        "Ines Vautrin is an ambassador for the brand. She posted on Gramble on Monday. Her Gramble page has fans."
    )
    assert pairs("Vautrin shows her kitchen", body, Gramble=B, Ines_Vautrin=P) == []


def test_a_new_face_takes_the_place_of_another() -> None:
    body = "Ines Vautrin and Odo Brill will replace Leo Marsh as the new ambassadors of the Quillbank campaign."
    found = pairs("New faces", body, Quillbank=B, Ines_Vautrin=P, Odo_Brill=P, Leo_Marsh=P)
    assert found == [
        ("Quillbank", "Ines Vautrin", False),
        ("Quillbank", "Odo Brill", False),
        ("Quillbank", "Leo Marsh", True),
    ]


def test_a_deal_that_a_signing_ends_is_not_the_new_partner_s() -> None:
    body = "Ines Vautrin has signed a deal with Quillbank, ending her partnership with Harrow Golf."
    found = pairs("Vautrin signs", body, Quillbank=B, Harrow_Golf=B, Ines_Vautrin=P)
    assert ("Quillbank", "Ines Vautrin", False) in found
    assert not any({"Quillbank", "Harrow Golf"} == {sponsor, holder} for sponsor, holder, _ in found)


def test_who_works_for_a_body_as_its_creative_partner_does_not_sponsor_it() -> None:
    body = "The Alder Trust has appointed Loud Owl as its creative partner for a campaign on water."
    assert pairs("Trust hires an agency", body, Alder_Trust=FIRM, Loud_Owl=FIRM) == []


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Quillbank to buy Harrow Snacks",
            "Quillbank has agreed to acquire Harrow Snacks, the official snack of Marrow Rovers, for £2bn.",
        ),
        (
            "Health plan",
            "Quillbank will sponsor the training of nurses at Marrow Rovers. A bill is before parliament.",
        ),
        ("Volunteers pack bags", "Marrow Rovers is working with Quillbank on a fair where families get bags."),
        (
            "Quillbank and Rovers build an app",
            "Quillbank and Marrow Rovers have teamed up to build an app for tickets.",
        ),
    ],
)
def test_what_is_bought_studied_or_made_together_is_no_sponsorship(title: str, body: str) -> None:
    found = pairs(title, body, Quillbank=FIRM, Harrow_Snacks=FIRM, Marrow_Rovers=R)
    assert all(is_background for _, _, is_background in found)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Dentists endorse Quillbank wares",
            "The Alder Guild endorses nine wares of Quillbank. Quillbank is proud.",
        ),
        (
            "Alder Guild appoints Quillbank",
            "The Alder Guild named the marketing agency Quillbank as its lead partner.",
        ),
        ("A calendar", "Quillbank and the Alder Guild have joined forces on a charity calendar for the spring."),
        ("A fair for all", "The Alder Guild will hold a fair in partnership with Quillbank on 3 May."),
    ],
)
def test_who_approves_works_or_hosts_with_a_firm_is_not_sponsored(title: str, body: str) -> None:
    assert all(is_background for _, _, is_background in pairs(title, body, Quillbank=FIRM, Alder_Guild=R))


def test_a_council_buys_and_sells_no_rights_but_the_name_of_something() -> None:
    meals = "Brackton Council has picked Quillbank as its official school meals provider in a £12m deal."
    assert pairs("Meals for schools", meals, Quillbank=FIRM, Brackton_Council=R) == []
    kits = "Quillbank has extended its partnership with the Brackton Athletics Council until 2033."
    found = pairs("Quillbank stays", kits, Quillbank=FIRM, Brackton_Athletics_Council=R)
    assert found == [("Quillbank", "Brackton Athletics Council", False)]
    lights = "Quillbank will sponsor the Christmas lights of Brackton Council for three years."
    found = pairs("Quillbank to sponsor lights", lights, Quillbank=FIRM, Brackton_Council=R)
    assert found == [("Quillbank", "Brackton Council", False)]


def test_a_contract_to_build_is_no_deal() -> None:
    body = "Quillbank has secured the £75m contract to rebuild Marrow Rovers' main stand."
    assert pairs("Builder wins contract", body, Quillbank=FIRM, Marrow_Rovers=R) == []


def test_an_official_partner_of_a_maker_of_software_sells_it() -> None:
    body = (
        "Quillbank, which offers billing software, has become an official Premier Partner of Vantor, the provider "
        "of payroll software. The integration lets customers approve bills on one platform."
    )
    title = "Quillbank software named Premier Partner of Vantor"
    assert pairs(title, body, Quillbank=FIRM, Vantor=FIRM) == []


def test_who_is_chosen_to_do_a_body_s_work_is_no_sponsor() -> None:
    title = "Quillbank chosen by Marrow Rovers to modernize its ticket platform"
    body = "Quillbank, a cloud provider, said that Marrow Rovers have selected it to migrate their systems."
    assert pairs(title, body, Quillbank=FIRM, Marrow_Rovers=R) == []


def test_who_partners_with_another_is_called_nothing() -> None:
    title = "Quillbank Company Inc. (NASDAQ: QLBK) Partners with Marrow Rovers to Launch Course on Boats"
    body = (
        "Quillbank Company (NASDAQ: QLBK), a maker of boats, announced its part in an educational program with "
        "Marrow Rovers to engage students in the science of boats. They will build a raft in May."
    )
    assert pairs(title, body, Quillbank=B, Marrow_Rovers=R) == []
