"""What is told of a deal away from the words that tie its parties, and what beside it is of somebody else."""

import pytest

from records.record import EntityKind, EventType, Role, Status, ValueBasis
from tests.claims import B, R, deals
from tests.facts import CAST, LEFT, SIGNED, WRITTEN, story

MORE = "Quillbank has extended its sponsorship of Marrow Rovers. "


@pytest.mark.parametrize(
    ("body", "start", "end", "years"),
    [
        (SIGNED + "The club will get £2m from the contract, which will last for three years.", None, None, 3),
        (SIGNED + "Rovers will get £2m from it, starting in 2032.", None, None, None),
        (SIGNED + "Rovers will get £2m under the contract, starting in January.", "2032-01", None, None),
        (SIGNED + "It is the first season-long sponsor of the club, with a three-year agreement.", None, None, 3),
        ("Quillbank ended its sponsorship of Marrow Rovers at the end of last year.", None, "2030", None),
        ("Quillbank ended its sponsorship of Marrow Rovers last month.", None, "2031-08", None),
        (LEFT + "The 2031 tournament had been the last with its name.", None, "2031", None),
        # "It" is the deal that the sentence before tells of, and not the club or the bank.
        (
            "Marrow Rovers have signed a sponsorship deal with Quillbank. It begins this month.",
            "2031-09",
            None,
            None,
        ),
        (SIGNED + "It begins this month.", None, None, None),
        (SIGNED + "The partnership launches next month.", "2031-10", None, None),
        (SIGNED + "The contract, signed in June, took effect on 1 July.", "2031-07-01", None, None),
        (SIGNED + "As from 1 January, the ground will bear its name.", "2032-01-01", None, None),
        (SIGNED + "The name change will be seen for the first time on 14 October.", "2031-10-14", None, None),
        (SIGNED + "It will back the club in each of the next three years.", None, None, 3),
        ("Quillbank is to sponsor the summer exhibition of Marrow Rovers for the next three years.", None, None, 3),
        (SIGNED + "The club will get a seven-figure sum over its three years.", None, None, 3),
        (LEFT + 'It said: "This December\'s race will be our last as sponsor."', None, "2031-12", None),
        (LEFT + "Its last game on the shirt will be the cup final on 24 May 2032.", None, "2032-05-24", None),
        (LEFT + "It has suspended the contract with immediate effect.", None, None, None),
        # What was agreed before tells nothing of what is agreed now.
        (
            MORE + "It first backed the club in 2026 under a five-year deal, which expires in 2031.",
            None,
            None,
            None,
        ),
        (MORE + "It has backed the club since 2026, when it signed a five-year agreement.", None, None, None),
        (LEFT + "It exercised an option to break with the club at the end of 2032.", None, "2032", None),
        # Others have contracts of their own.
        (SIGNED + "The women's side have a sponsor until 2033.", None, None, None),
        (LEFT + "It will go on sponsoring Ashby until 2034.", None, None, None),
        (SIGNED + "Its captain is under contract until 2034.", None, None, None),
        (SIGNED + "The competition has been guaranteed a place on the calendar until 2034.", None, None, None),
        (
            SIGNED + '"We have put pen to paper on another four years," said the chairman of the bank.',
            None,
            None,
            4,
        ),
        ("Marrow Rovers can count on Quillbank as their sponsor for another three years.", None, None, 3),
        (SIGNED + "The deal covers the 2031-32 through 2034-35 academic years.", "2031", "2035", None),
        (SIGNED + "Rovers will become Quillbank Rovers from next year.", "2032", None, None),
        # What was thought is not so, and what goes beyond a year does not end then.
        (MORE + "It was thought that the deal would expire in 2032.", None, None, None),
        (MORE + "The contract goes beyond the 2032-33 season.", None, None, None),
    ],
)
def test_a_term_is_told_away_from_the_parties(
    body: str, start: str | None, end: str | None, years: float | None
) -> None:
    term = story(body).term
    assert (term.start, term.end, term.years) == (start, end, years)


