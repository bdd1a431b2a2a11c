"""Who can be a sponsor and who can be sponsored: what an entity's kind and name alone make likely."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from enrich import casing, knowledge
from enrich.claims import patterns
from enrich.sporting import is_sporting
from records.record import Entity, EntityKind


@dataclass(frozen=True)
class Fitness:
    """How well an entity fits each side of a deal, 0 to 1."""

    sponsor: float
    holder: float


_BY_KIND = {
    EntityKind.BRAND: Fitness(1.0, 0.05),
    EntityKind.ORGANIZATION: Fitness(0.8, 0.45),
    EntityKind.RIGHTS_HOLDER: Fitness(0.1, 1.0),
    EntityKind.EVENT: Fitness(0.05, 0.95),
    EntityKind.VENUE: Fitness(0.05, 0.85),
    EntityKind.PERSON: Fitness(0.12, 0.6),
    EntityKind.PLACE: Fitness(0.1, 0.15),
}
_GUESSED_HOLDER = Fitness(0.3, 0.9)
# In an article on Formula One a maker of cars is as likely its team. (In others' races it only makes the cars.)
_MARQUE = Fitness(0.6, 0.6)
# One that is spoken of as many is: "Moro have signed a driver".
_PLAYING_MARQUE = Fitness(0.3, 0.9)
_RACES = re.compile(r"\b(?:Formula (?:One|1)|F1|Grands? Prix)\b")
# A place that is spoken of as a club or a firm is one.
_CLUB_OF_A_PLACE, _FIRM_OF_A_PLACE = Fitness(0.1, 0.8), Fitness(0.8, 0.2)
# However the sentences read, these do not pay, and neither does a league or club that the knowledge base holds.
_NEVER_PAY = (EntityKind.EVENT, EntityKind.VENUE, EntityKind.PLACE)
_MOST_OF_NEVER = 0.25
_STEP, _MOST = 0.2, 3
_FIRM_SIGNS = 2  # how many signs of trade make a firm of what has a person's name
_NEAR = 45
_STAR = 5  # mentions


# Whoever has a verb in the plural is a team: "Southport have signed". So is a name with an article, which firms
# seldom have: "the Ode Surge". Whoever has a ticker is a firm.
_MANY = re.compile(r"\s(?:have|are|were)\s")
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
_TRADED = re.compile(r"\s\((?:NYSE|NASDAQ|OTC|TSX|LSE|ASX|AIM|BSE|NSE)", re.IGNORECASE)


@cache
def _sign(name: str) -> re.Pattern[str]:
    """Return the expression `knowledge/claims/parties.txt` has under a name, case ignored."""
    return re.compile(patterns.parts("parties")[name], re.IGNORECASE)


def fitness(entity: Entity, body: str, others: Sequence[Entity] = ()) -> Fitness:
    """Return how likely each side is: the entity's kind, the words of its name, what stands beside it and for it.

    `others` are the document's entities: whoever has a captain is no sponsor, and "Ode Tempest" in an article
    from Ode is a team unless its name says that it trades.
    """
    fit = _BY_KIND[entity.kind]
    if entity.kind is EntityKind.RIGHTS_HOLDER and entity.known is None:
        fit = _GUESSED_HOLDER
    if entity.kind is EntityKind.BRAND and entity.known is None and _is_team(entity.name):
        fit = _GUESSED_HOLDER
    near = [(body[max(0, m.start - _NEAR) : m.start], body[m.end : m.end + 2 * _NEAR]) for m in entity.mentions]
    business, sporting = _trades_or_plays(entity.name)
    if entity.kind is EntityKind.ORGANIZATION and not business and not sporting:
        business, sporting = _has_trade(entity.name), _is_team(entity.name)
    if (entity.known is None or sporting) and entity.kind in (EntityKind.ORGANIZATION, EntityKind.PLACE):
        if sporting and not business:
            fit = Fitness(0.3, 0.9)
        elif business and not sporting:
            fit = Fitness(0.95, 0.2)
    if entity.kind is EntityKind.BRAND and _has_team(entity.name):
        many = sum(bool(_MANY.match(after)) for _, after in near)
        fit = _PLAYING_MARQUE if many else _MARQUE if _RACES.search(body) else fit
    if entity.kind is EntityKind.PERSON:
        trades = business and not sporting and entity.title is None and " " in entity.name
        return (
            Fitness(0.9, 0.2)
            if trades
            else _person(entity, body, near, max((len(one.mentions) for one in others), default=1))
        )
    if near and all(
        _HEARS.search(before) or _LEARNS.match(after) or _is_network(entity, before, after)
        for before, after in near
    ):
        return _OUTLET
    lean = _lean(entity, body, near, others, business=business)
    given = entity.kind in (EntityKind.RIGHTS_HOLDER, EntityKind.VENUE) and entity.known is None
    if given and (lean > 0 or business) and not _sign("GROUND").search(entity.name) and (business or not sporting):
        fit = _BY_KIND[EntityKind.ORGANIZATION]
    if entity.kind is EntityKind.PLACE and lean:
        fit = _FIRM_OF_A_PLACE if lean > 0 else _CLUB_OF_A_PLACE
    move = _STEP * max(-_MOST, min(_MOST, lean))
    return Fitness(min(1.0, max(0.02, fit.sponsor + move)), min(1.0, max(0.02, fit.holder - move)))


@lru_cache(maxsize=512)
def _has_team(brand: str) -> bool:
    """Return whether the knowledge base holds a racing team of that name: "Renault" has "Renault F1"."""
    known = (knowledge.base().get(f"{brand} {team}") for team in ("F1", "F1 Team", "Racing"))
    return any(entry is not None and entry.kind is EntityKind.RIGHTS_HOLDER for entry in known)


def _lean(
    entity: Entity, body: str, near: list[tuple[str, str]], others: Sequence[Entity], *, business: bool
) -> int:
    """Return how many things around the names and beside them speak for a sponsor; below 0 for a holder."""
    lean, plays = 0, is_sporting(body)
    for before, after in near:
        lean += bool(_sign("SPONSORBEFORE").search(before)) + bool(_sign("SPONSORAFTER").match(after))
        lean += bool(_sign("MAKERBEFORE").search(before))
        lean -= bool(_sign("HOLDERBEFORE").search(before))
        lean -= bool(_sign("HOLDERAFTER").match(after) or (plays and _sign("THETEAMAFTER").match(after)))
    lean += 2 * any(_TRADER.search(before) for before, _ in near)
    nouns = [body[m.start : m.end] for m in entity.mentions if body[m.start : m.end].islower()]
    lean += min(2, sum(bool(_sign("FIRMNOUN").search(noun)) for noun in nouns))
    lean -= min(2, sum(bool(_sign("CLUBNOUN").search(noun)) for noun in nouns))
    lean -= _MOST * any(_sign("TEAMAFTER").match(after) for _, after in near)
    names = {entity.name, *entity.aliases}
    staff = [one.title for one in others if one.affiliation in names and one.title]
    lean -= 2 * any(_sign("STAFF").search(title) for title in staff)
    if entity.kind is EntityKind.ORGANIZATION and not business:
        places = tuple(one.name.casefold() + " " for one in others if one.kind is EntityKind.PLACE)
        lean -= entity.name.casefold().startswith(places)
    if entity.kind in (EntityKind.ORGANIZATION, EntityKind.PLACE):
        lean -= sum(bool(_MANY.match(after)) for _, after in near)
    if entity.kind is EntityKind.ORGANIZATION and not business:
        named = [before for m, (before, _) in zip(entity.mentions, near, strict=True) if body[m.start].isupper()]
        lean -= 2 * sum(bool(_THE.search(before)) for before in named) > len(named)
    return lean + any(_TRADED.match(after) for _, after in near)


# Who is called so trades, whatever the name: "retailer Ode Cricket".
_TRADER = re.compile(
    r"\b(?:retailer|maker|manufacturer|brewery?|bookmaker|insurer|lender|airline|supplier|company|firm|dealership|"
    r"dealer|agency|builder|housebuilder|contractor|consultancy|bakery|broker|distributor|wholesaler|merchant)s?,?\s$",
    re.IGNORECASE,
)
# Whoever is only ever told things is where they were printed: neither side of a deal.
_OUTLET = Fitness(0.02, 0.02)
_HEARS = re.compile(
    r"\b(?:told|tells|telling|(?:spoke|speaking|talking)\sto|interview\swith|(?:reported|quoted)\s(?:by|in)|seen\sby|according\sto)\s(?:the\s)?$",
    re.IGNORECASE,
)
_LEARNS = re.compile(r"\s(?:can\s(?:\w+\s)?reveal|understands|has\slearn(?:ed|t)|(?:has\sbeen|was)\stold)\b")
# "on Instagram", "her Instagram page": where something was posted.
_ON = re.compile(r"\b(?:on|via|to|through|her|his|their|its|an?)\s$", re.IGNORECASE)
_POSTED = re.compile(
    r"\b(?:post|shar|upload|writ|wrote|tweet|reveal|t[ao]k|announc)\w*\s(?:[\w’'-]+\s){0,4}?(?:on|to|via)\s$",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"(?P<noun>\s(?:posts?|accounts?|pages?|stor(?:y|ies)|influencers?|followers?|following|feed|users?|videos?|stars?|handle|bio|reels?|captions?|"
    r"snaps?|clips?|live|channel|personality|fans)\b)|(?:\s(?:and|or)\s\w+)?[,.:;]"
)


# Those have fans, stars and channels of their own.
_PLAYERS = (EntityKind.RIGHTS_HOLDER, EntityKind.EVENT, EntityKind.VENUE)


def _is_network(entity: Entity, before: str, after: str) -> bool:
    """Whether the words around a name are those around a social network's, which is called by one word."""
    if entity.kind in _PLAYERS or (" " in entity.name and entity.known is None):
        return False
    found = _NETWORK.match(after)
    there = found is not None and (found["noun"] is not None or _ON.search(before) is not None)
    return there or _POSTED.search(before) is not None


