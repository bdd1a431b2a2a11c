"""What the rights of a deal cover: where they hold, for which editions of an event, and whether for one alone."""

import re
from collections.abc import Sequence

from enrich.claims.facts import Facts
from enrich.claims.owners import Owners
from enrich.claims.passages import Passage
from enrich.claims.patterns import holds
from records.record import Entity, EntityKind, Evidence

_OF_RIGHTS = re.compile(
    r"\w+\s(?:\w+\s){0,3}?(?:rights?|partner\w*|sponsor\w*|suppl\w+|provider|deal|agreement|contract|licen[cs]\w+|category|right)\b",
    re.IGNORECASE,
)
_EXCLUSIVE = re.compile(r"\b(?:exclusiv(?:e|ity|ely)|sole)\b", re.IGNORECASE)


def find_exclusive(passages: Sequence[Passage], facts: Facts, number: int) -> tuple[bool | None, list[Evidence]]:
    """Return True where the sentences about the deal call it exclusive; None where they do not say."""
    for passage in passages:
        found = None if passage.is_title else _EXCLUSIVE.search(passage.words)
        if not found or "non-" in passage.words[max(0, found.start() - 4) : found.start()].lower():
            continue
        if facts.owners.ties(passage, number) or (
            _OF_RIGHTS.match(passage.words, found.start()) and facts.covers(passage, *found.span(), number)
        ):
            return True, [passage.evidence("exclusive", found.start(), found.end())]
    return None, []


_IN = re.compile(r"(?:in|across|throughout|for)\s(?:the\s)?$", re.IGNORECASE)
_AND = re.compile(r",?\s(?:and\s)?(?:the\s)?")


def find_territory(
    passages: Sequence[Passage], owners: Owners, number: int, entities: Sequence[Entity]
) -> tuple[str | None, list[Evidence]]:
    """Return where the rights hold: the places named directly after a designation, "... partner in Norway"."""
    for passage in passages:
        if passage.is_title or not owners.ties(passage, number):
            continue
        for designation in passage.designations:
            places = [m for m in passage.mentions if m.entity >= 0 and entities[m.entity].kind is EntityKind.PLACE]
            for n, mention in enumerate(places):
                between = passage.words[designation.end : mention.start]
                if (
                    0 <= mention.start - designation.end <= 60
                    and _IN.search(between)
                    and len(between.split()) <= 8
                    and owners.of(passage, designation.start) == number
                ):
                    end = mention.end
                    for other in places[n + 1 :]:  # "Nigeria and Ghana"
                        if not _AND.fullmatch(passage.words[end : other.start]):
                            break
                        end = other.end
                    return passage.words[mention.start : end], [passage.evidence("territory", mention.start, end)]
    return None, []


_EDITION = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s(?:19|20)\d\d)\b(?!\s(?:season|deal|agreement))"
)
_EVENTS = (
    r"(?:Games|editions?|[Tt]ournaments?|World\sCups?|Olympics|[Ff]estivals?|[Ee]vents?|Championships?|"
    r"[Rr]aces|[Rr]egattas|[Mm]arathons|[Rr]allies|[Ff]airs|[Ss]hows|Tours|Opens|Classics|Masters|Cups)"
)
_EDITIONS_OF = re.compile(
    rf"\b(?P<what>{_EVENTS})\s(?:in|of)\s(?P<years>20\d\d(?:(?:,\s|\sand\s|,\sand\s)20\d\d){{0,6}})\b(?![-–/]\d)"
)
# "the 2031, 2032 and 2033 races"
_YEARS_OF_EDITIONS = re.compile(
    rf"\b(?P<years>20\d\d(?:,\s20\d\d)*,?\sand\s(?:the\s)?20\d\d)\s(?:[A-Z]?[\w’'-]+\s){{0,3}}?{_EVENTS}\b"
)
_LAST_OF_LIST = re.compile(
    r"\band\s(?:the\s(?:one|edition|event|tournament|games)\s(?:in|of)\s)(?P<year>20\d\d)\b", re.IGNORECASE
)
_NOT_EDITION = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan"
    r"|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|In|By|Since|From|Until|Through|The|For|Summer"
    r"|Spring|Autumn|Winter|Early|Late|End|Season|After|Before|During)\s(?:19|20)\d\d$"
)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_COVERS = re.compile(
    r"\b(?:rights|includ\w+|cover\w*|span\w*|editions?|each|support|sponsor\w*|partner\w*|commit\w*)\b",
    re.IGNORECASE,
)


def find_editions(passages: Sequence[Passage], facts: Facts, number: int) -> tuple[tuple[str, ...], list[Evidence]]:
    """Return the editions of an event that the deal covers, as worded, where the text lists two or more."""
    names: dict[str, Evidence] = {}
    for passage in passages:
        if passage.is_title or not (_YEAR.search(passage.words) and holds(_COVERS, passage.words)):
            continue
        here: dict[str, Evidence] = {}
        for found in _EDITION.finditer(passage.words):
            name = found["name"]
            name = (
                name.split(" ", 1)[1]
                if name.split()[0] in ("The", "Games", "Along", "With") and name.count(" ") > 1
                else name
            )
            if not _NOT_EDITION.search(name):
                here[name] = passage.evidence("editions", found.end() - len(name), found.end())
        for found in (*_EDITIONS_OF.finditer(passage.words), *_YEARS_OF_EDITIONS.finditer(passage.words)):
            if found.re is _EDITIONS_OF and len(found["years"]) == 4 and found["what"] == "Games":
                here[found.group()] = passage.evidence("editions", *found.span())  # "the Games of 2034"
                continue
            for year in re.finditer(r"\d{4}", found["years"]):
                at = found.start("years") + year.start()
                here[year.group()] = passage.evidence("editions", at, at + 4)
        for found in _LAST_OF_LIST.finditer(passage.words) if here else ():
            if not any(found["year"] in name for name in here):
                here[found["year"]] = passage.evidence("editions", found.start("year"), found.end("year"))
        if len(here) < 2:
            continue
        first = min(one.start for one in here.values()) - passage.start
        if facts.owners.of(passage, 0) == number or facts.covers(passage, first, first + 4, number):
            names.update(here)
    return tuple(names), list(names.values())
