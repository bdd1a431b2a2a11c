"""What is sponsored where it is not its owner: a stadium, a tournament, the women's team, a series of concerts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enrich.claims import families, patterns
from enrich.claims.belonging import RUN, THING, THINGS, find_owners_of_things
from enrich.claims.facts import Facts
from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import ENTITY as E
from enrich.claims.passages import GRANT as G
from enrich.claims.passages import POSSESSIVE as O
from enrich.claims.passages import Passage
from records.record import Entity, EntityKind, Role


@dataclass(frozen=True)
class Property:
    """What is sponsored, as the article words it at `start` to `end` of the body."""

    name: str
    start: int
    end: int


_GROUND = (
    r"(?:Stadium|Arena|Park|Field|Cent(?:er|re)|Gardens?|Ground|Dome|Coliseum|Pavilion|Hall|Theatre|Theater|Oval|Speedway|Bowl|Ballpark|"
    r"Forum|Amphitheat(?:er|re)|Courts?|Raceway|Racecourse|Velodrome|Rink|Stand|Plaza|House|Track|Circuit|Complex)"
)
_NAMING = re.compile(
    r"naming[\s-]rights|\brenam|\brebrand|known\sas|\bcalled\b|name\s(?:on|to)\s(?:the|its|their)|\bnam(?:e|ed|ing)\sthe\s(?:stadium|arena|ground)",
    re.IGNORECASE,
)
_NEW_NAME = re.compile(
    rf"(?:renam\w+\s(?:[\w’'-]+\s){{1,4}}?the(?=\s)|renam\w+|rebrand\w+|re-brand\w+|known|called|be|become|becomes|is|as|to|named)\s(?:as\s|to\s)?(?:the\s)?"
    rf"(?P<name>[A-Z][\w’'&.-]*\s(?:[A-Z&][\w’'&.-]*\s){{0,4}}{_GROUND})\b"
)
# "will be called Acme Park", not "to Acme Park"
_CALLS = re.compile(r"(?:renam|re-?brand|known|called|become|named)", re.IGNORECASE)
# "If they call it the Acme Park", it is not called so.
_IF = re.compile(r"\b(?:if|whether|would|could|might)\b[^.;]{0,60}$", re.IGNORECASE)
# "sponsor of its Late Fridays", "title sponsorship of ⟨Rovers⟩' women's team".
_WHOSE = rf"(?:{O}|its|their|his|her|(?:the\s)?{E}['’]s?|(?:the|its)\s[\w-]+['’]s)"
_TEAM = (
    r"(?:women|men|girls|boys|ladies|youth|academy|junior|under-\d\d|wheelchair|reserve|esports)(?:['’]s?)?"
    r"(?:\s(?:first|senior|youth|cricket|football|rugby|basketball|soccer))?"
    r"(?:\s(?:teams?|side|squad|programme|program|section|academy))?"
    r"(?!\s(?:cup|league|trophy|tournament|championships?|football|rugby|cricket|game|sport|club)\b)"
)
_PART = re.compile(
    rf"(?:{D}|{G}|sponsor(?:s|ed|ing|ship)?|partner|backing|support)\s(?:of|for|to|on|with|at)\s{_WHOSE}\s"
    rf"(?:(?:entire|own|new|annual|popular|flagship|\w+-\w+)\s){{0,2}}"
    rf"(?P<name>{_TEAM}|(?-i:[A-Z])[\w’'&-]*(?:\s(?:(?:for|of|the|and|in|to)\s)?(?-i:[A-Z])[\w’'&-]*){{0,4}})",
    re.IGNORECASE,
)
# What a holder has and is no name: "the Rovers academy", "its pre-season tour", "the women's team of Rovers".
_KIND = (
    rf"(?:{_TEAM}|(?:(?:youth|pre-season|summer|winter|annual|junior|senior|east|west|north|south|main|new)\s){{0,2}}(?:academ(?:y|ies)|"
    r"training\s(?:ground|cent(?:re|er)|complex)|tour|awards(?:\s(?:night|dinner|ceremony))?|stand|exhibition|podcast|(?:fan|family)\szone|"
    r"(?:community|outreach|education|schools?|youth|learning|development|fellowship|scholarship)\s(?:programmes?|programs?|schemes?|initiative|foundation)|foundation|"
    r"(?:[a-z][\w-]+\s){1,3}?(?:championships|prize|award|tournament|competition|concerts|show|gallery|exhibition)|"
    r"(?:concert|lecture|film|summer|autumn|winter|spring)\s(?:series|season|school|programme)))"
)
_TAKES = (
    rf"(?:(?:{D}|{G}|sponsor(?:s|ed|ing|ship)?|partner|backing|support)\s(?:of|for|to|on|with|at)|"
    r"sponsor(?:s|ing)?|back(?:s|ing)?|support(?:s|ing)?)"
)
_KINDS = (
    re.compile(rf"\b{_TAKES}\s{_WHOSE}\s(?P<name>{_KIND})\b(?!['’])", re.IGNORECASE),
    re.compile(rf"(?:{D}|{G})\s(?:of|for|to|on|with|at)\s{_WHOSE}\s(?P<name>{_KIND})\b(?!['’])", re.IGNORECASE),
    re.compile(rf"(?:{D}|{G})\s(?:of|for)\sthe\s{E}\s(?P<name>{_KIND})\b(?!['’])", re.IGNORECASE),
    re.compile(
        rf"\bon\s(?:the\s)?(?:(?:front|back|sleeves?)\sof\s(?:the\s)?)?(?:shirts?|kits?|jerseys?)\s(?:of|worn\sby)\s{_WHOSE}\s(?P<name>{_KIND})\b(?!['’])",
        re.IGNORECASE,
    ),
    # "The north stand at ⟨Mill Lane⟩ will carry the name of ⟨Acme⟩"
    re.compile(
        rf"\b(?P<name>(?:north|south|east|west|main|new)\sstand)\s(?:at|of)\s(?:the\s)?{E}\s(?:will|is\sto|is\snow|has\sbeen|now)\s"
        r"(?:be\s)?(?:carry|bear|take|carries|bears|takes|named|renamed|called|known)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:{G}|deal|agreement|contract|partnership)\s(?:with\s(?:the\s)?{E}\s)?for\s(?:its|their|{O}|{E}['’]s?)\s(?P<name>{_KIND})\b(?!['’])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_WHOSE}\s(?P<name>{_KIND})\s(?:(?:will|is|are|has|have|to)\s){{1,2}}(?:(?:be|been|again|also|now)\s){{0,2}}(?:sponsored|backed|supported)\sby\s",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_TAKES}\sthe\s(?P<name>{_KIND})\s(?:of|at)\s(?:the\s)?{E}", re.IGNORECASE),
    re.compile(rf"(?:{D}|{G})\s(?:of|for|to)\sthe\s(?P<name>{_KIND})\s(?:of|at)\s(?:the\s)?{E}", re.IGNORECASE),
)
# What all of these have: each deal asks every sentence for them.
_BACKING = re.compile(rf"{D}|{G}|stand|sponsor|partner|back|support|deal|agreement|contract")
# "supplier of the Winter Tour organised by the ⟨Federation⟩"
_RUN_BY = re.compile(
    rf"(?:{D}|{G})\s(?:of|for|to)\s(?:the\s)?(?P<name>[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){{1,4}}),?\s(?:which\sis\s)?"
    rf"(?:{RUN}|promoted|managed)\sby\s(?:the\s)?(?P<x>{E})"
)
# "sponsor of Saturday Scrum, ⟨Channel North⟩'s programme", where the thing is none of the names.
_APPOSED = re.compile(
    rf"(?:{D}|{G})\s(?:of|for)\s(?:the\s)?(?P<name>[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){{0,4}}),\s"
    rf"(?P<x>{E})['’]s?\s(?:[\w’'-]+\s){{0,4}}?{THING}\b"
)


def find_property(
    facts: Facts, passages: Sequence[Passage], number: int, giver: int, thing: int | None, role: Role
) -> tuple[int, int | Property | None]:
    """Return who gives the rights of deal `number` and what is sponsored: an entity's number, or words."""
    entities, sponsor = facts.entities, facts.pairs[number].sponsor
    owner_of = find_owners_of_things(passages, entities)
    tied = [p for p in passages if not p.is_title and facts.owners.ties(p, number)]
    fixture = _fixture(facts, passages, number, giver, thing)
    if fixture is not None:
        return giver, fixture
    if thing is None or thing == giver:
        owner = owner_of.get(giver)
        if owner is not None and owner != sponsor:
            return owner, giver
    about = [p for p in passages if not p.is_title and facts.owners.speaks_of(p, number)]
    if thing is not None and entities[thing].kind in THINGS and thing != giver:
        renamed = role is Role.NAMING_RIGHTS and entities[thing].kind is EntityKind.VENUE
        new = _named_after(facts, passages, number, giver, owner_of) if renamed else None
        return giver, new if new is not None else thing
    has_ground = entities[giver].kind is not EntityKind.EVENT
    naming = role is Role.NAMING_RIGHTS or (has_ground and any(_NAMING.search(p.words) for p in about))
    if naming and (venue := _named_after(facts, passages, number, giver, owner_of)) is not None:
        return giver, venue
    owned = [
        n
        for n, owner in owner_of.items()
        if owner == giver and n != sponsor and (naming or not _is_only_where(tied, n, entities))
    ]
    counts = {n: sum(any(m.entity == n for m in p.mentions) for p in tied) for n in owned}
    if counts and max(counts.values()) > 0 and thing is None:
        return giver, max(counts, key=lambda n: (counts[n], -n))
    if thing in (None, giver) and (part := _part(facts, passages, number)) is not None:
        return giver, part
    return giver, thing


