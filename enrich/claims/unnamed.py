"""Who is meant where a sentence leaves one side of a deal unnamed: by the sentence, by a noun, by the document."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from enrich.claims.links import BESIDE, INTRODUCED, PREDECESSOR, UNNAMED_HOLDER, Link
from enrich.claims.mentions import Mention
from enrich.claims.parties import Fitness
from enrich.claims.passages import ENTITY, SOME_ATHLETE, SOME_HOLDER, SOME_SPONSOR, Passage
from enrich.claims.paths import PATH

# A reading this weak is not filled for a party that looks like the other side.
_LOOSE = 0.5
# How strongly a sentence ties two for it to say with whom other sentences have one of them, or another there.
_PLAINLY = 0.8
# Whoever fits a side less than this is hardly on it, or not at all.
_HARDLY, _NOT_AT_ALL = 0.3, 0.1
# The fitness that is enough where a noun says that it is the side: "the orchestra" of an article on an Orquesta.
_SAID_SO = 0.4
# How much less a link tells whose open side is filled.
_FILLED = 0.8
# Within how many sentences whoever is introduced is named.
_SOON = 4
# Within how many sentences before a noun whoever is new is meant by it, where he fits the side so well.
_JUST, _LIKELY = 2, 0.65
# From this fitness a person named beside a reading is an athlete or artist, not who speaks about it.
_ATHLETE = 0.6


@dataclass(frozen=True)
class _Document:
    """What a document tells of its entities, by which an open side is filled: 0 the sponsor's, 1 the holder's."""

    passages: Sequence[Passage]
    fit: Sequence[Fitness]
    is_person: Callable[[int], bool]
    grounds: frozenset[int]
    own: Mapping[int, int]
    weights: tuple[dict[int, float], dict[int, float]]  # of each entity on each side
    mates: tuple[dict[int, set[int]], dict[int, set[int]]]
    alike: Mapping[tuple[int, int], set[int | None]]
    busy: Mapping[int, set[int | None]]  # whom each passage plainly ties to a holder
    gone: set[int]  # whose time is over
    first: Mapping[int, int]  # the order of the first sentence of the body that names each

    def may_fill(self, number: int) -> bool:
        """Whether an entity can be a party that is not named: anybody but those who only speak."""
        return not self.is_person(number) or self.fit[number].holder >= _ATHLETE

    def best(self, among: set[int], side: int, least: float = 0.5) -> int | None:
        """Return the entity that fits the side and weighs most in the document, None where nobody fits."""
        fits = {n: self.fit[n].holder if side else self.fit[n].sponsor for n in among}
        weights = self.weights[side]
        return max((n for n in fits if fits[n] >= least), key=lambda n: (weights[n] * fits[n], -n), default=None)

    def just_introduced(self, link: Link, among: set[int], side: int) -> int | None:
        """Return the one entity likely on the side that the sentences right before a link are the first to name."""
        fits = {n: self.fit[n].holder if side else self.fit[n].sponsor for n in among}
        for back in range(1, _JUST + 1):
            new = [n for n in among if self.first.get(n) == link.passage.order - back and fits[n] >= _LIKELY]
            if new:
                return new[0] if len(new) == 1 else None
        return None

    def named_before(self, link: Link) -> set[int]:
        """Return who is mentioned before the words of a link."""
        return {m.entity for passage in self.passages for m in passage.mentions if _is_before(passage, m, link)}


def completed(
    links: list[Link],
    passages: Sequence[Passage],
    fit: Sequence[Fitness],
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
    # After "Acme replaces Birch", "the deal with the club" is Acme's.
    over = {link.sponsor if link.replaced is None else link.replaced for link in links if _is_over(link)}
    document = _Document(
        passages,
        fit,
        is_person,
        grounds,
        own,
        _shares(full, passages, fit, is_person),
        _mates(full, fit),
        _alike(links),
        _busy(full),
        {number for number in over if number is not None},
        _first_named(passages),
    )
    tied = _tied(full, fit)
    said = _tied([link for link in full if link.cue != PATH], fit)
    # A noun says with whom the others of its sentence are, too, where no plainer tie does.
    for link in sorted(_by_nouns(links, document), key=lambda one: one.noun is None):
        known = link.sponsor if link.sponsor is not None else link.holder
        if link in full or known is None:
            continue
        # A plainer tie of the same sentence says whom it is with.
        here = link.passage.order, known
        if (tied[here] / _FILLED if link.noun is None else said[here]) >= link.strength:
            continue
        side = 1 if link.holder is None else 0
        lean = fit[known].sponsor - fit[known].holder
        if link.strength < _LOOSE and (lean if side else -lean) < 0:  # more likely the other side itself
            continue
        if (fit[known].sponsor if side else fit[known].holder) < _NOT_AT_ALL:
            continue
        best = _meant(document, link, known, side)
        if best is not None:
            sponsor, holder = (known, best) if side else (best, known)
            strength = link.strength * _FILLED
            full.append(replace(link, strength=strength, sponsor=sponsor, holder=holder, filled=True))
            tied[here] = max(tied[here], 0.0 if link.noun is None else strength)
    return full


def _meant(document: _Document, link: Link, known: int, side: int) -> int | None:
    """Return who is on the open side of a link, None where nobody is likely."""
    others = {number for number in document.weights[side] if number not in (known, link.replaced)}
    if not side:
        others = others - document.gone or others
        # Nor is it whom the same sentence plainly ties to another.
        others = others - document.busy.get(link.passage.order, set())
    if link.noun is not None:  # "the club" is no person, "the striker" is one, and both were named before
        others = {n for n in others if document.is_person(n) is (link.noun == SOME_ATHLETE)}
        best = _employer(link, others)
        if best is None:
            best = document.just_introduced(link, others, side)
        if best is None:
            best = document.best(others & document.named_before(link), side, _SAID_SO)
    else:
        best = _nearest(document, link, others, side)
    best = _own_event(link, best, document.own.get(known)) if side else best
    if best is None and link.cue != INTRODUCED and (side or link.directed):
        if link.noun is None:
            others = {number for number in others if document.may_fill(number)}
        best = document.best(document.mates[side].get(known, set()) & others, side)
        if best is None:  # who is left out has been named, or will be
            best = document.best(others & document.named_before(link), side)
        if best is None:
            best = document.best(others, side)
    return best


def _nearest(document: _Document, link: Link, others: set[int], side: int) -> int | None:
    """Return the likeliest of those named in the link's sentence or, where its cue says so, in the next."""
    order = link.passage.order
    here = {m.entity for m in link.passage.mentions if m.entity >= 0 and document.may_fill(m.entity)} & others
    best = document.best(here - document.alike.get((order, side), set()), side)  # not one more of the list
    if side and best in document.grounds:
        return document.best(others - document.grounds | {best}, side)
    if side and best is not None and document.is_person(best) and _SPONSOR.search(link.passage.words):
        # "Another sponsor, Acme, will leave if they sign ⟨Ode⟩": the club's, of whom more is told.
        body = document.best({n for n in others if not document.is_person(n)}, side, _SAID_SO)
        if body is not None and document.weights[side][body] > document.weights[side][best]:
            return body
    beside = {UNNAMED_HOLDER: (order - 1,), INTRODUCED: range(order + 1, order + _SOON)}.get(link.cue, ())
    for near in beside:
        if best is None:
            named = {m.entity for p in document.passages if p.order == near for m in p.mentions if m.named}
            best = document.best({n for n in named if document.may_fill(n)} & others, side)
    return best


