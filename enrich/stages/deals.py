"""The sponsorship deals an article reports: who sponsors whom, as what, for how long, and is it news."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from enrich.claims import beginnings, chances, details, digests, families, makers, news, rights, values
from enrich.claims.aliases import join_short_names, name_in
from enrich.claims.bearers import with_firms
from enrich.claims.belonging import find_owners_of_things
from enrich.claims.designations import categories, find_designated, find_role, granted
from enrich.claims.events import find_phase
from enrich.claims.evidence import Pair, weigh
from enrich.claims.facts import Facts
from enrich.claims.money import Sum
from enrich.claims.news import Choice
from enrich.claims.organisers import find_organisers
from enrich.claims.owners import Owners, find_owners
from enrich.claims.parts import Property
from enrich.claims.passages import Passage, passages
from enrich.claims.phases import Phase
from enrich.claims.properties import find_property
from enrich.claims.spans import find_name
from enrich.claims.story import with_story
from enrich.claims.telling import find_confirmation
from enrich.claims.terms import Reading
from enrich.findings import Found
from enrich.text import Text
from records.record import ENDING, Deal, Entity, EntityKind, EventType, Evidence, Party, Quote, Span

NEEDS: tuple[str, ...] = ("entities", "quotes")
VERSION = 8

# A weight at which a pair is as sure as it can be.
_CERTAIN = 4.0
# How well an entity fits one side for its presence to mean that another deal is meant.
_SIDED = 0.85
# Who sells the name of a ground.
_SELLERS = (EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION)


@dataclass(frozen=True)
class Claim:
    """Pairs of one sponsor and one family of holders, on their way to a deal."""

    pairs: list[Pair]
    is_background: bool


@dataclass(frozen=True)
class Told:
    """What the article tells, read once for all its deals when first asked for."""

    text: Text
    passages: list[Passage]
    quotes: Sequence[Quote]

    @cached_property
    def readings(self) -> Mapping[int, list[Reading]]:
        """The lengths and dates by the order of their passage."""
        return details.find_readings(self.text, self.passages)

    @cached_property
    def sums(self) -> Mapping[int, list[Sum]]:
        """The sums of money by the order of their passage."""
        return values.find_all_sums(self.passages)

    def spans(self) -> list[Span]:
        """Return the sentences that hold one of these, which the deals will need parsed."""
        told = {*self.readings, *self.sums}
        return [part.span for part in self.passages if part.order in told and not part.is_title]


def find(text: Text, found: Found) -> list[Deal]:
    """Return the deals, the news first, then what is only recalled; each field with the words it was read from."""
    if not found.entities:
        return []
    entities = with_firms(join_short_names(found.entities, text.body), text.body)
    parts = passages(text, entities)
    told = Told(text, parts, found.quotes)
    weighed = weigh(text, parts, entities, told.spans)
    relevance = found.relevance[0] if found.relevance else 1.0
    choices = digests.choose(text, parts, entities, relevance) or chances.choose(
        weighed, parts, entities, relevance
    )
    choices = with_story(choices, weighed, parts, entities, relevance)
    pairs = [(choice.pair.sponsor, choice.pair.holder) for choice in choices]
    run_by = find_organisers(parts, entities, pairs)
    owner_of = run_by | find_owners_of_things(parts, entities)
    claims = _claims(choices, entities, owner_of)
    if not claims:
        return []
    lesser = _makers(claims, entities, text.body)
    claims = [claim for claim in claims if claim not in lesser]
    joined = [_joined(claim) for claim in claims]
    if not _is_told(joined, claims, parts):
        claims = [replace(claim, is_background=True) for claim in claims]
    parties = {party for pair in joined for party in (pair.sponsor, pair.holder)}
    parties |= {claim.pairs[0].sponsor for claim in lesser}
    strangers = frozenset(
        n
        for n in range(len(entities))
        if n not in parties and max(weighed.fit(n).sponsor, weighed.fit(n).holder) >= _SIDED
    )
    recalled = [claim.is_background for claim in claims]
    owners = find_owners(joined, parts, strangers, recalled)
    phases = [
        find_phase(pair, parts, owners, number, is_background=claims[number].is_background)
        for number, pair in enumerate(joined)
    ]
    # Where a deal begins, "the current deal" is the one before it.
    starts = [phase.event in beginnings.EVENTS for phase, _ in phases]
    ends = [phase.event in ENDING for phase, _ in phases]
    facts = Facts(text, owners, joined, entities, weighed.fit, recalled, starts, ends, owner_of)
    text.parse(told.spans())
    deals: list[Deal] = []
    for number, claim in enumerate(claims):
        # A headline's short form ("GAA") is of the body that the article goes on to name ("Moro GAA").
        ranked = sorted(claim.pairs, key=lambda pair: all(link.passage.is_title for link in pair.links))
        holders = list(dict.fromkeys(pair.holder for pair in ranked))
        giver, thing = families.rights_holder_first(holders, entities)
        if thing is not None and owner_of.get(giver) == thing:
            giver, thing = thing, giver
        if thing is None or entities[thing].kind not in (EntityKind.EVENT, EntityKind.VENUE):
            # Another part of the giver is what is sponsored only where the surest reading says so.
            told_so = thing is not None and (thing == holders[0] or run_by.get(thing) == giver)
            named = thing if told_so else None
            event = _event(giver, entities, owners, number, parts)
            thing = named if event is None else event
        deal = _deal(told, facts, number, claim, giver, thing, *phases[number])
        if deal is None or any(_is_same(deal, one) for one in deals):
            continue
        twin = next((n for n, one in enumerate(deals) if _is_of_one_thing(deal, one)), None)
        if twin is None:
            deals.append(deal.model_copy(update={"id": f"d{len(deals) + 1}"}))
        else:
            deals[twin] = _completed(deals[twin], deal)
    return deals


def _is_told(joined: Sequence[Pair], claims: Sequence[Claim], parts: Sequence[Passage]) -> bool:
    """Whether some deal weighs enough to be the news, or is all that a club presents its sponsors by."""
    told = [pair for pair, claim in zip(joined, claims, strict=True) if not claim.is_background]
    sure = any(pair.weight >= news.FIRM for pair in told)
    return sure or bool(news.presenters(parts) & {pair.holder for pair in told})


def _is_same(one: Deal, other: Deal) -> bool:
    """Whether two readings came out as one deal: with the club, and with the ground that is the club's."""
    return (one.sponsor, one.rights_holder, one.property) == (other.sponsor, other.rights_holder, other.property)


