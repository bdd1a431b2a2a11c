"""When a deal begins and ends and how long it is, by the words of reports; and terms beside it of other things."""

import pytest

from tests.facts import LEFT, SIGNED, story

AGREED = "Marrow Rovers and Quillbank have entered into a partnership. "


@pytest.mark.parametrize(
    ("body", "start", "end", "years"),
    [
        (SIGNED + "It has signed on a three-year basis.", None, None, 3),
        (SIGNED + "The bank has made a commitment of four years.", None, None, 4),
        (SIGNED + "The contract has a length of five years.", None, None, 5),
        (SIGNED + "It will back the club for the next half decade.", None, None, 5),
        ("Quillbank has signed a season-long agreement to sponsor Marrow Rovers.", None, None, 1),
        ("Quillbank has prolonged its sponsorship of Marrow Rovers to 30 June 2034.", None, "2034-06-30", None),
        ("Quillbank has extended its sponsorship of Marrow Rovers to May 31, 2033.", None, "2033-05-31", None),
        (SIGNED + "It will pay £90,000 a year for five years, 2032 through 2036.", "2032", "2036", 5),
        (
            "Quillbank will be the main sponsor of Marrow Rovers from 1 October to 31 December.",
            "2031-10-01",
            "2031-12-31",
            None,
        ),
        (SIGNED + "The contract covers three of its cups, the last of them in 2035.", None, "2035", None),
        (LEFT + "Its logo will be seen on the shirts for the last time in May.", None, "2032-05", None),
        (
            SIGNED + "The bank's name will be worn on the shirts, starting with Saturday's match.",
            "2031-09-20",
            None,
            None,
        ),
        (SIGNED + "The football club's contract covers this season and next.", None, "2033", None),
        # "It" is the deal that the sentence before tells of.
        (AGREED + "It will begin on 1 July 2032 and end on 30 June 2034.", "2032-07-01", "2034-06-30", None),
        (AGREED + "It starts at next year's cup and goes up to 2035.", "2032", "2035", None),
        # Since when one has been a partner says nothing of the contract that follows.
        (
            SIGNED + "The club's partner since 2022 has signed an agreement, which runs until June 30, 2035.",
            None,
            "2035-06-30",
            None,
        ),
    ],
)
def test_a_term_is_read_in_whatever_words(
    body: str, start: str | None, end: str | None, years: float | None
) -> None:
    term = story(body).term
    assert (term.start, term.end, term.years) == (start, end, years)


@pytest.mark.parametrize(
    "body",
    [
        "Its founder served a four-year term as mayor.",
        "Half-back Ines Vautrin yesterday agreed a two-year deal.",
        "Rovers have a deal with the tourism authority until 2035.",
        "The bank already has a two-year partnership with a football foundation.",
        "The club's funding agreement with the council runs to 2035.",
        "It comes after a sponsorship of five years.",
    ],
)
def test_what_is_not_between_the_two_is_not_their_term(body: str) -> None:
    term = story(SIGNED + body).term
    assert (term.start, term.end, term.years) == (None, None, None)


def test_who_has_lost_a_sponsor_has_not_lost_the_one_he_finds() -> None:
    found = story("Quillbank has become the sponsor of Marrow Rovers, who lost their sponsor of 16 years in May.")
    assert (found.event_type, found.term.end, found.term.years) == ("new", None, None)
