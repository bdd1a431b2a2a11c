import pytest

from records.record import EntityKind
from tests.claims import FIRM, B, P, R, deals

EVENT = EntityKind.EVENT


def news(title: str, body: str, **kinds: EntityKind) -> list[tuple[str, str]]:
    return [
        (deal.sponsor.name, deal.rights_holder.name)
        for deal in deals(title, body, **kinds)
        if not deal.is_background
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Quillbank hosted its 12th annual Harrow Classic on Monday, with sponsors from all over the county.",
        "The Harrow Classic, organised by Quillbank, thanks its sponsors for 12 good years.",
        "Quillbank's 12th annual Harrow Classic has found sponsors from all over the county.",
        "Quillbank opened registration for the Harrow Classic, which has five sponsors.",
    ],
)
def test_who_stages_an_event_does_not_sponsor_it(told: str) -> None:
    body = f"{told} Quillbank signed a partnership with the Harrow Classic. Some 140 golfers took part in the rain."
    assert news("A day on the greens", body, Quillbank=FIRM, Harrow_Classic=EVENT) == []


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Cup changes hands", "Quillbank has bought a majority stake in the Harrow Cup, which has five sponsors."),
        ("A new home for the cup", "The Harrow Cup's owner Quillbank is looking at new partnerships."),
        ("Cup on screen", "Quillbank has a four-year agreement with the Harrow Cup and will stream its matches."),
        ("Data from the lanes", "Under the partnership Quillbank has the right to collect data of the Harrow Cup."),
    ],
)
def test_who_buys_or_shows_a_cup_does_not_sponsor_it(title: str, told: str) -> None:
    body = f"{told} Quillbank signed an agreement with the Harrow Cup on Monday. It is played in June."
    assert news(title, body, Quillbank=FIRM, Harrow_Cup=EVENT) == []


def test_who_shows_a_cup_may_sponsor_it_too() -> None:
    body = "Quillbank, which will stream the matches, is the new title sponsor of the Harrow Cup."
    assert news("Cup finds a name", body, Quillbank=FIRM, Harrow_Cup=EVENT) == [("Quillbank", "Harrow Cup")]


def test_whom_an_event_raises_money_for_is_not_sponsored() -> None:
    body = (
        "Quillbank's charity day on the lake is one of its sponsored events in aid of the Harrow Rescue Club. "
        "Quillbank has a new partnership with the Harrow Rescue Club."
    )
    assert news("Bank on the lake", body, Quillbank=FIRM, Harrow_Rescue_Club=R) == []


def test_a_firm_whose_athlete_takes_part_sponsors_only_him() -> None:
    body = "The Harrow Rally unveiled its sponsors and the Quillbank athlete Odo Brill. He will show two bikes."
    found = news("Brill to ride in the rally", body, Quillbank=B, Harrow_Rally=R, Odo_Brill=P)
    assert ("Quillbank", "Harrow Rally") not in found


def test_two_that_work_together_are_no_sponsors_whatever_points_are_in_their_names() -> None:
    body = "Quillbank announced a partnership with the St. Alder Fund. The two will show films by the lake."
    title = "Quillbank partners with St. Alder Fund to present films by the lake"
    assert news(title, body, **{"Quillbank": FIRM, "St._Alder_Fund": FIRM}) == []


def test_a_firm_with_the_name_of_a_person_may_be_an_official_partner() -> None:
    body = "The Harrow Tour has named Ferris Ford its official ticketing partner for three years."
    assert news("A partner for the tour", body, Harrow_Tour=EVENT, Ferris_Ford=P) == [
        ("Ferris Ford", "Harrow Tour")
    ]


def test_who_wins_a_prize_does_not_sponsor_it() -> None:
    body = (
        "Quillbank has been honoured for its service at the Harrow Awards. "
        "Quillbank signed a partnership with the Harrow Awards in May."
    )
    assert news("A prize for the bank", body, Quillbank=FIRM, Harrow_Awards=EVENT) == []


@pytest.mark.parametrize(
    ("called", "found"),
    [
        ("the ticketing provider", []),
        ("the official ticketing provider", [("Quillbank", "Harrow Cup")]),
        ("the official charity partner", []),
    ],
)
def test_who_sells_a_service_or_is_given_alms_does_not_sponsor(called: str, found: list[tuple[str, str]]) -> None:
    body = f"Quillbank has become {called} of the Harrow Cup for three years. It begins in May."
    assert news("A new name at the cup", body, Quillbank=FIRM, Harrow_Cup=EVENT) == found


def test_who_owns_a_stake_may_become_a_title_partner() -> None:
    body = "Six months after Quillbank took a stake in Harrow Racing, the firm has become the team's title partner."
    assert news("A new name on the cars", body, Quillbank=FIRM, Harrow_Racing=R) == [("Quillbank", "Harrow Racing")]


def test_whom_a_body_stages_its_event_with_does_not_sponsor_it() -> None:
    body = "The Harrow Outing, in partnership with Quillbank, is on a Sunday in May."
    assert deals("A day on the greens", body, Quillbank=FIRM, Harrow_Outing=EVENT) == []


def test_one_of_two_that_pay_is_not_sponsored_by_the_other() -> None:
    body = (
        "The camp was sponsored by Quillbank and the Harrow Park. Quillbank increased its support for Harrow Park."
    )
    kinds = {"Quillbank": FIRM, "Harrow_Park": EntityKind.VENUE}
    assert news("A camp on the beach", body, **kinds) == []


def test_the_only_two_in_view_are_not_taken_for_parties_where_one_stages_the_other() -> None:
    body = (
        "Quillbank will hold its 12th annual Harrow Classic in May. "
        "The tournament has found a new title sponsor, which will be named on Monday."
    )
    title = "Harrow Classic and its new sponsor"
    assert news(title, body, Quillbank=FIRM, Harrow_Classic=EVENT) == []
