"""Mentions of the entities of an article, and which of them are no party where they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from enrich.claims import patterns
from records.record import Entity, EntityKind


@dataclass(frozen=True)
class Mention:
    """A mention of entity number `entity` at `start` to `end`; `named` unless it is a pronoun or noun."""

    start: int
    end: int
    entity: int
    named: bool


@dataclass(frozen=True)
class Bodies:
    """The entities, by number, that a noun behind their name does not turn into another's, and the places."""

    brands: frozenset[int]
    named: frozenset[int]
    places: frozenset[int]

    @classmethod
    def of(cls, entities: Sequence[Entity]) -> "Bodies":
        """Return the brands, those with the organisations and events, and the places."""
        kinds = [entity.kind for entity in entities]
        brands = frozenset(n for n, kind in enumerate(kinds) if kind is EntityKind.BRAND)
        more = (EntityKind.ORGANIZATION, EntityKind.EVENT)
        places = frozenset(n for n, kind in enumerate(kinds) if kind is EntityKind.PLACE)
        return cls(brands, brands | {n for n, kind in enumerate(kinds) if kind in more}, places)


def is_possessive(words: str, mention: Mention) -> bool:
    """Whether a mention is "its", "their" or the like."""
    return words[mention.start : mention.end].casefold() in ("its", "their", "his", "her", "our", "my", "your")


_RANKS = frozenset(
    "official exclusive title diamond titanium platinum gold silver bronze level tier presenting proud global "
    "brand partner sponsor ambassador major premier strategic founding main principal lead official’s sponsorship "
    "partnership the".split()
)


_DRESS_BEFORE = re.compile(
    r"(?:[/(](?:NASDAQ|NYSE|OTC\w*|TSX|LSE|ASX|AIM|BSE|NSE)?:?\s?|\b(?:official|exclusive|proud|preferred)\s|/\s?)$",
    re.IGNORECASE,
)
_DRESS_AFTER = re.compile(r"\s?/|\)\s?[–—-]|:\s?[A-Z]{2,5}\b")
_HEAD_AFTER = re.compile(
    r"\s(?:Level\s)?(?:Partner|Sponsor|Supplier|Provider|Ambassador|Sponsorship|Partnership)s?\b"
)
_ARTICLE_BEFORE = re.compile(r"\b(?:a|an|the|as|its|their|our|new)\s$", re.IGNORECASE)


def is_dress(words: str, mention: Mention) -> bool:
    """Whether the words are a wire's mark, a ticker or part of a designation, and so no party."""
    own = words[mention.start : mention.end].casefold().split()
    if len(own) > 1 and own[-1] in ("partner", "sponsor", "supplier", "provider", "ambassador"):
        return True
    if all(word in _RANKS or word.rstrip("s") in _RANKS for word in own) or (
        own[0] in _RANKS and own[-1].rstrip("s") in _RANKS
    ):
        return True
    before, after = words[max(0, mention.start - 14) : mention.start], words[mention.end : mention.end + 20]
    if _HEAD_AFTER.match(after) and _ARTICLE_BEFORE.search(before):
        return True
    return bool(_DRESS_BEFORE.search(before)) and bool(
        _DRESS_AFTER.match(after) or not before.endswith(("/", "(", " (", "/ "))
    )


# A name that says which sort the next one is: "the ⟨Lake Tour⟩ outfit ⟨Rovers⟩". A brand may have athletes.
_SORT = re.compile(
    r"\s(?i:(?:football|cricket|rugby|cycling|racing|sailing|esports|downhill|freestyle|slalom|(?:long-|middle-)?distance|track|"
    r"mountain|trail|road|marathon|ski|skating|swimming|singles|doubles|(?:heavy|light|middle|welter|feather|bantam|fly)weight|"
    r"(?:wo)?men['’]s)\s){0,2}(?!sponsors?\b)"
    rf"(?:{patterns.parts('parties')['FIRM']}|{patterns.parts('parties')['CLUB']}|"
    rf"(?P<athlete>(?i:{patterns.parts('parties')['ATHLETE']})))s?,?\s(?:the\s)?"
)
# "for the next two ⟨Lake League⟩ seasons": the name only says how seasons are counted.
_COUNTED = re.compile(r"\b(?:next|coming|upcoming|new|this|two|three|four|five|\d+)\s$")
_SEASONS = re.compile(r"\s(?:seasons?|campaigns?)\b")
# A car is called by its number and make, and an event by the series that it belongs to: neither is a party.
_PLACED = re.compile(
    r"(?:(?<![Ww]orld\s)(?<!ranked\s)\b[Nn]o\.?\s|#)\d{1,3}\s$|,\s(?:the|an?|one\sof\sthe)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:rounds?|legs?|stops?|stages?|events?|races?|dates?|fixtures?|tournaments?|instalments?)\s(?:of|on|in)\s(?:the\s)?$"
)


