"""How likely a pair is a deal, and the article's news: its signs weighed together where patterns would err."""

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from enrich import knowledge
from enrich.claims import asides, news, signs
from enrich.claims.evidence import Pair, Weighed
from enrich.claims.links import BESIDE, FELLOW, PREDECESSOR, Link
from enrich.claims.namesakes import BEARS
from enrich.claims.news import Choice
from enrich.claims.otherwise import is_other
from enrich.claims.passages import ENTITY as E
from enrich.claims.passages import Passage
from enrich.claims.passing import is_in_passing
from enrich.claims.paths import PATH
from enrich.claims.patterns import holds
from records.record import Entity, EntityKind

# Chances below which what the patterns say is not believed, and from which a pair they do not name is believed.
_DOUBTED, _LIKELY = 0.2, 0.4
# What is asked instead where neither the headline nor a sentence that ties the two has a word of sponsoring, and
# where those sentences hardly tie them either.
_PLAINLY_DOUBTED, _LOOSELY_DOUBTED, _HARDLY_TIED = 0.33, 0.4, 0.6
# The least chance of one who is called a sponsor where a holder presents its sponsors.
_ROLLED = 0.02
# Chances from which a pair is the article's news, where the patterns say nothing and where they say it is recalled.
_NEWS, _RAISED = 0.3, 0.4
# A chance below which a deal is doubtful.
_SURE = 0.5
# A person who fits the holder's side less than this holds an office, and signs for a body.
_SIGNS = 0.4
# How well a doubtful sponsor fits the holder's side for it to be a club, which signs players.
_PLAYS = 0.68
# How plainly a sentence ties a person to a firm for no other word of sponsorship to be needed.
_PLAIN = 0.7
# How plainly a headline does so where the two are clearly a brand and a star: "Acme signs the skier Ode".
_TOLD = 0.45
# A chance of being the news below which the patterns' word for it is not believed: whom an event only thanks.
_LOWERED = 0.15
# The last of the passages where what an article reports is told first.
_EARLY = 12
# The relevance from which an article is about sponsorship, whatever its sentences say of each pair.
_ON_SPONSORSHIP = 0.7


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
    reported = {key: chance("news", one) for key, (_, one) in found.items()}
    chosen: dict[tuple[int, int], Choice] = {}
    presenters = news.presenters(passages)
    for told in news.choose(weighed.told, passages, weighed.fit):
        key = told.pair.sponsor, told.pair.holder
        called = key[1] in presenters and key in found and found[key][1]["designated"] > 0
        least = _ROLLED if called else _least(*found[key], passages) if key in found else _DOUBTED
        if deals.get(key, 0.0) >= least and not is_other(*found[key], passages, entities):
            if told.is_background:
                is_news = reported[key] >= _RAISED and not all(map(news.is_recalled, _stated(told.pair)))
            else:
                is_news = reported[key] >= _LOWERED and not all(map(news.is_anniversary, _stated(told.pair)))
            chosen[key] = Choice(told.pair, not is_news or is_in_passing(found[key][0], passages, entities))
    talk, headline = news.spoken_of(passages), news.is_headed(passages)
    for key in sorted(deals.keys() - chosen.keys(), key=lambda one: (-deals[one], one)):
        sponsor, holder = key
        turned = any(sponsor == other[1] or holder == other[0] for other in chosen)
        pair, one = found[key]
        if deals[key] < _LIKELY or turned or is_other(pair, one, passages, entities):
            continue
        if _is_of_star(one) or news.is_sponsorship(pair, talk, weighed.fit, headline=headline):
            recalled = all(map(news.is_recalled, _stated(pair))) or is_in_passing(pair, passages, entities)
            chosen[key] = Choice(pair, recalled or reported[key] < _NEWS)
    gone = [*_only_scenes(chosen, passages), *_only_cars(chosen, entities), *_only_names(chosen, entities)]
    gone += [*_only_where(chosen, entities), *_only_whose(chosen, passages, entities)]
    gone += [*_only_clubs(chosen, passages, entities), *_only_own(chosen, entities), *_only_aside(chosen)]
    for key in [*gone, *_only_signers(chosen, entities, weighed)]:
        chosen.pop(key, None)
    doubted = {key for key in chosen if deals[key] < _SURE and reported[key] < _NEWS}
    for key in asides.find_asides(chosen, doubted, passages, entities, relevance):
        chosen[key] = Choice(chosen[key].pair, True)
    rolled = [
        key
        for key, choice in chosen.items()
        if key[1] in presenters and not any(map(news.is_recalled, choice.pair.links))
    ]
    for key in [*rolled, *news.successors(chosen)]:
        chosen[key] = Choice(chosen[key].pair, False)
    if news.is_at_large(passages, {party for key in chosen for party in key}):
        return [Choice(choice.pair, True) for choice in chosen.values()]
    if relevance >= _ON_SPONSORSHIP and chosen:
        _raise_likeliest(chosen, {key: one[0] for key, one in found.items()}, reported, passages, entities)
    worded = {key for key, (_, one) in found.items() if one["strong word"]}
    return asides.without_faint(chosen, deals, worded, relevance)


