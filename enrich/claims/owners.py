"""Which deal a sentence speaks of, so that a sum or a date is not given to the neighbour's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from enrich.claims.evidence import Pair
from enrich.claims.passages import Passage

# A sentence that names no party still speaks of the deal when it has one of these.
_DEAL = re.compile(
    r"\b(?:deal|agreement|contract|partnership|sponsor\w*|pact|naming|terms|tie-up|extension|renewal|collaboration|co-?operation|package|"
    r"arrangement|kit|shirt|jersey|sleeve|chest|logo|sign(?:s|ed)|extend\w*|renew\w*|prolong\w*|alliance|rights|worth|valued|fee|commitment|relationship|backing|financial|figures?|annually|(?:per|a)\s(?:year|season)|pay\w*|paid|sum)\b",
    re.IGNORECASE,
)
_NEAR = 2  # passages
# What "the deal" in the sentence after may go back to: "has a contract with the Cup", not "also sponsors the Cup".
_TOLD = re.compile(
    r"\b(?:deal|agreement|contract|partnership|sponsorship|pact|tie-up|co-?operation|extension|renewal|arrangement|accord|rights|package|one)s?\b",
    re.IGNORECASE,
)


# "The agreement is second only to what Acme pays Birch" goes on about the one before it.
_GOES_ON = re.compile(
    r"(?:It|This|(?:The|This|That|Their|Its)\s(?:[\w-]+\s){0,3}?(?:deal|agreement|contract|partnership|sponsorship|pact|extension))\s(?!with|between|of|to|for|at)"
)


@dataclass(frozen=True)
class Owners:
    """The pairs, by number, that each passage speaks of."""

    tied: dict[int, list[tuple[int, int]]]  # order of a passage -> offset in its words, number of the pair
    about: dict[int, int]
    asides: frozenset[int] = frozenset()  # orders of passages that name another deal and tell nothing of it

    def of(self, passage: Passage, offset: int) -> int | None:
        """Return the pair that the words at `offset` of `passage.words` belong to, the nearest one tied there."""
        here = self.tied.get(passage.order)
        if here:
            return min(here, key=lambda pair: (abs(pair[0] - offset), pair[1]))[1]
        return self.about.get(passage.order)

    def covers(self, passage: Passage, offset: int, number: int) -> bool:
        """Whether the words at `offset` belong to the pair, alone or with another tied by the same words."""
        here = self.tied.get(passage.order)
        if not here:
            return self.about.get(passage.order) == number
        nearest = min(abs(place - offset) for place, _ in here)
        return any(other == number and abs(place - offset) == nearest for place, other in here)

    def speaks_of(self, passage: Passage, number: int) -> bool:
        """Whether any words of the passage may belong to the pair."""
        return self.about.get(passage.order) == number or self.ties(passage, number)

    def ties(self, passage: Passage, number: int) -> bool:
        """Whether the passage itself ties the parties of the pair."""
        return any(other == number for _, other in self.tied.get(passage.order, ()))


def find_owners(
    pairs: Sequence[Pair], passages: Sequence[Passage], strangers: frozenset[int], recalled: Sequence[bool]
) -> Owners:
    """Return the owners: a passage belongs to the pairs it ties, else to the first pair whose parties it names.

    One that names no party but speaks of a deal goes on about the pair before it, unless it names `strangers`:
    entities that sponsor or are sponsored in no pair. `recalled` tells which pairs are only mentioned.
    """
    tied: dict[int, list[tuple[int, int]]] = {}
    for number, pair in enumerate(pairs):
        for link in pair.links:
            for end in (link.start, link.end):
                offset = link.passage.places[min(end, len(link.passage.places) - 1)]
                tied.setdefault(link.passage.order, []).append((offset, number))
    # A deal of several links has a holder by several names: the ground and its club.
    holders = [{pair.holder, *(link.holder for link in pair.links if not link.filled)} for pair in pairs]
    about: dict[int, int] = {}
    asides: set[int] = set()
    last, last_order = 0 if pairs else None, 0
    for passage in passages:
        if passage.order in tied:
            aside = not _TOLD.search(passage.words) or _GOES_ON.match(passage.words)
            if all(recalled[number] for _, number in tied[passage.order]) and aside:
                asides.add(passage.order)
            else:
                last, last_order = min(number for _, number in tied[passage.order]), passage.order
            continue
        named = {m.entity for m in passage.mentions}
        both = [n for n, pair in enumerate(pairs) if pair.sponsor in named and holders[n] & named]
        one = [n for n, pair in enumerate(pairs) if pair.sponsor in named or holders[n] & named]
        numbers = both or one
        if numbers:
            last, last_order = last if last in numbers else numbers[0], passage.order
            about[passage.order] = last
        elif last is not None and not named & strangers and _DEAL.search(passage.words):
            # Far from where the pair was last spoken of, "the deal" is the article's first.
            about[passage.order] = last if passage.order - last_order <= _NEAR else 0
    return Owners(tied, about, frozenset(asides))
