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
def test_one_of_several_runs_of_letters_is_found_in_the_words(needed: str, words: str, is_held: bool) -> None:
    assert patterns.sign(needed)(words) is is_held


@pytest.mark.parametrize(
    ("needs", "words", "is_held"),
    [
        (("back|re-sign",), "they re-sign him", True),
        (("back|re-sign",), "they resign", False),
        ((r"as\s|to\sbe",), "named as\nbacker", True),
        ((r"as\s|to\sbe",), "named backer", False),
        (("back", r"\bname[sd]"), "names its backer", True),
        (("back", r"\bname[sd]"), "renames its backer", False),
        (("d", "back"), "a backer and a deal", False),
    ],
)
def test_what_a_pattern_needs_is_found_in_the_words(needs: tuple[str, ...], words: str, is_held: bool) -> None:
    pattern = patterns.Pattern("a", 1.0, "x", needs)
    assert patterns.Index([pattern]).possible(words, ()) == [pattern] * is_held


def test_patterns_come_in_the_order_of_their_file() -> None:
    found = [
        patterns.Pattern(label, 1.0, "x", (need,) if need else ())
        for label, need in zip("abc", ("d", "back", ""), strict=True)
    ]
    assert patterns.Index(found).possible("the backer", ("d",)) == found


def test_a_pattern_may_need_several_things() -> None:
    several = [pattern.needs for pattern in patterns.read("links", _PARTS) if len(pattern.needs) > 1]
    assert ("d", "welcom") in several


@pytest.mark.parametrize("name", ["titles", "title_modifiers", "trade_nouns"])
def test_the_longest_word_of_a_list_is_found(name: str) -> None:
    words = sorted(knowledge.words(name))
    found = [re.match(phrase(name), f"{word}\n{word}") for word in words]
    assert [one and one.group() for one in found] == words
    assert re.fullmatch(phrase(name), "no such word") is None
