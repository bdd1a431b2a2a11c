import pytest

from records.record import EntityKind
from tests.claims import FIRM, B, P, R, deals


def news(title: str | None, body: str, **kinds: EntityKind) -> set[tuple[str, str]]:
    found = deals(title, body, **kinds)
    return {(deal.sponsor.name, deal.rights_holder.name) for deal in found if not deal.is_background}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Quillbank signs skier Ines Vautrin", "Ines Vautrin has a new helmet. Quillbank is pleased."),
        ("A busy day", "Quillbank announced the addition of Ines Vautrin to its global athlete team."),
        ("Radio row", "Quillbank has parted ways with Ines Vautrin, its spokeswoman since 2020, over her words."),
        ("Star dropped", "Quillbank cut Ines Vautrin loose on Monday as its ambassador."),
        ("New voice", "Quillbank has named Ines Vautrin as its celebrity spokesperson for the spring."),
        (
            "Star dropped",
            "Quillbank has dropped Ines Vautrin, its brand ambassador. The singer was fined. The singer left.",
        ),
    ],
)
def test_a_star_taken_on_or_left_by_a_brand_is_its_news(title: str, body: str) -> None:
    assert news(title, body, Quillbank=B, Ines_Vautrin=P) == {("Quillbank", "Ines Vautrin")}


def test_a_headline_s_firm_that_drops_a_rapper_is_no_rapper() -> None:
    body = "Quillbank said on Monday that the tour will go on without Odo Brill."
    assert news("Quillbank drops rapper Odo Brill", body, Quillbank=FIRM, Odo_Brill=P) == {
        ("Quillbank", "Odo Brill")
    }


def test_who_is_of_a_body_signs_for_himself() -> None:
    body = "Head coach Odo Brill of the Marrow Rovers has signed an endorsement deal with Quillbank."
    found = news("Coach signs", body, Quillbank=FIRM, Odo_Brill=P, Marrow_Rovers=R)
    assert found == {("Quillbank", "Odo Brill")}


def test_a_brand_that_names_somebody_its_ambassador_is_not_the_ambassador() -> None:
    body = "Quillbank has named Zuvela its brand ambassador for a year."
    found = news("Quillbank names Zuvela its ambassador", body, Quillbank=FIRM, Zuvela=P)
    assert found == {("Quillbank", "Zuvela")}


def test_riders_leave_one_maker_of_bikes_for_another() -> None:
    body = "Marrow Rovers will ride Quillbank from 2026 after ending their agreement with Harrow Cycles."
    found = deals("New bikes for Rovers", body, Quillbank=B, Harrow_Cycles=B, Marrow_Rovers=R)
    told = {(deal.sponsor.name, deal.rights_holder.name, deal.is_background) for deal in found}
    assert ("Quillbank", "Marrow Rovers", False) in told
    assert ("Harrow Cycles", "Marrow Rovers", False) not in told


def test_the_sponsors_that_a_body_has_already_are_recalled() -> None:
    body = (
        "Marrow Rovers are to look for a first data partner, a sponsor of a new sort. They hope for one by May. "
        "Existing sponsors of Marrow Rovers include Quillbank."
    )
    assert news("Rovers seek a data sponsor", body, Quillbank=B, Marrow_Rovers=R) == set()


@pytest.mark.parametrize(
    "body",
    [
        "Quillbank has signed name, image and likeness agreements with Ines Vautrin and the guard Odo Brill.",
        "Quillbank has onboarded Ines Vautrin and Odo Brill as the faces of its new campaign.",
        "Ines Vautrin and Odo Brill are the new faces of Quillbank.",
    ],
)
def test_two_athletes_may_have_one_brand(body: str) -> None:
    found = news("Two for Quillbank", body, Quillbank=B, Ines_Vautrin=P, Odo_Brill=P)
    assert found == {("Quillbank", "Ines Vautrin"), ("Quillbank", "Odo Brill")}


def test_an_athlete_who_teams_up_with_a_firm_in_a_headline_endorses_it() -> None:
    body = "The quarterback Ines Vautrin drinks milk. Ines Vautrin won the title. The company Quillbank is glad."
    assert news("Ines Vautrin teams up with Quillbank", body, Quillbank=FIRM, Ines_Vautrin=P) == {
        ("Quillbank", "Ines Vautrin")
    }


def test_who_is_introduced_as_a_member_of_a_maker_s_roster_is_its_news() -> None:
    body = "Quillbank today introduced the sprinter Ines Vautrin as the newest member of its global roster."
    assert news("Quillbank welcomes a champion", body, Quillbank=FIRM, Ines_Vautrin=P) == {
        ("Quillbank", "Ines Vautrin")
    }
