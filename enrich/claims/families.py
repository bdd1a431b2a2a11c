"""Holders that belong together: a league and its cup, a committee and its Games, a club and its ground, a nation's
team and its union."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from enrich import knowledge
from records.record import Entity, EntityKind

# Words of names that say what something is, not which one.
_PLAIN = frozenset(
    "the of and for at in a an fc afc cf club city town united county athletic athletics rovers "
    "wanderers association federation "
    "league cup open masters championship championships series tour games festival week award awards "
    "marathon race racing grand "
    "prix team football cricket rugby basketball hockey tennis golf cycling esports museum gallery "
    "theatre theater orchestra opera "
    "university college stadium arena park field conference summit tournament classic national "
    "international world european "
    "american british english premier first women women’s women's men men’s men's youth academy group "
    "company channel committee "
    "north south east west new royal great new york los angeles".split()
)


@lru_cache(maxsize=4096)
def distinctive(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others of its sort, case folded, plurals and possessives cut."""
    words = (re.sub(r"['’]s?$|(?<=[a-z]{3})s$", "", word) for word in re.findall(r"[\w’'-]+", name.casefold()))
    return frozenset(word for word in words if word not in _PLAIN and not word.isdigit() and len(word) > 2)


@lru_cache(maxsize=4096)
def _acronym(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\b[A-Z][\w’'-]*", name))


# A nation's team ("England", "England women", "the Ode national side") and what governs a sport there.
_NATIONAL = re.compile(
    r"(?:\s(?:men|women)(?:['’]s)?|\snational|\s(?:football|cricket|rugby|hockey|netball|athletics))*"
    r"(?:\s(?:team|side|squad)s?)?"
)
_GOVERNS = re.compile(
    r"\b(?:federation|association|union|board|council|confederation|football|soccer|cricket|rugby|hockey|netball|"
    r"athletics|basketball|swimming|cycling|gymnastics|olympic)\b"
)


def is_national_team(team: Entity, body: Entity) -> bool:
    """Whether `team` plays for the nation that `body` governs: "England" and "the English Football Association"."""
    name, governing = team.name.casefold(), body.name.casefold()
    if body.kind not in (EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION) or not _GOVERNS.search(governing):
        return False
    for nation, adjective in knowledge.pairs("nations").items():
        called = next((word for word in (nation, adjective) if name.startswith(word)), None)
        if called and (name == nation or (" " in name[len(called) :] and _NATIONAL.fullmatch(name, len(called)))):
            return bool(re.search(rf"\b(?:{nation}|{adjective})\b", governing))
    return False


def is_owned(part: Entity, whole: Entity) -> bool:
    """Whether the knowledge base has one entity as the other's: a federation's cup, a firm's brand."""
    entry = knowledge.base().get(part.known.name) if part.known and whole.known else None
    owner = knowledge.base().get(entry.holder) if entry and entry.holder else None
    return owner is not None and whole.known is not None and owner.id == whole.known.id


def is_part(part: Entity, whole: Entity) -> bool:
    """Whether `part` is a property of `whole`, as their names have it: they share what is distinctive.

    Two clubs of one town share only the town, which is no family: one of the two must be an event, a venue or a
    body whose name holds all that is distinctive in the other's.
    """
    if part.name == whole.name:
        return False
    if len(_acronym(whole.name)) >= 3 and re.search(rf"\b{re.escape(_acronym(whole.name))}\b", part.name):
        return True
    shared, own, other = (
        distinctive(part.name) & distinctive(whole.name),
        distinctive(part.name),
        distinctive(whole.name),
    )
    if not shared:
        return False
    clubs = EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION, EntityKind.PLACE
    if part.kind in clubs and whole.kind in clubs and not (own <= other or other <= own):
        return False
    return part.name.startswith(whole.name) or own == shared or other == shared


def are_kin(one: Entity, other: Entity) -> bool:
    """Whether one of two is the other's, by their names or as is known: its cup, its ground, its nation's team."""
    return any(
        is_part(part, whole) or is_owned(part, whole) or is_national_team(part, whole)
        for part, whole in ((one, other), (other, one))
    )


def is_one_part(part: Entity, whole: Entity) -> bool:
    """Whether one is a part of the other; two clubs of one town are not."""
    clubs = (EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION)
    if part.kind in clubs and whole.kind in clubs:
        words, others = set(part.name.casefold().split()), set(whole.name.casefold().split())
        return is_part(part, whole) and (words <= others or others <= words)
    return is_part(part, whole)


# Bodies give rights; what they own is given away.
_GIVERS = re.compile(
    r"\b(?:committee|federation|association|confederation|council|board|union|league|club|f\.?c|society|university|college|"
    r"commission|authority|organi[sz]ation|trust|foundation|company|museum|gallery)\b",
    re.IGNORECASE,
)
_THINGS = (EntityKind.EVENT, EntityKind.VENUE)


def rights_holder_first(holders: Sequence[int], entities: Sequence[Entity]) -> tuple[int, int | None]:
    """Return who gives the rights and what is sponsored, of the holders of one deal in order of weight.

    An event or a venue alone is both.
    """
    owners = (EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION, EntityKind.PERSON, EntityKind.BRAND)
    bodies = [h for h in holders if entities[h].kind in owners]
    named_so = [h for h in bodies if len(holders) > 1 and _GIVERS.search(entities[h].name)]
    giver = (named_so or bodies or list(holders))[0]
    rest = [h for h in holders if h != giver]
    thing = next((h for h in rest if entities[h].kind in _THINGS), rest[0] if rest else None)
    if thing is None and entities[giver].kind in _THINGS:
        thing = giver
    return giver, thing


def event_of(giver: int, entities: Sequence[Entity], named: Callable[[int], int], least: int = 1) -> int | None:
    """Return the event of the giver that the sentences about the deal name, the most general and most named first.

    `named` counts those sentences for an entity; None where no event reaches `least`.
    """
    events = [
        n
        for n, entity in enumerate(entities)
        if entity.kind is EntityKind.EVENT and is_part(entity, entities[giver]) and named(n) >= least
    ]
    own = distinctive(entities[giver].name)
    return min(events, key=lambda n: (len(distinctive(entities[n].name) - own), -named(n), n), default=None)
