"""A paragraph as words, each marked stretch one word, cut into sentences that hold a quotation with its frame."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from enrich.quotations import cues
from enrich.quotations.marks import Marked
from enrich.sentences import STYLES
from records.record import Span

_WORD = re.compile(r"(?<=[a-z] )['’]\d\d\b|\w[\w.'’&@/-]*\w|--+|[^\W_]|[^\w\s]")
# The year of a graduate's class: "Anna Roe ’71 said".
_YEAR_OF_CLASS = re.compile(r"['’]\d\d")
# A full stop after these ends no sentence.
_ABBREVIATION = STYLES | frozenset(
    "maj st mt ft no jr sr vs inc corp co ltd llc plc bros jan feb mar apr jun jul aug sept sep oct nov dec"
    " u.s u.k u.n u.s.a d.c e.g i.e v est".split()
)
_STARTERS = frozenset(
    "the a an it he she they we i you this that these those in on at for from with by as if when while"
    " after before but and or so yet his her its their our my also both".split()
)
# What may stand between the verb of a bare attribution and its end.
_ADJUNCT = frozenset("to in on at during when after as via for with by before following while from , .".split())
# Words, each quotation one, after which a sentence is cut whatever follows: no writer's is longer, and every search
# within a sentence stays bounded.
_LONGEST = 120
# Words after the verb beyond which a sentence says more than that somebody spoke.
_LONGEST_ADJUNCT = 8


class Word(NamedTuple):
    """One word, sign or marked stretch; `quote` is the number of the stretch in its paragraph, or -1."""

    text: str
    low: str  # in lower case, the apostrophe straight
    start: int
    end: int
    quote: int = -1


Sentence = list[Word]


def sentences(body: str, paragraph: Span, marked: Sequence[Marked]) -> list[Sentence]:
    """Return the sentences of a paragraph whose marked stretches are `marked`."""
    words = _words(body, paragraph, marked)
    cut: list[Sentence] = []
    at = 0
    for i in range(len(words) - 1):
        if i - at >= _LONGEST or _ends(body, words, i, marked):
            cut.append(words[at : i + 1])
            at = i + 1
    if at < len(words):
        cut.append(words[at:])
    return _joined(cut)


def _words(body: str, paragraph: Span, marked: Sequence[Marked]) -> list[Word]:
    """Return the words of a paragraph in order, each marked stretch one of them."""
    words: list[Word] = []
    at = paragraph.start
    for i, stretch in enumerate(marked):
        words += [_word(match) for match in _WORD.finditer(body, at, stretch.outer_start)]
        words.append(Word("“”", "“”", stretch.outer_start, stretch.outer_end, i))
        at = stretch.outer_end
    words += [_word(match) for match in _WORD.finditer(body, at, paragraph.end)]
    return [word for word in words if not _YEAR_OF_CLASS.fullmatch(word.text)]


def _word(match: "re.Match[str]") -> Word:
    text = match.group()
    return Word(text, text.lower().replace("’", "'"), match.start(), match.end())


def _ends(body: str, words: list[Word], i: int, marked: Sequence[Marked]) -> bool:
    """Whether a sentence ends with word `i`."""
    word, following = words[i], words[i + 1]
    opens = following.quote >= 0 or following.text[0].isupper() or following.text[0].isdigit()
    if word.quote >= 0:
        stretch = marked[word.quote]
        last = body[stretch.end - 1]
        if last in "'’)" and stretch.end - stretch.start > 1:
            last = body[stretch.end - 2]
        return (opens and last in ".!?…") or (following.quote >= 0 and last != ",")
    if word.text in "!?…":
        return opens
    if word.text != "." or not opens:
        return False
    if i == 0:
        return True
    before = words[i - 1]
    if before.end != word.start:
        return True
    if before.low in _ABBREVIATION or (len(before.text) == 1 and before.text.isupper() and before.text != "I"):
        return following.quote >= 0 or following.low in _STARTERS
    return True


def _joined(cut: list[Sentence]) -> list[Sentence]:
    """Join a bare attribution (`Jane Roe told reporters.`) to the quotation that ends the sentence"
    " before it."""
    joined: list[Sentence] = []
    for sentence in cut:
        if joined and joined[-1][-1].quote >= 0 and bare(sentence):
            joined[-1] = joined[-1] + sentence
        else:
            joined.append(sentence)
    return joined


def bare(sentence: Sentence) -> bool:
    """Whether a sentence says only that somebody spoke: subject, verb, perhaps when and to whom."""
    if sentence[0].quote >= 0:
        return False
    if cues.speaks(sentence[0].low) and len(sentence) > 1 and sentence[1].text[0].isupper():
        return len(sentence) < 20 and all(word.quote < 0 for word in sentence)  # Said Jane Roe, director.
    for k, word in enumerate(sentence[:14]):
        if word.quote >= 0:
            return False
        if k > 0 and (
            cues.stands_beside(word.text)
            or (k + 1 < len(sentence) and cues.is_phrasal(word.text, sentence[k + 1].text))
        ):
            rest = sentence[k + 1 :]
            if word.text == "asked" and len(rest) <= _LONGEST_ADJUNCT:
                return all(w.quote < 0 and w.low not in ("that", "whether", "if", "to", "for", ":") for w in rest)
            if word.text in ("told", "tells"):
                return len(rest) <= 8 and all(w.quote < 0 and w.low not in ("that", "to", ":") for w in rest)
            trails = len(rest) > 1 and rest[0].text == "," and rest[1].text.endswith("ing")  # ", smiling broadly"
            short = bool(rest) and rest[0].text in _ADJUNCT and len(rest) <= _LONGEST_ADJUNCT
            return not rest or ((trails or short) and all(w.quote < 0 and w.text != ":" for w in rest))
    return False
