"""Texts read for deals with their names given, so that a test is of the deals and not of finding names."""

import re
from datetime import datetime

from enrich.findings import Found
from enrich.stages.deals import find
from enrich.text import Text
from records.record import Deal, Entity, EntityKind, Span

B, R, P, FIRM = EntityKind.BRAND, EntityKind.RIGHTS_HOLDER, EntityKind.PERSON, EntityKind.ORGANIZATION


def deals(
    title: str | None,
    body: str,
    written: datetime | None = None,
    relevance: float | None = None,
    **kinds: EntityKind,
) -> list[Deal]:
    """Read a text, published when `written`, in which the names given (underscores for blanks) are the entities."""
    entities = []
    names = [name.replace("_", " ") for name in kinds]
    for number, (words, kind) in enumerate(zip(names, kinds.values(), strict=True), 1):
        longer = "".join(f"(?!{re.escape(name)})" for name in names if name.startswith(words + " "))
        found = re.finditer(rf"\b{longer}{re.escape(words)}\b", body)
        spans = [Span(start=m.start(), end=m.end()) for m in found]
        entities.append(Entity(id=f"e{number}", kind=kind, name=words, mentions=tuple(spans)))
    so_far = Found()
    so_far.entities = entities
    so_far.relevance = [] if relevance is None else [relevance]
    return find(Text(body, title, (), written), so_far)