def _least(pair: Pair, found: Mapping[str, float], passages: Sequence[Passage]) -> float:
    """Return the least chance from which a pair that the patterns name is believed.

    Firms are partners of firms; where nobody speaks of sponsoring, more must say that this is what is meant. (A
    star with a brand has an endorsement, whatever it is called.)
    """
    words = [passages[0].words] if passages[0].is_title else []
    if found["person holds"] or any(
        holds(news.SPONSORSHIP, one) for one in (*words, *(p.passage.words for p in pair.links))
    ):
        return _DOUBTED
    return _LOOSELY_DOUBTED if max(found["grammar"], found["loose"]) < _HARDLY_TIED else _PLAINLY_DOUBTED


def _raise_likeliest(
    chosen: dict[tuple[int, int], Choice],
    tied: Mapping[tuple[int, int], Pair],
    reported: Mapping[tuple[int, int], float],
    passages: Sequence[Passage],
    entities: Sequence[Entity],
) -> None:
    """Make the likeliest pair news where all are recalled: an article about sponsorship reports something."""
    best = max(chosen, key=lambda key: (reported[key], key))
    over = tied[best].first > _EARLY or _is_over(chosen[best].pair, tied[best], passages, entities)
    if all(choice.is_background for choice in chosen.values()) and reported[best] >= _LOWERED and not over:
        chosen[best] = Choice(chosen[best].pair, False)


# "the ⟨Ode⟩ team in ⟨the Lake Series⟩"
_SCENE = re.compile(rf"(?P<who>{E})(?:\s[\w-]+){{0,3}}?\s(?:in|on)\s(?:the\s)?(?P<where>{E})")


# "the No. 9 car in ⟨the Lake Series⟩"
_RACES_IN = re.compile(
    rf"\b(?:cars?|bikes?|boats?|trucks?|entry|entries|campaign|drives?|ride)\s(?:in|on)\s(?:the\s)?(?P<where>{E})"
)