# "⟨Ode Night⟩, a ⟨Lake Week⟩ event": the second name only says which sort of event.
_WHICH = re.compile(r"(?:,|\b(?:is|as|was|be))\s(?:an?|another)\s(?:official\s)?$", re.IGNORECASE)
_EVENT = re.compile(
    r"\s(?:side\s|fringe\s)?(?:event|race|round|stop|show|meeting|tournament|competition|reception|party)\b"
)


# "according to ⟨the Moro Globe⟩": who reports a deal is no party to it.
_REPORTER = re.compile(
    r"\b(?:according\sto|reported\s(?:by|in)|quoted\sby|speaking\sto|interview\swith)\s(?:the\s)?$", re.IGNORECASE
)
# "the franchise owned by ⟨Acme⟩": who owns a party is none.
_OWNER = re.compile(r"\bowned\sby\s(?:the\s)?(?:[a-z-]+\s){0,4}$")
_OWNS = re.compile(r"[\s-]owned\b")
# "three-time champions of ⟨the Lake League⟩", "for ⟨Lake League⟩ season 13": where and when somebody plays.
_WON = re.compile(r"\b(?:champions?|winners?|holders?)\sof\s(?:the\s)?$", re.IGNORECASE)
_NUMBERED = re.compile(r"\s(?:[Ss]eason|[Ee]dition)\s(?:\d|[IVX]+\b)")
# "the ⟨Moro⟩ based side ⟨Rovers⟩"
_BASED = re.compile(r"[\s-]based\s(?!in\b|at\b|on\b|out\b|near\b)")
# "used ⟨the Lake Forum⟩ as a platform to announce": where something is said.
_STAGE = re.compile(
    r"\sas\s(?:an?|the|its|their)\s(?:[\w-]+\s){0,2}?(?:platform|stage|venue|backdrop|occasion|setting)\b"
)
# "the former ⟨Lake Open⟩ champion" is somebody who won it.
_TITLED = re.compile(
    r"\s(?:(?:men|women|boys|girls)['’]s\s)?(?:champions?|winners?|medall?ists?|finalists?|runners?-up)\b"
)
# "the ⟨Lake Prize⟩-winning singer ⟨Ode⟩"
_PRIZED = re.compile(r"(?:\sawards?)?[\s-](?:winning|winner|nominated|nominee)\b", re.IGNORECASE)
_HOLDS = re.compile(
    r"\b(?:the|an?|former|reigning|defending|current|ex|twice|\w+-time|\d{4})\s(?:\w+\s)?$", re.IGNORECASE
)


# "its first deal with a ⟨Lake League⟩ team": the name says which sort of team, and none of them.
_ANY = re.compile(r"\b(?:an?|any|another|every|no|other)\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
_TEAM = re.compile(r"\s(?:[a-z]+\s)?(?:teams?|clubs?|sides?|franchises?|squads?|organi[sz]ations?)\b")


# "the autumn ⟨Lake Series⟩ race at ⟨Moro Speedway⟩": the name says which sort of race.
_HELD_AT = re.compile(r"\s(?:race|event|round|leg|meeting|tournament|stage|match|game)\sat\s(?:the\s)?")


def is_description(words: str, mention: Mention, after: Mention | None, bodies: Bodies) -> bool:
    """Whether a name only describes: the next one, a car, the series of an event, a sort of team, or a season."""
    before = words[max(0, mention.start - 70) : mention.start]
    if mention.named and any(sign.search(before) for sign in (_PLACED, _REPORTER, _OWNER, _WON)):
        return True
    if mention.named and any(sign.match(words, mention.end) for sign in (_OWNS, _NUMBERED, _BASED, _STAGE)):
        return True
    if mention.named and _TITLED.match(words, mention.end) and _HOLDS.search(before):
        return True
    if mention.named and _PRIZED.match(words, mention.end):
        return True
    if mention.named and _EVENT.match(words, mention.end) and _WHICH.search(before):
        return True
    if mention.named and _TEAM.match(words, mention.end) and _ANY.search(before):
        return True
    if _SEASONS.match(words, mention.end) and _COUNTED.search(words[max(0, mention.start - 12) : mention.start]):
        return True
    if after is None or not (mention.named and after.named) or after.entity == mention.entity:
        return False
    if _HELD_AT.fullmatch(words, mention.end, after.start) and after.entity not in bodies.places:
        return True
    sort = _SORT.fullmatch(words, mention.end, after.start)
    return sort is not None and not (sort["athlete"] and mention.entity in bodies.brands)


# "⟨Ode Academy⟩ in ⟨Moro⟩ has agreed": who agrees is in front.
_DOES = re.compile(r"\s(?:has|have|had|is|are|was|were|will|would|(?!based|called|named)[a-z]+ed)\b")


def is_seat(words: str, mention: Mention, before: Sequence[Mention]) -> bool:
    """Whether a name only says where the one right before it is, whose verb follows."""
    return bool(
        before
        and before[-1].named
        and words[before[-1].end : mention.start] == " in "
        and _DOES.match(words, mention.end)
    )