@pytest.mark.parametrize(
    ("body", "amounts"),
    [
        (SIGNED + "Quillbank will pay £2m a year, while Tarn Motors paid only £1m.", [2e6]),
        (SIGNED + "A brewery is understood to have made an offer of £3m a year for the rights.", []),
        (SIGNED + "Existing sponsors are expected to pay about £2m a year.", []),
        (SIGNED + "It brings the city £2m a year.", []),
        (SIGNED + "It replaces Tarn Motors, who sponsored the club in a deal which was worth £1m.", []),
        (LEFT + "It will pay a termination fee of £2m.", []),
        (SIGNED + "The club's broadcasting contract brings in £90m a year.", []),
        (SIGNED + "Other clubs in the league get around £5m a year.", []),
        (SIGNED + "A similar deal at Ashby brings in £5m a year.", []),
        (SIGNED + "The bank also spends £2m a year on advertising.", []),
        (SIGNED + "The bank has set aside £2m for new branches.", []),
        (SIGNED + "If they are promoted the fee will double to £4m.", []),
        (SIGNED + "The fee of £2m could rise if they are promoted.", [2e6]),
        (SIGNED + "The bank paid £12m for a rival in June.", []),
        (SIGNED + "The club's owner, who paid £12m for it in 2029, wants to sell.", []),
        (SIGNED + "The bank outbid two rivals, one of which offered £3m a year.", []),
        (SIGNED + "The bank will give £50,000 a year to the club's foundation.", []),
        (SIGNED + "Over the past four years the bank has put £2m into schools.", []),
        (SIGNED + "The bank has also become a sponsor of Ashby, in a deal worth £1m.", []),
        (SIGNED + "The league pays each team £1m.", []),
        (SIGNED + "Nobody told the price. Insiders put it at £2m a year.", [2e6]),
        (SIGNED + "The city gives the club £2m a year.", []),
        (SIGNED + "The Premier League club will get £3m a year.", [3e6]),
        (SIGNED + "The figure is thought to be in the region of £2m.", [2e6]),
        (SIGNED + "The fee goes up by £500,000 to £3m a year.", [3e6]),
        (SIGNED + "Rovers, who had asked for £3m, settled for £2m a year.", [2e6]),
        # What is bought, sold, won or given by others.
        (SIGNED + "Rovers bought prop Sio Latu for £200,000 last week.", []),
        (SIGNED + "The bank is putting up 300 houses worth £90m.", []),
        (SIGNED + "The club received £14m for the land.", []),
        (SIGNED + "The £2m commitment follows gifts of £500,000 from two families.", [2e6]),
        (SIGNED + "Its founder paid £22m for a palace.", []),
        (SIGNED + "The league was sold to investors for £14m.", []),
        (SIGNED + "Runners pay £250 to enter.", []),
        (SIGNED + "It pays £2m, in quarterly instalments of £125,000.", [2e6]),
        (SIGNED + "It paid the club £180,000 when the two first worked together in 2020.", []),
        (SIGNED + 'It is "better than the old one", which was worth £300,000 a year.', []),
        # Who is paid may be told by what it is, and how money comes out of a deal.
        (SIGNED + "The organisers are to receive £1m for two years.", [1e6]),
        (SIGNED + "The county will get £2.5m from it.", [2.5e6]),
        (SIGNED + "The contract gives the club two million pounds a year.", [2e6]),
        (SIGNED + "The paper Ode Echo has seen the contract, which gives the club £4m a year.", [4e6]),
        (SIGNED + "The bank is contributing £2m a year to the budget.", [2e6]),
        (SIGNED + "A donation of £4,000 will pay for new drums.", [4e3]),
        (SIGNED + "It is giving the club £50,000 spread over two seasons.", [5e4]),
        (SIGNED + "The club, which has debts of £30m, will get £3m a year.", [3e6]),
        (SIGNED + "The previous backer, a local garage, paid less than £100,000.", []),
        (SIGNED + "A winger cost the club £2m at the auction.", []),
        (SIGNED + "It beat bids from a bank (£4m) and a brewery (£3m).", []),
        (SIGNED + "The council cuts its own support from £120,000 to £75,000.", []),
        (SIGNED + "It pays £3m a season, against £2m shelled out by the last sponsor.", [3e6]),
        # Words for giving, and what is told as the sponsor's own.
        (SIGNED + "The bank has tipped in £25,000.", [2.5e4]),
        (SIGNED + "The bank's £15,000 cheque replaces that of a shop which closed.", [1.5e4]),
        (SIGNED + "Quillbank's £60,000 a year is the most that the club has had.", [6e4]),
        (SIGNED + "Each edition will earn the organisers £4m from the deal.", [4e6]),
        (SIGNED + "The broadcast sponsorship is for a year and cost the bank £4m.", [4e6]),
        # Parts are no values beside the whole, and are where nothing says what the whole is.
        (SIGNED + "The deal is worth £7m. It will bring in £4m in cash and £2m in kit.", [7e6]),
        (SIGNED + "The deal will bring the club £600,000 and £2m in kit.", [2e6, 6e5]),
    ],
)
def test_a_sum_is_of_the_deal_and_of_all_of_it(body: str, amounts: list[float]) -> None:
    assert sorted((v.amount for v in story(body).value if v.amount), reverse=True) == amounts


