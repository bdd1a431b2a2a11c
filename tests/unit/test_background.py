"""Deals that a story only recalls: of others, of earlier years, of a star of whom it tells something else."""

import pytest

from records.record import EntityKind, EventType, Status
from tests.claims import FIRM, B, P, R, deals


def told(title: str, body: str, relevance: float | None = None, **kinds: EntityKind) -> list[tuple[str, str, bool]]:
    found = deals(title, body, relevance=relevance, **kinds)
    return [(deal.sponsor.name, deal.rights_holder.name, deal.is_background) for deal in found]


def test_a_deal_that_a_record_is_measured_by_is_background() -> None:
    body = (
        "Quillbank has signed a ten-year shirt sponsorship with Marrow Rovers worth £40m. "
        "It would eclipse Hexley Town's contract with Vantor."
    )
    found = told("Quillbank and Marrow Rovers sign", body, Quillbank=B, Marrow_Rovers=R, Vantor=B, Hexley_Town=R)
    assert found == [("Quillbank", "Marrow Rovers", False), ("Vantor", "Hexley Town", True)]


def test_a_sponsor_after_whose_end_another_comes_is_background() -> None:
    body = "Marrow Festival will be presented by Quillbank this year after Vantor ended its support."
    found = told("Marrow Festival returns", body, Quillbank=B, Marrow_Festival=R, Vantor=B)
    assert found == [("Quillbank", "Marrow Festival", False), ("Vantor", "Marrow Festival", True)]


def test_whom_a_club_leaves_and_whom_it_will_play_have_no_deal_with_the_new_sponsor() -> None:
    body = (
        "Marrow Rovers have agreed a shirt sponsorship with Quillbank, ending their association with Vantor. "
        "Quillbank's logo will first be seen when Marrow Rovers host Hexley Town."
    )
    found = told("Rovers have a sponsor", body, Quillbank=B, Marrow_Rovers=R, Vantor=B, Hexley_Town=R)
    assert [pair for pair in found if pair[0] == "Quillbank"] == [("Quillbank", "Marrow Rovers", False)]


@pytest.mark.parametrize(
    "title", ["MP calls for betting firms to be banned from shirts", "Peers debate new laws on sponsors"]
)
def test_examples_below_a_headline_on_the_law_are_background(title: str) -> None:
    body = (
        "Clubs could lose their sponsors by spring. Marrow Rovers have a £10m shirt deal with Quillbank. "
        "Vantor sponsors Hexley Town."
    )
    found = told(title, body, Quillbank=B, Marrow_Rovers=R, Vantor=B, Hexley_Town=R)
    assert found
    assert all(is_background for _, _, is_background in found)


def test_a_firm_s_results_make_no_news_of_what_it_sponsors() -> None:
    body = (
        "Quillbank reported a fall in profit on Thursday. The lender, which sponsors the national team and the "
        "Marrow Marathon, lost £2m. It extended its sponsorship of the ski federation in August."
    )
    found = told("Quillbank profit falls", body, Quillbank=B, Marrow_Marathon=EntityKind.EVENT)
    assert all(is_background for _, _, is_background in found)


def test_an_anniversary_is_no_news() -> None:
    body = (
        "Ten years ago this week, Quillbank put its name on the shirt of Marrow Rovers for the first time. "
        "The deal was struck over a pint."
    )
    assert told("How a brewer won hearts", body, Quillbank=B, Marrow_Rovers=R) == [
        ("Quillbank", "Marrow Rovers", True)
    ]


_STAR = "It was hot on the beach. Ines Vautrin has landed an endorsement deal with Quillbank."


@pytest.mark.parametrize(
    ("title", "relevance", "is_background"),
    [
        ("Ines Vautrin shows off her bump", 0.15, True),
        ("Ines Vautrin signs for life", 0.15, False),
        ("Ines Vautrin shows off her bump", 0.5, False),
    ],
)
def test_a_star_s_deal_is_background_where_the_headline_and_the_words_are_of_something_else(
    title: str, relevance: float, is_background: bool
) -> None:
    found = told(title, _STAR, relevance, Quillbank=B, Ines_Vautrin=P)
    assert found == [("Quillbank", "Ines Vautrin", is_background)]


