"""What happened to the deal of a pair: the cues beside its parties, the headline's first."""

import re
from collections.abc import Sequence

from enrich.claims import phases
from enrich.claims.designations import tying_words
from enrich.claims.evidence import Pair
from enrich.claims.links import PREDECESSOR
from enrich.claims.owners import Owners
from enrich.claims.passages import Passage
from enrich.claims.phases import Cue, Phase
from records.record import ENDING, EventType, Evidence, Status

# How far from the words that tie a pair its cues may stand, in characters.
_REACH = 110
_PLACE_WEIGHTS = {0: 3.0, 1: 2.0, 2: 1.6}
# Announcements' everyday words count for less in a headline than what makes this one particular.
_NEW_IN_TITLE = 1.9
_LEAD = 2
# How far into the text a sentence about "the deal" says what it is, and how such a sentence begins.
_TOLD_ON = 6
_EXTENDS = re.compile(
    r"(?:It|This|(?:The|This|Their|Its)\s(?:[\w-]+\s){0,2}?(?:deal|agreement|contract|partnership|sponsorship|pact|arrangement))\s"
    r"(?:(?:will|also|now|effectively|means|that)\s){0,3}(?:extend|renew|prolong|lengthen)(?:s|ed)?\b",
    re.IGNORECASE,
)
# What the one who takes another's place does.
_BEGUN = (EventType.NEW, EventType.REPLACEMENT)
# What a party no longer is.
_FORMER = re.compile(r"(?:former|erstwhile)\s(?:[\w-]+\s){0,3}?(?:sponsor|partner|backer)", re.IGNORECASE)


def find_phase(
    pair: Pair, passages: Sequence[Passage], owners: Owners, number: int, *, is_background: bool
) -> tuple[Phase, list[Evidence]]:
    """Return what happened to pair `number`, how it stands, and the words of the body that say so.

    A headline or lead that only says "is the sponsor" tells of a new deal: nobody wrote so before.
    """
    placed = _cues(pair, passages, owners, number)
    words = " ".join(passage.words for passage in dict.fromkeys(passage for _, _, passage in placed))
    phase = phases.decide([(cue, weight) for cue, weight, _ in placed], words)
    stands = phase.cue is not None and phase.cue.may_end  # "is considering to end its links": it has them
    if phase.event is EventType.BACKGROUND_MENTION and not is_background and not stands and pair.first <= _LEAD:
        phase = Phase(EventType.NEW, Status.ANNOUNCED, phase.cue)
        if any(_FORMER.match(passage.words, cue.start) for cue, _, passage in placed):  # "sues its former sponsor"
            phase = Phase(EventType.TERMINATION, Status.TERMINATED, phase.cue)
    if is_background and phase.event in _BEGUN and any(link.cue == PREDECESSOR for link in pair.links):
        phase = Phase(EventType.BACKGROUND_MENTION, Status.EXPIRED, phase.cue)  # another takes the place
    told = phase.cue.event if phase.cue else None
    in_body = [one for one in placed if one[0].event is told and not one[2].is_title]
    if not in_body:
        return phase, tying_words("event_type", pair, passages) + tying_words("status", pair, passages)
    cue, _, passage = max(in_body, key=lambda one: one[0].weight * one[1])
    return phase, [passage.evidence(name, cue.start, cue.end) for name in ("event_type", "status")]


def _cues(pair: Pair, passages: Sequence[Passage], owners: Owners, number: int) -> list[tuple[Cue, float, Passage]]:
    """Return the cues near the words that tie the pair, the first pair's in the headline too; and their weights."""
    stretches: dict[Passage, list[tuple[int, int]]] = {}
    for link in pair.links:
        places = link.passage.places
        start, end = places[link.start], places[min(link.end, len(places) - 1)]
        stretches.setdefault(link.passage, []).append((start - _REACH, end + _REACH))
    if number == 0 and passages and passages[0].is_title:
        stretches[passages[0]] = [(0, len(passages[0].words))]
    for passage in passages:  # "The agreement extends a partnership that began in 2015"
        told_on = owners.about.get(passage.order) == number and passage.order <= _TOLD_ON and not passage.is_title
        if told_on and (found := _EXTENDS.match(passage.words)):
            stretches[passage] = [found.span()]
    placed = []
    for passage, spans in sorted(stretches.items(), key=lambda item: item[0].order):
        weight = _PLACE_WEIGHTS.get(passage.order, 1.0)
        for cue in phases.find_cues(passage.words):
            near = any(start <= cue.start <= end for start, end in spans)
            if (
                near
                and not (cue.event in ENDING and _is_anothers(passage, cue, pair))
                and owners.covers(passage, cue.start, number)
            ):
                everyday = passage.is_title and cue.event is EventType.NEW
                placed.append((cue, _NEW_IN_TITLE if everyday else weight, passage))
    return placed


# A name and what it does: "after ⟨Birch⟩ decided to pull out"; not "its deal with Birch has ended".
_DOES = re.compile(r"(?<=\s)(?P<name>[A-Z][\w’&.-]*(?:\s[A-Z][\w’&.-]*){0,4})\s(?:[a-z][\w’'-]*\s){0,4}$")
_NO_SUBJECT = re.compile(r"\b(?:with|of|by|to|from|for|between|and|at|in)\s(?:the\s)?$|['’]s?\s$", re.IGNORECASE)


_THE = re.compile(r"\bthe\s(?:[\w-]+\s)?$", re.IGNORECASE)
_SORT = re.compile(r"\s(?:club|side|team|outfit|franchise|company|firm|group|giants?|champions?)\b")


def _is_anothers(passage: Passage, cue: Cue, pair: Pair) -> bool:
    """Whether it is neither party that ends something: "Acme will make the kit after Birch decided to pull out"."""
    does = _DOES.search(passage.words[: cue.start])
    if does is None or _NO_SUBJECT.search(passage.words[: does.start("name")]):
        return False
    known = _THE.search(passage.words[: does.start("name")]) and _SORT.match(passage.words, does.end("name"))
    if known:  # "The Premier League club", whichever it is
        return False
    parties = {n for link in pair.links for n in (link.sponsor, link.holder)} | {pair.sponsor, pair.holder}
    start, end = does.span("name")
    return not any(m.entity in parties and m.start < end and start < m.end for m in passage.mentions)
