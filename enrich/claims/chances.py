"""How likely a pair is a deal, and the article's news: its signs weighed together where patterns would err."""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from enrich import knowledge
from enrich.claims import news, signs
from enrich.claims.evidence import Weighed
from enrich.claims.links import FELLOW, PREDECESSOR
from enrich.claims.news import Choice
from enrich.claims.passages import Passage
from enrich.claims.paths import PATH
from records.record import Entity, EntityKind

# Chances below which what the patterns say is not believed, and from which a pair they do not name is believed.
_DOUBTED, _LIKELY = 0.2, 0.6
# Chances from which a pair is the article's news, where the patterns say nothing and where they say it is recalled.
_NEWS, _RAISED = 0.3, 0.5
# How strong a tie by the dependencies is, how early it comes and how clear the sides are where nothing else tells.
_FIRM, _LEAD, _CLEAR = 0.5, 4, 0.4
_SPOKEN = 2.0  # sentences about sponsorship that such an article has at least


@cache
def weights(name: str) -> Mapping[str, float]:
    """Return the weight of each sign for `deal` (is it one) or `news` (is it what the article reports)."""
    text = (resources.files(knowledge) / "claims" / "weights.txt").read_text(encoding="utf-8")
    lines = (line.split(" | ") for line in text.splitlines() if line and not line.startswith("#"))
    return {sign: float(weight) for what, sign, weight in lines if what == name}


def chance(of: str, found: Mapping[str, float]) -> float:
    """Return the chance, 0 to 1, that the signs found speak for what `of` names."""
    total = sum(weight * found.get(sign, 0.0) for sign, weight in weights(of).items())
    return 1 / (1 + math.exp(-total))


def choose(
    weighed: Weighed, passages: Sequence[Passage], entities: Sequence[Entity], relevance: float
) -> list[Choice]:
    """Return the believed pairs: those the patterns name unless they are unlikely, and others that are likely.

    No entity is on both sides, and no pair stands the wrong way round.
    """
    article = signs.of_article(passages, relevance)
    found = {
        (p.sponsor, p.holder): (p, signs.of_pair(p, weighed, passages, entities, article)) for p in weighed.all
    }
    deals = {key: chance("deal", one) for key, (_, one) in found.items()}
    chosen: dict[tuple[int, int], Choice] = {}
    for told in news.choose(weighed.told, passages, weighed.fit):
        key = told.pair.sponsor, told.pair.holder
        if deals.get(key, 0.0) >= _DOUBTED and not _is_other(key, found[key][1], entities):
            gone = all(link.cue in (PREDECESSOR, FELLOW) for link in told.pair.links)
            is_news = not told.is_background or (not gone and chance("news", found[key][1]) >= _RAISED)
            chosen[key] = Choice(told.pair, not is_news)
    talk, headline = news.spoken_of(passages), news.is_headed(passages)
    for key in sorted(deals.keys() - chosen.keys(), key=lambda one: (-deals[one], one)):
        sponsor, holder = key
        turned = any(sponsor == other[1] or holder == other[0] for other in chosen)
        pair, one = found[key]
        if deals[key] < _LIKELY or turned or _is_other(key, one, entities):
            continue
        if news.is_sponsorship(pair, talk, weighed.fit, headline=headline):
            chosen[key] = Choice(pair, chance("news", one) < _NEWS)
    if all(choice.is_background for choice in chosen.values()):
        first = _firmly_tied(weighed, talk, headline=headline)
        if first is not None:
            own = first.pair.sponsor, first.pair.holder
            if found[own][1]["strong word"] and not found[own][1]["own alike"]:
                chosen[own] = first
    return list(chosen.values())


def _firmly_tied(weighed: Weighed, talk: float, *, headline: bool) -> Choice | None:
    """Return the heaviest pair that an early sentence ties over a word of sponsoring, its sides beyond doubt.

    It is what an article reports in which no turn of phrase is known.
    """
    for pair in weighed.all if talk >= _SPOKEN else ():
        sides = weighed.fit(pair.sponsor), weighed.fit(pair.holder)
        clear = sides[0].sponsor - sides[0].holder >= _CLEAR and sides[1].holder - sides[1].sponsor >= _CLEAR
        tied = any(
            link.cue == PATH and not link.filled and link.strength >= _FIRM and link.passage.order <= _LEAD
            for link in pair.links
        )
        if clear and tied and news.is_sponsorship(pair, talk, weighed.fit, headline=headline):
            return Choice(pair, False)
    return None


def _is_other(key: tuple[int, int], found: Mapping[str, float], entities: Sequence[Entity]) -> bool:
    """Whether two people are tied, or a broadcaster and what it shows: that is no sponsorship."""
    both_people = all(entities[number].kind is EntityKind.PERSON for number in key)
    return both_people or (found["airs"] == 1.0 and not found["strong word"])
