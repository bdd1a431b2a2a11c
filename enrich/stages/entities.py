"""Who and what the article names: people, organisations, brands, rights-holders, events, venues, places."""

from enrich import groups, kinds, names
from enrich.findings import Found
from enrich.groups import Group
from enrich.text import Text
from records.record import Entity, Span

NEEDS: tuple[str, ...] = ()
VERSION = 1
# Less evidence than this and a run of capitals is no name ("Title Sponsor"); in model's guesses.
ENOUGH = 0.9


def find(text: Text, found: Found) -> list[Entity]:
    """Return the entities of the whole document, each with its mentions in order."""
    entities: list[Entity] = []
    for group in groups.find(text.body, names.find(text)):
        kind, strength = kinds.best(group.score)
        if kind is None or strength < ENOUGH:
            continue
        entities.append(_entity(f"e{len(entities) + 1}", group))
    return entities


def _entity(number: str, group: Group) -> Entity:
    kind, _ = kinds.best(group.score)
    assert kind is not None
    forms = dict.fromkeys(" ".join(words) for words in group.joined)
    name = " ".join(group.words)
    return Entity(
        id=number,
        kind=kind,
        name=name,
        aliases=tuple(form for form in forms if form != name),
        mentions=tuple(Span(start=name.start, end=name.end) for name in group.names),
    )
