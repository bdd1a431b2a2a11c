"""What is sponsored where it is not its owner: a stadium, a tournament, the women's team, a series of concerts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from enrich.claims import families
from enrich.claims.belonging import THINGS, find_owners_of_things
from enrich.claims.facts import Facts
from enrich.claims.organisers import find_speaker
from enrich.claims.parts import Property, find_part
from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import ENTITY as E
from enrich.claims.passages import GRANT as G
from enrich.claims.passages import Passage
from records.record import Entity, EntityKind, Role

_GROUND = (
    r"(?:Stadium|Arena|Park|Field|Cent(?:er|re)|Gardens?|Ground|Dome|Coliseum|Pavilion|Hall|Theatre|Theater|Oval|Speedway|Bowl|Ballpark|"
    r"Forum|Amphitheat(?:er|re)|Courts?|Stage|Gallery|Wing|Terrace|Lounge|Academy|Raceway|Racecourse|Velodrome|Rink|Stand|Plaza|House|Track|Circuit|Complex)"
)
_NAMING = re.compile(
    r"naming[\s-]rights|\brenam|\brebrand|known\sas|\bcalled\b|name\s(?:on|to)\s(?:the|its|their)|\bnam(?:e|ed|ing)\sthe\s(?:stadium|arena|ground)",
    re.IGNORECASE,
)
_NEW_NAME = re.compile(
    rf"(?:renam\w+\s(?:[\w’'-]+\s){{1,4}}?the(?=\s)|renam\w+|rebrand\w+|re-brand\w+|known|called|be|become|becomes|is|as|to|named|(?:play|plays|playing|games|home)\s(?:in|at|on))\s(?:as\s|to\s)?(?:the\s)?"
    rf"(?P<name>[A-Z][\w’'&.-]*\s(?:[A-Z&][\w’'&.-]*\s){{0,4}}{_GROUND})\b"
)
# "will be called Acme Park", not "to Acme Park"
_CALLS = re.compile(r"(?:renam|re-?brand|known|called|become|named)", re.IGNORECASE)
# "If they call it the Acme Park", it is not called so.
_IF = re.compile(r"\b(?:if|whether|would|could|might)\b[^.;]{0,60}$", re.IGNORECASE)


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
        if owner is None and entities[giver].kind is EntityKind.EVENT:
            owner = find_speaker(facts, passages, number, giver)
        if owner is not None and owner != sponsor:
            return owner, giver
    about = [p for p in passages if not p.is_title and facts.owners.speaks_of(p, number)]
    if thing is not None and entities[thing].kind in THINGS and thing != giver:
        renamed = role is Role.NAMING_RIGHTS and entities[thing].kind is EntityKind.VENUE
        new = _named_after(facts, passages, number, giver, owner_of) if renamed else None
        return giver, new if new is not None else thing
    has_ground = entities[giver].kind is not EntityKind.EVENT
    if not has_ground and (found := _called(passages, entities[sponsor])) is not None:
        return giver, found
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
    if thing in (None, giver) and (part := find_part(facts, passages, number, giver)) is not None:
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
    if (called := _called(passages, sponsor)) is not None:
        return called
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


def _called(passages: Sequence[Passage], sponsor: Entity) -> Property | None:
    """Return the place that the text says is, or will be, called after the sponsor."""
    for passage, found in _new_names(passages, families.distinctive(sponsor.name)):
        return Property(found["name"], passage.start + found.start("name"), passage.start + found.end("name"))
    return None


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
