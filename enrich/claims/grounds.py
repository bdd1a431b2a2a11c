"""Grounds and their stands: whose they are to name, where the article also names who plays there."""

import re
from collections.abc import Sequence

from enrich.claims.parties import Fitness
from records.record import Entity, EntityKind

_BODIES = (EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION)
# How much better a body that plays fits the holder's side than the sponsor's.
_PLAYS = 0.3
# What a part of a ground is called.
_STAND = re.compile(r"\s(?:Stand|Grandstand|Terrace|End|Suite|Lounge|Enclosure)$")


def find_grounds(entities: Sequence[Entity], fits: Sequence[Fitness]) -> frozenset[int]:
    """Return the venues of an article that also names whoever plays there: a club, a league, a school."""
    if not _players(entities, fits):
        return frozenset()
    return frozenset(n for n, entity in enumerate(entities) if entity.kind is EntityKind.VENUE)


def find_stands(entities: Sequence[Entity], fits: Sequence[Fitness]) -> dict[int | None, int]:
    """Return, for each part of a ground, the body that sells its name: of those that play, the one named most."""
    stands = [n for n, one in enumerate(entities) if one.kind is EntityKind.VENUE and _STAND.search(one.name)]
    club = max(_players(entities, fits), key=lambda n: (len(entities[n].mentions), -n), default=None)
    return {stand: club for stand in stands if club is not None}


def _players(entities: Sequence[Entity], fits: Sequence[Fitness]) -> list[int]:
    """Return the bodies that rather play than pay."""
    return [
        number
        for number, (entity, fit) in enumerate(zip(entities, fits, strict=True))
        if entity.kind in _BODIES and fit.holder - fit.sponsor >= _PLAYS
    ]
