"""Terms and money as newspapers word them, in whole sentences: each story has all that it says, and no more."""

import pytest

from records.record import EntityKind
from tests.claims import B, R, deals
from tests.facts import CAST, SIGNED, WRITTEN, story

LEFT = "Quillbank has ended its sponsorship of Marrow Rovers. "


@pytest.mark.parametrize(
    ("body", "start", "end", "years"),
    [
        # The contract that ends is that of the sponsor who is replaced.
        (
            "Quillbank will replace Tarn Motors as the sponsor of Marrow Rovers when its contract ends in June.",
            None,
            None,
            None,
        ),
        (SIGNED + "It replaces Hopfield, whose contract runs until 2032.", None, None, None),
        # A comma closes the aside: what follows is said of the deal again.
        (SIGNED + "It extends the friendship, which began in 1998, until 2036.", None, "2036", None),
        (
            SIGNED + "The contract starts in 2033, when the current one expires, and lasts until 2037.",
            "2033",
            "2037",
            None,
        ),
        # Years one after another.
        ("Marrow Rovers will wear shirts sponsored by Quillbank in 2032, 2033 and 2034.", "2032", "2034", None),
        (SIGNED + "The agreement covers the 2032 and 2033 seasons.", "2032", "2033", None),
        ("Quillbank has agreed to become main sponsor of Marrow Rovers as of 2032.", "2032", None, None),
        # What is over ended on a day of the past, unless it is to take effect.
        (LEFT + "The contract with the bank ran out on 31 July.", None, "2031-07-31", None),
        (
            "Marrow Rovers have terminated their sponsorship deal with Quillbank with effect from 30 September.",
            None,
            "2031-09-30",
            None,
        ),
        ("Quillbank will cease to be the sponsor of Marrow Rovers in June 2032.", None, "2032-06", None),
        # A concluded agreement has begun; an elapsed one is no term.
        ("Quillbank and Marrow Rovers have concluded a new five-year sponsorship agreement.", None, None, 5),
        ("Quillbank and Marrow Rovers have agreed to prolong their sponsorship by four years.", None, None, 4),
        ("Quillbank will be the main sponsor of Marrow Rovers for each of its next four seasons.", None, None, 4),
        (SIGNED + "The agreement runs through the '33-34 season.", None, "2034", None),
        ("Quillbank will leave Marrow Rovers as sponsor; next year's race would be its last.", None, "2032", None),
        (SIGNED + "It pays more than under the agreement that ends in June.", None, None, None),
        # Periods as contracts word them, and decades.
        (SIGNED + "The contract covers the period July 2032 to June 2036.", "2032-07", "2036-06", None),
        (SIGNED + "The contract term is 2032-2035.", "2032", "2035", None),
        (SIGNED + "The contract covers the seasons 2032-33 and 2033-34.", "2032", "2034", None),
        (SIGNED + "The bank's money will last for the three years to August 2034.", None, "2034-08", 3),
        (SIGNED + "The contract's end date is 31 May 2034.", None, "2034-05-31", None),
        (SIGNED + "The contract, which was due to lapse in 2032, has been prolonged to 2035.", None, "2035", None),
        (SIGNED + "The deal is for this year and next.", None, "2032", None),
        (SIGNED + "The deal spans three regattas, 2032 through 2034.", None, "2034", 3),
        (SIGNED + "The deal lasts a decade.", None, None, 10),
        (SIGNED + "The half-decade deal is its longest.", None, None, 5),
        (SIGNED + "The contract, four years in length, was signed on Monday.", None, None, 4),
        (SIGNED + "The length of the deal is understood to be five years.", None, None, 5),
        (SIGNED + "The initial deal is for two years.", None, None, 2),
        # An option is none, and does not hide what has been agreed.
        (SIGNED + "The arrangement is for this race only, with an option for 2033 and 2034.", None, None, None),
        (SIGNED + "The deal, with an option to extend to 2036, runs to 2034.", None, "2034", None),
        # What has lasted so far, what begins with an event, and what ended long ago.
        (SIGNED + "It is pleased to continue its six-year partnership with the club.", None, None, None),
        (SIGNED + "The party marked the start of Chain Week 2032, of which it is a sponsor.", None, None, None),
        (SIGNED + "The sponsors of the years between 2013 and 2029 gave less.", None, None, None),
        # What a relative clause adds is not the deal.
        (SIGNED + "It is a two-year deal that ranges from television spots to tickets.", None, None, 2),
        ("Quillbank has extended its sponsorship of Marrow Rovers by a year, to June 2032.", None, "2032-06", 1),
        (SIGNED + "The bank gives £90,000 in three yearly instalments.", None, None, 3),
        (SIGNED + "The contract, which would have run out next year, now runs until 2035.", None, "2035", None),
        (
            "Quillbank and Marrow Rovers have concluded a sponsorship contract from 1 October.",
            "2031-10-01",
            None,
            None,
        ),
        (SIGNED + "The bank will be on the shirts until the club's centenary in 2036.", None, "2036", None),
        (SIGNED + "Hopfield goes to Orrin, with whom it has a contract until 2035.", None, None, None),
        (SIGNED + "The cooperation will initially last one year.", None, None, 1),
        (SIGNED + "The partners have agreed on a duration of three years.", None, None, 3),
        # Who "held on to" a sponsor held no event.
        ("Marrow Rovers have held on to their sponsor Quillbank in a three-year sponsorship deal.", None, None, 3),
        (SIGNED + "The agreement, to June 2034, covers both teams.", None, "2034-06", None),
        (SIGNED + "The agreement covers three editions, in 2032, 2035 and 2038.", None, "2038", None),
        (SIGNED + "It covers four seasons, including the 2032 finals and the 2034 ones.", None, None, 4),
        (
            "Marrow Rovers will be sponsored by Quillbank for the next three seasons after a vote.",
            None,
            None,
            3,
        ),
        (
            "Quillbank said its sponsorship of Marrow Rovers will not continue beyond December.",
            None,
            "2031-12",
            None,
        ),
        # From day to day; and what an event does on days of its own is no term.
        (SIGNED + "The contract runs from 1 January 2032 to 31 December 2035.", "2032-01-01", "2035-12-31", None),
        (
            SIGNED
            + "Rovers meet the champions of the Lake Cup, which begins on 4 October and runs until 9 October.",
            None,
            None,
            None,
        ),
        (SIGNED + "The tournament starts on 4 October.", None, None, None),
        (SIGNED + "It is worth £1m a year from the 2032 season.", "2032", None, None),
        ("Marrow Rovers will no longer be sponsored by Quillbank after the end of the year.", None, "2031", None),
        # Who had signed before is another.
        (SIGNED + "Tarn Motors had signed a six-year contract that ran until 2030.", None, None, None),
    ],
)
def test_a_story_tells_when_its_own_deal_runs(
    body: str, start: str | None, end: str | None, years: float | None
) -> None:
    term = story(body).term
    assert (term.start, term.end, term.years) == (start, end, years)


