"""When a deal begins and ends and how long it is, by the words of reports; and terms beside it of other things."""

import pytest

from tests.claims import deals
from tests.facts import CAST, LEFT, SIGNED, WRITTEN, story

MORE = "Quillbank has prolonged its sponsorship of Marrow Rovers. "
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
        (SIGNED + "It steps in for two years.", None, None, 2),
        (
            "Quillbank steps in at Marrow Rovers as sponsor. Quillbank has come on board for three years.",
            None,
            None,
            3,
        ),
        (SIGNED + "It has signed for three years, taking it to the close of the 2034 season.", None, "2034", 3),
        (
            SIGNED + "The contract begins when the present one runs out in December and lasts for five seasons.",
            None,
            None,
            5,
        ),
        (SIGNED + "It has backed Rovers for four years and has now committed itself to two more.", None, None, 2),
        (SIGNED + "It will pay £50,000 a year, a total of four years.", None, None, 4),
        (SIGNED + "From the new year its name will be on the shirts.", "2032", None, None),
        ("Quillbank is giving up its sponsorship of Marrow Rovers at the end of this year.", None, "2031", None),
        (
            "Quillbank has scrapped its sponsorship of Marrow Rovers with effect from 31 October.",
            None,
            "2031-10-31",
            None,
        ),
        (LEFT + "The 2032 Coppa di Tarn is going to be its last as sponsor.", None, "2032", None),
        (SIGNED + "It will pay for the shirts in two annual payments.", None, None, 2),
        (SIGNED + '"For four years we will be at the side of Marrow Rovers," its chairman said.', None, None, 4),
        (SIGNED + "The agreement comes into effect on Saturday, 1 November.", "2031-11-01", None, None),
        (SIGNED + "It is on the shirts from this season until 2035.", "2031", "2035", None),
        (SIGNED + "The contract covers this year's cup and those of 2032 and 2033.", None, "2033", None),
        (SIGNED + "The contract, which was due to end in May, is worth £2m.", None, None, None),
        (MORE + "The new expiry date is December 2034.", None, "2034-12", None),
        (
            LEFT + "The agreement comes to an end following this year's cup.",
            None,
            "2031",
            None,
        ),
        (SIGNED + "The contract will run up to and including the race in 2034.", None, "2034", None),
        (
            SIGNED + "The deal commences on 1 October and concludes on 30 September 2034.",
            "2031-10-01",
            "2034-09-30",
            None,
        ),
        ("Quillbank will sponsor Marrow Rovers throughout 2032 and 2033.", "2032", "2033", None),
        (SIGNED + "Its name will be on the ground for the next two decades.", None, None, 20),
        (
            "Marrow Rovers have attracted Quillbank as a sponsor. They won over Quillbank for three years.",
            None,
            None,
            3,
        ),
        (
            "Quillbank is to be the sponsor of Marrow Rovers, its contract expiring after next June's cup.",
            None,
            "2032-06",
            None,
        ),
        (LEFT + "Its agreement will be dissolved on 31 October.", None, "2031-10-31", None),
        (
            SIGNED + "Terms: three years, starting with the team's inaugural season this November.",
            "2031-11",
            None,
            3,
        ),
        (SIGNED + "It wants to be the biggest by 2035, when its agreement is due to end.", None, "2035", None),
        (SIGNED + "The fee will rise from £2m to £3m by 2034, the year in which it ends.", None, "2034", None),
        (LEFT + "The contract expires after the final stage in Tarn on 18 October.", None, "2031-10-18", None),
        (SIGNED + "The contract carries it through the next Games and on to the end of 2034.", None, "2034", None),
        (SIGNED + "The broadcast sponsorship is for one year.", None, None, 1),
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
        "The club has a contract with the town until 2035.",
        "It comes as a relief after another sponsor backed out in June.",
        "Its agreement with the tour to host the race runs through 2035.",
        "It joined in 2028 on what was a three-year contract.",
        "Its permit for the ground is valid until 2035.",
        "A venue agreement with the owners is in place until 2035.",
        "Its league has a streaming contract that runs through 2035.",
        "Two other companies have raised their contributions for the current season, which ends in May.",
        'It said: "It has been a wonderful six years and we leave on good terms."',
        "The club hopes to sign another sponsor for three years.",
        "The club then wants to negotiate a long-term deal of at least three years.",
        "A rival left after one year of a three-year agreement.",
        "The former sponsor collapsed in May with two years of its deal remaining.",
        "The bank recently committed £40m over five years to rural care.",
        "Its name has been attached to the club for eight years.",
        "The club is contracted to return to Leeds until 2035.",
        "It will be seen at five races, from Leeds in October to Bath in May.",
        "Its logo will be at the cup, which takes place from 14 to 18 October.",
    ],
)
def test_what_is_not_between_the_two_is_not_their_term(body: str) -> None:
    term = story(SIGNED + body).term
    assert (term.start, term.end, term.years) == (None, None, None)


def test_the_headline_says_until_when_where_the_story_names_the_year() -> None:
    title = "Quillbank on Marrow Rovers' shirts until 2034"
    body = "Quillbank has become the sponsor of Marrow Rovers for the next Games: Lima 2032 and the Games of 2034."
    (found,) = deals(title, body, WRITTEN, **CAST)
    assert found.term.end == "2034"
    assert [body[e.start : e.end] for e in found.evidence if e.field == "term.end"] == ["2034"]
    assert found.editions == ("Lima 2032", "Games of 2034")
    assert story(body).term.end is None


@pytest.mark.parametrize(
    ("words", "editions"),
    [
        ("The deal covers the 2032, 2033 and 2034 races.", ("2032", "2033", "2034")),
        ("The contract includes the regattas in 2032, 2034 and 2036.", ("2032", "2034", "2036")),
    ],
)
def test_editions_are_read_from_lists_of_years(words: str, editions: tuple[str, ...]) -> None:
    assert story(SIGNED + words).editions == editions


def test_who_has_lost_a_sponsor_has_not_lost_the_one_he_finds() -> None:
    found = story("Quillbank has become the sponsor of Marrow Rovers, who lost their sponsor of 16 years in May.")
    assert (found.event_type, found.term.end, found.term.years) == ("new", None, None)


@pytest.mark.parametrize(
    ("body", "event"),
    [
        ("Quillbank's time as sponsor of Marrow Rovers is drawing to a close.", "non_renewal"),
        ("Quillbank, the sponsor of Marrow Rovers, is to depart after the 2032 season.", "termination"),
        ("Marrow Rovers' sponsorship agreement with Quillbank will be dissolved on 31 October.", "termination"),
        ("Quillbank has become the sponsor of Marrow Rovers in a deal that extends through 2034.", "new"),
        ("Quillbank, the sponsor of Marrow Rovers, will remain with the club until 2034.", "renewal"),
    ],
)
def test_what_happens_to_a_deal_is_told_by_how_its_term_is(body: str, event: str) -> None:
    assert story(body).event_type == event
