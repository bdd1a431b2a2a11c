"""The names that a text has, with their kinds, as the tests of the names compare them."""

from enrich.findings import Found
from enrich.stages import entities
from enrich.text import Text


def named(body: str) -> list[str]:
    """Return "kind: name" of each entity of a text, in order."""
    found = entities.find(Text(body, None, (), None), Found())
    return [f"{entity.kind.value}: {entity.name}" for entity in found]
