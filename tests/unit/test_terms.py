import pytest

from enrich.claims.lengths import find_years
from enrich.claims.terms import Reading, find_ends, find_starts
from tests.claims import B, R, deals


def words(body: str, readings: list[Reading]) -> list[tuple[str, str | float, str | None]]:
    return [(body[r.start : r.end], r.value, r.precision) for r in readings]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("signed a three-year deal", ("three-year", 3.0)),
        ("a 10-year kit partnership", ("10-year", 10.0)),
        ("an 18-month agreement", ("18-month", 1.5)),
        ("a two-season shirt contract", ("two-season", 2.0)),
        ("support over the next five years", ("over the next five years", 5.0)),
        ("extended by four years", ("by four years", 4.0)),
        ("for an initial term of six years", ("term of six years", 6.0)),
        ("for an initial three years", ("for an initial three years", 3.0)),
        ("a deal of five years with the club", ("deal of five years", 5.0)),
        ("a year-long partnership", ("year-long", 1.0)),
        ("discussing ten years at around £800,000 a year", ("ten years", 10.0)),
    ],
)
def test_the_length_of_a_deal_is_read_in_years(body: str, expected: tuple[str, float]) -> None:
    assert [(words, years) for words, years, _ in words_of(body)] == [expected]


def words_of(body: str) -> list[tuple[str, str | float, str | None]]:
    return words(body, find_years(body))


@pytest.mark.parametrize(
    "body",
    [
        "ends its 30-year sponsorship of the regatta",
        "after a 12-year partnership",
        "for the past 17 years",
        "began 17 years ago",
        "building on over two years of collaboration",
        "a multi-year deal",
        "a five-year ban",
        "with an option for a further two years",
        "a 30-year-old company",
        "After six years as its shirt sponsor",
        "Its ten-year association with the club is over.",
        "Its six-year stay on the front of the shirt will come to an end in May.",
    ],
)
def test_elapsed_vague_and_optional_spans_are_no_term(body: str) -> None:
    assert find_years(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("until the end of the 2026-27 season", ("until the end of the 2026-27", "2027", "season")),
        ("a partnership through 2028 with", ("through 2028", "2028", "year")),
        ("runs to June 30, 2027.", ("runs to June 30, 2027", "2027-06-30", "day")),
        ("until 31 December 2031", ("until 31 December 2031", "2031-12-31", "day")),
        ("until the summer of 2029", ("until the summer of 2029", "2029", "year")),
        ("extends to 2030–2031.", ("extends to 2030–2031", "2031", "season")),
        ("will not renew past 2034", ("past 2034", "2034", "year")),
        ("expires in March 2030", ("expires in March 2030", "2030-03", "month")),
        ("running through '31.", ("through '31", "2031", "year")),
        (
            "extended its sponsorship of the club to 2030",
            ("extended its sponsorship of the club to 2030", "2030", "year"),
        ),
        ("keeps it on the shirt into 2031", ("keeps it on the shirt into 2031", "2031", "year")),
        ("comes to a close in May 2030", ("comes to a close in May 2030", "2030-05", "month")),
    ],
)
def test_an_end_is_as_precise_as_its_words(body: str, expected: tuple[str, str, str]) -> None:
    assert words(body, find_ends(body)) == [expected]


def test_a_span_of_seasons_has_a_start_and_an_end() -> None:
    body = "will cover the 2027 to 2029 seasons"
    assert find_ends(body) == [
        Reading("start", 15, 19, "2027", "season"),
        Reading("end", 23, 27, "2029", "season"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "until the end of next season",
        "until further notice",
        "in 2029",
        "Rovers 2032",
        "an option to extend until 2031",
        "can be extended to 2031",
        "had been due to run until 2031",
    ],
)
def test_what_names_no_year_is_no_end(body: str) -> None:
    assert find_ends(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("beginning in October 2028", ("beginning in October 2028", "2028-10", "month")),
        ("starting with the 2026-27 season", ("starting with the 2026-27", "2026", "season")),
        ("effective July 1, 2027", ("effective July 1, 2027", "2027-07-01", "day")),
        ("for the 2027 Cup season", ("2027", "2027", "season")),
    ],
)
def test_a_start_is_as_precise_as_its_words(body: str, expected: tuple[str, str, str]) -> None:
    assert words(body, find_starts(body)) == [expected]


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("Quillbank will appear on the Marrow Rovers shirts in 2031.", "2031"),
        ("Quillbank becomes the official partner of Marrow Rovers for the 2031-32 season.", "2031"),
        (
            "Quillbank sponsors Marrow Rovers. The ground will be called Quillbank Park when it opens in May 2031.",
            "2031-05",
        ),
        ("Quillbank will sponsor Marrow Rovers, who host the final in 2031.", None),
        ("Quillbank will sponsor Marrow Rovers at a tournament held in May 2031.", None),
        ("Quillbank sponsors Marrow Rovers and had 40 shops as of 1 May 2031.", None),
        ("Quillbank has renewed its sponsorship of Marrow Rovers, which began in 2019.", None),
    ],
)
def test_a_year_is_a_start_where_the_sponsor_comes_in(words: str, start: str | None) -> None:
    (deal,) = deals(None, words, Quillbank=B, Marrow_Rovers=R)
    assert deal.term.start == start