@pytest.mark.parametrize(
    ("body", "amounts"),
    [
        ("Quillbank has agreed to double its sponsorship of Marrow Rovers to £20,000 a year.", [20e3]),
        (SIGNED + "The bank is doubling the annual package from £3m to £6m.", [6e6]),
        (SIGNED + "The club will get £4m a season, compared with the £2m paid by Tarn Motors.", [4e6]),
        (SIGNED + "It is the club's first sponsor since Hopfield, which had paid it £2m a year.", []),
        (SIGNED + "The average annual value is put at $11 million.", [11e6]),
        (SIGNED + "The deal brings in £75,000 a year, which goes towards a £1.2m stand.", [75e3]),
        (SIGNED + "The club posted a loss of £18m.", []),
        (SIGNED + "The winner receives £5,000.", []),
        (SIGNED + "The deal is worth £9m. Part of the sum, £2m, will go to a school.", [9e6]),
        (SIGNED + "The women are sponsored by a bookmaker in a deal worth £2m a year.", []),
        (SIGNED + "The chairman bought the club for £14m in 2019.", []),
        (SIGNED + "The Bell reports a fee of £7m a season, £2m more than what Tarn Motors paid.", [7e6]),
        (SIGNED + "The deal was worth £9m a year but has fallen £4m.", [9e6]),
        (SIGNED + "Its £9m a year crushes the rival's deal by a massive £8m.", [9e6]),
        (SIGNED + "The bank also sponsors a league in which it invests £2m a year.", []),
        (SIGNED + "The roof of the stand needs £200,000.", []),
        (SIGNED + "The contract, worth £450,000 a season, would run for three years.", [450e3]),
        ("Quillbank has signed a sponsorship deal with Marrow Rovers worth 30 million koruna a season.", [30e6]),
        # Everyday words for what is paid.
        (SIGNED + "It is about £2m for three years.", [2e6]),
        (SIGNED + "The bank has stumped up £200,000.", [200e3]),
        (SIGNED + "The club will pocket £900,000 a season.", [900e3]),
        (SIGNED + "The club earns at least £400,000 a year from the deal.", [400e3]),
        (SIGNED + "For £400,000 a year the bank gets the front of the shirt.", [400e3]),
        (SIGNED + "The four-year tie-up earns the club £16m.", [16e6]),
        ("Quillbank replaces Tarn Motors as sponsor of Marrow Rovers and pays £2m annually.", [2e6]),
        (SIGNED + "The bank succeeds Hopfield and pays £2.2m annually, the Bell understands.", [2.2e6]),
        # The same sum converted, without brackets.
        (SIGNED + "The bank's outlay is £1m per season, €1.2m at today's rate.", [1e6]),
        # What a club itself pays, sells, or earns elsewhere; what a firm is worth; what others paid before.
        (SIGNED + "Marrow Rovers paid £2m for a striker in August.", []),
        (SIGNED + "Marrow Rovers would earn £170m from promotion.", []),
        (SIGNED + "The club sold its ground for £12m and now pays £300,000 a year in rent.", []),
        (SIGNED + "The city pays it back at £12m a year.", []),
        (SIGNED + "Marrow Rovers, bought by the Orr family for £13m in 2021, are third.", []),
        (SIGNED + "The bank's parent company was valued at £900m.", []),
        (SIGNED + "Marrow Rovers have sold £300,000 worth of memberships.", []),
        (SIGNED + "The champion received £25,000; the runner-up got £15,000.", []),
        (SIGNED + "It is worth $A1.8 million a year.", [1.8e6]),
        (SIGNED + "The bank has pledged £2m to the club over four years.", [2e6]),
        (SIGNED + "Quillbank, which sold £18m of bonds, is from Hull.", []),
        (SIGNED + "Entrants pay £950 a season to the club.", []),
        (SIGNED + "The women's games cost £5m, of which the government pays £2m.", []),
        (SIGNED + "Only £750,000 of this season's money has arrived.", []),
        (SIGNED + "It is the club's largest sponsorship since Lumo gave £3m in 2015.", []),
        (SIGNED + "Quillbank is doubling its support for the club, from £1m to £2m a season.", [2e6]),
        (SIGNED + "The basic fee is £2m a year; promotion would add £500,000.", [2e6]),
        (SIGNED + "Industry estimates put the cost at £500,000 a year.", [500e3]),
        (SIGNED + "The magazine Velo estimates the value at £500,000 a year.", [500e3]),
        (SIGNED + "The bank plans to invest £80m in its Hull plant by 2035.", []),
        (SIGNED + "The previous holder, Hopfield, shelled out £3.8m a season.", []),
    ],
)
def test_a_story_tells_what_its_own_deal_is_worth(body: str, amounts: list[float]) -> None:
    assert [value.amount for value in story(body).value] == amounts


