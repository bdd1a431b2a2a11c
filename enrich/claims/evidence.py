"""Weighs what the sentences say of each pair of parties, so that the document as a whole decides."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from enrich.claims.beside import find_beside
from enrich.claims.grounds import find_grounds, find_stands
from enrich.claims.links import (
    BESIDE,
    FELLOW,
    INTRODUCED,
    PREDECESSOR,
    UNNAMED_HOLDER,
    Link,
    find_links,
    find_readings,
    speaks,
)
from enrich.claims.listed import find_listed
from enrich.claims.mentions import Mention
from enrich.claims.namesakes import find_borne, named_events, of_firms, old_names
from enrich.claims.parties import Fitness, fitness, swayed
from enrich.claims.passages import ENTITY, SOME_ATHLETE, SOME_HOLDER, SOME_SPONSOR, Passage
from enrich.claims.paths import PATH, find_paths
from enrich.text import Text
from records.record import Entity, EntityKind

# The headline says what the news is, the first sentences repeat it; what comes late recalls.
_TITLE_WEIGHT = 3.0
_LEAD_WEIGHTS = (2.0, 1.6, 1.3)
_BODY_WEIGHT, _TAIL_WEIGHT, _TAIL_FROM = 1.0, 0.7, 12
# How far the document's own grammar may move what a kind makes likely.
_SWAY = 0.45
_OTHER_WAY = 0.5
_UNDIRECTED = 0.3
# A reading this weak is not filled for a party that looks like the other side.
_LOOSE = 0.5
# How strongly a sentence ties two for it to say with whom other sentences have one of them.
_PLAINLY = 0.8
# Whoever fits a side less than this is hardly on it.
_HARDLY = 0.3
# The fitness that is enough where a noun says that it is the side: "the orchestra" of an article on an Orquesta.
_SAID_SO = 0.4
# How strong a reading is that leaves no doubt of whom its sponsor sponsors there.
_PLAINLY = 0.8
# How much less a link tells whose open side is filled.
_FILLED = 0.8
# From this fitness a person named beside a reading is an athlete or artist, not who speaks about it.
_ATHLETE = 0.6


@dataclass
class Pair:
    """A sponsor and a holder with the links that tie them, and their weight."""

    sponsor: int
    holder: int
    links: list[Link] = field(default_factory=list)
    weight: float = 0.0

    @property
    def first(self) -> int:
        """The order of the first passage that ties them."""
        return min(link.passage.order for link in self.links)


def _passage_weight(passage: Passage, offset: int) -> float:
    if passage.is_title:
        return _TITLE_WEIGHT
    place = passage.order - 1 - offset
    if 0 <= place < len(_LEAD_WEIGHTS):
        return _LEAD_WEIGHTS[place]
    return _BODY_WEIGHT if place < _TAIL_FROM else _TAIL_WEIGHT


@dataclass(frozen=True)
class Weighed:
    """The pairs that patterns tie, those that patterns and dependencies tie together, and who fits which side."""

    told: list[Pair]
    all: list[Pair]
    fit: Callable[[int], Fitness]


def weigh(text: Text, passages: Sequence[Passage], entities: Sequence[Entity]) -> Weighed:
    """Return the pairs the passages tie, heaviest first, and how well each entity fits each side here."""
    prior = [fitness(entity, text.body, entities) for entity in entities]
    readings = [reading for passage in passages for reading in find_readings(passage)]
    listed = list(find_listed(passages))
    fits = _sway(prior, [*of_firms(find_links(readings, _lookup(prior)), entities), *listed], entities)

    def is_person(number: int) -> bool:
        return entities[number].kind is EntityKind.PERSON

    grounds = find_grounds(entities, fits)
    found = list(find_links(readings, _lookup(fits)))
    called = find_stands(entities, fits) | old_names(found, entities)

    def known(link: Link) -> Link:
        return _known(replace(link, holder=called.get(link.holder, link.holder)))

    told = [known(link) for link in of_firms(found, entities)]
    told += [known(link) for link in listed]
    tied = {(link.passage.order, link.sponsor) for link in told if link.holder is not None or link.noun is not None}
    told += [link for passage in passages for link in find_beside(passage, _lookup(fits), is_person, tied, grounds)]
    own = named_events(entities, told)
    told = _replaced([*told, *map(known, find_borne(passages, own))])
    ways = [known(link) for link in find_paths(text, passages, speaks, _lookup(fits))]
    # Who takes another's place is not tied to it.
    turned_over = {(link.passage.order, frozenset((link.sponsor, link.replaced))) for link in told}
    ways = [one for one in ways if (one.passage.order, frozenset((one.sponsor, one.holder))) not in turned_over]

    def pairs(links: list[Link]) -> list[Pair]:
        return _pairs(_with_predecessors(_completed(links, passages, fits, is_person, grounds, own)), fits)

    return Weighed(pairs(told), pairs([*told, *ways]), _lookup(fits))


def _pairs(links: list[Link], fits: Sequence[Fitness]) -> list[Pair]:
    """Return the links by pair with their weights, the heaviest first."""
    pairs: dict[tuple[int, int], Pair] = {}
    for link in links:
        if link.sponsor is None or link.holder is None:
            continue
        key = (link.sponsor, link.holder)
        pairs.setdefault(key, Pair(*key)).links.append(link)
    for pair in pairs.values():
        fit = (0.2 + 0.8 * fits[pair.sponsor].sponsor) * (0.2 + 0.8 * fits[pair.holder].holder)
        best: dict[int, float] = defaultdict(float)
        for link in pair.links:
            weight = _passage_weight(link.passage, 0) * link.strength
            best[link.passage.order] = max(best[link.passage.order], weight)
        pair.weight = fit * sum(best.values())
    for pair in pairs.values():  # what speaks for the pair the other way round speaks for its being a pair
        other = pairs.get((pair.holder, pair.sponsor))
        if other and (other.weight, other.sponsor) < (pair.weight, pair.sponsor):
            pair.weight += _OTHER_WAY * other.weight
    return sorted(pairs.values(), key=lambda p: (-p.weight, p.first))


_UNKNOWN = {SOME_HOLDER: Fitness(0.02, 1.0), SOME_SPONSOR: Fitness(1.0, 0.02), SOME_ATHLETE: Fitness(0.05, 0.9)}


def _lookup(fits: list[Fitness]) -> Callable[[int], Fitness]:
    """Return the fitness of an entity by number, of "the club" and "the airline" too."""
    return lambda number: fits[number] if number >= 0 else _UNKNOWN[number]


def _replaced(links: list[Link]) -> list[Link]:
    """Return the links, those of a sponsor that the same passage says is replaced made a predecessor's.

    Those that leave the holder open become a fellow's where the passage says that another joins the sponsor.
    """
    gone: set[tuple[int, int | None]] = {
        (one.passage.order, one.replaced) for one in links if one.replaced is not None
    }
    gone |= {(one.passage.order, one.sponsor) for one in links if any(_is_left_for(one, other) for other in links)}
    joined = {(link.passage.order, link.sponsor) for link in links if link.cue == FELLOW}
    result = []
    for link in links:
        if (link.passage.order, link.sponsor) in gone:
            link = replace(link, cue=PREDECESSOR, strength=link.strength * 0.6)
        elif link.cue == UNNAMED_HOLDER and (link.passage.order, link.sponsor) in joined:
            link = replace(link, cue=FELLOW)
        result.append(link)
    return result


# "will ride for ⟨Acme⟩ after ending a deal with ⟨Bolt⟩", "has joined ⟨Acme⟩, leaving ⟨Bolt⟩"
_LEFT_FOR = re.compile(
    r"(?:,|\b(?:after|following|having|by|since))\s(?:[\w’'-]+\s)?(?:end|leav|terminat|cutt|sever|splitt|part|quitt|ditch|dropp)ing\b"
)


def _is_left_for(one: Link, other: Link) -> bool:
    """Whether the words of one link end a deal for that of another, told before in the sentence."""
    if one.passage is not other.passage or one.holder != other.holder or one.sponsor == other.sponsor:
        return False
    told = one.sponsor is not None and other.sponsor is not None and one.holder is not None
    left = _LEFT_FOR.search(one.passage.text, one.start, one.end) if told else None
    return left is not None and other.end <= left.start()


def _with_predecessors(links: list[Link]) -> list[Link]:
    """Return the links and one for each sponsor whose place another takes, with the same holder."""
    return links + [
        replace(link, sponsor=link.replaced, replaced=None, cue=PREDECESSOR, strength=0.6)
        for link in links
        if link.replaced is not None and link.replaced >= 0 and link.replaced != link.holder
    ]


def _known(link: Link) -> Link:
    """Return the link with a side that only a noun names left open."""
    sponsor = link.sponsor if link.sponsor is not None and link.sponsor >= 0 else None
    holder = link.holder if link.holder is not None and link.holder >= 0 else None
    noun = next((n for n in (link.sponsor, link.holder) if n is not None and n < 0), None)
    return replace(link, sponsor=sponsor, holder=holder, noun=noun)


def _sway(prior: list[Fitness], links: list[Link], entities: Sequence[Entity]) -> list[Fitness]:
    """Return the fitness of each entity after the document's own sentences have voted on its side."""
    votes = [[0.0, 0.0] for _ in prior]
    for link in links:
        weight = link.strength * _passage_weight(link.passage, 0) * (1.0 if link.directed else _UNDIRECTED)
        if link.sponsor is not None and link.sponsor >= 0:
            votes[link.sponsor][0] += weight
        if link.holder is not None and link.holder >= 0:
            votes[link.holder][1] += weight
    return [
        swayed(fit, _SWAY * (sponsor - holder) / (sponsor + holder + 1.0), entity)
        for fit, (sponsor, holder), entity in zip(prior, votes, entities, strict=True)
    ]


