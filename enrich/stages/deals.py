"""The sponsorship deals an article reports: who sponsors whom, as what, for how long, and is it news."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from enrich.claims import details, families, news, phases, values
from enrich.claims.evidence import Pair, weigh
from enrich.claims.news import Choice
from enrich.claims.owners import Owners, find_owners
from enrich.claims.passages import Mention, Passage, passages
from enrich.claims.phases import Cue, Phase
from enrich.claims.roles import Designation, role_of
from enrich.findings import Found
from enrich.text import Text
from records.record import Deal, Entity, EventType, Evidence, Party, Role, Status

NEEDS: tuple[str, ...] = ("entities",)
VERSION = 1

# A weight at which a pair is as sure as it can be.
_CERTAIN = 4.0
# How far from the words that tie a pair its cues may stand, in characters.
_REACH = 70
_PLACE_WEIGHTS = {0: 3.0, 1: 2.0, 2: 1.6}
# Announcements' everyday words count for less in a headline than what makes this one particular.
_NEW_IN_TITLE = 1.9
# How well an entity fits one side for its presence to mean that another deal is meant.
_SIDED = 0.85
_LEAD = 2


@dataclass
class Claim:
    """Pairs of one sponsor and one family of holders, on their way to a deal."""

    pairs: list[Pair]
    is_background: bool
    designations: list[tuple[Passage, Designation]] = field(default_factory=list)
    phase: Phase | None = None
    phase_at: Passage | None = None


def find(text: Text, found: Found) -> list[Deal]:
    """Return the deals, the news first, then what the article recalls; every field with the "
    "characters it was read from."""
    entities = found.entities
    if not entities:
        return []
    parts = passages(text, found)
    pairs, fit = weigh(parts, entities, text.body)
    choices = news.choose(pairs, parts, fit)
    claims = _claims(choices, entities)
    joined = [_joined(claim) for claim in claims]
    parties = {party for pair in joined for party in (pair.sponsor, pair.holder)}
    strangers = frozenset(
        n for n in range(len(entities)) if n not in parties and max(fit(n).sponsor, fit(n).holder) >= _SIDED
    )
    owners = find_owners(joined, parts, strangers)
    deals: list[Deal] = []
    for number, claim in enumerate(claims):
        holders = list(dict.fromkeys(pair.holder for pair in claim.pairs))
        giver, thing = families.rights_holder_first(holders, entities, fit)
        deal = _deal(text, parts, entities, owners, number, claim, giver, thing)
        if deal is not None:
            deals.append(deal.model_copy(update={"id": f"d{len(deals) + 1}"}))
    return deals


def _joined(claim: Claim) -> Pair:
    """Return the claim as one pair with all its links."""
    first = claim.pairs[0]
    return Pair(first.sponsor, first.holder, [link for pair in claim.pairs for link in pair.links], first.weight)


def _claims(choices: Sequence[Choice], entities: Sequence[Entity]) -> list[Claim]:
    """Return one claim for each sponsor and family of holders, the news first."""
    claims: list[Claim] = []
    for choice in sorted(choices, key=lambda c: (c.is_background, -c.pair.weight)):
        holder = entities[choice.pair.holder]
        for claim in claims:
            known = entities[claim.pairs[0].holder]
            same = claim.pairs[0].sponsor == choice.pair.sponsor and claim.is_background == choice.is_background
            if same and (families.is_part(holder, known) or families.is_part(known, holder)):
                claim.pairs.append(choice.pair)
                break
        else:
            claims.append(Claim([choice.pair], choice.is_background))
    return claims


