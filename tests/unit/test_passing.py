import pytest

from records.record import Deal, EntityKind
from tests.claims import B, P, R, deals


def recalled(found: list[Deal]) -> list[tuple[str, str, bool]]:
    return [(deal.sponsor.name, deal.rights_holder.name, deal.is_background) for deal in found]


@pytest.mark.parametrize(
    "aside",
    [
        "The brewer, which has long sponsored Marrow Rovers, blamed the price of malt.",
        "Quillbank, the official beer partner of Marrow Rovers, blamed the price of malt.",
        "Quillbank is a sponsor of Marrow Rovers.",
        "The brewery also thanked Quillbank, sponsor of Marrow Rovers.",
        "The tour takes in Marrow Rovers, sponsored by Quillbank, and the old mill.",
        "The tour will end with a match of Marrow Rovers sponsored by Quillbank.",
        "Sponsors of Marrow Rovers include Quillbank.",
        "As the official brewer of Marrow Rovers, Quillbank had hoped for better times.",
    ],
)
def test_a_deal_that_only_describes_somebody_is_no_news(aside: str) -> None:
    body = f"Some 300 people at Quillbank in Oldhaven will lose their jobs by June. {aside}"
    found = deals("Brewery to close in Oldhaven", body, Quillbank=B, Marrow_Rovers=R)
    assert all(is_background for _, _, is_background in recalled(found))


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Rovers find a sponsor", "Quillbank, the Oldhaven brewer, is the new shirt sponsor of Marrow Rovers."),
        ("A busy week in Oldhaven", "Quillbank has signed a deal to sponsor Marrow Rovers until 2031."),
        ("Quillbank stands by Marrow Rovers", "Quillbank is the main sponsor of Marrow Rovers."),
        ("A blow to the town", "Marrow Rovers sponsors Quillbank are quitting their five-year deal after three."),
    ],
)
def test_what_the_headline_is_about_and_what_happens_is_news(title: str, body: str) -> None:
    found = deals(title, f"There were smiles in the town hall on Monday. {body}", Quillbank=B, Marrow_Rovers=R)
    assert recalled(found) == [("Quillbank", "Marrow Rovers", False)]


def test_a_star_called_an_ambassador_in_a_story_about_something_else_has_no_news() -> None:
    body = "Ines Vautrin has spoken of her farm. She lives there. Ines Vautrin is an ambassador for Quillbank."
    assert recalled(deals("My year with goats", body, Quillbank=B, Ines_Vautrin=P)) == [
        ("Quillbank", "Ines Vautrin", True)
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Quillbank, whose name is on the shirts of Marrow Rovers, said it would appeal.",
        "Quillbank signed a shirt deal with Marrow Rovers in 2019.",
        "Quillbank is known for its sponsorship of Marrow Rovers.",
    ],
)
def test_a_headline_on_somebody_of_the_sponsor_makes_no_news_of_the_deal(told: str) -> None:
    body = f"The head of Quillbank was held in Oldhaven on Monday. {told} Police seized 30 boxes of papers."
    found = deals("Sponsor's boss held in tax inquiry", body, Quillbank=B, Marrow_Rovers=R)
    assert all(is_background for _, _, is_background in recalled(found))


def test_who_organises_a_thing_is_not_what_is_sponsored() -> None:
    body = "The Lowmoor Fair, organised by the Marrow Rovers and sponsored by Quillbank, opens on Monday."
    found = deals("Sponsored fair returns", body, Lowmoor_Fair=R, Marrow_Rovers=R, Quillbank=B)
    assert ("Quillbank", "Lowmoor Fair") in [(sponsor, holder) for sponsor, holder, _ in recalled(found)]


def test_the_presenter_in_an_event_s_name_is_no_news_of_its_programme() -> None:
    body = "Two bands will play. The Lowmoor Fair presented by Quillbank opens on Monday."
    title = "Bands announced for the Lowmoor Fair presented by Quillbank"
    assert recalled(deals(title, body, Lowmoor_Fair=R, Quillbank=B)) == [("Quillbank", "Lowmoor Fair", True)]
    title = "Lowmoor Fair to be presented by Quillbank"
    body = "The Lowmoor Fair will be presented by Quillbank, which has signed for three years."
    assert recalled(deals(title, body, Lowmoor_Fair=R, Quillbank=B)) == [("Quillbank", "Lowmoor Fair", False)]