def test_a_sponsors_line_of_business_is_no_subject() -> None:
    """A construction company builds nothing by sponsoring, and a fund manager coaches nobody."""
    for trade in ("construction company", "ticket agency", "loans firm", "fund manager", "building society"):
        deal = story(f"The {trade} Quillbank has extended its sponsorship of Marrow Rovers to 2036 for £2m a year.")
        assert (deal.term.end, [value.amount for value in deal.value]) == ("2036", [2e6])
    deal = story(
        "Doyle Construction is to pay a million euros to be the main sponsor of Marrow Rovers.",
        "Doyle Construction",
    )
    assert [value.amount for value in deal.value] == [1e6]


def test_a_star_who_earns_under_the_contract_is_paid_for_it() -> None:
    body = "Ines Vautrin is the new face of Quillbank. She will earn £1m a year under a three-year contract."
    [deal] = deals(None, body, WRITTEN, **CAST)
    assert ([value.amount for value in deal.value], deal.term.years) == ([1e6], 3)


def test_a_gift_over_some_years_is_a_total() -> None:
    deal = story("Quillbank has renewed its sponsorship of Marrow Rovers with a £900,000 gift over three years.")
    assert [(value.amount, value.basis) for value in deal.value] == [(9e5, "total")]


def test_an_option_to_extend_is_no_extension() -> None:
    deal = story(
        "Quillbank has signed a two-year sponsorship deal with Marrow Rovers, with an option to extend it."
    )
    assert (deal.event_type, deal.term.years) == ("new", 2)


