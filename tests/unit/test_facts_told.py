"""What a deal runs for and pays, told beside what others earn, what is left over and what was before."""

from datetime import UTC, datetime

import pytest

from records.record import Deal
from tests.claims import B, P, R, deals

CAST = {"Quillbank": B, "Marrow_Rovers": R, "Tarn_Motors": B, "Ines_Vautrin": P}
SIGNED = "Quillbank has become the main sponsor of Marrow Rovers. "
WRITTEN = datetime(2031, 9, 17, tzinfo=UTC)


def story(body: str) -> Deal:
    """Return what the text, written in September 2031, reports of the bank and the club."""
    found = deals(None, body, WRITTEN, **CAST)
    return next(d for d in found if (d.sponsor.name, d.rights_holder.name) == ("Quillbank", "Marrow Rovers"))


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
    ],
)
def test_dates_are_read_as_they_are_told(body: str, start: str | None, end: str | None) -> None:
    assert (story(body).term.start, story(body).term.end) == (start, end)


@pytest.mark.parametrize(
    "words",
    [
        "The club employs 42 officials, who earn up to £120,000 a year each.",
        "The designer Ines Vautrin will join the club on a contract said to be worth £3m a year.",
        "Some 14,000 runners have entered, each paying £900.",
        "Harvest Day will be worth £400,000 when it is run in June.",
    ],
)
def test_what_others_earn_and_pay_is_no_value(words: str) -> None:
    assert story(SIGNED + words).value == ()


def test_a_sum_over_the_lifetime_of_a_deal_is_a_total() -> None:
    deal = story(SIGNED + "The deal will bring in around €5m over its lifetime.")
    assert [(value.amount, value.basis) for value in deal.value] == [(5e6, "total")]


@pytest.mark.parametrize(
    ("body", "event"),
    [
        ("Quillbank will sponsor Marrow Rovers after Harrowgate decided to pull out.", "new"),
        ("Marrow Rovers need a new sponsor, with Quillbank stepping down after this season.", "termination"),
        ("Quillbank has added two years, with an option, to its deal with Marrow Rovers.", "extension"),
    ],
)
def test_who_ends_a_deal_ends_his_own(body: str, event: str) -> None:
    assert story(body).event_type == event
