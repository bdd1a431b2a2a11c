"""Firms that an article names only inside what bears their name: "will be known as the Acme Arena"."""

import re
from collections.abc import Iterator, Sequence

from enrich import knowledge
from records.record import Entity, EntityKind, Known

# What stands before a name that something is given.
_GIVEN = re.compile(
    r"\b(?:renam\w+|rebrand\w+|titled|called|named|known\sas|(?:rac|compet|rid|sail|play)\w*\s(?:on\s)?(?:as|under)|becom\w+|became)"
    r"\s(?:as\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_BEFORE = 30  # characters before a name that hold those words


def with_firms(entities: Sequence[Entity], body: str) -> list[Entity]:
    """Return the entities and, without a mention, each known firm that is only named in a new name of another."""
    named = {name for entity in entities for name in (entity.name, *entity.aliases)}
    named |= {entity.known.name for entity in entities if entity.known}
    firms: dict[str, Entity] = {}
    given = (
        body[one.start : one.end]
        for entity in entities
        if entity.kind is not EntityKind.PERSON
        for one in entity.mentions
        if _GIVEN.search(body, max(0, one.start - _BEFORE), one.start)
    )
    for words in given:
        name, entry = next((one for one in _known_in(words) if not {one[0], one[1].name} & named), ("", None))
        if entry is not None:
            known = Known(id=entry.id, name=entry.name)
            firms.setdefault(name, Entity(id=entry.id, kind=EntityKind.BRAND, name=name, known=known, mentions=()))
    return [*entities, *firms.values()]


def _known_in(name: str) -> Iterator[tuple[str, knowledge.Entry]]:
    """Yield the known firms that the first words of a name are, the longest first, then those that the last are."""
    words = name.split()
    parts = [" ".join(words[:end]) for end in range(len(words) - 1, 0, -1)]
    parts += [" ".join(words[start:]) for start in range(1, len(words))]
    for part in parts:
        entry = knowledge.base().get(part)
        if entry is not None and entry.kind is EntityKind.BRAND:
            yield part, entry