# "official beer of ⟨Mill Lane⟩", "the naming rights to it"
_GIVEN_OF = re.compile(rf"(?:{D}|{G})\s(?:of|for|at|to)\s(?:[\w’'-]+\s){{0,3}}?(?P<y>{E})")


def _is_only_where(tied: Sequence[Passage], thing: int, entities: Sequence[Entity]) -> bool:
    """Whether a ground is told only as the place where its owner plays: "Rovers, who play at Mill Lane"."""
    if entities[thing].kind is not EntityKind.VENUE:
        return False
    given = (passage.mention(found["y"]).entity for passage in tied for found in _GIVEN_OF.finditer(passage.text))
    return thing not in given


def _named_after(
    facts: Facts, passages: Sequence[Passage], number: int, giver: int, owner_of: dict[int, int]
) -> int | Property | None:
    """Return the place that bears the sponsor's name, else the one whose naming rights are spoken of."""
    sponsor = facts.entities[facts.pairs[number].sponsor]
    own = families.distinctive(sponsor.name)
    for n, entity in enumerate(facts.entities):
        ground = entity.kind is EntityKind.VENUE or re.search(rf"\b{_GROUND}$", entity.name)
        named = entity.name != sponsor.name and n != giver and own & families.distinctive(entity.name)
        if ground and named and _is_called_so(passages, n):
            return n
    for passage, found in _new_names(passages, own):
        return Property(found["name"], passage.start + found.start("name"), passage.start + found.end("name"))
    if facts.entities[giver].kind is EntityKind.VENUE:
        return giver
    venues = [
        m.entity
        for passage in passages
        if facts.owners.speaks_of(passage, number) and _NAMING.search(passage.words)
        for m in passage.mentions
        if m.entity >= 0 and facts.entities[m.entity].kind is EntityKind.VENUE
    ]
    mine = [n for n in venues if owner_of.get(n, giver) == giver]
    return Counter(mine).most_common(1)[0][0] if mine else None