def test_what_expires_of_a_player_who_may_move_is_background() -> None:
    body = (
        "Rovers want £20m for Ines Vautrin. Vautrin, whose boot deal with Quillbank expires in June, has 12 goals."
    )
    found = told("Rovers want £20m for winger", body, Quillbank=B, Ines_Vautrin=P)
    assert all(is_background for _, _, is_background in found)


def test_a_firm_that_steps_in_is_news() -> None:
    body = "Marrow Theatre's summer school has been saved after Quillbank agreed to sponsor it for two years."
    found = told("Bank steps in to save theatre", body, Quillbank=B, Marrow_Theatre=EntityKind.VENUE)
    assert found == [("Quillbank", "Marrow Theatre", False)]


def test_a_rival_s_deal_is_background() -> None:
    body = (
        "Marrow Rovers have named Quillbank as their principal partner. "
        "Rivals Hexley Town announced last week that Vantor would be their sponsor."
    )
    found = told("Quillbank signs", body, Quillbank=B, Marrow_Rovers=R, Vantor=B, Hexley_Town=R)
    assert found == [("Quillbank", "Marrow Rovers", False), ("Vantor", "Hexley Town", True)]


def test_whom_a_star_leaves_is_background_and_whom_the_star_joins_is_news() -> None:
    body = "Ski racer Ines Vautrin has joined Quillbank, ending a 14-year partnership with Vantor."
    found = told("Vautrin has a new camp", body, Quillbank=B, Ines_Vautrin=P, Vantor=B)
    assert ("Quillbank", "Ines Vautrin", False) in found
    assert ("Vantor", "Ines Vautrin", False) not in found


def test_a_headline_on_a_new_shirt_makes_no_news_of_whoever_is_named_as_a_partner() -> None:
    body = (
        "Marrow Rovers mark their centenary in red. The shirt carries no sponsor. "
        "Marrow Rovers' partner Quillbank will be back next week."
    )
    found = told("Rovers unveil retro shirt", body, 0.4, Quillbank=B, Marrow_Rovers=R)
    assert found == [("Quillbank", "Marrow Rovers", True)]


def test_whose_backer_is_named_of_a_critic_is_background() -> None:
    body = "Ines Vautrin, whose yard is backed by the bookmaker Quillbank, spoke after the Gold Cup on Saturday."
    found = told("Trainer hits out at rich sponsors", body, Quillbank=B, Ines_Vautrin=P)
    assert all(is_background for _, _, is_background in found)


def test_sales_of_shirts_tie_nobody() -> None:
    body = "Quillbank raised its forecast on Tuesday after strong sales of Marrow Rovers shirts."
    assert told("Quillbank profits jump on shirt sales", body, Quillbank=B, Marrow_Rovers=R) == []


def test_what_never_stands_on_a_shirt_is_no_deal() -> None:
    body = "You will never see Quillbank on the shirt of Marrow Rovers. The bank prefers clocks."
    assert told("Why Quillbank keeps away", body, Quillbank=B, Marrow_Rovers=R) == []


def test_whose_place_another_takes_stays_behind_the_news_though_it_remains_a_partner() -> None:
    body = (
        "Quillbank will return as title sponsor of the Marrow League, replacing Vantor. The bank is in Oldhaven. "
        "Vantor, which paid about £3m a year, will stay as a partner of the Marrow League."
    )
    found = told("Quillbank back", body, Quillbank=B, Marrow_League=R, Vantor=B)
    assert found == [("Quillbank", "Marrow League", False), ("Vantor", "Marrow League", True)]


def test_who_is_not_one_of_the_sponsors_has_no_deal() -> None:
    body = "Quillbank is not one of the official sponsors of the Marrow Marathon, the police said."
    assert told("Bank's balloons seized", body, Quillbank=B, Marrow_Marathon=EntityKind.EVENT) == []


