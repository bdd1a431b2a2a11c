"""Turns of phrase kept as data, and lists of words as expressions."""

import re

import pytest

from enrich import knowledge
from enrich.claims import patterns
from enrich.claims.links import _PARTS
from enrich.surroundings import phrase


def test_words_in_small_letters_keep_their_places() -> None:
    assert patterns.small("The İZMİR Cup, ÅRE'S ß \ue001") == "the izmir cup, åre's ß \ue001"


@pytest.mark.parametrize(("name", "given"), [("links", _PARTS), ("phases", ())])
def test_what_is_looked_for_in_small_letters_has_no_capital(name: str, given: tuple[tuple[str, str], ...]) -> None:
    written = [
        re.sub(r"\\.|\(\?P<\w+>", "", words)
        for pattern in patterns.read(name, given)
        for words in (pattern.words, *pattern.needs)
    ]
    assert written
    assert [words for words in written if re.search("[A-Z]", words)] == []


@pytest.mark.parametrize(
    ("needed", "words", "is_held"),
    [
        ("back|re-sign", "they re-sign him", True),
        ("back|re-sign", "they resign", False),
        (r"as\s|to\sbe", "named as\nbacker", True),
        (r"as\s|to\sbe", "named backer", False),
    ],
)
def test_what_a_pattern_needs_is_found_in_the_words(needed: str, words: str, is_held: bool) -> None:
    assert patterns.sign(needed)(words) is is_held


def test_a_pattern_may_need_several_things() -> None:
    several = [pattern.needs for pattern in patterns.read("links", _PARTS) if len(pattern.needs) > 1]
    assert ("d", "welcom") in several


@pytest.mark.parametrize("name", ["titles", "title_modifiers", "trade_nouns"])
def test_the_longest_word_of_a_list_is_found(name: str) -> None:
    words = sorted(knowledge.words(name))
    found = [re.match(phrase(name), f"{word}\n{word}") for word in words]
    assert [one and one.group() for one in found] == words
    assert re.fullmatch(phrase(name), "no such word") is None
