"""A sum, a length or a date belongs to the deal its own words, its clause or the sentence before speak of."""

from datetime import UTC, datetime

import pytest

from records.record import Deal, EntityKind
from tests.claims import FIRM, B, P, R, deals

WRITTEN = datetime(2031, 9, 17, tzinfo=UTC)
LEAD = "Quillbank has become the main sponsor of Marrow Rovers. "
CAST = {
    "Quillbank": B,
    "Marrow_Rovers": R,
    "Tarn_Motors": B,
    "Eastbrook_City": R,
    "Ines_Vautrin": P,
    "Evening_Bell": FIRM,
}


def main(body: str, lead: str = LEAD) -> Deal:
    """Return the deal between the bank and the club that the text reports."""
    found = deals("Rovers sign Quillbank", lead + body, **CAST)
    return next(d for d in found if (d.sponsor.name, d.rights_holder.name) == ("Quillbank", "Marrow Rovers"))


def sums(body: str, lead: str = LEAD) -> list[float | None]:
    return [value.amount for value in main(body, lead).value]


def test_a_clause_gives_its_sum_to_the_deal_it_speaks_of() -> None:
    assert sums("The old deal with Tarn Motors was worth £4m a year and the new one is worth £5m a year.") == [5e6]
    assert sums("The deal is worth £5m a year, adding to the £9m a year that Eastbrook City pay in rent.") == [5e6]
    assert sums("The Evening Bell says the deal is worth £5m a year.") == [5e6]


def test_a_figure_that_another_is_measured_by_is_not_the_deals() -> None:
    for words in (
        "The contract is worth more than double the £3m of its rivals.",
        "The deal is bigger than the £3m contract of Eastbrook City.",
        "The partnership is a jump from the £3m a year that Tarn Motors had been paying.",
        "It compares with the £3m a year that Eastbrook City get from Tarn Motors.",
    ):
        assert sums(words) == []


def test_a_strangers_deal_keeps_its_own_figures() -> None:
    body = "Eastbrook City signed a five-year agreement worth £60m with Tarn Motors."
    deal = main(body)
    assert (deal.term.years, deal.value) == (None, ())
    assert main("They have a ten-year deal with rival brewer Hopfield.").term.years is None


def test_the_contract_before_is_another_when_one_begins() -> None:
    assert main("The original two-year agreement paid £1m per year.").term.years is None
    assert sums("The original two-year agreement paid £1m per year.") == []
    ended = main("", "Quillbank will end its sponsorship of Marrow Rovers. The current two-year deal is worth £1m.")
    assert [value.amount for value in ended.value] == [1e6]


def test_what_both_signed_for_belongs_to_both() -> None:
    body = (
        "Quillbank and Tarn Motors joined Marrow Rovers as official partners on Monday. Both signed for five years."
    )
    assert [(d.sponsor.name, d.term.years) for d in deals(None, body, **CAST)] == [
        ("Quillbank", 5),
        ("Tarn Motors", 5),
    ]


def test_what_has_lasted_is_no_term() -> None:
    for words, years in (
        ("The club have been without a sponsor for two years.", None),
        ("The bank has sponsored the club for six years.", None),
        ("The bank has signed for six years.", 6),
        ("For two years the bank will pay for the kit.", 2),
    ):
        assert main(words).term.years == years


def test_a_players_contract_is_not_the_sponsors() -> None:
    assert main("Ines Vautrin has agreed a four-year contract with Marrow Rovers.").term.years is None


def test_what_a_company_is_worth_is_no_fee() -> None:
    assert sums("The deal was signed by Quillbank, valued at £3bn, on Friday.") == []
    assert sums("It has paid for its name on the club's £225m domed stadium.") == []


def test_a_sum_told_twice_is_one_claim() -> None:
    assert sums("The deal is worth £5m. The £5m agreement begins in May.") == [5e6]


def test_what_a_sum_measures_must_be_a_payment() -> None:
    for words in (
        "The bank also backs the £2m charity challenge.",
        "The deal is worth £600,000 less than the last one.",
        "They lowered the value of the deal by £250,000.",
        "The bank, which is to receive a payment from Marrow Rovers of £2m, said no more.",
        "Pre-tax profit at Quillbank was £15m.",
        "Shirts sold best in the year of Euro 2004.",
    ):
        assert sums(words) == [], words


def test_a_name_with_a_word_for_a_deal_in_it_is_no_deal() -> None:
    cast = {"Tarn_Investments": B, "Marrow_Rovers": R}
    body = (
        "Tarn Investments is the main sponsor of Marrow Rovers. Tarn Investments gave away a £3m house on the 17th."
    )
    (deal,) = deals(None, body, **cast)
    assert deal.value == ()


def test_a_rival_is_not_its_neighbour_in_the_phrase() -> None:
    body = (
        "Tarn Motors backs Eastbrook City. Marrow Rovers have a £7m sponsorship with Tarn Motors' rival Quillbank."
    )
    found = deals(None, body, **CAST)
    assert [(d.sponsor.name, v.amount) for d in found for v in d.value] == [("Quillbank", 7e6)]


def test_time_that_is_left_is_no_length() -> None:
    assert main("The club has two years left on the deal.").term.years is None
    assert main("They cut the deal one year after it was signed.").term.years is None