def _is_of_one_thing(one: Deal, other: Deal) -> bool:
    """Whether one sponsor has one thing of two holders: one deal, told with its owner and its organiser."""
    told_alike = one.is_background == other.is_background and one.sponsor == other.sponsor
    return told_alike and one.property is not None and one.property == other.property


def _completed(deal: Deal, other: Deal) -> Deal:
    """Return the deal with what only the other reading of it tells of its term and its value."""
    fields = {name: getattr(other.term, name) for name in ("start", "end", "years") if getattr(other.term, name)}
    lacking = {name: said for name, said in fields.items() if getattr(deal.term, name) is None}
    if "end" in lacking:
        lacking.update(precision=other.term.precision, basis=other.term.basis)
    value = deal.value or other.value
    moved = {f"term.{name}" for name in lacking}
    evidence = [one for one in other.evidence if one.field in moved]
    if not deal.value:
        evidence += [one for one in other.evidence if one.field.startswith("value.")]
    return deal.model_copy(
        update={
            "term": deal.term.model_copy(update=lacking),
            "value": value,
            "evidence": (*deal.evidence, *evidence),
        }
    )


def _event(
    giver: int, entities: Sequence[Entity], owners: Owners, number: int, parts: Sequence[Passage]
) -> int | None:
    """Return the giver's event that the sentences about the deal name, None where they name none."""

    def named(event: int) -> int:
        return sum(
            any(mention.entity == event for mention in passage.mentions)
            for passage in parts
            if not passage.is_title and owners.speaks_of(passage, number)
        )

    return families.event_of(giver, entities, named)


def _joined(claim: Claim) -> Pair:
    """Return the claim as one pair with all its links."""
    first = claim.pairs[0]
    return Pair(first.sponsor, first.holder, [link for pair in claim.pairs for link in pair.links], first.weight)


def _claims(choices: Sequence[Choice], entities: Sequence[Entity], owner_of: Mapping[int, int]) -> list[Claim]:
    """Return one claim for each sponsor and family of holders, the news first; what belongs to it goes with it.

    A family is of one name ("Rovers", "Rovers Women") or, as the article says, an owner and what it owns.
    """
    claims: list[Claim] = []
    for choice in sorted(choices, key=lambda c: (c.is_background, -c.pair.weight)):
        holder = entities[choice.pair.holder]
        for claim in claims:
            first = claim.pairs[0].holder
            known = entities[first]
            owned = owner_of.get(choice.pair.holder) == first or owner_of.get(first) == choice.pair.holder
            same = claim.pairs[0].sponsor == choice.pair.sponsor
            if same and (owned or families.are_kin(holder, known)):
                claim.pairs.append(choice.pair)
                break
        else:
            claims.append(Claim([choice.pair], choice.is_background))
    return _with_grounds(claims, entities)


def _makers(claims: Sequence[Claim], entities: Sequence[Entity], body: str) -> list[Claim]:
    """Return the claims that another one tells better: of a firm beside its brand, or of a brand beside its firm.

    "Acme has signed with Rovers, whose official beer its Lumo will be" is one deal.
    """
    lighter: list[Claim] = []
    for n, claim in enumerate(claims):
        for other in claims[n + 1 :]:
            one, two = entities[claim.pairs[0].sponsor], entities[other.pairs[0].sponsor]
            alike = claim.is_background == other.is_background and claim.pairs[0].holder == other.pairs[0].holder
            if alike and (makers.is_of(one, two, body) or makers.is_of(two, one, body)):
                lighter.append(min(other, claim, key=lambda each: each.pairs[0].weight))
    return lighter


