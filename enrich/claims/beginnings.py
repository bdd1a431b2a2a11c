"""Sentences that tell of a sponsorship that begins or goes on, whoever it is of: "The race has a new backer"."""

import re
from collections.abc import Sequence

from enrich.claims import patterns
from enrich.claims.beside import OF_UNKNOWN
from enrich.claims.denials import OF_ANOTHER_SORT
from enrich.claims.news import LOOK_ALIKE, is_of_then, looks_back
from enrich.claims.passages import Passage
from enrich.claims.patterns import holds
from enrich.claims.phases import find_cues
from records.record import EventType

# The weight from which a cue of an event tells news, and the events that are beginnings.
_FRESH = 1.4
EVENTS = frozenset(
    (EventType.NEW, EventType.RENEWAL, EventType.EXTENSION, EventType.EXPANSION, EventType.REPLACEMENT)
)
# Characters between the words for a sponsorship and those for what happens, and around both that may look back.
_CLOSE, _AROUND = 70, 20
# The sentences before one with "the deal" in which sponsoring is spoken of, and that after it.
_BEFORE = 2
# What hardly means anything but sponsoring, of one sponsor: "sponsors" at large are spoken of everywhere.
_OFFICE = re.compile(
    r"sponsor(?:ship)?$|backer$|rights$|official|\b(?:title|main|principal|presenting|headline|lead|primary|naming|founding|kit|"
    r"shirt|jersey|front-of-shirt|sleeve|technical|stadium)\s(?:[\w-]+\s)?(?:partner|supplier|provider)$",
    re.IGNORECASE,
)
_SPONSORING = re.compile(
    r"\bsponsor(?:ing|ship)?\b(?!\s(?:[\w-]+\s){0,2}?(?:list|judge|students?|bills?|visas?|stud(?:y|ies)|research|workers?|training\sof)\b)|\bbe\ssponsored|naming[\s-]rights|"
    r"\bkit\s(?:maker|supplier|deal)|"
    r"\b(?:logo|names?|brand|badge)\s(?:[\w’'-]+\s){0,8}?(?:shirts?|jerseys?|kits?|sleeves?|chests?|cars?|helmets?)\b|"
    r"\b(?:its|their)\s(?:name|logo|badge|emblem)\s(?:on|to)\b|\bunder\sthe\sbanner\sof\b|\bbears?\sthe\sname\sof\b|"
    r"\bappear\w*\son\s(?:the|their|its)\s(?:[\w-]+\s){0,2}?(?:sleeves?|chests?|shorts)\b|"
    r"\bon\s(?:the|their|its)\s(?:[\w-]+\s){0,2}?(?:shirts?|jerseys?|kits?)\b|"
    r"\b(?:front|back|sleeves?)\sof\s(?:(?:its|their|the|our|both)\s)?(?:[\w-]+\s){0,2}?(?:shirts?|jerseys?|kits?)\b",
    re.IGNORECASE,
)
# What may be one where the sentences beside it speak of sponsoring: "the agreement", "have signed for five years".
_DEAL = re.compile(
    r"\b(?:deal|agreement|partnership|contract|tie-up|link-up|pact|backing|collaboration|alliance|accord)\b|"
    r"\b(?:sign(?:s|ed)?|commit(?:s|ted)?|agree[ds]?|stay(?:s|ing)?|support|back|fund|step(?:s|ped)\sin|extend(?:s|ed)?|renew(?:s|ed)?)\b"
    r"[^.;]{0,40}\b(?:years?|seasons?|editions?)\b",
    re.IGNORECASE,
)
# A sponsor who is spoken of has an article or the like, which "sponsor requirements" lack.
_SOME = re.compile(
    r"(?:\b(?:an?|the|its|their|his|her|our|my|as|this|another|one|first|become|becomes|became|becoming|remains?|be|is)|['’]s?)\s"
    r"(?:[\w’'-]+\s){0,5}?sponsor$|\b(?:will|to|now|would)\s(?:\w+\s)?sponsor$",
    re.IGNORECASE,
)
_SOME_REACH = 45  # characters before "sponsor"
# "will be main sponsor of", "has come on board as", "has a new backer", "the four-year agreement"
_BEGINS = re.compile(
    r"\b(?:will|would|is\sto|are\sto)\s(?:\w+\s)?(?:be|have|back|support|fund|sponsor|bear|take|stay|go\son|see)\b|"
    r"\b(?:com(?:e|es|ing)|came|step(?:s|ped|ping)?)\s(?:on\sboard|in|aboard|forward|to\sthe\s(?:aid|rescue))\b|"
    r"\b(?:chosen|chose|picked|selected|found|persuaded|presented|introduced|won|attracted|got|gets|gained|put\spen|took\son|taken\son|"
    r"made\spossible|pa(?:id|ys|ying))\b|\b(?:has|have)\s(?:an?|its|their|his|her|the)\s(?:[\w-]+\s){0,2}?(?:sponsor|backer|partner)\b|"
    r"\b(?:new|different|another)\s(?:\w+\s)?(?:names?|logos?)\b|\bput(?:ting)?\s(?:its|their)\s(?:\w+\s)?name|"
    r"\b(?:the|this)\s(?:[\w-]+-(?:year|season|figure|match|game)|new|fresh)\s(?:[\w-]+\s){0,3}?(?:deal|agreement|sponsorship|partnership|contract)\b",
    re.IGNORECASE,
)
# "are looking for a sponsor", "without a sponsor": there is none. "Known for its sponsorship of": who somebody is.
_NONE = re.compile(
    r"\b(?:(?:look|search|hunt|ask|call|appeal|wait)(?:s|ed|ing)?\sfor|seek(?:s|ing)?|sought|without|no|need(?:s|ed)?|want(?:s|ed)?|"
    r"lack(?:s|ed)?)\s(?:[\w-]+\s){0,4}?(?:sponsor|partner|backer)|"
    r"\b(?:known|famous|remembered)\s(?:for|as|from|through)\s(?:\w+\s)?(?:sponsor|support|backing|partner)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:never|not|unlikely|unable|neither|refus\w+|declin\w+|rescind\w*|revok\w+)\b|n['’]t\b", re.IGNORECASE
)
# "to sponsor the Day of the Lake", which is no name known here.
_SPONSORS_UNKNOWN = re.compile(r"\bsponsor(?:s|ing)?\s(?:the\s)?[A-Z]")