def test_it_is_the_deal_that_the_sentence_before_was_about() -> None:
    before = "The bank's first contract with the club ended this summer. It was worth £400,000 a year."
    renewed = "Quillbank has renewed its sponsorship of Marrow Rovers for another five years. "
    assert story(renewed + before).value == ()


def test_who_reports_a_sum_is_no_party_to_it() -> None:
    deal = story(SIGNED + "Tarn Motors said that a contract worth £1.5m over two years had been signed.")
    assert [value.amount for value in deal.value] == [1.5e6]


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Marrow Rovers will be dressed by Quillbank after signing a sponsorship deal.", "kit_supplier"),
        (SIGNED.replace("main ", "") + "The bank's logo will be worn on the chest of the players.", "shirt_front"),
        (
            "Quillbank has a new sponsorship deal with Marrow Rovers. The bank will be on the club's sleeve.",
            "shirt_sleeve",
        ),
        ("Quillbank is the new back-of-shirt sponsor of Marrow Rovers.", "official_sponsor"),
        ("Quillbank has a sponsorship deal to make the kits of Marrow Rovers.", "kit_supplier"),
        ("Marrow Rovers have signed a one-year shirt contract with the betting firm Quillbank.", "shirt_front"),
        (
            "Marrow Rovers have a new title sponsor. Quillbank will support Marrow Rovers for two years.",
            "title",
        ),
        ("Quillbank will outfit Marrow Rovers under a four-year sponsorship deal.", "kit_supplier"),
        (
            "Quillbank will be on the back of the shirts of Marrow Rovers in a sponsorship deal.",
            "official_sponsor",
        ),
    ],
)
def test_a_role_is_told_by_what_is_worn(body: str, role: str) -> None:
    assert story(body).role == role


@pytest.mark.parametrize(
    ("body", "event"),
    [
        ("Quillbank and Marrow Rovers have added two seasons to their sponsorship deal.", "extension"),
        ("Marrow Rovers have held on to their main sponsor, Quillbank.", "renewal"),
        (
            "Quillbank will not take up its option to extend its sponsorship of Marrow Rovers.",
            "non_renewal",
        ),
        ("Marrow Rovers and their sponsor Quillbank are going their separate ways.", "termination"),
        ("Quillbank has doubled its backing for Marrow Rovers, which it sponsors.", "expansion"),
        ("Marrow Rovers have torn up their sponsorship contract with Quillbank.", "termination"),
        ("Quillbank will go on supporting Marrow Rovers, whose main sponsor it is, until 2035.", "renewal"),
        ("Quillbank will no longer be sponsoring Marrow Rovers after this season.", "non_renewal"),
        ("Quillbank is poised to become the sponsor of Marrow Rovers.", "rumour"),
        ("Quillbank sponsors Marrow Rovers, who are poised to make an impact.", "new"),
        ("Quillbank has halved its sponsorship of Marrow Rovers.", "downgrade"),
        ("Quillbank is reportedly set to become the new sponsor of Marrow Rovers.", "rumour"),
    ],
)
def test_an_event_is_told_in_everyday_words(body: str, event: str) -> None:
    assert story(body).event_type == event