def _with_grounds(claims: list[Claim], entities: Sequence[Entity]) -> list[Claim]:
    """Return the claims, a sponsor's ground or own event as a part of its claim with the only body it backs beside.

    Who sells a ground's name is told in one sentence and how the ground will be called in another. What bears the
    sponsor's name is told beside its organiser: "Acme and the Tour are to extend the Acme Open".
    """
    left = list(claims)
    for claim in claims:
        alike = [c for c in left if c.pairs[0].sponsor == claim.pairs[0].sponsor and not c.is_background]
        things = [c for c in alike if all(entities[pair.holder].kind is EntityKind.VENUE for pair in c.pairs)]
        owners = [c for c in alike if entities[c.pairs[0].holder].kind in _SELLERS]
        if claim not in things:
            things = [c for c in alike if _bears_its_name(c, entities)]
            owners = [c for c in alike if c not in things and _are_told_together(c, claim)]
        elif not owners and _bears_its_name(claim, entities):
            owners = [c for c in alike if c not in things and _are_told_together(c, claim)]
        if claim in things and len(things) == len(owners) == 1:
            owners[0].pairs.extend(claim.pairs)
            left.remove(claim)
    return left


def _bears_its_name(claim: Claim, entities: Sequence[Entity]) -> bool:
    """Whether a claim is of an event or a ground that is called after its sponsor."""
    own = families.distinctive(entities[claim.pairs[0].sponsor].name)
    return all(
        entities[pair.holder].kind in (EntityKind.EVENT, EntityKind.VENUE)
        and own & families.distinctive(entities[pair.holder].name)
        for pair in claim.pairs
    )


def _are_told_together(claim: Claim, other: Claim) -> bool:
    """Whether one sentence of the body, or one and the next, tie the pairs of two claims."""
    first, second = (
        {link.passage.order for pair in one.pairs for link in pair.links if not link.passage.is_title}
        for one in (claim, other)
    )
    return any(abs(order - beside) <= 1 for order in first for beside in second)


def _deal(
    told: Told,
    facts: Facts,
    number: int,
    claim: Claim,
    giver: int,
    thing: int | None,
    phase: Phase,
    phase_evidence: list[Evidence],
) -> Deal | None:
    pair, owners, parts, entities, text = (
        facts.pairs[number],
        facts.owners,
        told.passages,
        facts.entities,
        facts.text,
    )
    designations = find_designated(parts, facts, number)
    role, role_evidence = find_role(designations, facts, parts, number)
    giver, sponsored = find_property(facts, parts, number, giver, thing, role)
    evidence = find_name("sponsor", pair.sponsor, pair, parts, entities[pair.sponsor], text)
    evidence += find_name("rights_holder", giver, pair, parts, entities[giver], text)
    if isinstance(sponsored, Property):
        evidence.append(Evidence(field="property", start=sponsored.start, end=sponsored.end))
    elif sponsored is not None:
        evidence += find_name("property", sponsored, pair, parts, entities[sponsored], text)
    if not {"sponsor", "rights_holder"} <= {one.field for one in evidence}:
        return None
    term, term_evidence = details.find_term(text, parts, told.readings, facts, number)
    rumour = phase.event in (EventType.RUMOUR, EventType.DENIAL)
    value = values.find_values(parts, told.sums, facts, number, is_background=claim.is_background, is_rumour=rumour)
    exclusive, exclusive_evidence = rights.find_exclusive(parts, facts, number)
    territory, territory_evidence = rights.find_territory(parts, owners, number, entities)
    editions, edition_evidence = rights.find_editions(parts, facts, number)
    confirmation, confirmation_evidence = find_confirmation(parts, told.quotes, facts, number, phase.event)
    titles = granted(designations)
    names = [entities[n].name for n in {pair.sponsor, giver, *(h.holder for h in claim.pairs)}]
    return Deal(
        id="d0",
        sponsor=_party(entities[pair.sponsor], text),
        rights_holder=_party(entities[giver], text),
        property=_property(sponsored, entities, text),
        role=role,
        designations=tuple(title.words for _, title in titles),
        categories=tuple(dict.fromkeys(c for _, title in titles for c in categories(title.words, names))),
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
            + [Evidence(field="designations", start=p.start + d.start, end=p.start + d.end) for p, d in titles]
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


def _property(sponsored: int | Property | None, entities: Sequence[Entity], text: Text) -> Party | None:
    if isinstance(sponsored, Property):
        return Party(entity_id=None, name=sponsored.name)
    return _party(entities[sponsored], text) if sponsored is not None else None


def _value_field(amount: float | None, low: float | None) -> str:
    if amount is not None:
        return "value.amount"
    return "value.min" if low is not None else "value.disclosure"


def _party(entity: Entity, text: Text) -> Party:
    return Party(entity_id=entity.id, name=name_in(entity, text.body))
