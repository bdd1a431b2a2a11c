"""Holders that belong together: a league and its cup, a committee and its Games, a club and its ground."""

import re
from collections.abc import Callable, Sequence

from enrich.claims.parties import Fitness
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


def distinctive(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others of its sort, case folded, plurals and possessives cut."""
    words = (re.sub(r"['’]s?$|(?<=[a-z]{3})s$", "", word) for word in re.findall(r"[\w’'-]+", name.casefold()))
    return frozenset(word for word in words if word not in _PLAIN and not word.isdigit() and len(word) > 2)


def _acronym(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\b[A-Z][\w’'-]*", name))


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


def rights_holder_first(
    holders: Sequence[int], entities: Sequence[Entity], fit: Callable[[int], Fitness]
) -> tuple[int, int | None]:
    """Return who gives the rights and what is sponsored, of the holders of one deal in order of weight."""
    owners = (EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION, EntityKind.PERSON, EntityKind.BRAND)
    giver = next((h for h in holders if entities[h].kind in owners), holders[0])
    thing = next((h for h in holders if h != giver), None)
    if thing is None and entities[giver].kind in (EntityKind.EVENT, EntityKind.VENUE):
        thing = giver
    return giver, thing