_LEGAL = re.compile(r"(?:,?\s(?:Inc|Ltd|Limited|LLC|plc|PLC|Corp|GmbH|N\.A|AG|SA|Co)\.?)+$")
_HEAD_WORD = re.compile(r"([\w’'&-]+)(?=\s(?:of|for)\b)|([\w’'&-]+)(?:\s[’']?\d[\w./-]*)*$")


# What ends the names of makers as well as of teams ("Moro Golf" makes clubs), but for those of a country.
_EITHER = frozenset(("golf", "gaming"))


@lru_cache(maxsize=4096)
def _trades_or_plays(name: str) -> tuple[bool, bool]:
    """Return whether a name is a firm's, and whether it is that of a club, an event or the like.

    The word at its head says what it is: "Bolton Whisky Festival" is a festival, "Bank of the Games" a bank. Only
    where that word says neither does the rest of the name count.
    """
    bare = _LEGAL.sub("", name)
    front, _, last = bare.rpartition(" ")
    if " " in front and last.casefold() in knowledge.words("places"):
        bare = front  # "the Ode Professional League Singapore"
    found = _HEAD_WORD.search(bare)
    if found:
        first, head = bare.partition(" ")[0].casefold(), (found[1] or found[2]).casefold()
        if head in _EITHER and first not in knowledge.words("places") | knowledge.words("demonyms"):
            return False, False
        end = found.end(1) if found[1] else found.end(2)
        plays, trades = (
            max((len(one.group()) for one in _sign(name).finditer(bare) if one.end() == end), default=0)
            for name in ("SPORTING", "BUSINESS")
        )
        if plays != trades:  # of "credit union" and "union" the longer
            return trades > plays, plays > trades
    business = bool(_sign("BUSINESS").search(name))
    return business, bool(_sign("SPORTING").search(_sign("BUSINESS").sub("", name)))


