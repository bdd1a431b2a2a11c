"""Firms in the new names of grounds, events and teams: who is christened the Acme Arena has Acme for a sponsor."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from enrich.claims.links import BESIDE, CHRISTENED, FELLOW, PREDECESSOR, RENAMED, Link
from enrich.claims.passages import ENTITY, Passage
from enrich.claims.talk import speaks
from records.record import Entity, EntityKind

# The cue of a link that only the event's name makes, how strong it is, and those of sponsors whose time is over.
BEARS, _BORNE = "bears", 0.5
_NO_MORE = (BESIDE, PREDECESSOR, FELLOW)
_TITLE = re.compile(r"\b(?:title|titular|naming)[\s-](?:sponsor|partner|rights|deal)", re.IGNORECASE)
_GROUNDS = (EntityKind.VENUE, EntityKind.EVENT)
_BEARERS = (*_GROUNDS, EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION)
_FIRMS = (EntityKind.BRAND, EntityKind.ORGANIZATION)
_ALIKE = 2  # words that two names of one league have in common


def of_firms(links: Iterable[Link], entities: Sequence[Entity]) -> list[Link]:
    """Return the links, what bears a new name made the firm's that is in it, and left out if it is nobody's."""
    result = []
    for link in links:
        bearer = link.sponsor if link.sponsor is not None and link.sponsor >= 0 else None
        named = bearer is not None and entities[bearer].kind in _BEARERS
        same = bearer is not None and bearer == link.holder  # by a name that we know it by
        if link.cue == CHRISTENED or (link.cue == RENAMED and (named or same)):
            firm = _namesake(bearer, link.holder, entities) if bearer is not None and (named or same) else None
            is_firm = link.cue == RENAMED and entities[bearer or 0].kind is EntityKind.ORGANIZATION
            if firm is None and is_firm and not same:
                result.append(link)  # "renamed after Acme"
                continue
            if firm in (None, link.holder):
                continue
            holder = link.holder
            if bearer is not None and holder is not None and holder >= 0 and _takes_part(bearer, holder, entities):
                holder = bearer
            if holder is None or holder < 0 or entities[holder].kind is EntityKind.PLACE:
                holder = _before(bearer or 0, firm or 0, entities)
            link = replace(link, sponsor=firm, holder=holder)
        result.append(link)
    return result


def _takes_part(bearer: int, holder: int, entities: Sequence[Entity]) -> bool:
    """Whether a team is christened, not who or what stands before it: "Ode's Lake Cup team is now Acme Ode"."""
    before = entities[holder].kind in (EntityKind.EVENT, EntityKind.PERSON)
    return before and entities[bearer].kind in (EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION)


def old_names(links: Iterable[Link], entities: Sequence[Entity]) -> dict[int | None, int]:
    """Return, for each ground or event that is a firm's new name for another, that other."""
    names: dict[int | None, int] = {}
    for link in links:
        bearer, holder = link.sponsor, link.holder
        if link.cue not in (CHRISTENED, RENAMED) or bearer is None or holder is None or min(bearer, holder) < 0:
            continue
        kinds = entities[bearer].kind, entities[holder].kind
        if kinds[0] is kinds[1] and kinds[0] in _GROUNDS and _namesake(bearer, holder, entities) is not None:
            names[bearer] = holder
    return names


def named_events(entities: Sequence[Entity], told: Iterable[Link]) -> dict[int, int]:
    """Return, by firm that is told to be a title sponsor, the first event that bears its name: Acme's Acme Open.

    An organiser's event may bear its name, too; a title is what a sponsor pays for.
    """
    payers = {one.sponsor for one in told if one.cue not in _NO_MORE and _TITLE.search(one.passage.words)}
    events: dict[int, int] = {}
    for number, entity in enumerate(entities if payers - {None} else ()):
        firm = _namesake(number, None, entities) if entity.kind is EntityKind.EVENT else None
        if firm in payers and firm is not None:
            events.setdefault(firm, number)
    return events


def find_borne(passages: Sequence[Passage], own: Mapping[int, int]) -> Iterator[Link]:
    """Yield a link where a sentence on sponsorship names the event that bears the name of its title sponsor."""
    firms = {event: firm for firm, event in own.items()}
    for passage in passages if firms else ():
        for place, sign in enumerate(passage.text):
            firm = firms.get(passage.mention(sign).entity) if ENTITY[1] <= sign <= ENTITY[3] else None
            if firm is not None and speaks(passage):
                yield Link(passage, place, place + 1, firm, passage.mention(sign).entity, _BORNE, BEARS)


def _before(bearer: int, firm: int, entities: Sequence[Entity]) -> int:
    """Return what went by another name before it bore this one, else itself.

    That is the first ground or event named, and of clubs and leagues the first whose name has as much in common:
    the Ode Premier Netball of "the Acme Premier Netball League".
    """
    kind = entities[bearer].kind
    others = [n for n, one in enumerate(entities) if one.mentions and n not in (bearer, firm)]
    if kind in _GROUNDS:
        others = [n for n in others if entities[n].kind is kind]
    else:
        own = _words(entities[bearer]) - _words(entities[firm])
        others = [n for n in others if len(own & _words(entities[n])) >= _ALIKE and entities[n].kind in _BEARERS]
    return min(others, key=lambda n: entities[n].mentions[0].start, default=bearer)


def _words(entity: Entity) -> set[str]:
    """Return the words of a name in small letters."""
    return set(entity.name.casefold().split())


def _namesake(bearer: int, holder: int | None, entities: Sequence[Entity]) -> int | None:
    """Return the firm that a ground, an event or a team is named after: Acme, or Acme Tyres, of the Acme Arena.

    Who was in its name before is not whom it is named after now.
    """
    name = entities[bearer].name
    names = (name, *entities[bearer].aliases)
    stem = name.rpartition(" ")[0]
    if any(entity.kind is EntityKind.PLACE and stem in (entity.name, *entity.aliases) for entity in entities):
        return None
    known = holder is None or holder < 0 or holder == bearer  # an old name and a new one of what we know
    before = "" if known else entities[holder or 0].name
    # A sponsor's name goes before the rest of the new one: "the Acme Lake Series".
    order = sorted(range(len(entities)), key=lambda number: not name.startswith(entities[number].name))
    for number in order:
        entity = entities[number]
        own = (entity.name, *entity.aliases)
        if number == bearer or entity.kind not in _FIRMS or any(_holds(before, one) for one in own):
            continue
        if any(_holds(name, one) for name in names for one in own):
            return number
        if entities[bearer].kind in _GROUNDS and stem and any(f"{one} ".startswith(f"{stem} ") for one in own):
            return number
    first = name.partition(" ")[0]  # "the Acme Community Stadium" of Acme Broadband, where nobody else is so called
    alike = [n for n, one in enumerate(entities) if n != bearer and one.name.partition(" ")[0] == first]
    if (
        entities[bearer].kind in _GROUNDS
        and len(alike) == 1
        and entities[alike[0]].kind in _FIRMS
        and first != name
    ):
        return alike[0]
    return None


def _holds(name: str, part: str) -> bool:
    """Whether a name has another in it, as whole words, and more."""
    return part in name and part != name and re.search(rf"(?<![\w’']){re.escape(part)}(?![\w’'])", name) is not None
