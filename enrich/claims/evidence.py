"""Weighs what the sentences say of each pair of parties, so that the document as a whole decides."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from enrich.claims.beside import find_beside
from enrich.claims.grounds import find_grounds, find_stands
from enrich.claims.links import (
    BESIDE,
    FELLOW,
    PREDECESSOR,
    UNNAMED_HOLDER,
    Link,
    find_links,
    find_readings,
)
from enrich.claims.listed import find_headed, find_listed
from enrich.claims.namesakes import find_borne, named_events, of_firms, old_names
from enrich.claims.parties import Fitness, fitness, swayed
from enrich.claims.passages import SOME_ATHLETE, SOME_HOLDER, SOME_SPONSOR, Passage
from enrich.claims.paths import PATH, find_paths
from enrich.claims.talk import speaks
from enrich.claims.unnamed import completed
from enrich.text import Text
from records.record import Entity, EntityKind, Span

# How far the document's own grammar may move what a kind makes likely.
_SWAY = 0.45
_OTHER_WAY = 0.5
_UNDIRECTED = 0.3


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


@dataclass(frozen=True)
class Weighed:
    """The pairs that patterns tie, those that patterns and dependencies tie together, and who fits which side."""

    told: list[Pair]
    all: list[Pair]
    fit: Callable[[int], Fitness]


def weigh(
    text: Text,
    passages: Sequence[Passage],
    entities: Sequence[Entity],
    needed: Callable[[], Iterable[Span]] = tuple,
) -> Weighed:
    """Return the pairs the passages tie, heaviest first, and how well each entity fits each side here.

    `needed` says what else will have to be parsed if there are deals: with the sentences that tie two it takes one
    run of the model instead of two.
    """
    prior = [fitness(entity, text.body, entities) for entity in entities]
    readings = [reading for passage in passages for reading in find_readings(passage)]
    listed = [*find_listed(passages), *find_headed(passages, _lookup(prior))]
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
    also = needed() if any(link.sponsor is not None and link.holder is not None for link in told) else ()
    ways = [known(link) for link in find_paths(text, passages, speaks, _lookup(fits), also)]
    # Who takes another's place is not tied to it.
    turned_over = {(link.passage.order, frozenset((link.sponsor, link.replaced))) for link in told}
    ways = [one for one in ways if (one.passage.order, frozenset((one.sponsor, one.holder))) not in turned_over]
    # Nor does whoever is taken over from still sponsor, and whoever is joined did so before.
    over = {(link.passage.order, link.sponsor) for link in told if _is_over(link)}
    over |= {(link.passage.order, link.replaced) for link in told if link.replaced is not None}
    over |= {(link.passage.order, link.sponsor) for link in told if link.cue == FELLOW}
    ways = [one for one in ways if (one.passage.order, one.sponsor) not in over]

    def pairs(links: list[Link]) -> list[Pair]:
        filled = completed(_agreed(links, _lookup(fits)), passages, fits, is_person, grounds, own)
        return _pairs(_with_predecessors(filled), fits)

    return Weighed(pairs(told), pairs([*told, *ways]), _lookup(fits))


# Whoever fits a side less than this is not on it, whatever a sentence seems to say.
_POSSIBLE = 0.25


def _agreed(links: list[Link], fit: Callable[[int], Fitness]) -> list[Link]:
    """Return the links, those that leave open which of two sponsors made to agree with those that say it.

    "⟨Ode⟩ and ⟨Tarn⟩ are partners" is told of two of whom another sentence says that Ode sponsors Tarn.
    """
    said: dict[tuple[int | None, int | None], float] = defaultdict(float)
    for link in links:
        if link.directed and link.cue not in (BESIDE, PATH):
            said[link.sponsor, link.holder] += link.strength * link.passage.weight

    def is_turned(link: Link) -> bool:
        if link.sponsor is None or link.holder is None or (link.directed and link.cue != BESIDE):
            return False
        other = said[link.holder, link.sponsor]
        possible = min(fit(link.holder).sponsor, fit(link.sponsor).holder) >= _POSSIBLE
        return possible and other > said[link.sponsor, link.holder]

    return [replace(link, sponsor=link.holder, holder=link.sponsor) if is_turned(link) else link for link in links]


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
            weight = link.passage.weight * link.strength
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


# The cues of links that tell less than that another joins the sponsor.
_FAINT = (UNNAMED_HOLDER, BESIDE, "supports")


def _replaced(links: list[Link]) -> list[Link]:
    """Return the links, those of a sponsor that the same passage says is replaced made a predecessor's.

    Those that leave the holder open become a fellow's where the passage says that another joins the sponsor.
    """
    gone: set[tuple[int, int | None]] = {
        (one.passage.order, one.replaced) for one in links if one.replaced is not None
    }
    gone |= {(one.passage.order, one.sponsor) for one in links if any(_is_left_for(one, other) for other in links)}
    gone |= {(one.passage.order, one.sponsor) for one in links if _is_over(one)}
    joined = {(link.passage.order, link.sponsor) for link in links if link.cue == FELLOW}
    result = []
    for link in links:
        if link.cue != PREDECESSOR and (link.passage.order, link.sponsor) in gone:
            link = replace(link, cue=PREDECESSOR, strength=link.strength * 0.6)
        elif link.cue in _FAINT and (link.passage.order, link.sponsor) in joined:
            link = replace(link, cue=FELLOW)
        result.append(link)
    return result


def _is_over(link: Link) -> bool:
    """Whether a link tells who was there before, without saying whose sponsor: "takes over from ⟨Bolt⟩"."""
    return link.cue == PREDECESSOR and link.holder is None


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
        weight = link.strength * link.passage.weight * (1.0 if link.directed else _UNDIRECTED)
        if link.sponsor is not None and link.sponsor >= 0:
            votes[link.sponsor][0] += weight
        if link.holder is not None and link.holder >= 0:
            votes[link.holder][1] += weight
    return [
        swayed(fit, _SWAY * (sponsor - holder) / (sponsor + holder + 1.0), entity)
        for fit, (sponsor, holder), entity in zip(prior, votes, entities, strict=True)
    ]
