"""What happened to a deal: signed, renewed, extended, ended, talked about; read from the words "
"beside the parties."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from enrich.claims import patterns
from records.record import EventType, Status


@dataclass(frozen=True)
class Cue:
    """Words at `start` to `end` (offsets in the text given) that speak for an event, with their weight.

    `may_end`: they speak of an ending that may come, so the deal stands.
    """

    event: EventType
    weight: float
    start: int
    end: int
    may_end: bool = False


@dataclass(frozen=True)
class Phase:
    """What happened, how the deal stands, and the cue that says it best (None where nothing says it)."""

    event: EventType
    status: Status
    cue: Cue | None


# What takes the force out of an ending: it has not happened.
_MAYBE = re.compile(
    r"\b(?:could|may|might|would|if|threat\w*|consider\w*|possib\w+|whether|pressure\sto|calls?\sto|called\son|urg\w+|prospect|fear\w*|"
    r"not\srule[ds]?\sout|\bor|must|ultimatum|considering|review\w*|unless|should)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
# "Acme said in May that it would not renew" is as definite as "will not".
_SAID_SO = re.compile(r"\b(?:said|says|told|announced|confirmed|wrote)\b[^.;]{0,60}\bwould\s$")
# "replaces Acme, whose contract ends in May": that is the end of the other's.
_OF_THE_REPLACED = re.compile(
    r"\b(?:replac\w+|succeed\w*|tak\w+\sover\s(?:from|as)|took\sover\s(?:from|as)|in\splace\sof)\b[^.;]{0,70}\b(?:when|whose|which|once|after)\s[^.;]{0,40}$",
    re.IGNORECASE,
)
# "the champions, who lost their sponsor in May": why they have a new one.
_WHO_LOST = re.compile(
    r"\b(?:who|which|that|after|since|having)\s(?:had\s|have\s)?los(?:t|ing)?\b|\bhad\slost\b", re.IGNORECASE
)
# "with an option to extend": neither has that.
_OPTION = re.compile(
    r"\b(?:options?|right|possibility|chance|able|entitled|can|could|may|might)\b(?:\s\w+){0,2}?\s(?:to|of|for|be)\s(?:an?\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
# "signed a deal in 2010" is no news.
_LONG_AGO = re.compile(
    r"^\w+(?:ed|t|k|g|me|nk)\b[^.;]{0,70}\b(?:in|since|back\sin)\s(?:19|20)\d\d\b", re.IGNORECASE
)
_STATUS = {
    EventType.NEW: Status.ANNOUNCED,
    EventType.RENEWAL: Status.ANNOUNCED,
    EventType.EXTENSION: Status.ANNOUNCED,
    EventType.EXPANSION: Status.ANNOUNCED,
    EventType.DOWNGRADE: Status.ANNOUNCED,
    EventType.REPLACEMENT: Status.ANNOUNCED,
    EventType.CORRECTION: Status.ANNOUNCED,
    EventType.TERMINATION: Status.TERMINATED,
    EventType.NON_RENEWAL: Status.EXPIRED,
    EventType.RUMOUR: Status.RUMOURED,
    EventType.DENIAL: Status.DENIED,
    EventType.BACKGROUND_MENTION: Status.ACTIVE,
}
_TALKS = re.compile(r"talks|negotiat|discussion", re.IGNORECASE)
_PRINCIPLE = re.compile(
    r"\b(?:agree\w*\sin\sprinciple|in\sprinciple|preliminary\sagreement|heads\sof\sterms)\b", re.IGNORECASE
)
_SUSPENDED = re.compile(r"\bsuspend\w*|on\s(?:hold|ice)|paus(?:e|es|ed|ing)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def find_cues(words: str) -> tuple[Cue, ...]:
    """Return what the words say has happened to a deal; an ending that only might happen counts as a rumour."""
    cues, small = [], patterns.small(words)
    refused: list[tuple[int, int]] = []  # "it would not renew" tells of no renewal, whoever may yet change his mind
    for pattern in patterns.read("phases"):
        event = EventType(pattern.label)
        for found in pattern.expression.finditer(small):
            kind, force = event, pattern.weight
            if event is EventType.NEW and _LONG_AGO.search(words[found.start() : found.end() + 80]):
                kind, force = EventType.BACKGROUND_MENTION, 1.0
            ends = event in (EventType.TERMINATION, EventType.NON_RENEWAL)
            if event is EventType.NON_RENEWAL:
                refused.append(found.span())
            before = _SAID_SO.sub("", words[max(0, found.start() - 80) : found.start()])
            if ends and _WHO_LOST.search(words, max(0, found.start() - 20), found.start() + 4):
                kind, force = EventType.BACKGROUND_MENTION, 1.0
            goes_on = event in (EventType.EXTENSION, EventType.RENEWAL)
            if goes_on and any(start <= found.start() < end for start, end in refused):
                continue
            may_end = ends and _MAYBE.search(before) is not None
            if may_end or (ends and _OF_THE_REPLACED.search(before)) or (goes_on and _OPTION.search(before)):
                kind, force = EventType.BACKGROUND_MENTION, 1.0
            cues.append(Cue(kind, force, found.start(), found.end(), may_end))
    return tuple(cues)


def decide(weighted: Iterable[tuple[Cue, float]], words_of: str = "") -> Phase:
    """Return the phase that the cues, each with the weight of its place, speak for together.

    A new deal is what announcements' everyday words speak for; a renewal, an ending or talks need only be said
    once where it counts. `words_of` is the text the deal was read from, for the finer statuses.
    """
    scores: dict[EventType, float] = defaultdict(float)
    best: dict[EventType, tuple[float, Cue]] = {}
    for cue, weight in weighted:
        force = cue.weight * weight
        scores[cue.event] = max(scores[cue.event], force) + 0.15 * min(force, scores[cue.event])
        if cue.event not in best or force > best[cue.event][0]:
            best[cue.event] = (force, cue)
    if not scores:
        return Phase(EventType.BACKGROUND_MENTION, Status.ACTIVE, None)
    event = max(scores, key=lambda e: (scores[e], e.value))
    status = _STATUS[event]
    if event is EventType.RUMOUR and _TALKS.search(words_of):
        status = Status.IN_TALKS
    if event in (EventType.NEW, EventType.RUMOUR) and _PRINCIPLE.search(words_of):
        status = Status.AGREED_IN_PRINCIPLE
    if event is EventType.TERMINATION and _SUSPENDED.search(words_of):
        status = Status.SUSPENDED
    return Phase(event, status, best[event][1])