@pytest.mark.parametrize(
    ("body", "event", "status"),
    [
        (
            "Marrow Rovers have taken legal action against Quillbank, their former shirt sponsor.",
            EventType.TERMINATION,
            Status.TERMINATED,
        ),
        (
            "Marrow Rovers need a sponsor after Quillbank declined an option to extend its sponsorship of them.",
            EventType.NON_RENEWAL,
            Status.EXPIRED,
        ),
        (
            "Marrow Rovers have a new deal with their sponsor Quillbank. The agreement extends the one of 2028.",
            EventType.EXTENSION,
            Status.ANNOUNCED,
        ),
        (
            "New shirts will be made after the Premier League club called an early halt to a deal "
            "of Marrow Rovers with Quillbank.",
            EventType.TERMINATION,
            Status.TERMINATED,
        ),
        (
            "Marrow Rovers have signed a new two-year deal with principal partner Quillbank.",
            EventType.RENEWAL,
            Status.ANNOUNCED,
        ),
        (
            "Marrow Rovers have opened talks with Quillbank on a sponsorship deal.",
            EventType.RUMOUR,
            Status.IN_TALKS,
        ),
        ("Marrow Rovers are to keep Quillbank on board as sponsor.", EventType.RENEWAL, Status.ANNOUNCED),
        (
            "This is the final year in which Quillbank is main sponsor of Marrow Rovers.",
            EventType.NON_RENEWAL,
            Status.EXPIRED,
        ),
    ],
)
def test_what_happened_is_told_in_everyday_words(body: str, event: EventType, status: Status) -> None:
    deal = story(body)
    assert (deal.event_type, deal.status) == (event, status)


def test_this_deal_is_no_other_that_it_was_compared_with() -> None:
    cast = {**CAST, "Ashby_United": R}
    body = (
        "Quillbank has become the main sponsor of Marrow Rovers. The agreement is second only to the deal "
        "of Tarn Motors with Ashby United, which is worth £4m. This partnership is for five years."
    )
    found = deals(None, body, WRITTEN, **cast)
    assert {(d.sponsor.name, d.term.years) for d in found} == {("Quillbank", 5), ("Tarn Motors", None)}


def test_money_for_the_owner_of_an_arena_is_paid_for_its_name() -> None:
    body = (
        "Quillbank has bought the naming rights to Marrow Arena. "
        "The bank will pay £750,000 a year to the Marrow Sports Authority."
    )
    cast = {"Quillbank": B, "Marrow_Arena": EntityKind.VENUE, "Marrow_Sports_Authority": R}
    (deal,) = (d for d in deals(None, body, WRITTEN, **cast) if not d.is_background)
    assert [(v.amount, v.basis) for v in deal.value] == [(750e3, ValueBasis.PER_YEAR)]


@pytest.mark.parametrize(
    ("name", "kind", "role"),
    [
        ("Marrow Arena", EntityKind.VENUE, Role.NAMING_RIGHTS),
        ("Marrow League", R, Role.TITLE),
        ("Marrow Run", EntityKind.EVENT, Role.TITLE),
    ],
)
def test_who_gives_a_thing_its_name_has_the_rights_to_it(name: str, kind: EntityKind, role: Role) -> None:
    body = f"The {name} will bear the name of Quillbank for five years under a sponsorship deal."
    (deal,) = deals(None, body, WRITTEN, **{"Quillbank": B, name.replace(" ", "_"): kind})
    assert (deal.role, deal.term.years) == (role, 5)


def test_a_ground_is_called_after_a_firm_of_two_names() -> None:
    body = (
        "Marrow Rovers have signed a sponsorship deal with Quill & Sons. "
        "Their new ground is to be called the Quill & Sons Stadium."
    )
    spans = {"Quill & Sons": B, "Marrow Rovers": R}
    (deal,) = deals(None, body, WRITTEN, **{name.replace(" ", "_"): kind for name, kind in spans.items()})
    assert (deal.role, deal.property and deal.property.name) == (Role.NAMING_RIGHTS, "Quill & Sons Stadium")


def test_the_new_one_is_not_the_current_one() -> None:
    body = (
        "Marrow Rovers have signed a new shirt deal with Quillbank. "
        "Their current sponsorship by Tarn Motors, over four years, is worth £8m. "
        "The new one, which will start in 2032, is worth £60m over seven years."
    )
    deal = story(body)
    assert (deal.term.start, deal.term.years, [v.amount for v in deal.value]) == ("2032", 7, [60e6])
