"""Short names of a party: "Merlion" for Merlion Rice, "Lumberjacks" for the Lakehead Lumberjacks."""

import re
from collections.abc import Sequence

from enrich import knowledge
from enrich.claims.parties import fitness
from records.record import Entity, EntityKind, Span

# A form that opens the article and is used this many times for each use of a longer one is the party's name in it.
_TIMES, _OFTEN = 2, 5
# A place that the text treats as a club this surely may be the club's short name.
_CLUB = 0.7
_FIRMS = (EntityKind.BRAND, EntityKind.ORGANIZATION)
_COUNTRIES = frozenset(("uk", "us", "usa", "uae"))
_NAMES_OF_OTHERS = (EntityKind.PERSON, EntityKind.EVENT, EntityKind.VENUE)


def join_short_names(entities: Sequence[Entity], body: str) -> list[Entity]:
    """Return the entities, each that is the first or last words of exactly one other's name joined to it.

    The full name comes first: a longer name that follows is somebody else, a parent or a product.
    """
    entities = _with_last_words(entities, body)
    longer = {number: _longer(entity, entities, body) for number, entity in enumerate(entities)}
    longer |= _by_sponsors(entities) | _branches(entities, body)
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


_LAST_WORDS = re.compile(
    r"^(?:United|City|Town|Rovers|Albion|Rangers|Athletic|County|Wanderers|Villa|Hotspur|Forest|Palace|Wednesday|Thistle|Orient|"
    r"Argyle|Celtic|[A-Z][a-z]{3,}s)$"
)

_SHORT_NAMED = (EntityKind.RIGHTS_HOLDER, EntityKind.EVENT)
_NAME_BEFORE = re.compile(r"\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s)[A-Z][\w’'-]*\s$")


def _with_last_words(entities: Sequence[Entity], body: str) -> list[Entity]:
    """Return the entities, the last word alone of a club ("United") or an event ("the Cup") among its mentions.

    Only where nobody else's name ends so.
    """
    taken = {place for entity in entities for m in entity.mentions for place in range(m.start, m.end)}
    lasts = [entity.name.split()[-1] if entity.kind in _SHORT_NAMED else "" for entity in entities]
    called = [one.name for one in entities if one.kind in _SHORT_NAMED]
    result = []
    for entity, last in zip(entities, lasts, strict=True):
        # "The Games" may be any; "the Cup" is the one that is told of.
        one = not last.endswith("s") and last.casefold() in knowledge.words("event_heads")
        of_event = entity.kind is EntityKind.EVENT and one
        before = r"(?<=[Tt]he )" if of_event else r"(?<![\w-])"
        alone = (
            [
                Span(start=found.start(), end=found.end())
                for found in re.finditer(rf"{before}{re.escape(last)}(?![\w-]|\s[A-Z])", body)
                if found.start() not in taken
                and (of_event or not _NAME_BEFORE.search(body[max(0, found.start() - 20) : found.start()]))
            ]
            if " " in entity.name and _is_alone(entity.name, called) and (of_event or _LAST_WORDS.match(last))
            else []
        )
        if alone:
            mentions = tuple(sorted((*entity.mentions, *alone), key=lambda m: m.start))
            # "The Cup" is what an event is called for short, and no name to show.
            aliases = entity.aliases if of_event else tuple(dict.fromkeys((*entity.aliases, last)))
            entity = entity.model_copy(update={"mentions": mentions, "aliases": aliases})
        result.append(entity)
    return result


def _is_alone(name: str, names: Sequence[str]) -> bool:
    """Whether no other of the names ends with the same word, but for the same one with a sponsor before it."""
    last = name.rpartition(" ")[2]
    others = [one for one in names if one != name and one.rpartition(" ")[2] == last]
    return all(one.endswith(f" {name}") for one in others)


