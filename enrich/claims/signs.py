"""What speaks for and against a pair being a deal that the article reports, as numbers to be weighed together.

Each sign is 0 or 1 or runs between them, but for the weights, which end at 3. What each is worth is in
`knowledge/claims/weights.txt`.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence

from enrich.claims import diplomats
from enrich.claims.evidence import Pair, Weighed
from enrich.claims.links import BESIDE
from enrich.claims.news import DESIGNATED, LOOK_ALIKE, SPONSORSHIP, is_recalled, tells
from enrich.claims.passages import Passage
from enrich.claims.paths import PATH
from enrich.claims.patterns import holds
from records.record import Entity, EntityKind

# Words that hardly ever mean anything but sponsoring.
STRONG = re.compile(
    r"sponsor|naming[\s-]rights|ambassador|endors(?:e[ds]?|ing|ers?)\b|endorsements\b|endorsement\s(?!of\b|that\b|for\b|from\b|by\b)|\b(?:kit|shirt|jersey|sleeve)s?\b|title\spartner|presenting|presented\sby|"
    r"official\s(?:\w+\s){0,4}(?:partner|supplier|provider)",
    re.IGNORECASE,
)
# Whoever shows a competition pays for that, not for its name.
_AIRS = re.compile(r"broadcast|televis|stream(?:s|ed|ing)\b|\b(?:live|highlights|coverage|tv)\b", re.IGNORECASE)
# Two firms that sell together or to each other.
_TRADE = re.compile(
    r"\b(?:solutions?|platforms?|software|customers?|clients?|integrat\w+|technolog\w+|services?|deploy\w*|infrastructure|"
    r"distribut\w+|products?|launch\w*|data|marketplace|investors?|patients?|supply\schain)\b",
    re.IGNORECASE,
)
# A tie by the dependencies over a word of sponsoring itself is at least this strong.
_FIRM = 0.62
# The first passages; those from here on come late.
_LATE = 8
# How well an entity fits a side: hardly, doubtfully.
_HARDLY, _DOUBTFUL = 0.3, 0.6
_MOST_WEIGHT = 3.0
_SOME = 0.1  # keeps the logarithm of no weight finite


def of_article(passages: Sequence[Passage], relevance: float) -> dict[str, float]:
    """Return the signs that all pairs of an article share."""
    body = [p for p in passages if not p.is_title]
    count = max(1, len(body))
    return {
        "bias": 1.0,
        "relevance": relevance,
        "share": sum(holds(SPONSORSHIP, p.words) for p in body) / count,
        "diplomats": float(diplomats.are_meant(passages)),
        "alike": sum(holds(LOOK_ALIKE, p.words) for p in body) / count,
    }


def of_pair(
    pair: Pair,
    weighed: Weighed,
    passages: Sequence[Passage],
    entities: Sequence[Entity],
    article: Mapping[str, float],
) -> dict[str, float]:
    """Return the signs of one pair of `weighed.all`, with those of its article."""
    return {
        **article,
        **_of_grammar(pair),
        **_of_words(pair),
        **_of_sides(pair, weighed),
        **_of_parties(pair, passages, entities),
        **_of_rivals(pair, weighed.all),
    }


def _of_grammar(pair: Pair) -> dict[str, float]:
    """Return how the sentences tie the pair, by each means the strongest."""
    links = [link for link in pair.links if not link.filled]
    stated = [link for link in links if link.cue not in (BESIDE, PATH)]
    ways = [link for link in links if link.cue == PATH]
    beside = [link for link in links if link.cue == BESIDE]
    orders = {link.passage.order for link in pair.links}
    designated = float(any(DESIGNATED.search(one.passage.text[one.start : one.end]) for one in pair.links))
    grammar = max((link.strength for link in stated if link.directed), default=0.0)
    return {
        "grammar": grammar,
        "loose": max((link.strength for link in stated if not link.directed), default=0.0),
        "path": max((link.strength for link in ways), default=0.0),
        "path strong": float(any(link.strength >= _FIRM for link in ways)),
        "path directed": float(any(link.directed for link in ways)),
        "beside": max((link.strength for link in beside), default=0.0),
        "beside strong": max((one.strength for one in beside if holds(STRONG, one.passage.words)), default=0.0),
        "designated": designated,
        "sure grammar": grammar * designated,
        "in title": float(0 in orders),
        "late": float(min(orders) > _LATE),
    }


def _of_words(pair: Pair) -> dict[str, float]:
    """Return what else the sentences that tie the pair speak of."""
    words = [link.passage.words for link in pair.links]

    def part(expression: re.Pattern[str]) -> float:
        return sum(holds(expression, one) for one in words) / len(words)

    return {
        "strong word": float(any(holds(STRONG, one) for one in words)),
        "own alike": part(LOOK_ALIKE),
        "airs": part(_AIRS),
        "trade": part(_TRADE),
        "recalled": sum(is_recalled(link) for link in pair.links) / len(words),
        "tells": float(tells(pair)),
    }


def _of_sides(pair: Pair, weighed: Weighed) -> dict[str, float]:
    """Return how well the two fit the sides they stand on, and the other ones."""
    pays, holds = weighed.fit(pair.sponsor), weighed.fit(pair.holder)
    return {
        "unlike sponsor": pays.holder,
        "unlike holder": holds.sponsor,
        "no sponsor": float(pays.sponsor < _HARDLY),
        "weak sponsor": float(pays.sponsor < _DOUBTFUL),
        "no holder": float(holds.holder < _HARDLY),
        "weak holder": float(holds.holder < _DOUBTFUL),
        "two firms": float(holds.sponsor > _DOUBTFUL),
    }


def _of_parties(pair: Pair, passages: Sequence[Passage], entities: Sequence[Entity]) -> dict[str, float]:
    """Return what the two are and how much the article is about them."""
    sponsor, holder = entities[pair.sponsor], entities[pair.holder]
    title = {m.entity for m in passages[0].mentions} if passages and passages[0].is_title else set()
    most = max(1, *(len(entity.mentions) for entity in entities))
    often = len(holder.mentions) / most
    is_person = float(holder.kind is EntityKind.PERSON)
    return {
        "sponsor in title": float(pair.sponsor in title),
        "sponsor often": len(sponsor.mentions) / most,
        "holder often": often,
        "brand": float(sponsor.kind is EntityKind.BRAND),
        "person pays": float(sponsor.kind is EntityKind.PERSON),
        "person holds": is_person,
        "stars": is_person * often,
        "organization holds": float(holder.kind is EntityKind.ORGANIZATION),
        "venue holds": float(holder.kind is EntityKind.VENUE),
        "place": float(EntityKind.PLACE in (sponsor.kind, holder.kind)),
    }


def _of_rivals(pair: Pair, pairs: Sequence[Pair]) -> dict[str, float]:
    """Return the pair's weight, beside that of the others that share a party with it."""

    def heaviest(rivals: Callable[[Pair], bool]) -> float:
        return min(_MOST_WEIGHT, max((p.weight for p in pairs if p is not pair and rivals(p)), default=0.0))

    return {
        "weight": min(_MOST_WEIGHT, pair.weight),
        "log weight": math.log(pair.weight + _SOME),
        "share of top": pair.weight / max(p.weight for p in pairs),
        "same holder": heaviest(lambda p: p.holder == pair.holder),
        "turned": heaviest(lambda p: p.sponsor == pair.holder or p.holder == pair.sponsor),
    }
