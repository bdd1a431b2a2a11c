"""One quotation, several printings: groups them over small differences, and lends the speaker.

Outlets cut a sentence, change a word or a mark, and print a fragment of what another prints in full. The copy
that does not say who spoke gets the name from those that do; what a copy itself says is never changed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from records.deal import QuoteCopy, QuoteGroup
from records.record import Quote, Speaker

# Below four words a fragment ("game changer") is anybody's.
_TELLING_WORDS = 4
# rapidfuzz scores (0 to 100): a word or two of a sentence changed; a fragment found whole but for a letter.
_ALIKE, _CONTAINED = 85, 94
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Printing:
    """A quotation in one article; `at` is when it was published, None where nobody knows."""

    article_id: str
    at: datetime | None
    quote: Quote


@lru_cache(maxsize=16384)
def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold().replace("’", "'").replace("'", "")))


def alike(one: Quote, other: Quote) -> bool:
    """Return whether the two are printings of the same words."""
    mine, theirs = _plain(one.text), _plain(other.text)
    if mine == theirs:
        return mine != "" and (len(mine.split()) >= _TELLING_WORDS or _same_speaker(one, other))
    short, long = sorted((mine, theirs), key=len)
    if len(short.split()) < _TELLING_WORDS or _contradict(one, other):
        return False
    if fuzz.ratio(short, long, score_cutoff=_ALIKE):
        return True
    return f" {short} " in f" {long} " or fuzz.partial_ratio(short, long) >= _CONTAINED


def _pairs(quote: Quote) -> set[str]:
    """Return the quotation's neighbouring words: two printings of one have some in common."""
    words = _plain(quote.text).split()
    return {f"{one} {other}" for one, other in pairwise(words)} or set(words)


def _surname(speaker: Speaker | None) -> str | None:
    return speaker.name.casefold().split()[-1] if speaker and speaker.name.split() else None


def _same_speaker(one: Quote, other: Quote) -> bool:
    return _surname(one.speaker) is not None and _surname(one.speaker) == _surname(other.speaker)


def _contradict(one: Quote, other: Quote) -> bool:
    """Both name somebody, and not the same."""
    names = {_surname(one.speaker), _surname(other.speaker)}
    return None not in names and len(names) == 2


def groups(printings: Iterable[Printing]) -> tuple[QuoteGroup, ...]:
    """Return the quotations in order of first appearance, each with all its printings."""
    found: list[list[Printing]] = []
    by_words: defaultdict[str, set[int]] = defaultdict(set)
    ordered = sorted(printings, key=_place)
    # The longest printing of each quotation gathers the others, so that a fragment joins no other fragment.
    for printing in sorted(ordered, key=lambda each: (-len(_plain(each.quote.text)), _place(each))):
        pairs = _pairs(printing.quote)
        near = sorted({place for pair in pairs for place in by_words.get(pair, ())})
        home = next((place for place in near if alike(found[place][0].quote, printing.quote)), None)
        if home is not None:
            found[home].append(printing)
            continue
        for pair in pairs:
            by_words[pair].add(len(found))
        found.append([printing])
    made = [(min(map(_place, group)), _group(group)) for group in found]
    return tuple(group for _, group in sorted(made, key=lambda each: each[0]))


def _place(printing: Printing) -> tuple[float, str, int, int]:
    at = printing.at.timestamp() if printing.at else float("inf")
    return at, printing.article_id, printing.quote.start, printing.quote.end


def _group(group: list[Printing]) -> QuoteGroup:
    longest = group[0].quote
    return QuoteGroup(
        text=longest.text,
        kind=longest.kind,
        speaker=_speaker([each.quote for each in group]),
        copies=tuple(
            QuoteCopy(
                article_id=each.article_id,
                text=each.quote.text,
                start=each.quote.start,
                end=each.quote.end,
                kind=each.quote.kind,
                speaker=each.quote.speaker,
            )
            for each in sorted(group, key=_place)
        ),
    )


def _speaker(quotes: Sequence[Quote]) -> Speaker | None:
    """Return whom most printings name, in the fullest form; ids are dropped, they are each article's own."""
    named = [(quote.speaker, quote.confidence) for quote in quotes if quote.speaker]
    if not named:
        return None
    votes: Counter[str | None] = Counter()
    for speaker, confidence in named:
        votes[_surname(speaker)] += round(confidence * 1000)
    winner = min(votes, key=lambda surname: (-votes[surname], surname or ""))
    same = [speaker for speaker, _ in named if _surname(speaker) == winner]
    return Speaker(
        entity_id=None,
        name=_fullest(speaker.name for speaker in same) or "",
        title=_fullest(speaker.title for speaker in same),
        affiliation=_fullest(speaker.affiliation for speaker in same),
    )


def _fullest(names: Iterable[str | None]) -> str | None:
    return max((name for name in names if name), key=lambda name: (len(name), name), default=None)
