"""Texts with names of given kinds, and which of them the turns of phrase tie to each other."""

import re

from enrich.claims.evidence import Pair, weigh
from enrich.claims.links import BESIDE
from enrich.claims.passages import passages
from enrich.claims.paths import PATH
from enrich.text import Text
from records.record import Entity, EntityKind, Span

KINDS = {
    "Quillbank": EntityKind.BRAND,
    "Ostler": EntityKind.BRAND,
    "Penlow": EntityKind.BRAND,
    "Marrow Rovers": EntityKind.RIGHTS_HOLDER,
    "Quillbank Arena": EntityKind.VENUE,
    "Quillbank Market Week": EntityKind.EVENT,
    "Quillbank Kelmore Week": EntityKind.EVENT,
    "Denby Arena": EntityKind.VENUE,
    "Kelmore Fair": EntityKind.EVENT,
    "Mira Solbakken": EntityKind.PERSON,
    "Tom Ode": EntityKind.PERSON,
    "Denby": EntityKind.PLACE,
}
BANK_AND_CLUB, BANK_AND_FAIR = ("Quillbank", "Marrow Rovers"), ("Quillbank", "Kelmore Fair")
OSTLER_AND_STAR = ("Ostler", "Mira Solbakken")


def pairs(body: str) -> tuple[list[Entity], list[Pair]]:
    """Return the entities a text names and the pairs that its turns of phrase tie."""
    entities = []
    for name, kind in KINDS.items():
        spans = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(rf"{name}(?! Arena)", body))
        if spans:
            entities.append(Entity(id=name, kind=kind, name=name, mentions=spans))
    text = Text(body, None, (), None)
    return entities, weigh(text, passages(text, entities), entities).told


def ties(body: str) -> set[tuple[str, str]]:
    """Return the sponsor and holder of each pair that grammar ties."""
    entities, found = pairs(body)
    return {
        (entities[pair.sponsor].name, entities[pair.holder].name)
        for pair in found
        if any(link.cue not in (BESIDE, PATH) for link in pair.links)
    }