def _tied(links: list[Link], fit: list[Fitness]) -> dict[tuple[int, int | None], float]:
    """Return how strongly the grammar of each passage, by its order, ties each party that it ties."""
    tied: dict[tuple[int, int | None], float] = defaultdict(float)
    for link in links:
        # Where it is so is not with whom.
        likely = min(fit[link.sponsor or 0].sponsor, fit[link.holder or 0].holder) >= _HARDLY
        for party in (link.sponsor, link.holder) if likely and link.cue != BESIDE else ():
            key = link.passage.order, party
            tied[key] = max(tied[key], link.strength)
    return tied


def _mates(full: Sequence[Link]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """Return with whom the grammar plainly ties each party anywhere: the sponsors of each holder, and its holders.

    Of three firms that have all signed deals, each has signed the one that is told of it later.
    """
    mates: tuple[dict[int, set[int]], dict[int, set[int]]] = (defaultdict(set), defaultdict(set))
    for link in full:
        if link.directed and link.strength >= _PLAINLY and link.sponsor is not None and link.holder is not None:
            mates[0][link.holder].add(link.sponsor)
            mates[1][link.sponsor].add(link.holder)
    return mates


def _alike(links: list[Link]) -> dict[tuple[int, int], set[int | None]]:
    """Return who, in each passage by its order, sponsors (1) and so is not sponsored there, or the reverse (0)."""
    alike: dict[tuple[int, int], set[int | None]] = defaultdict(set)
    for link in links:
        if link.cue not in (BESIDE, PATH):
            alike[link.passage.order, 1].add(link.sponsor)
            alike[link.passage.order, 0].add(link.holder)
    return alike


def _shares(
    full: Sequence[Link], passages: Sequence[Passage], fit: list[Fitness], is_person: Callable[[int], bool]
) -> tuple[dict[int, float], dict[int, float]]:
    """Return how much of the document each entity has as a sponsor and as a holder, by its ties and mentions."""
    weights: tuple[dict[int, float], dict[int, float]] = (defaultdict(float), defaultdict(float))
    for link in full:
        weight = link.strength * _passage_weight(link.passage, 0)
        weights[0][link.sponsor or 0] += weight * fit[link.sponsor or 0].sponsor
        weights[1][link.holder or 0] += weight * fit[link.holder or 0].holder
    for passage in passages:
        for number in {m.entity for m in passage.mentions if m.entity >= 0}:
            often = 0.05 if is_person(number) else 0.15  # much is written of people that is no sponsorship
            weights[1][number] += often * _passage_weight(passage, 0) * fit[number].holder
            weights[0][number] += 0.05 * _passage_weight(passage, 0) * fit[number].sponsor
    return weights


# Whoever has an event bear its name is its title sponsor.
_TITLED = re.compile(r"\btitle\b|\bnaming\b|\bpresenting\b", re.IGNORECASE)


def _own_event(link: Link, best: int | None, event: int | None) -> int | None:
    """Return the sponsor's own event for the side left open where a noun or a title is spoken of, else the best."""
    told = best is None or link.noun is not None or _TITLED.search(link.passage.words)
    return event if event is not None and told and link.noun != SOME_ATHLETE else best


def _completed(
    links: list[Link],
    passages: Sequence[Passage],
    fit: list[Fitness],
    is_person: Callable[[int], bool],
    grounds: frozenset[int],
    own: Mapping[int, int],
) -> list[Link]:
    """Return the links with the side they leave unnamed filled from the passage or the document.

    A sponsor's `own` event, which bears its name, goes before all others where a noun or a title is spoken of.

    One of the `grounds`, where it is named, is rather where the shirts are worn than who wears them: the document's
    first holder goes before it.
    """
    full = [link for link in links if link.sponsor is not None and link.holder is not None]
    weights = _shares(full, passages, fit, is_person)

    def _may_fill(number: int) -> bool:
        return not is_person(number) or fit[number].holder >= _ATHLETE

    tied, alike = _tied(full, fit), _alike(links)
    mates = _mates(full)
    said = _tied([link for link in full if link.cue != PATH], fit)
    named_in = {p.order: {m.entity for m in p.mentions if m.named and _may_fill(m.entity)} for p in passages}

    def _nearest(link: Link, others: set[int], side: int) -> int | None:
        order = link.passage.order
        here = {m.entity for m in link.passage.mentions if m.entity >= 0 and _may_fill(m.entity)} & others
        best = _best(here - alike[order, side], weights[side], fit, side)  # not one more of the list
        if side and best in grounds:
            return _best(others - grounds | {best}, weights[side], fit, side)
        beside = {UNNAMED_HOLDER: order - 1, INTRODUCED: order + 1}.get(link.cue)
        if best is None and beside is not None:
            best = _best(named_in.get(beside, set()) & others, weights[side], fit, side)
        return best

    busy: dict[int, set[int | None]] = defaultdict(set)
    for link in full:
        if link.directed and link.strength >= _PLAINLY and link.cue not in (BESIDE, PATH):
            busy[link.passage.order].add(link.sponsor)
    # After "Acme replaces Birch", "the deal with the club" is Acme's.
    over = {link.sponsor if link.replaced is None else link.replaced for link in links if _is_over(link)}
    gone = {number for number in over if number is not None}, set[int]()
    # A noun says with whom the others of its sentence are, too.
    for link in sorted(_by_nouns(links, passages, weights[0], fit, is_person), key=lambda one: one.noun is None):
        if link in full:
            continue
        known = link.sponsor if link.sponsor is not None else link.holder
        # A plainer tie of the same sentence says whom it is with.
        plainer = tied if link.noun is None else said
        if known is None or plainer[link.passage.order, known] >= _FILLED * link.strength:
            continue
        side = 1 if link.holder is None else 0
        lean = fit[known].sponsor - fit[known].holder
        if link.strength < _LOOSE and (lean if side else -lean) < 0:  # more likely the other side itself
            continue
        others = set(weights[side]) - {known, link.replaced}
        others = others - gone[side] or others
        if not side:  # nor is it whom the same sentence plainly ties to another
            others = others - busy[link.passage.order]
        if link.noun is not None:  # "the club" is no person, "the striker" is one, and both were named before
            others = {n for n in others if is_person(n) is (link.noun == SOME_ATHLETE)}
            named = {m.entity for p in passages for m in p.mentions if _is_before(p, m, link)}
            employs = _employer(link, others)  # "⟨Rovers⟩ chairman Ode said the club ..."
            best = employs or _best(others & named, weights[side], fit, side, _SAID_SO)
        else:
            best = _nearest(link, others, side)
        best = _own_event(link, best, own.get(known)) if side else best
        if best is None and link.cue != INTRODUCED and (side or link.directed):
            best = _best(mates[side][known] & others or others, weights[side], fit, side)
        if best is not None:
            sponsor, holder = (known, best) if side else (best, known)
            strength = link.strength * _FILLED
            full.append(replace(link, strength=strength, sponsor=sponsor, holder=holder, filled=True))
            key = link.passage.order, known
            tied[key] = max(tied[key], 0.0 if link.noun is None else strength)
    return full


# What stands between a body and the noun of those who speak for it.
_SPEAKS_FOR = re.compile(
    rf"(?P<body>{ENTITY})(?:['’]s?)?\s(?:[\w-]+\s){{0,4}}?{ENTITY}(?:,[^,]{{0,40}},)?\s(?:said|says|added|confirmed|revealed|believes)\b[^;:“\"]{{0,40}}?$"
)


def _employer(link: Link, among: set[int]) -> int | None:
    """Return the body whose officer says in the link's own sentence what "the club" does, if it is one of `among`."""
    found = _SPEAKS_FOR.search(link.passage.text, 0, link.start) if link.noun == SOME_HOLDER else None
    body = link.passage.mention(found["body"]).entity if found else None
    return body if body in among else None


def _is_over(link: Link) -> bool:
    """Whether a link tells of a sponsor whose time is over."""
    return link.cue == PREDECESSOR or link.replaced is not None


def _by_nouns(
    links: list[Link],
    passages: Sequence[Passage],
    weights: dict[int, float],
    fit: list[Fitness],
    is_person: Callable[[int], bool],
) -> Iterator[Link]:
    """Yield the links, the sponsor named where both sides are nouns: "The company will sponsor the club"."""
    for link in links:
        if link.sponsor is None and link.holder is None and link.noun == SOME_SPONSOR:
            named = {m.entity for p in passages for m in p.mentions if _is_before(p, m, link)} & set(weights)
            named = {number for number in named if not is_person(number)}
            link = replace(link, sponsor=_best(named, weights, fit, 0, _SAID_SO), noun=None)
        yield link


def _is_before(passage: Passage, mention: Mention, link: Link) -> bool:
    """Whether a mention stands before the words of a link."""
    order = link.passage.order
    return passage.order < order or (passage.order == order and mention.start < passage.places[link.start])


def _best(
    among: set[int], weights: dict[int, float], fit: list[Fitness], side: int, least: float = 0.5
) -> int | None:
    """Return the entity that fits the side and weighs most in the document, None where nobody fits."""
    fits = {n: fit[n].holder if side else fit[n].sponsor for n in among}
    return max((n for n in fits if fits[n] >= least), key=lambda n: (weights[n] * fits[n], -n), default=None)
