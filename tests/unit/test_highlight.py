"""Marks may overlap as they like: no character is lost, and each knows what it belongs to."""

from hypothesis import given
from hypothesis import strategies as st

from api.highlight import Mark, Segment, paragraphs, segments, snippet

TEXT = "Ma said: “Nordlicht stays.”\n\nThe end."


def test_overlapping_marks_are_cut_at_every_edge() -> None:
    marks = [Mark(0, 2, "name person", "Ma"), Mark(10, 26, "quote direct", "by Ma"), Mark(10, 19, "name", "N")]
    assert segments(TEXT, marks) == [
        Segment("Ma", "name person", "Ma"),
        Segment(" said: “", "", ""),
        Segment("Nordlicht", "quote direct name", "by Ma; N"),
        Segment(" stays.”"[:7], "quote direct", "by Ma"),
        Segment("”\n\nThe end."[0:], "", ""),
    ]


def test_paragraphs_are_parted_at_line_ends() -> None:
    assert [[part.text for part in one] for one in paragraphs(segments(TEXT, []))] == [
        ["Ma said: “Nordlicht stays.”"],
        ["The end."],
    ]


def test_a_snippet_shows_whole_words_around_the_evidence() -> None:
    text = "alpha beta gamma delta epsilon zeta eta theta"
    parts = snippet(text, text.index("epsilon"), text.index("epsilon") + 7, around=8)
    assert [part.text for part in parts] == ["… delta ", "epsilon", " zeta …"]


@given(
    st.text(max_size=40),
    st.lists(
        st.tuples(st.integers(-3, 50), st.integers(-3, 50)).map(lambda span: Mark(*span, "x", "n")), max_size=6
    ),
)
def test_no_character_is_lost(text: str, marks: list[Mark]) -> None:
    assert "".join(part.text for part in segments(text, marks)) == text
