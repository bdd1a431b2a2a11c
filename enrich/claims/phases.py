"""What happened to a deal: signed, renewed, extended, ended, talked about; read from the words beside the parties."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from records.record import EventType, Status


@dataclass(frozen=True)
class Cue:
    """Words at `start` to `end` (offsets in the text given) that speak for an event, with their weight."""

    event: EventType
    weight: float
    start: int
    end: int


@dataclass(frozen=True)
class Phase:
    """What happened, how the deal stands, and the cue that says it best (None where nothing says it)."""

    event: EventType
    status: Status
    cue: Cue | None


_DEAL = (
    r"(?:deal|sponsorship|partnership|agreement|contract|backing|support|relationship|association|ties|links|involvement|"
    r"arrangement|tie-up|naming|collaboration|pact|funding|endorsement|alliance|commitment)"
)
_ITS = r"(?:[\w'’£$€.-]+\s){0,6}?"
_RULES: tuple[tuple[EventType, float, str], ...] = (
    (EventType.NON_RENEWAL, 3.0, rf"\b(?:not|never|n['’]t|no\slonger|against)\s(?:\w+\s){{0,3}}?(?:renew|extend|continu)\w*"),
    (EventType.NON_RENEWAL, 2.2, rf"\b(?:expire[ds]?|lapse[ds]?|runs?\sout|ran\sout|comes?\sto\san\send|came\sto\san\send)\b"),
    (EventType.TERMINATION, 3.0, rf"\b(?:end|ends|ended|ending|terminat\w+|cancel\w*|axe[ds]?|axing|scrap\w*|halt\w*|sever\w*|cut(?:s|ting)?(?:\soff)?|quit\w*|pull(?:s|ed|ing)?|withdr\w+|drop(?:s|ped|ping)?|rip(?:s|ped)?\sup|tear(?:s|ing)?\sup|scrapp\w+|sever\w*|suspend\w*|finish\w*|abandon\w*)\s(?:of\s)?{_ITS}{_DEAL}"),
    (EventType.TERMINATION, 2.6, r"\b(?:part(?:s|ed|ing)?\s(?:ways|company)|walk(?:s|ed|ing)?\saway|pull(?:s|ed|ing)?\sout|dropp?(?:s|ed|ing)?\sout|cut(?:s|ting)?\s(?:all\s)?ties|sever(?:s|ed|ing)?|split(?:s|ting)?\s(?:from|with)|ditch\w*|dump\w*|dropped|drops|axe[ds]?|terminat\w+|fled|out\sof\sthe\sdoor|withdr[ae]w\w*|end(?:s|ed)?\s(?:in|last|this|after))\b"),
    (EventType.TERMINATION, 2.4, rf"\b(?:los[te]|loses|losing)\s(?:\w+\s){{0,3}}?(?:sponsor|backer|partner|{_DEAL})"),
    (EventType.TERMINATION, 2.2, rf"{_DEAL}\s(?:\w+\s){{0,3}}?(?:ended|over|terminated|cancelled|canceled|scrapped|axed|to\send)\b"),
    (EventType.TERMINATION, 2.0, r"\b(?:outgoing|departing)\s(?:\w+\s)?(?:sponsor|partner)"),
    (EventType.RUMOUR, 2.6, r"\b(?:in\s(?:\w+\s)?(?:talks|negotiations|discussions)|(?:hold|held|holding)\s(?:\w+\s)?talks|in\sthe\srunning|negotiat(?:e|ing)|consider(?:ing|s)\s(?:becoming|sponsor|a\s(?:bid|deal))|close\sto\s(?:sign|agree|seal|announc|a\s|an\s|secur|land|finalis)\w*|clos(?:es|ing)\sin\son|on\sthe\s(?:verge|brink)\sof|nearing|poised\sto|may\stake\sover|could\s(?:become|sponsor|sign|replace|take|be\s(?:named|renamed|set))|rumou?r\w*|speculat\w+|linked\swith|expected\sto\s(?:sign|become|be\s(?:announced|confirmed|named|unveiled|signed)|announce|agree|join|replace|take)|eyeing|(?:front-?runner|favourite)s?\sto|advanced\stalks|mull\w*|weigh\w*\sup|exploring|bidding|interested\sin\s(?:sponsor|becoming|buying|naming)\w*|set\sto\s(?:sign|agree|announce))\b"),
    (EventType.DENIAL, 3.0, rf"\b(?:den(?:y|ies|ied)\s|no\struth|rul(?:es|ed)\sout|dismiss(?:es|ed)\s)(?=[^.]{{0,60}}{_DEAL}|[^.]{{0,60}}sponsor)"),
    (EventType.RENEWAL, 2.6, r"\b(?:renew(?:s|ed|ing|al)?|re-?sign(?:s|ed|ing)|re-?up(?:s|ped)?|recommit\w*|retain(?:s|ed)|prolong\w*|re-?new\w*)\b"),
    (EventType.RENEWAL, 2.2, r"\b(?:for\s(?:the|a|its|their)\s(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\s(?:\w+\s){0,2}(?:year|season|time|term|edition)|(?:second|third|fourth|fifth|sixth|seventh|eighth|\d+(?:st|nd|rd|th))\s(?:consecutive|straight|successive)|(?:year|season)\s(?:running|in\sa\srow)|return(?:s|ed|ing)?\s(?:\w+\s){0,4}(?:as|to)|back\sas|once\sagain|another\s(?:\w+\s){0,2}(?:year|season)s?|stay(?:s|ing)?\son\sas|(?:remain|stay|keep)s?\s(?:as\s)?(?:\w+\s){0,5}(?:sponsor|partner)|sponsoring\s(?:\w+\s){1,4}again)\b"),
    (EventType.RENEWAL, 1.8, rf"\b(?:continu(?:e|es|ed|ing|ation)\b\s?{_ITS}(?:{_DEAL}|sponsor\w*|partner|as\s|with\s|to\sserve|to\ssupport)|continued\s{_DEAL})"),
    (EventType.EXTENSION, 2.7, rf"\b(?:extend(?:s|ed|ing)?|exten[ts]ion|lengthen\w*)\b(?=\s?[^.;]{{0,60}}(?:{_DEAL}|sponsor|partner|until|through|to\s20|for\s|by\s|with\s|as\s)|\W|$)"),
    (EventType.EXPANSION, 2.5, rf"\b(?:expan(?:d|ds|ded|ding|sion)|broaden\w*|deepen\w*|widen\w*|upgrad\w*|step(?:s|ped)?\sup|strengthen\w*|advanc(?:e|es|ed)|enhanc(?:e|es|ed)|elevat\w+)\b(?=\s{_ITS}(?:{_DEAL}|sponsor|partner|role|of\s(?:its|the|their)))"),
    (EventType.DOWNGRADE, 2.3, rf"\b(?:scal(?:e|es|ed|ing)\s(?:back|down)|downgrad\w*|reduc\w+)\s{_ITS}(?:{_DEAL}|sponsor)"),
    (EventType.REPLACEMENT, 2.4, r"\b(?:replac(?:e|es|ed|ing)|succeed(?:s|ed|ing)?|tak(?:e|es|ing)\sover\s(?:from|as)|took\sover\s(?:from|as)|in\splace\sof|takes?\sthe\splace\sof|supersed\w+)\b"),
    (EventType.NEW, 1.6, r"\b(?:new|first(?:-ever)?|inaugural|maiden|debut)\s(?:\w+[\s-]){0,4}?(?:deal|sponsor\w*|partner\w*|agreement|contract|ambassador|collaboration|supplier|backer)\b"),
    (EventType.NEW, 1.4, r"\b(?:announc(?:e|es|ed|ing|ement)|unveil\w*|sign(?:s|ed|ing)?|agree[ds]?|ink(?:s|ed)|secur(?:e|es|ed)|land(?:s|ed)|becom(?:e|es|ing)|became|welcom(?:e|es|ed|ing)|join(?:s|ed|ing)?|named|names|appoint\w*|launch\w*|team(?:s|ed)?\sup|partner(?:s|ed)\s(?:up\s)?with|struck|strikes?|seal(?:s|ed)?|enter(?:s|ed)\sinto|snap(?:s|ped)?\sup|clinch\w*|tap(?:s|ped)|roped\sin|reveal(?:s|ed)|bought|buys|acquired|pay(?:s)?|renam(?:e|es|ed)|rebrand\w*|added|unites?|forge[ds]?|begins?|to\s(?:sponsor|wear|partner|become|back)|will\s(?:sponsor|be\sthe|become|serve|be\sknown|wear|carry))\b"),
    (EventType.BACKGROUND_MENTION, 1.0, r"\b(?:longtime|long-time|long-standing|longstanding|existing|current(?:ly)?|already|since\s(?:19|20)\d\d|has\s(?:been|long)|have\s(?:been|long)|is\s(?:a|an|the|one\sof\sthe)|are\s(?:the|among)|former(?:ly)?|previous(?:ly)?|used\sto|last\s(?:year|season)|in\s(?:19|20)\d\d)\b"),
)  # fmt: skip
_COMPILED = tuple((event, weight, re.compile(words, re.IGNORECASE)) for event, weight, words in _RULES)
# What takes the force out of an ending: it has not happened.
_MAYBE = re.compile(
    r"\b(?:could|may|might|would|if|threat\w*|consider\w*|possib\w+|whether|pressure\sto|calls?\sto|called\son|urg\w+|prospect|fear\w*|"
    r"not\srule[ds]?\sout|considering|review\w*|unless|should)\b[^.;]{0,60}$",
    re.IGNORECASE,
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
_PRINCIPLE = re.compile(r"\b(?:agree\w*\sin\sprinciple|in\sprinciple|preliminary\sagreement|heads\sof\sterms)\b", re.IGNORECASE)
_SUSPENDED = re.compile(r"\bsuspend\w*|paus(?:e|es|ed|ing)\b", re.IGNORECASE)


def find_cues(words: str) -> list[Cue]:
    """Return what the words say has happened to a deal; an ending that only might happen counts as a rumour."""
    cues = []
    for event, weight, pattern in _COMPILED:
        for found in pattern.finditer(words):
            kind, force = event, weight
            ends = event in (EventType.TERMINATION, EventType.NON_RENEWAL)
            if ends and _MAYBE.search(words[max(0, found.start() - 80) : found.start()]):
                kind, force = EventType.BACKGROUND_MENTION, 1.0
            cues.append(Cue(kind, force, found.start(), found.end()))
    return cues


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