def _by_sponsors(entities: Sequence[Entity]) -> dict[int, int]:
    """Return, for an event named with its sponsor ("the Acme Ode Marathon"), the event: "the Ode Marathon"."""
    firms = {form for one in entities if one.kind in _FIRMS for form in (one.name, *one.aliases)}
    firms |= {f"{form.replace(' ', '')}.com" for form in firms}
    events = {one.name: number for number, one in enumerate(entities) if one.kind is EntityKind.EVENT}
    same = {}
    for name, number in events.items():
        words = name.split()
        for cut in range(1, len(words) - 1):
            shorter = events.get(" ".join(words[cut:]))
            if shorter is not None and " ".join(words[:cut]) in firms:
                same[number] = shorter
    return same


def _branches(entities: Sequence[Entity], body: str) -> dict[int, int]:
    """Return, for a firm, its only branch in a country ("Acme USA"), whichever the article names first."""
    firms = {one.name: number for number, one in enumerate(entities) if one.kind in _FIRMS}
    found: dict[int, list[int]] = {}
    for name, number in firms.items():
        firm, _, country = name.rpartition(" ")
        if firm in firms and country.casefold() in knowledge.words("places") | _COUNTRIES:
            fit = fitness(entities[firms[firm]], body)
            if fit.sponsor > fit.holder:
                found.setdefault(firms[firm], []).append(number)
    return {firm: branches[0] for firm, branches in found.items() if len(branches) == 1}


def _letters(name: str) -> str:
    """Return an acronym without its year: "ABS2031" is ABS."""
    return re.sub(r"[\d\s’'.-]", "", name) if name[:3].isupper() else name


def _initials(name: str) -> str:
    """Return the initials of the capitalised words of a name of three or more; empty for a shorter one."""
    initials = "".join(word[0] for word in re.findall(r"\b[A-Z][\w’'-]*", name))
    return initials if len(initials) >= 3 else ""


def _longer(short: Entity, entities: Sequence[Entity], body: str) -> int | None:
    """Return the number of the only entity whose name begins or ends with this one's, None without exactly one.

    The longer comes first, but for a town's club: "a Brill team has a sponsor", and then "Brill Rovers".
    """
    if short.kind in _NAMES_OF_OTHERS or len(short.name) < 4:
        return None
    if short.kind is EntityKind.PLACE and fitness(short, body).holder < _CLUB:
        return None
    town = short.kind is EntityKind.PLACE
    found = [
        number
        for number, other in enumerate(entities)
        if (other.kind not in _NAMES_OF_OTHERS or _letters(short.name) == _initials(other.name))
        and other.kind is not EntityKind.PLACE
        and (short.known is None or other.known is not None)  # whom all know is no short name of a branch or a ware
        and other.mentions
        and short.mentions
        and not _backs_its_team(short, other, body)
        and (town or other.mentions[0].start <= short.mentions[0].start)
        and (
            other.name.startswith(short.name + " ")
            or (other.name.endswith(" " + short.name) and not town)
            or _letters(short.name) == _initials(other.name)
        )
    ]
    return found[0] if len(found) == 1 else None


_BACKS = re.compile(r"\b(?:sponsor\w*|partners?|backers?|backing|owners?)\b", re.IGNORECASE)
_BESIDE = 50


def _backs_its_team(short: Entity, other: Entity, body: str) -> bool:
    """Whether a name is that of the firm that a team is called after: "Acme ends its sponsorship of Team Acme"."""
    if other.name != f"Team {short.name}":
        return False
    around = (body[max(0, m.start - _BESIDE) : m.end + _BESIDE] for m in short.mentions)
    return any(_BACKS.search(words) for words in around)


def name_in(entity: Entity, body: str) -> str:
    """Return what the article calls a party: its fullest name, unless that only comes up later and hardly at all.

    "Tarnford Rovers" throughout and once, in a quotation, "Tarnford Rovers Football Club" is Tarnford Rovers.
    """
    forms = [body[m.start : m.end] for m in entity.mentions]
    first = next((form for form in forms if form == entity.name or form in entity.aliases), entity.name)
    part = first != entity.name and first in entity.name
    full = max(1, forms.count(entity.name))
    rare = forms.count(first) >= _TIMES * full or (full == 1 and len(forms) >= _OFTEN)
    if first.isupper() and " " not in first:  # an acronym is what a name is shortened to
        rare = forms.count(first) >= _OFTEN * full
    return first if part and rare and entity.kind is not EntityKind.PERSON else entity.name