def _only_scenes(chosen: Mapping[tuple[int, int], Choice], passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Return the pairs whose holder is only where another holder of the sponsor's takes part.

    "Acme to end its Lake Series deal", says the headline; the text, that it leaves a team in the Lake Series.
    """
    loose = [key for key, choice in chosen.items() if all(map(_is_loose, choice.pair.links))]
    loose = [key for key in loose if any(key[0] == other[0] and key != other for other in chosen)]
    scenes = {
        (passage.mention(found["who"]).entity, passage.mention(found["where"]).entity)
        for passage in (passages if loose else ())
        for found in _SCENE.finditer(passage.text)
    }
    races = {
        passage.mention(found["where"]).entity
        for passage in (passages if loose else ())
        for found in _RACES_IN.finditer(passage.text)
    }
    return [
        (sponsor, holder)
        for sponsor, holder in loose
        if holder in races or any(payer == sponsor and (other, holder) in scenes for payer, other in chosen)
    ]


# "the ⟨Rovers⟩ striker ⟨Ode⟩", "⟨Ode⟩ of the ⟨Rovers⟩"
_PLAYER = (
    re.compile(rf"(?P<where>{E})(?:['’]s?)?(?:\s[\w’'-]+){{0,4}}?\s(?P<who>{E})"),
    re.compile(
        rf"(?P<who>{E}),?\s(?:(?:an?|the)\s)?(?:[\w’'-]+\s){{0,3}}?(?:of|for|from)\s(?:the\s)?(?P<where>{E})"
    ),
)


def _only_clubs(
    chosen: Mapping[tuple[int, int], Choice], passages: Sequence[Passage], entities: Sequence[Entity]
) -> list[tuple[int, int]]:
    """Return the pairs whose holder is only the club of a player that the sponsor has a deal with."""
    players = {key for key in chosen if entities[key[1]].kind is EntityKind.PERSON}
    clubs = [
        key
        for key, choice in chosen.items()
        if entities[key[1]].kind is EntityKind.RIGHTS_HOLDER and all(map(_is_loose, choice.pair.links))
        if not any(map(_opens, choice.pair.links))
    ]
    clubs = [key for key in clubs if any(key[0] == player[0] for player in players)]
    of_club = {
        (passage.mention(found["who"]).entity, passage.mention(found["where"]).entity)
        for passage in (passages if clubs else ())
        for one in _PLAYER
        for found in one.finditer(passage.text)
    }
    return [
        (payer, club)
        for payer, club in clubs
        if any((who, club) in of_club for other, who in players if other == payer)
    ]


def _only_where(chosen: Mapping[tuple[int, int], Choice], entities: Sequence[Entity]) -> list[tuple[int, int]]:
    """Return the pairs of an event, beside a sponsor's stars, that no words tie: they only compete there."""
    stars = {key[0] for key in chosen if entities[key[1]].kind is EntityKind.PERSON}
    return [
        key
        for key, choice in chosen.items()
        if key[0] in stars and entities[key[1]].kind is EntityKind.EVENT
        if all(
            link.cue in (PATH, BESIDE) and not (link.cue == PATH and link.directed) for link in choice.pair.links
        )
    ]


# "⟨Anna Ode⟩'s ⟨Harrow Academy⟩"
_WHOSE = re.compile(
    rf"(?P<who>{E})['’]s?\s(?:[\w-]+\s){{0,2}}?(?P<what>{E})(?!\s(?:car|bike|boat|ride|campaign|season|debut))"
)


def _only_whose(
    chosen: Mapping[tuple[int, int], Choice], passages: Sequence[Passage], entities: Sequence[Entity]
) -> list[tuple[int, int]]:
    """Return the pairs of a person where the sponsor has one with what is that person's, and is told so."""
    people = [key for key in chosen if entities[key[1]].kind is EntityKind.PERSON]
    people = [key for key in people if any(key[0] == other[0] and key != other for other in chosen)]
    owned = {
        (passage.mention(found["who"]).entity, passage.mention(found["what"]).entity)
        for passage in (passages if people else ())
        for found in _WHOSE.finditer(passage.text)
    }
    return [
        (sponsor, person)
        for sponsor, person in people
        if any(
            s == sponsor and (person, thing) in owned and entities[thing].kind is not EntityKind.PERSON
            for s, thing in chosen
        )
    ]


# "⟨Anna Ode⟩'s No. 31"
_CAR = re.compile(rf"(?P<who>{E})[’'‘]s\s(?:[Nn]o\.?\s?|#)\d")


def _only_cars(chosen: Mapping[tuple[int, int], Choice], entities: Sequence[Entity]) -> list[tuple[int, int]]:
    """Return the pairs of a driver whose car is all that is sponsored, where the sponsor has one with a team."""
    teams = {key[0] for key in chosen if entities[key[1]].kind is EntityKind.RIGHTS_HOLDER}
    return [
        (sponsor, holder)
        for (sponsor, holder), choice in chosen.items()
        if sponsor in teams and entities[holder].kind is EntityKind.PERSON
        if all((one.filled and one.noun is None) or _is_of_car(one, holder) for one in choice.pair.links)
    ]


def _only_signers(
    chosen: Mapping[tuple[int, int], Choice], entities: Sequence[Entity], weighed: Weighed
) -> list[tuple[int, int]]:
    """Return the pairs of one who holds an office, where the sponsor has one with a body he may sign for."""
    people = EntityKind.PERSON
    bodies = {sponsor for sponsor, holder in chosen if entities[holder].kind is not people}
    return [
        (sponsor, holder)
        for sponsor, holder in chosen
        if sponsor in bodies and entities[holder].kind is people and weighed.fit(holder).holder < _SIGNS
    ]


def _only_names(chosen: Mapping[tuple[int, int], Choice], entities: Sequence[Entity]) -> list[tuple[int, int]]:
    """Return the pairs of an event that only bears its sponsor's name, where another event is told to be sponsored.

    "The Lake Open names Acme as its title sponsor," the headline says, and a quotation calls it the Acme Open.
    """
    told = {
        sponsor
        for (sponsor, holder), choice in chosen.items()
        if entities[holder].kind is EntityKind.EVENT and any(link.cue != BEARS for link in choice.pair.links)
    }
    return [
        (sponsor, holder)
        for (sponsor, holder), choice in chosen.items()
        if sponsor in told and all(link.cue == BEARS for link in choice.pair.links)
    ]


# How plainly a sentence says whom a sponsor is with, and what joins one more to whom it is with.
_PLAINLY = 0.75
_AND = re.compile(r",|&|\b(?:and|plus)\b")


def _only_aside(chosen: Mapping[tuple[int, int], Choice]) -> list[tuple[int, int]]:
    """Return the pairs that only dependencies tie, where the sentence plainly says whom the sponsor is with.

    "Acme launched its sponsorship of the Lake Line for the Rovers' season", and not of Rovers.
    """
    plain = {
        (sponsor, link.passage.order): link
        for (sponsor, _), choice in chosen.items()
        for link in choice.pair.links
        if link.directed and link.strength >= _PLAINLY and link.cue not in (BESIDE, PATH) and not link.filled
    }
    return [
        (sponsor, holder)
        for (sponsor, holder), choice in chosen.items()
        if all(
            link.cue == PATH and not link.filled and _is_apart(link, plain.get((sponsor, link.passage.order)))
            for link in choice.pair.links
        )
    ]


def _is_apart(loose: Link, plain: Link | None) -> bool:
    """Whether a plain tie says nothing of the holder of a loose one, and no "and" joins that to its words."""
    if plain is None or plain.holder == loose.holder:
        return False
    text = loose.passage.text
    rest = text[plain.end : loose.end] if loose.end > plain.end else text[loose.start : plain.start]
    return _AND.search(rest) is None


_LEGAL = re.compile(r",?\s(?:LLC|Inc|Ltd|Limited|plc|GmbH)\.?$")


def _only_own(chosen: Mapping[tuple[int, int], Choice], entities: Sequence[Entity]) -> list[tuple[int, int]]:
    """Return the pairs of a firm and an event of its name that no words tie: "Lake Week LLC" runs Lake Week."""
    return [
        (sponsor, holder)
        for (sponsor, holder), choice in chosen.items()
        if entities[holder].kind is EntityKind.EVENT
        and all(link.cue in (BESIDE, PATH) for link in choice.pair.links)
        and f"{entities[holder].name} ".startswith(_LEGAL.sub("", entities[sponsor].name) + " ")
    ]


def _is_of_car(link: Link, driver: int) -> bool:
    """Whether the words of a link, and a few more, are of a driver's car."""
    found = _CAR.search(link.passage.text, link.start, link.end + len("'s No. 31"))
    return found is not None and link.passage.mention(found["who"]).entity == driver


def _opens(link: Link) -> bool:
    """Whether the first sentence says that the two have a deal, as a racing team has one with drivers to come."""
    return link.passage.order == 1 and link.cue not in (PATH, BESIDE) and not link.filled


def _is_loose(link: Link) -> bool:
    """Whether no words of the body itself say that the holder is the one who is sponsored."""
    return link.passage.is_title or link.cue in (PATH, BESIDE) or not link.directed


def _stated(pair: Pair) -> list[Link]:
    """Return the links whose sentences name both parties, all of them where none does."""
    return [link for link in pair.links if not link.filled] or pair.links


# "Its existing sponsors include"
_EXISTING = re.compile(
    r"\b(?:existing|other|current)\s(?:[\w-]+\s){0,2}?(?:sponsors|partners|suppliers)\b", re.IGNORECASE
)


def _is_over(pair: Pair, tied: Pair, passages: Sequence[Passage], entities: Sequence[Entity]) -> bool:
    """Whether a pair, and its like that dependencies tie too, are told of other times or by the way."""
    return _is_past(pair) or all(map(news.is_dated, _stated(pair))) or is_in_passing(tied, passages, entities)


def _is_past(pair: Pair) -> bool:
    """Whether every sentence that ties the pair tells of a sponsor replaced, joined by others or there already."""
    return all(link.cue in (PREDECESSOR, FELLOW) or _EXISTING.search(link.passage.words) for link in pair.links)


def _is_of_star(found: Mapping[str, float]) -> bool:
    """Whether a sentence plainly says that a person and a firm have a deal: a star's are endorsements."""
    told = max(found["grammar"], found["loose"])
    clear = found["brand"] or not (found["weak sponsor"] or found["weak holder"])
    plain = told >= _PLAIN or (told >= _TOLD and clear and found["in title"])
    if found["weak sponsor"] and found["unlike sponsor"] >= _PLAYS:
        return False  # a club signs players
    return bool(found["person holds"] and not found["person pays"] and plain and found["own alike"] < 1.0)
