"""An attribution: the words that give a quotation to somebody, and how sure their frame makes it."""

from collections.abc import Sequence
from typing import NamedTuple

from enrich.quotations.clauses import Word
from enrich.quotations.phrase import Phrase

# How sure each frame is: the share of right speakers on PolNeAR's training articles, rounded.
BESIDE, INTRODUCED, GOVERNED, CLOSING = 0.99, 0.97, 0.94, 0.94


class Attribution(NamedTuple):
    """The verb (`start` to `end`, as worded in `cue`), its subject, the frame's confidence."""

    start: int
    end: int
    cue: str
    subject: Phrase | None
    confidence: float
    frame: str


def made(
    words: Sequence[Word], k: int, last: int, found: Phrase | None, confidence: float, frame: str
) -> Attribution:
    """Return the attribution by the verb at words `k` to `last`."""
    cue = " ".join(word.text for word in words[k : last + 1])
    return Attribution(words[k].start, words[last].end, cue, found, confidence, frame)