def _has_trade(name: str) -> bool:
    """Return whether a name of several words ends with what a firm trades in: "Ode Tiles"."""
    _, blank, last = _LEGAL.sub("", name).rpartition(" ")
    return bool(blank) and last.casefold() in knowledge.words("trade_words")


def _is_team(name: str) -> bool:
    """Return whether a name ends as a club's, or is a town's and a common word for many: "Denver Sock Puppets"."""
    first, _, rest = name.partition(" ")
    last = rest.rpartition(" ")[2]
    if not last:  # "the Swans"
        return name.casefold() in knowledge.words("club_heads")
    if _has_trade(name):
        return False
    many = last.endswith("s") and not last.endswith("ss") and casing.ordinary(last) > 0
    return last.casefold() in knowledge.words("club_heads") or (
        many and first.casefold() in knowledge.words("places")
    )


def swayed(fit: Fitness, lean: float, entity: Entity) -> Fitness:
    """Return the fitness after the document's sentences leaned to the sponsor's side (above 0) or the other."""
    if fit == _OUTLET:
        return fit
    kind = entity.kind
    never = kind in _NEVER_PAY or (kind is EntityKind.RIGHTS_HOLDER and entity.known is not None)
    pays = _MOST_OF_NEVER if never and fit.sponsor < 0.5 else 1.0
    holds = _MOST_OF_NEVER if kind is EntityKind.PLACE and fit.holder < 0.5 else 1.0
    return Fitness(min(pays, max(0.02, fit.sponsor + lean)), min(holds, max(0.02, fit.holder - lean)))


_HIM_OR_HER = frozenset("he she him her his hers himself herself".split())


def _person(entity: Entity, body: str, near: list[tuple[str, str]], most: int) -> Fitness:
    """Return the fitness of a person: players, drivers and artists are sponsored, officials speak about it."""
    famous = sum(
        bool(_sign("PERSONBEFORE").search(before)) + bool(_sign("PERSONAFTER").match(after))
        for before, after in near
    )
    official = sum(
        bool(_sign("OFFICIALBEFORE").search(before)) + bool(_sign("OFFICIALAFTER").match(after))
        for before, after in near
    )
    official = max(0, official - famous)
    in_charge = entity.title and _sign("JOB").search(entity.title) and not _sign("COACH").search(entity.title)
    official += 2 * bool(in_charge) - bool(entity.title and _sign("ATHLETE").search(entity.title))
    firm = sum(
        bool(_sign("SPONSORBEFORE").search(before)) + bool(_sign("SPONSORAFTER").match(after))
        for before, after in near
    )
    # Whom an article is about is more than a voice in it.
    stars = not official and len(entity.mentions) >= _STAR and 2 * len(entity.mentions) >= most
    holder = 0.5 + 0.15 * min(famous, 3) - 0.2 * min(official, 2) + 0.15 * stars
    is_somebody = any(body[m.start : m.end].lower() in _HIM_OR_HER for m in entity.mentions)
    if firm >= _FIRM_SIGNS and not official and not is_somebody:  # a founder's name: "sponsor Ode Brill"
        return _FIRM_OF_A_PLACE
    if firm and not official and " " not in entity.name and not is_somebody:  # a brand taken for a surname
        return Fitness(min(1.0, 0.4 + 0.2 * firm), 0.2)
    return Fitness(0.12 if official else 0.15, max(0.05, min(0.95, holder)))