def _deal(
    text: Text,
    parts: Sequence[Passage],
    entities: Sequence[Entity],
    owners: Owners,
    number: int,
    claim: Claim,
    giver: int,
    thing: int | None,
) -> Deal | None:
    pair = _joined(claim)
    evidence = _party_evidence("sponsor", pair.sponsor, pair, parts, entities)
    evidence += _party_evidence("rights_holder", giver, pair, parts, entities)
    if thing is not None:
        evidence += _party_evidence("property", thing, pair, parts, entities)
    if not {"sponsor", "rights_holder"} <= {one.field for one in evidence}:
        return None
    designations = _designations(pair, owners, number)
    role, role_evidence = _role(designations, pair, parts)
    phase, phase_evidence = _phase(pair, parts, owners, number, is_background=claim.is_background)
    term, term_evidence = details.find_term(text, parts, owners, number)
    value = values.find_values(parts, owners, number, is_background=claim.is_background)
    exclusive, exclusive_evidence = details.find_exclusive(parts, owners, number)
    territory, territory_evidence = details.find_territory(parts, owners, number, entities)
    editions, edition_evidence = details.find_editions(parts, owners, number)
    confirmation, confirmation_evidence = details.find_confirmation(parts, owners, number)
    words = [designation.words for _, designation in designations]
    return Deal(
        id="d0",
        sponsor=_party(entities[pair.sponsor]),
        rights_holder=_party(entities[giver]),
        property=_party(entities[thing]) if thing is not None else None,
        role=role,
        designations=tuple(dict.fromkeys(words)),
        categories=tuple(dict.fromkeys(c for w in words if (c := category(w)))),
        status=phase.status,
        event_type=phase.event,
        is_background=claim.is_background,
        term=term,
        editions=editions,
        territory=territory,
        value=tuple(value),
        exclusive=exclusive,
        confirmation=confirmation,
        evidence=tuple(
            evidence
            + role_evidence
            + [
                Evidence(field="designations", start=p.start + d.start, end=p.start + d.end)
                for p, d in designations
            ]
            + phase_evidence
            + term_evidence
            + [Evidence(field=_value_field(v.amount, v.min), start=v.start, end=v.end) for v in value]
            + exclusive_evidence
            + territory_evidence
            + edition_evidence
            + confirmation_evidence
        ),
        confidence=round(min(0.99, 0.3 + 0.7 * min(pair.weight, _CERTAIN) / _CERTAIN), 2),
    )


def _value_field(amount: float | None, low: float | None) -> str:
    if amount is not None:
        return "value.amount"
    return "value.min" if low is not None else "value.disclosure"


def _party(entity: Entity) -> Party:
    return Party(entity_id=entity.id, name=entity.name)


def _party_evidence(
    field_name: str, number: int, pair: Pair, parts: Sequence[Passage], entities: Sequence[Entity]
) -> list[Evidence]:
    """Return where the body names the party: in a sentence that ties the pair if one does, in full if it can."""
    entity = entities[number]
    tying = {link.passage.order for link in pair.links}
    ranked: list[tuple[bool, bool, int, Passage, Mention]] = []
    for passage in parts:
        if passage.is_title:
            continue
        for mention in passage.mentions:
            words = passage.words[mention.start : mention.end]
            if mention.entity == number and mention.named and words in (entity.name, *entity.aliases):
                ranked.append((words != entity.name, passage.order not in tying, passage.order, passage, mention))
    if not ranked:
        return []
    *_, passage, mention = min(ranked, key=lambda item: item[:3])
    return [Evidence(field=field_name, start=passage.start + mention.start, end=passage.start + mention.end)]


def _tie(field_name: str, pair: Pair) -> list[Evidence]:
    """Return the words of the body that tie the pair, for a field that nothing shorter says."""
    links = [link for link in pair.links if not link.passage.is_title]
    if not links:
        return []
    link = max(links, key=lambda one: (one.strength, -one.passage.order))
    places = link.passage.places
    start, end = places[link.start], places[min(link.end, len(places) - 1)]
    return [Evidence(field=field_name, start=link.passage.start + start, end=link.passage.start + end)]


def _designations(pair: Pair, owners: Owners, number: int) -> list[tuple[Passage, Designation]]:
    """Return what the sentences that tie the pair call the sponsor, each wording once."""
    found: dict[str, tuple[Passage, Designation]] = {}
    for link in sorted(pair.links, key=lambda one: (one.passage.order, one.start)):
        passage = link.passage
        if passage.is_title:
            continue
        start, end = passage.places[link.start], passage.places[min(link.end, len(passage.places) - 1)]
        for designation in passage.designations:
            near = start - 30 <= designation.start <= end + 90
            if near and len(designation.words) > 8 and owners.of(passage, designation.start) == number:
                found.setdefault(designation.words.casefold(), (passage, designation))
    return list(found.values())


# How telling a role is; the first of these a deal has is its role.
_TELLING: tuple[Role, ...] = (
    Role.NAMING_RIGHTS,
    Role.WORLDWIDE_PARTNER,
    Role.TITLE,
    Role.PRESENTING,
    Role.AMBASSADOR,
    Role.SHIRT_SLEEVE,
    Role.TRAINING_KIT,
    Role.SHIRT_FRONT,
    Role.KIT_SUPPLIER,
    Role.PRINCIPAL,
    Role.FOUNDING_PARTNER,
    Role.BROADCAST_SPONSOR,
    Role.MEDIA_PARTNER,
    Role.HOSPITALITY,
    Role.LICENSEE,
    Role.COMMUNITY,
    Role.REGIONAL_PARTNER,
    Role.OFFICIAL_SUPPLIER,
    Role.OFFICIAL_PARTNER,
    Role.OFFICIAL_SPONSOR,
)
_ROLE_WORDS = re.compile(
    r"naming\srights|rename[ds]?|title\s(?:sponsor\w*|partner\w*|rights)|presented\sby|shirts?\b[^.;]{0,20}(?:deal|sponsor\w*)|"
    r"(?:kit|apparel|boot|clothing|sportswear)\s(?:deal|supplier|contract|partnership|sponsorship)|sleeve|ambassador|endorsement|"
    r"(?:front|back)\sof\s(?:the|their|its)\s(?:shirt|jersey)|sponsor\w*|partner\w*",
    re.IGNORECASE,
)


