"""Words with a capital only because a sentence, a quotation or a heading has it so: "At Ode", "Using Ode"."""

import re

from enrich import casing
from enrich.words import Word, first_names, times

# Words that join or point: a capital never makes them a part of the name that follows or goes before.
_POINTING = frozenset(
    "at in on with for from by after before during alongside since while as when if whether our this that these"
    " those its their your my his her and but or to into through via than because although despite unlike like"
    " including both between within without across throughout upon among amid based".split()
)
# What a sentence begins after although another goes on: a mark, a colon, the sign of an item.
_OPENED = re.compile(r"(?:(?:^|[\s(—–-])[“\"‘']|: |[•▪·●*] ?)$")
# A participle; the rest of a run that begins with one is a name by itself where the text says so ("Using Ode").
_PARTICIPLE = re.compile(r"[A-Z][a-z]{2,}(?:ing|ed)")
# From so many doublings on, English writes a word far rather in small letters.
_SMALL = 1.0


def opens(body: str, words: list[Word], at: int) -> bool:
    """Whether a word opens its sentence, a quotation in it, or an item."""
    return at == 0 or _OPENED.search(body, max(0, words[at].start - 3), words[at].start) is not None


def leads(body: str, words: list[Word], first: int, last: int) -> bool:
    """Whether the first word of a run belongs to the sentence that it opens and not to the name after it."""
    word = words[first]
    if first == last or not opens(body, words, first):
        return False
    if word.text.casefold() in _POINTING:
        return not inside(body, word, words[first + 1])
    return (
        _PARTICIPLE.fullmatch(word.text) is not None
        and word.text.casefold() not in first_names()
        and casing.ordinary(word.text) >= _SMALL
        and recurs(body, words, first + 1, last, (first, last))
        and not inside(body, word, words[first + 1])
    )


def trails(words: list[Word], first: int, last: int) -> bool:
    """Whether the last word of a run joins what follows in a heading: "Brill During"."""
    return first < last and words[last].text.casefold() in _POINTING and words[last].text.istitle()


def parting(body: str, words: list[Word], first: int, last: int) -> int | None:
    """Return the joining word in a run before a name that the text has ("Our Pledge At Ode Bank"), or None."""
    for at in range(first + 1, last):
        folded = words[at].text.casefold()
        if folded in _POINTING and words[at].text.istitle() and recurs(body, words, at + 1, last, (first, last)):
            return at
    return None


def recurs(body: str, words: list[Word], first: int, last: int, whole: tuple[int, int]) -> bool:
    """Whether words `first` to `last` are a name elsewhere in the text, outside the run `whole`."""
    name = body[words[first].start : words[last].end]
    return times(body, name) > times(body, body[words[whole[0]].start : words[whole[1]].end])


def inside(body: str, first: Word, second: Word) -> bool:
    """Whether two words stand together with their capitals inside a sentence of the text."""
    pair = body[first.start : second.end]
    at = body.find(pair)
    while at >= 0:
        before = body[max(0, at - 2) : at]
        if before[1:] == " " and (before[0].islower() or before[0] == ",") and not body[at + len(pair)].isalnum():
            return True
        at = body.find(pair, at + len(pair))
    return False
