"""Short names of a party: "Merlion" for Merlion Rice, "Lumberjacks" for the Lakehead Lumberjacks."""

from collections.abc import Sequence

from enrich.claims.parties import fitness
from records.record import Entity, EntityKind

# A form that opens the article and is used this many times for each use of a longer one is the party's name in it.
_TIMES = 2
# A place that the text treats as a club this surely may be the club's short name.
_CLUB = 0.7
_NAMES_OF_OTHERS = (EntityKind.PERSON, EntityKind.EVENT, EntityKind.VENUE)


def join_short_names(entities: Sequence[Entity], body: str) -> list[Entity]:
    """Return the entities, each that is the first or last words of exactly one other's name joined to it.

    The full name comes first: a longer name that follows is somebody else, a parent or a product.
    """
    longer = {number: _longer(entity, entities, body) for number, entity in enumerate(entities)}
    joined: list[Entity] = []
    for number, entity in enumerate(entities):
        if longer[number] is not None:
            continue
        shorter = [entities[n] for n, target in longer.items() if target == number]
        if not shorter:
            joined.append(entity)
            continue
        aliases = dict.fromkeys(name for one in (entity, *shorter) for name in (one.name, *one.aliases))
        mentions = sorted({m for one in (entity, *shorter) for m in one.mentions}, key=lambda m: m.start)
        joined.append(
            entity.model_copy(
                update={
                    "aliases": tuple(name for name in aliases if name != entity.name),
                    "mentions": tuple(mentions),
                }
            )
        )
    return joined


def _longer(short: Entity, entities: Sequence[Entity], body: str) -> int | None:
    """Return the number of the only entity whose name begins or ends with this one's, None without exactly one."""
    if short.kind in _NAMES_OF_OTHERS or len(short.name) < 4:
        return None
    if short.kind is EntityKind.PLACE and fitness(short, body).holder < _CLUB:
        return None
    found = [
        number
        for number, other in enumerate(entities)
        if other.kind not in (EntityKind.PERSON, EntityKind.VENUE, EntityKind.PLACE, EntityKind.EVENT)
        and other.mentions
        and short.mentions
        and other.mentions[0].start < short.mentions[0].start
        and (other.name.startswith(short.name + " ") or other.name.endswith(" " + short.name))
    ]
    return found[0] if len(found) == 1 else None


def name_in(entity: Entity, body: str) -> str:
    """Return what the article calls a party: its fullest name, unless that only comes up later and hardly at all.

    "Tarnford Rovers" throughout and once, in a quotation, "Tarnford Rovers Football Club" is Tarnford Rovers.
    """
    forms = [body[m.start : m.end] for m in entity.mentions]
    first = next((form for form in forms if form == entity.name or form in entity.aliases), entity.name)
    part = first != entity.name and first in entity.name and not first.isupper()
    rare = forms.count(first) >= _TIMES * max(1, forms.count(entity.name))
    return first if part and rare and entity.kind is not EntityKind.PERSON else entity.name