def _new_names(passages: Sequence[Passage], own: frozenset[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield where a place is told to be called by a name that has one of `own` words in it."""
    for passage in passages:
        for found in () if passage.is_title else _NEW_NAME.finditer(passage.words):
            if own & families.distinctive(found["name"]):
                yield passage, found


def find_new_name(facts: Facts, passages: Sequence[Passage], number: int) -> list[tuple[int, int]]:
    """Return where the body says that a place will be called after the sponsor of deal `number`."""
    own = families.distinctive(facts.entities[facts.pairs[number].sponsor].name)
    return [
        (passage.start + found.start("name"), passage.start + found.end("name"))
        for passage, found in _new_names(passages, own)
        if _CALLS.match(found.group()) and not _IF.search(passage.words[: found.start()])
    ]


def _is_called_so(passages: Sequence[Passage], place: int) -> bool:
    """Whether a place is named otherwise than as it might be called one day."""
    return any(m.entity == place and not _IF.search(p.words[: m.start]) for p in passages for m in p.mentions)


# "title sponsor of Ladies Day at ⟨the Racecourse⟩": what is held there, where it is no name of the article's
_HELD_AT = re.compile(
    rf"(?:{D}|{G})\s(?:of|for)\s(?:the\s)?(?P<name>[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){{0,4}})\sat\s(?:the\s)?(?P<x>{E})"
)


def _fixture(
    facts: Facts, passages: Sequence[Passage], number: int, giver: int, thing: int | None
) -> Property | None:
    """Return the fixture of a ground that the sponsor is told to be a sponsor of, None where it is none."""
    if EntityKind.VENUE not in (facts.entities[n].kind for n in (giver, thing) if n is not None):
        return None
    for passage in passages:
        for found in () if passage.is_title else _HELD_AT.finditer(passage.text):
            start, end = passage.places[found.start("name")], passage.places[found.end("name")]
            if passage.mention(found["x"]).entity in (giver, thing) and facts.covers(passage, start, end, number):
                return Property(passage.words[start:end], passage.start + start, passage.start + end)
    return None


def _part(facts: Facts, passages: Sequence[Passage], number: int) -> Property | None:
    """Return the part of the holder that a designation is said to be of: "partner of its women's team"."""
    for passage in passages:
        if passage.is_title:
            continue
        if not patterns.holds(_BACKING, patterns.small(passage.text)):
            continue
        for found in (p for pattern in (_PART, *_KINDS, _APPOSED, _RUN_BY) for p in pattern.finditer(passage.text)):
            start, end = passage.places[found.start("name")], passage.places[found.end("name")]
            owners = [
                passage.mention(sign).entity
                for sign in found.group()
                if E[1] <= sign <= E[3] or O[1] <= sign <= O[3]
            ]
            own = facts.family(number)[1] | {facts.pairs[number].sponsor}  # "its": never the sponsor's own
            if any(n >= 0 and n not in own for n in owners) or not facts.covers(passage, start, end, number):
                continue
            return Property(passage.words[start:end], passage.start + start, passage.start + end)
    return None