def test_a_clause_that_names_the_sponsor_says_what_it_is_called() -> None:
    lead = "Quillbank has signed a deal with Marrow Rovers. "
    for words, called in (
        ("Quillbank, main banking partner of the club, will pay at once.", ("main banking partner",)),
        ("The bank will pay for the title of official savings partner.", ("official savings partner",)),
        ("Quillbank takes over from the former shirt sponsor.", ()),
        ("The club has no sleeve sponsor.", ()),
    ):
        assert main(words, lead).designations == called
    deal = main("", "Quillbank has extended its principal partnership with Marrow Rovers.")
    assert deal.role == "principal"
    deal = main("", "Quillbank will be on the front of the famous old Marrow Rovers shirts.")
    assert deal.role == "shirt_front"


def test_what_the_lead_says_will_be_from_a_year_starts_then() -> None:
    lead = "Quillbank sponsors Marrow Rovers. "
    assert main("The side will play as Quillbank Rovers from 2026.", lead).term.start == "2026"
    assert main("The side will ride in a bus from 1938.", lead).term.start is None


def test_adjectives_before_a_deal_may_be_divided_by_commas() -> None:
    deal = main(
        "", "Marrow Rovers on Friday announced a 20-year, £200 million naming-rights agreement with Quillbank."
    )
    assert (deal.role, deal.designations, deal.term.years) == ("naming_rights", (), 20)
    assert [(value.amount, value.basis) for value in deal.value] == [(2e8, "total")]


STORY = "Quillbank has signed a deal to sponsor Marrow Rovers. "


@pytest.mark.parametrize(
    ("words", "sums"),
    [
        ("It receives £150,000 from the council.", []),
        ("Every team will get £20,000 a year from the deal.", []),
        ("Rovers sold the media rights of their film for £2m.", []),
        ("The money, £25,000 a year, would keep the entry fee at £18.", [25e3]),
        ("The company, valued at £2bn, makes glue.", []),
        ("The business was worth £4m in 1990.", []),
        ("That is an increase of almost 50 per cent on their £2m contract.", []),
        ("Quillbank will pump £3m into the club.", [3e6]),
        ("The deal, which insiders peg at £9m, makes it the fifth backer after Tarn Motors.", [9e6]),
    ],
)
def test_only_what_the_sponsor_pays_is_the_value(words: str, sums: list[float]) -> None:
    assert [value.amount for value in main(words, STORY).value if value.amount] == sums


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("The bank has been a sponsor since 2019 and will now stay until 2029.", "2029"),
        ("It is a relationship that goes back to 2014.", None),
        ("The ground will be called Quillbank Park until 2031.", "2031"),
        ("The contract, due to end in 2028, was terminated early.", None),
        ("The 2030 season will be the last with the bank as sponsor.", "2030"),
    ],
)
def test_an_end_is_the_deals_own(words: str, end: str | None) -> None:
    assert main(words, STORY).term.end == end


def test_the_betting_company_named_is_the_one_named() -> None:
    words = "The club's present deal with the betting company Tarn Motors, worth £9m, ends in May 2031."
    deal = main(words, STORY)
    assert (deal.value, deal.term.end) == ((), None)


def test_what_another_clause_speaks_of_spoils_no_date() -> None:
    deal = main("The contract would start with the 2031-32 season, when a ban on smoking comes into force.", STORY)
    assert deal.term.start == "2031"


def test_the_body_behind_a_race_is_paid_for_it() -> None:
    body = (
        "Quillbank has renewed its sponsorship of the Marrow Race. The Eastbrook Trust will receive £3,000 a year."
    )
    cast = {"Quillbank": B, "Marrow_Race": EntityKind.EVENT, "Eastbrook_Trust": R}
    assert [value.amount for deal in deals(None, body, **cast) for value in deal.value] == [3e3]


def test_rights_editions_and_territories_are_read_as_they_are_listed() -> None:
    words = "The bank keeps exclusive rights in its category."
    assert main(words, STORY).exclusive is True
    words = "The deal covers three events: Auckland 2027, Vancouver 2029 and the one in 2033."
    assert main(words, STORY).editions == ("Auckland 2027", "Vancouver 2029", "2033")


ASIDE = "Quillbank has signed a sponsorship deal with Marrow Rovers. The bank also sponsors the Tarn Open. "


@pytest.mark.parametrize(
    ("words", "years", "end", "amounts"),
    [
        ("The deal is for three years.", 3, None, []),
        ("The agreement runs until 2035.", None, "2035", []),
        ('"They will pay us £2m a year," said the chairman.', None, None, [2e6]),
        ("Tarn Open organisers receive £300,000 a year from the bank.", None, None, []),
    ],
)
def test_the_deal_is_not_what_was_only_mentioned_before_it(
    words: str, years: float | None, end: str | None, amounts: list[float]
) -> None:
    found = deals(
        None,
        ASIDE + words,
        WRITTEN,
        Quillbank=B,
        Marrow_Rovers=R,
        Tarn_Open=EntityKind.EVENT,
    )
    deal = next(one for one in found if one.rights_holder.name == "Marrow Rovers")
    assert (deal.term.years, deal.term.end, [value.amount for value in deal.value]) == (years, end, amounts)


def test_whose_deal_it_is_is_said_before_it() -> None:
    body = (
        "Quillbank has become the sponsor of Marrow Rovers. Quillbank takes over from Hopfield, "
        "whose three-year deal, worth £1m a year, expires in June."
    )
    (deal,) = (d for d in deals(None, body, WRITTEN, Quillbank=B, Marrow_Rovers=R) if d.sponsor.name == "Quillbank")
    assert (deal.term.years, deal.term.end, deal.value) == (None, None, ())


def test_a_directors_contract_is_his_own() -> None:
    body = LEAD + "The director of Marrow Rovers, Ines Vautrin, has a contract until 2035."
    (deal,) = (d for d in deals(None, body, WRITTEN, **CAST) if d.rights_holder.name == "Marrow Rovers")
    assert deal.term.end is None