def _role(
    designations: Sequence[tuple[Passage, Designation]], pair: Pair, parts: Sequence[Passage]
) -> tuple[Role, list[Evidence]]:
    """Return the role of the most telling designation, else of the words of the sentences that tie the pair."""
    options: list[tuple[Role, int, int]] = [
        (d.role, p.start + d.start, p.start + d.end) for p, d in designations if d.role is not Role.OTHER
    ]
    for link in pair.links:
        if options or link.passage.is_title:
            continue
        for found in _ROLE_WORDS.finditer(link.passage.words):
            at = link.passage.start
            options.append((role_of(found.group()), at + found.start(), at + found.end()))
    options = [option for option in options if option[0] is not Role.OTHER]
    if not options:
        return Role.OTHER, _tie("role", pair)
    role, start, end = min(options, key=lambda option: (_TELLING.index(option[0]), option[1]))
    return role, [Evidence(field="role", start=start, end=end)]


_CATEGORY_FRAME = re.compile(
    r"\b(?:official|exclusive|proud|principal|main|primary|lead|title|presenting|headline|global|worldwide|international|regional|national|"
    r"local|founding|premier|platinum|gold|silver|bronze|strategic|and|sole|first|associate|major|top|partners?|sponsors?|suppliers?|"
    r"providers?|sponsorships?|shirts?|kits?|jersey|sleeve|front-of-shirt|back-of-shirt|club|team|brand|ambassadors?|rights|naming|new)\b",
    re.IGNORECASE,
)


def category(words: str) -> str | None:
    """Return the line of business a designation names, in lower case: "official timing partner" is timing."""
    rest = re.sub(r"\s+", " ", _CATEGORY_FRAME.sub(" ", words)).strip(" ,-&’'“”\"")
    return rest.casefold() if 2 < len(rest) <= 50 else None


def _phase(
    pair: Pair, parts: Sequence[Passage], owners: Owners, number: int, *, is_background: bool
) -> tuple[Phase, list[Evidence]]:
    """Return what happened to the deal, as the words beside its parties have it, the headline first."""
    weighted: list[tuple[Cue, float]] = []
    places: dict[tuple[int, int, int], Passage] = {}
    stretches: dict[int, list[tuple[int, int]]] = {}
    by_order = {link.passage.order: link.passage for link in pair.links}
    for link in pair.links:
        passage = link.passage
        start, end = passage.places[link.start], passage.places[min(link.end, len(passage.places) - 1)]
        stretches.setdefault(passage.order, []).append((start - _REACH, end + _REACH))
    if number == 0 and parts and parts[0].is_title:
        by_order[0] = parts[0]
        stretches[0] = [(0, len(parts[0].words))]
    words = []
    for order, spans in sorted(stretches.items()):
        passage = by_order[order]
        words.append(passage.words)
        for cue in phases.find_cues(passage.words):
            if any(start <= cue.start <= end for start, end in spans) and owners.of(passage, cue.start) == number:
                weight = _PLACE_WEIGHTS.get(order, 1.0)
                if order == 0 and cue.event is EventType.NEW:
                    weight = _NEW_IN_TITLE
                weighted.append((cue, weight))
                places[(id(cue), cue.start, cue.end)] = passage
    phase = phases.decide(weighted, " ".join(words))
    if phase.event is EventType.BACKGROUND_MENTION and not is_background and pair.first <= _LEAD:
        phase = Phase(
            EventType.NEW, Status.ANNOUNCED, phase.cue
        )  # a headline that only says "is the sponsor" says so first
    if phase.cue is None:
        return phase, _tie("event_type", pair) + _tie("status", pair)
    passage = places[(id(phase.cue), phase.cue.start, phase.cue.end)]
    if passage.is_title:  # evidence stands in the body: the same event's best cue there
        in_body = [
            (c, w)
            for c, w in weighted
            if c.event is phase.cue.event and not places[(id(c), c.start, c.end)].is_title
        ]
        if not in_body:
            return phase, _tie("event_type", pair) + _tie("status", pair)
        cue = max(in_body, key=lambda item: item[0].weight * item[1])[0]
        passage = places[(id(cue), cue.start, cue.end)]
    else:
        cue = phase.cue
    start, end = passage.start + cue.start, passage.start + cue.end
    return phase, [
        Evidence(field="event_type", start=start, end=end),
        Evidence(field="status", start=start, end=end),
    ]
