"""Printings of one quotation are one group over small differences, and the group lends its speaker."""

import pytest

from enrich.ledger.quotations import Printing, groups
from records.record import QuoteKind
from tests.stories import day, quote

WHOLE = "This bond will carry the club for a whole generation, and we mean to earn it."


def printed(article: str, words: str, who: str | None = None, at: str = "2031-03-01", **fields: object) -> Printing:
    return Printing(article, day(at), quote(words, "d1", who=who, **fields))


def together(*printings: Printing) -> list[list[str]]:
    return [[copy.article_id for copy in group.copies] for group in groups(printings)]


@pytest.mark.parametrize(
    "copy",
    [
        WHOLE,
        "“This bond will carry the club for a whole generation, and we mean to earn it,”",
        "This bond will carry the Club for a generation and we mean to earn it",
        "carry the club for a whole generation",
        "We said before: this bond will carry the club for a whole generation, and we mean to earn it. Wait.",
    ],
)
def test_a_word_a_mark_or_a_cut_makes_no_other_quotation(copy: str) -> None:
    assert together(printed("a", WHOLE), printed("b", copy)) == [["a", "b"]]


@pytest.mark.parametrize(
    "other",
    [
        "This bond will ruin the club for a whole generation, and nobody asked the members.",
        "the club",
        "for a whole",
    ],
)
def test_other_words_and_scraps_stay_apart(other: str) -> None:
    assert together(printed("a", WHOLE), printed("b", other)) == [["a"], ["b"]]


def test_a_fragment_that_two_people_said_is_two_quotations() -> None:
    words = "a partnership of equals"
    pair = printed("a", f"It is {words} and friends.", "Mara Quill"), printed("b", words, "Ode Mbeki")
    assert together(*pair) == [["a"], ["b"]]


def test_the_group_has_the_fullest_speaker_and_leaves_each_copy_as_printed() -> None:
    (group,) = groups(
        [
            printed("a", WHOLE, "Quill", at="2031-03-02"),
            printed("b", WHOLE, "Mara Quill", title="president", affiliation="Harrow Vale FC"),
            printed("c", "carry the club for a whole generation", kind=QuoteKind.MIXED, at="2031-03-03"),
        ]
    )
    assert group.speaker is not None
    assert (group.speaker.name, group.speaker.title, group.speaker.affiliation, group.speaker.entity_id) == (
        "Mara Quill",
        "president",
        "Harrow Vale FC",
        None,
    )
    assert [(copy.article_id, copy.speaker and copy.speaker.name) for copy in group.copies] == [
        ("b", "Mara Quill"),
        ("a", "Quill"),
        ("c", None),
    ]
    assert (group.text, group.kind) == (WHOLE, QuoteKind.DIRECT)
