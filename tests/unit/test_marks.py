"""Quotation marks: which stretches stand between them."""

from enrich.quotations import marks
from enrich.text import Text


def stretches(body: str) -> list[str]:
    text = Text(body, None, (), None)
    return [body[m.start : m.end] for m in marks.find(body, text.paragraphs)]


def test_every_family_of_marks_is_read() -> None:
    assert stretches('"We won," she said.') == ["We won,"]
    assert stretches("“We won,” she said.") == ["We won,"]
    assert stretches("‘We won,’ she said.") == ["We won,"]
    assert stretches("'We won,' she said.") == ["We won,"]
    assert stretches("''We won,'' she said.") == ["We won,"]
    assert stretches("``We won,'' she said.") == ["We won,"]
    assert stretches("« We won », she said.") == ["We won"]
    assert stretches("„We won,“ she said.") == ["We won,"]


def test_apostrophes_and_possessives_are_no_marks() -> None:
    assert stretches("The sponsors' deal, the club's fans' view and the '90s didn't count.") == []
    assert stretches("He called the sponsors' deal 'a big day out' for us.") == ["a big day out"]
    assert stretches("‘It’s the sponsors’ decision,’ he said.") == ["It’s the sponsors’ decision,"]


def test_inches_are_no_marks() -> None:
    assert stretches('A 55" screen for the 6\'2" keeper.') == []
    assert stretches('"A 65" screen is fine," he said.') == ['A 65" screen is fine,']


def test_inner_quotations_belong_to_the_outer_one() -> None:
    assert stretches("“They said ‘never again’ to us,” he said.") == ["They said ‘never again’ to us,"]
    assert stretches("'They said \"never again\" to us,' he said.") == ['They said "never again" to us,']
    assert stretches("“A “nested” one,” he said.") == ["A “nested” one,"]


def test_an_unclosed_mark_lasts_to_the_end_of_its_paragraph() -> None:
    assert stretches('"One.\n\n"Two.\n\n"Three," he said.') == ["One.", "Two.", "Three,"]
    assert stretches("He said: 'One.\n\n'Two,' he said.") == ["One.", "Two,"]
    assert stretches("“One. “Two,” he said.") == ["One.", "Two,"]


def test_a_mark_turned_the_wrong_way_still_closes() -> None:
    assert stretches("“We won,“ she said.") == ["We won,"]
    assert stretches("”We won,” she said.") == ["We won,"]


def test_a_paragraph_that_reopens_a_quotation_says_so() -> None:
    body = "“One.\n\n“Two,” he said. “Three.”"
    found = marks.find(body, Text(body, None, (), None).paragraphs)
    assert [m.reopened for m in found] == [False, True, False]


def test_single_marks_within_single_marks_belong_to_the_outer_ones() -> None:
    assert stretches("'You ask yourself, 'Is it ours?' and then you know it is,' he said.") == [
        "You ask yourself, 'Is it ours?' and then you know it is,"
    ]
    assert stretches("'Seeing the 'Dream Crew' at work was clear to all of us.\n\n'I am proud of it.'") == [
        "Seeing the 'Dream Crew' at work was clear to all of us.",
        "I am proud of it.",
    ]
    assert stretches("He called it 'a start' and them 'a team' of ours.") == ["a start", "a team"]


def test_a_caption_between_two_paragraphs_of_a_quotation_parts_them_not() -> None:
    assert stretches("‘It began well.\n\nRoe at the ground on Friday\n\n‘It will end well.’") == [
        "It began well.",
        "It will end well.",
    ]
    assert stretches("He said: ‘(A claim) is being made. We go on.’") == ["(A claim) is being made. We go on."]