def test_what_a_headline_says_two_make_together_is_no_sponsorship() -> None:
    body = "Quillbank has announced a partnership with Marrow Rovers. The 60 homes will be ready in June."
    assert (
        deals("Quillbank partners with Marrow Rovers to build 60 homes", body, Quillbank=B, Marrow_Rovers=R) == []
    )
    assert deals("Quillbank and Marrow Rovers to build 60 homes", body, Quillbank=B, Marrow_Rovers=R) == []
    (deal,) = deals("Quillbank partners with Marrow Rovers", body, Quillbank=B, Marrow_Rovers=R)
    assert not deal.is_background


@pytest.mark.parametrize(
    ("goes_on", "is_background"),
    [("lent the club a van for the move", True), ("will renew its contract in May", False)],
)
def test_a_sponsor_named_as_one_makes_news_by_what_it_does_about_the_deal(
    goes_on: str, *, is_background: bool
) -> None:
    body = f"The lorries came at dawn. Marrow Rovers’ sponsor, Quillbank, {goes_on}."
    found = deals("Rovers move ground", body, Marrow_Rovers=R, Quillbank=B)
    assert recalled(found) == [("Quillbank", "Marrow Rovers", is_background)]


def test_what_an_earlier_sponsor_did_in_a_year_gone_by_is_no_news_beside_the_new_one() -> None:
    body = (
        "Ostler has signed a deal to sponsor Marrow Rovers. In 2019, Marrow Rovers signed a two-year deal "
        "with Quillbank."
    )
    found = deals("Ostler to sponsor Marrow Rovers", body, Quillbank=B, Ostler=B, Marrow_Rovers=R)
    assert recalled(found) == [("Ostler", "Marrow Rovers", False), ("Quillbank", "Marrow Rovers", True)]


def test_the_only_news_may_be_of_an_earlier_year() -> None:
    body = "In 2019, Marrow Rovers signed a two-year shirt deal with Quillbank."
    found = deals("Rovers and their sponsors", body, Quillbank=B, Marrow_Rovers=R)
    assert recalled(found) == [("Quillbank", "Marrow Rovers", False)]


def test_a_deal_that_only_goes_on_is_no_news_beside_a_new_one() -> None:
    body = (
        "Ostler has signed a deal to sponsor Marrow Rovers. Its logo will be on the shirts of Marrow Rovers. "
        "The club played on Monday. Quillbank will continue as the official bank of Marrow Rovers."
    )
    found = deals("Ostler to sponsor Marrow Rovers", body, Quillbank=B, Ostler=B, Marrow_Rovers=R)
    assert recalled(found) == [("Ostler", "Marrow Rovers", False), ("Quillbank", "Marrow Rovers", True)]


def test_each_item_of_a_round_up_is_news() -> None:
    body = (
        "Ostler renewed its sponsorship of Marrow Rovers. Ostler has been on their shirts since 2019.\n\n"
        "Lorne Chess named Penlow as its title sponsor. The logo of Penlow will be on its boards.\n\n"
        "Denby Tigers partnered with paint maker Quillbank. The deal is for three years."
    )
    found = deals(
        "Marketing notes",
        body,
        Quillbank=B,
        Ostler=B,
        Penlow=B,
        Marrow_Rovers=R,
        Denby_Tigers=R,
        Lorne_Chess=R,
    )
    assert [is_background for _, _, is_background in recalled(found)] == [False] * 3


@pytest.mark.parametrize(
    "aside",
    [
        "The Marrow Rovers presented by Quillbank will play in May before 3,000 people.",
        "Quillbank was the main sponsor of Marrow Rovers for six years.",
    ],
)
def test_who_presents_by_the_way_or_was_a_sponsor_is_no_news_beside_the_new_one(aside: str) -> None:
    body = f"Ostler has been named a supporting sponsor of Marrow Rovers. {aside}"
    found = deals("Ostler named sponsor of Marrow Rovers", body, Quillbank=B, Ostler=B, Marrow_Rovers=R)
    assert recalled(found) == [("Ostler", "Marrow Rovers", False), ("Quillbank", "Marrow Rovers", True)]