def test_a_pair_named_only_far_down_is_not_raised_to_news() -> None:
    filler = " ".join(f"The {n}th club will play in blue." for n in range(20))
    body = f"Clubs have shown their colours. {filler} Marrow Rovers have a sponsor in Quillbank, as in 2019."
    found = told("Kits of the season and their sponsors", body, Quillbank=B, Marrow_Rovers=R)
    assert all(is_background for _, _, is_background in found)


@pytest.mark.parametrize(
    "told",
    [
        "Its logo will replace that of insurer Tarn Motors on the front of the shirts.",
        "Rovers had been looking since Tarn Motors’ exit in May.",
    ],
)
def test_whose_place_is_taken_is_recalled(told: str) -> None:
    body = f"Quillbank has become the main sponsor of Marrow Rovers. {told} The deal runs for two years."
    found = deals("Rovers sign Quillbank", body, Quillbank=B, Tarn_Motors=B, Marrow_Rovers=R)
    assert {deal.sponsor.name: deal.is_background for deal in found}.get("Tarn Motors", True)
    assert [deal.sponsor.name for deal in found if not deal.is_background] == ["Quillbank"]


@pytest.mark.parametrize("goes", ["go on supporting", "keep supporting", "continue to support"])
def test_what_goes_on_beside_an_end_is_recalled(goes: str) -> None:
    body = (
        "Quillbank is to end its sponsorship of Marrow Rovers next year. Fans had protested for months. "
        f"Quillbank will {goes} the Alder Museum."
    )
    found = deals("Quillbank leaves Rovers", body, Quillbank=B, Marrow_Rovers=R, Alder_Museum=R)
    assert [deal.rights_holder.name for deal in found if not deal.is_background] == ["Marrow Rovers"]


def test_who_is_announced_as_a_partner_is_news() -> None:
    body = (
        "Tarn Motors has announced Quillbank as the first global partner of the Ode League. "
        "The card firm will be seen at the final."
    )
    found = deals("A new name for the league", body, Quillbank=B, Ode_League=R, Tarn_Motors=B)
    assert [(deal.sponsor.name, deal.rights_holder.name) for deal in found if not deal.is_background] == [
        ("Quillbank", "Ode League")
    ]


def test_what_a_ground_was_built_for_is_not_renamed() -> None:
    body = (
        "Marrow Rovers have sold the naming rights to their stadium to Quillbank. "
        "The ground, built for the 2002 Ode Games, will be renamed the Quillbank Stadium."
    )
    found = deals("Rovers sell rights", body, Quillbank=B, Marrow_Rovers=R, Ode_Games=EntityKind.EVENT)
    assert [deal.rights_holder.name for deal in found if not deal.is_background] == ["Marrow Rovers"]


def test_what_hardly_sounds_like_a_deal_is_not_remembered() -> None:
    body = (
        "Quillbank cut 600 jobs on Monday. Ines Vautrin, who leads its board, said its partner Alder Institute "
        "had been told. Tarn Motors, a rival, was silent."
    )
    cast = {"Quillbank": B, "Tarn_Motors": B, "Alder_Institute": FIRM, "Ines_Vautrin": P}
    assert deals("Jobs go at Quillbank", body, relevance=0.04, **cast) == []


def test_the_deal_of_whom_another_replaces_is_over() -> None:
    body = "Quillbank will replace Tarn Motors as the main sponsor of Marrow Rovers."
    found = deals("Rovers sign Quillbank", body, Quillbank=B, Tarn_Motors=B, Marrow_Rovers=R)
    assert [(deal.sponsor.name, deal.status, deal.event_type) for deal in found] == [
        ("Quillbank", Status.ANNOUNCED, EventType.NEW),
        ("Tarn Motors", Status.EXPIRED, EventType.BACKGROUND_MENTION),
    ]
