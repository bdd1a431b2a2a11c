"""Which roles can be one deal: outlets call one contract "partner", "sponsor" and "front of shirt"."""

from collections import Counter
from collections.abc import Iterable

from records.record import Role

# What is sold as a thing of its own: the same sponsor may buy two of them from the same club.
_OWN = {
    Role.NAMING_RIGHTS: "name",
    Role.KIT_SUPPLIER: "kit",
    Role.SHIRT_FRONT: "front",
    Role.SHIRT_SLEEVE: "sleeve",
    Role.TRAINING_KIT: "training",
    Role.AMBASSADOR: "ambassador",
    Role.BROADCAST_SPONSOR: "broadcast",
    Role.MEDIA_PARTNER: "media",
    Role.LICENSEE: "licence",
    Role.HOSPITALITY: "hospitality",
    Role.COMMUNITY: "community",
}
# Words that outlets use for each other: the main sponsor of a club is on the front of its shirt.
_ALSO = {
    "front": frozenset({Role.TITLE, Role.PRINCIPAL}),
    "kit": frozenset({Role.OFFICIAL_SUPPLIER, Role.LICENSEE}),
    "licence": frozenset({Role.KIT_SUPPLIER, Role.OFFICIAL_SUPPLIER}),
    "name": frozenset({Role.TITLE, Role.PRESENTING}),
    # An athlete's brand is worn and spoken for.
    "ambassador": frozenset({Role.KIT_SUPPLIER}),
}
# Levels of the same ladder; anything below is a kind of partner or sponsor without a rung named.
_RUNGS = frozenset({Role.TITLE, Role.PRESENTING, Role.PRINCIPAL, Role.WORLDWIDE_PARTNER, Role.REGIONAL_PARTNER})
_ORDER = {role: place for place, role in enumerate(Role)}
# Roles that only one sponsor of a property holds at a time; a successor ends the predecessor.
EXCLUSIVE = frozenset(
    {Role.NAMING_RIGHTS, Role.TITLE, Role.PRINCIPAL, Role.KIT_SUPPLIER, Role.SHIRT_FRONT, Role.SHIRT_SLEEVE}
    | {Role.TRAINING_KIT, Role.PRESENTING}
)


def compatible(one: Role, other: Role) -> bool:
    """Return whether two articles may mean one contract by these roles."""
    mine, theirs = _OWN.get(one), _OWN.get(other)
    if mine is None and theirs is None:
        return True
    if mine is not None and theirs is not None:
        return mine == theirs or other in _ALSO.get(mine, ()) or one in _ALSO.get(theirs, ())
    own, general = (mine, other) if mine is not None else (theirs, one)
    return general not in _RUNGS or general in _ALSO.get(own or "", ())


def is_general(role: Role) -> bool:
    """Return whether the role names neither an asset nor a rung: "partner", "sponsor"."""
    return role not in _OWN and role not in _RUNGS


def resolved(roles: Iterable[Role]) -> Role:
    """Return the role most claims give, a specific one before a general one; vocabulary order breaks ties."""
    counted = Counter(roles)
    specific = {role: count for role, count in counted.items() if not is_general(role)} or counted
    named = {role: count for role, count in specific.items() if role is not Role.OTHER} or specific
    return min(named, key=lambda role: (-named[role], _ORDER[role]))


def ordered(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Return each role once, in the order of the vocabulary."""
    return tuple(sorted(set(roles), key=_ORDER.__getitem__))