def _tied(links: list[Link], fit: Sequence[Fitness]) -> dict[tuple[int, int | None], float]:
    """Return how strongly the grammar of each passage, by its order, ties each party that it ties."""
    tied: dict[tuple[int, int | None], float] = defaultdict(float)
    for link in links:
        # Where it is so is not with whom.
        likely = min(fit[link.sponsor or 0].sponsor, fit[link.holder or 0].holder) >= _HARDLY
        for party in (link.sponsor, link.holder) if likely and link.cue != BESIDE else ():
            key = link.passage.order, party
            tied[key] = max(tied[key], link.strength)
    return tied


def _mates(full: Sequence[Link], fit: Sequence[Fitness]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """Return with whom the grammar plainly ties each party anywhere: the sponsors of each holder, and its holders.

    Of three firms that have all signed deals, each has signed the one that is told of it later.
    """
    mates: tuple[dict[int, set[int]], dict[int, set[int]]] = (defaultdict(set), defaultdict(set))
    for link in full:
        sponsor, holder = link.sponsor or 0, link.holder or 0
        likely = min(fit[sponsor].sponsor, fit[holder].holder) >= _HARDLY
        if likely and link.directed and link.strength >= _PLAINLY:
            mates[0][holder].add(sponsor)
            mates[1][sponsor].add(holder)
    return mates


def _alike(links: list[Link]) -> dict[tuple[int, int], set[int | None]]:
    """Return who, in each passage by its order, sponsors (1) and so is not sponsored there, or the reverse (0)."""
    alike: dict[tuple[int, int], set[int | None]] = defaultdict(set)
    for link in links:
        if link.cue not in (BESIDE, PATH):
            alike[link.passage.order, 1].add(link.sponsor)
            alike[link.passage.order, 0].add(link.holder)
    return alike


def _busy(full: Sequence[Link]) -> dict[int, set[int | None]]:
    """Return, by the order of each passage, the sponsors that it plainly ties to a holder."""
    busy: dict[int, set[int | None]] = defaultdict(set)
    for link in full:
        if link.directed and link.strength >= _PLAINLY and link.cue not in (BESIDE, PATH):
            busy[link.passage.order].add(link.sponsor)
    return busy


def _first_named(passages: Sequence[Passage]) -> dict[int, int]:
    """Return the order of the first sentence of the body that names each entity."""
    named = [(m.entity, p.order) for p in passages if not p.is_title for m in p.mentions if m.named]
    return dict(reversed(named))


def _shares(
    full: Sequence[Link], passages: Sequence[Passage], fit: Sequence[Fitness], is_person: Callable[[int], bool]
) -> tuple[dict[int, float], dict[int, float]]:
    """Return how much of the document each entity has as a sponsor and as a holder, by its ties and mentions."""
    weights: tuple[dict[int, float], dict[int, float]] = (defaultdict(float), defaultdict(float))
    for link in full:
        weight = link.strength * link.passage.weight
        weights[0][link.sponsor or 0] += weight * fit[link.sponsor or 0].sponsor
        weights[1][link.holder or 0] += weight * fit[link.holder or 0].holder
    for passage in passages:
        for number in {m.entity for m in passage.mentions if m.entity >= 0}:
            often = 0.05 if is_person(number) else 0.15  # much is written of people that is no sponsorship
            weights[1][number] += often * passage.weight * fit[number].holder
            weights[0][number] += 0.05 * passage.weight * fit[number].sponsor
    return weights


_SPONSOR = re.compile(r"\bsponsors?\b", re.IGNORECASE)
# Whoever has an event bear its name is its title sponsor.
_TITLED = re.compile(r"\btitle\b|\bnaming\b|\bpresenting\b", re.IGNORECASE)


def _own_event(link: Link, best: int | None, event: int | None) -> int | None:
    """Return the sponsor's own event for the side left open where a noun or a title is spoken of, else the best."""
    told = best is None or link.noun is not None or _TITLED.search(link.passage.words)
    return event if event is not None and told and link.noun != SOME_ATHLETE else best


# "⟨Rovers⟩ chairman ⟨Ode⟩ said the club ...", "⟨Rovers⟩ have announced that the club ..."
_SPEAKS_FOR = re.compile(
    rf"(?P<body>{ENTITY})(?:['’]s?)?\s(?:"
    rf"(?:[\w-]+\s){{0,4}}?{ENTITY}(?:,[^,]{{0,40}},)?\s(?:said|says|added|confirmed|revealed|believes)\b"
    r"|(?:(?:have|has|had|today|also)\s){0,2}(?:announc|confirm|reveal|report|said|says?)\w*\s(?:[\w-]+\s)?that\b"
    r")[^;:“\"]{0,40}?$"
)


def _employer(link: Link, among: set[int]) -> int | None:
    """Return who says in the sentence, or whose officer says, what "the club" does, if it is one of `among`."""
    found = _SPEAKS_FOR.search(link.passage.text, 0, link.start) if link.noun == SOME_HOLDER else None
    body = link.passage.mention(found["body"]).entity if found else None
    return body if body in among else None


def _is_over(link: Link) -> bool:
    """Whether a link tells of a sponsor whose time is over."""
    return link.cue == PREDECESSOR or link.replaced is not None


def _by_nouns(links: list[Link], document: _Document) -> Iterator[Link]:
    """Yield the links, the sponsor named where both sides are nouns: "The company will sponsor the club"."""
    for link in links:
        if link.sponsor is None and link.holder is None and link.noun == SOME_SPONSOR:
            named = {n for n in document.named_before(link) & set(document.weights[0]) if not document.is_person(n)}
            new = document.just_introduced(link, named, 0)
            link = replace(link, sponsor=document.best(named, 0, _SAID_SO) if new is None else new, noun=None)
        yield link


def _is_before(passage: Passage, mention: Mention, link: Link) -> bool:
    """Whether a mention stands before the words of a link."""
    order = link.passage.order
    return passage.order < order or (passage.order == order and mention.start < passage.places[link.start])