def test_a_deal_that_goes_on_until_a_year_has_been_renewed() -> None:
    body = (
        "Ostler has extended its title sponsorship of Marrow Rovers. It is for ten years. The club is glad. "
        "The fans are, too. Quillbank will continue as presenting sponsor of Marrow Rovers through 2036."
    )
    found = deals("Ostler stays with Marrow Rovers", body, Quillbank=B, Ostler=B, Marrow_Rovers=R)
    assert recalled(found) == [("Ostler", "Marrow Rovers", False), ("Quillbank", "Marrow Rovers", False)]


def test_a_team_whose_deal_the_first_sentence_tells_is_not_only_where_drivers_drive() -> None:
    body = (
        "Marrow Rovers have extended their partnership with Ostler. Ostler will be a primary sponsor of "
        "Marrow Rovers driver Mira Solbakken."
    )
    found = deals("Ostler stays with Rovers", body, Ostler=B, Marrow_Rovers=R, Mira_Solbakken=P)
    assert ("Ostler", "Marrow Rovers", False) in recalled(found)


def test_what_a_firm_does_for_its_own_star_is_no_news_of_the_deal() -> None:
    title = "Quillbank congratulates Ines Vautrin on her win"
    body = "Quillbank, a maker of skis, congratulates sponsored athlete Ines Vautrin on her win at Lowmoor."
    assert recalled(deals(title, body, Quillbank=B, Ines_Vautrin=P)) == [("Quillbank", "Ines Vautrin", True)]


def test_whom_a_new_sponsor_joins_hands_with_are_recalled() -> None:
    body = (
        "Quillbank has become a sponsor of Marrow Rovers. The bank and Marrow Rovers signed a partnership on "
        "Thursday.\n\nQuillbank will be the first bank to sign a long sponsorship, joining hands with brands like "
        "Ostler and Penlow as top sponsors."
    )
    found = deals("A deal", body, Quillbank=B, Ostler=B, Penlow=B, Marrow_Rovers=R)
    assert recalled(found) == [
        ("Quillbank", "Marrow Rovers", False),
        ("Ostler", "Marrow Rovers", True),
        ("Penlow", "Marrow Rovers", True),
    ]


@pytest.mark.parametrize("when", ["between 2009 and 2014", "from 2009 to 2014", "until 2014"])
def test_a_deal_that_is_told_with_its_last_year_is_over(when: str) -> None:
    body = f"Quillbank has shut its last shop. The bank sponsored Marrow Rovers {when}. Some 300 people are out."
    found = deals("Ex-Rovers sponsor goes under", body, Quillbank=B, Marrow_Rovers=R)
    assert all(is_background for _, _, is_background in recalled(found))


def test_a_shirt_with_a_sponsor_s_name_is_no_news_of_a_match() -> None:
    body = "Marrow Rovers, in their new Quillbank-sponsored away kit, led by a goal. They lost 2-1."
    found = deals("Late goal sinks Rovers", body, Quillbank=B, Marrow_Rovers=R)
    assert all(is_background for _, _, is_background in recalled(found))


def test_an_event_sponsored_late_below_a_headline_on_profit_is_by_the_way() -> None:
    body = (
        "Quillbank earned £3m this spring. It lent more to farms. It cut its costs. It opened two branches. "
        "In May, Quillbank will be a title sponsor of the Harrow Cup."
    )
    found = deals("Quillbank posts a profit", body, Quillbank=B, Harrow_Cup=EntityKind.EVENT)
    assert recalled(found) == [("Quillbank", "Harrow Cup", True)]


def test_a_ground_that_bears_a_firm_s_name_is_no_news_of_the_firm_s() -> None:
    body = (
        "Quillbank has appointed Ines Vautrin as its chief executive. She joins in May from a rival. "
        "Quillbank gives its name to the Quillbank Stadium in Marrow."
    )
    kinds = {"Quillbank": B, "Quillbank_Stadium": EntityKind.VENUE, "Ines_Vautrin": P}
    assert not any(
        not deal.is_background for deal in deals("Quillbank names a new boss", body, relevance=0.1, **kinds)
    )