def tells(passage: Passage, passages: Sequence[Passage]) -> bool:
    """Whether a sentence tells that somebody begins or goes on to sponsor, looking neither back nor aside."""
    words, text = passage.words, passage.text
    if holds(LOOK_ALIKE, words) or _NONE.search(words) or OF_ANOTHER_SORT.search(patterns.small(text)):
        return False
    if OF_UNKNOWN.search(text) or _SPONSORS_UNKNOWN.search(text):
        return False
    spoken = _speaks(passage)
    near = [one for one in passages if -1 <= passage.order - one.order <= _BEFORE]
    if not spoken and any(_speaks(one) and not is_of_then(one.words) for one in near):
        spoken = [found.span() for found in _DEAL.finditer(words)]
    if not spoken:
        return False
    happens = [found.span() for found in _BEGINS.finditer(words)]
    happens += [(cue.start, cue.end) for cue in find_cues(words) if cue.event in EVENTS and cue.weight >= _FRESH]
    stretches = [(min(a, c), max(b, d)) for a, b in spoken for c, d in happens if max(a, c) <= min(b, d) + _CLOSE]
    return any(not _is_otherwise(words, *stretch) for stretch in stretches)


def is_of_something_else(passages: Sequence[Passage]) -> bool:
    """Whether the headline or a first sentence on sponsors is on what only sounds like it: a visa, a law."""
    return any(
        holds(LOOK_ALIKE, one.words) and (one.is_title or _SPONSORING.search(one.words)) for one in passages[:2]
    )


def _speaks(passage: Passage) -> list[tuple[int, int]]:
    """Return where a sentence has words that hardly mean anything but sponsoring; offsets in its words."""
    words = passage.words
    if holds(LOOK_ALIKE, words):
        return []
    spans = [(one.start, one.end) for one in passage.designations if _OFFICE.search(one.words)]
    spans += [found.span() for found in _SPONSORING.finditer(words)]
    return [
        (start, end)
        for start, end in spans
        if not words[start:end].endswith("sponsor") or _SOME.search(words, max(0, start - _SOME_REACH), end)
    ]


def _is_otherwise(words: str, start: int, end: int) -> bool:
    """Whether the words around a stretch deny it, or they or those that begin the sentence look back or aside."""
    around = words[max(0, start - _AROUND) : end + _AROUND]
    return bool(_NOT.search(around)) or looks_back(around) or looks_back(words[:_AROUND])