def test_what_is_put_on_hold_is_suspended() -> None:
    deal = story("Quillbank has put its sponsorship of Marrow Rovers on hold.")
    assert (deal.event_type, deal.status) == ("termination", "suspended")


def test_its_own_cup_is_what_a_federation_has_sponsored() -> None:
    cast = {"Tarn_Federation": R, "Quillbank": B, "Tarn_Cup": EntityKind.BRAND}
    body = "The Tarn Federation has signed Quillbank as title sponsor of its Tarn Cup from 2032 to 2034."
    [deal] = deals(None, body, WRITTEN, **cast)
    assert deal.property is not None
    assert (deal.rights_holder.name, deal.property.name) == ("Tarn Federation", "Tarn Cup")


def test_a_cup_that_is_told_to_be_one_is_its_organisers() -> None:
    cast = {"Tarn_Union": R, "Quillbank": B, "Tarn_Altura": EntityKind.BRAND}
    body = "Quillbank is the new title sponsor of the Tarn Altura, the club cup of the Tarn Union, for four years."
    [deal] = deals(None, body, WRITTEN, **cast)
    assert deal.property is not None
    assert (deal.rights_holder.name, deal.property.name, deal.term.years) == ("Tarn Union", "Tarn Altura", 4)


def test_what_one_of_two_signed_for_is_not_the_others() -> None:
    body = (
        "Quillbank has been announced as principal partner of Marrow Rovers in an agreement that runs to 2034, "
        "while Tarn Motors comes in as official partner for one year."
    )
    found = {d.sponsor.name: (d.term.end, d.term.years) for d in deals(None, body, WRITTEN, **CAST)}
    assert found == {"Quillbank": ("2034", None), "Tarn Motors": (None, 1)}


def test_what_was_reported_wrongly_is_no_fact() -> None:
    body = (
        "In May we reported that Quillbank had become the front-of-shirt sponsor of Marrow Rovers for five years."
        " The company has signed a two-year deal and its name will be on the sleeve."
    )
    assert (story(body).term.years, story(body).role) == (2, "shirt_sleeve")


def test_a_player_signs_for_himself() -> None:
    words = "The front-man is expected to sign a three-year extension with the club, whose season ends in May."
    assert story(SIGNED + words).term.years is None


def test_what_sponsors_usually_pay_is_no_deals() -> None:
    assert story(SIGNED + "Main sponsors typically pay between £1m and £3m a year.").value == ()


def test_a_player_who_is_hired_has_a_contract_of_his_own() -> None:
    assert story(SIGNED + "Marrow Rovers have hired striker Ines Vautrin on a two-year deal.").term.years is None


def test_an_option_has_a_length_of_its_own() -> None:
    term = story(SIGNED + "The sponsorship runs through 2034, with two five-year options.").term
    assert (term.end, term.years) == ("2034", None)


def test_crowns_are_those_of_the_country() -> None:
    for place, currency in (("Oslo", "NOK"), ("Copenhagen", "DKK"), ("the north", None)):
        deal = story(SIGNED + f"The club from {place} will receive 45 million kroner a year under the deal.")
        assert [(value.amount, value.currency) for value in deal.value] == [(45e6, currency)]


def test_a_deal_that_is_over_does_not_start() -> None:
    deal = story("Quillbank and Marrow Rovers have ended their sponsorship and will go separate ways next summer.")
    assert deal.term.start is None


def test_what_a_star_will_earn_a_year_is_what_the_deal_pays() -> None:
    body = (
        "Ines Vautrin has extended her endorsement deal with Quillbank. Her agent said she would earn £4m a year."
    )
    [deal] = deals(None, body, WRITTEN, **CAST)
    assert [value.amount for value in deal.value] == [4e6]


def test_a_sum_for_each_season_is_counted_by_the_season() -> None:
    deal = story(SIGNED + "The bank will pay £300,000 for each of the next three seasons.")
    assert [(value.amount, value.basis) for value in deal.value] == [(3e5, "per_season")]
