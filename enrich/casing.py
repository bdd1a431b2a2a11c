"""Whether English writes a word rather in small letters ("governance") or with a capital ("Concorde").

The model's word vectors were made of a large part of the web and keep its 514,000 words in the order of their
frequency, in capitals and in small letters apart. Frequency falls as the inverse of rank (Zipf's law), so the ratio
of the two ranks says how many times as often one spelling is met as the other.
"""

import math
from functools import cache, lru_cache
from typing import Any

from enrich.model import model

# Beyond sixteen times as often the ratio says nothing more (in doublings).
MOST = 4.0
# What a word unknown in either spelling counts as: it is rather a name than a word of the language.
UNKNOWN = -2.0
# Added to ranks, so that the most frequent words of all ("The", "the") do not differ too much.
_SOFT = 10


@cache
def _ranks() -> tuple[Any, Any]:
    """Return the sorted hashes of the model's words and, beside each, its rank by frequency (6 MB)."""
    import numpy

    hashes = numpy.fromiter(model().vocab.vectors.key2row, dtype=numpy.uint64)
    order = numpy.argsort(hashes)
    return hashes[order], order.astype(numpy.int32)


def rank(word: str) -> int | None:
    """Return the place of a word, spelt exactly so, among the words of English by frequency, or None."""
    hashes, ranks = _ranks()
    wanted = hashes.dtype.type(model().vocab.strings[word])
    at = int(hashes.searchsorted(wanted))
    return int(ranks[at]) if at < len(hashes) and hashes[at] == wanted else None


@lru_cache(maxsize=16384)
def ordinary(word: str) -> float:
    """Return how many times, in doublings, English writes a word rather small than with a capital (-4 to 4).

    Above zero it is a word of the language, below zero rather a name.
    """
    small = rank(word.lower())
    capitals = [at for at in {rank(word), rank(word.title())} if at is not None]
    capital = min(capitals, default=None)
    if small is None and capital is None:
        return UNKNOWN
    if small is None or capital is None:
        return MOST if capital is None else -MOST
    return max(-MOST, min(MOST, math.log2((capital + _SOFT) / (small + _SOFT))))
