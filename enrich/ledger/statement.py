"""One claim made ready to be compared: its parties' names normalised, its window, its place in the order."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property

from enrich.knowledge import base
from enrich.ledger import names, window
from enrich.ledger.kin import kin_of
from enrich.ledger.names import EXACT, STRONG, WEAK, Name
from records import ids
from records.deal import MergedParty
from records.record import ENDING, OVER, Article, Deal, Entity, EventType, Known, Party

# What is left of "Acme Park" without the sponsor is no name.
_TELLING_WORDS = 2


@dataclass(frozen=True)
class Named:
    """A party as one article names it."""

    shown: str
    main: Name
    also: tuple[str, ...] = ()  # its other names, as written
    known: Known | None = None
    entity_id: str | None = None  # of the entity across articles
    kin: tuple[str, ...] = ()  # its parent and its brands, as its article tells

    @cached_property
    def others(self) -> tuple[Name, ...]:
        """Its other names; a women's team is none of its club's, whatever the list of aliases says."""
        found = {names.written(name) for name in (*self.also, *names.bracketed(self.shown))} - {self.main}
        kept = [name for name in found if name.words and name.parts == self.main.parts]
        return tuple(sorted(kept, key=lambda name: (name.words, name.years)))

    @property
    def id(self) -> str | None:
        """The knowledge base's id."""
        return self.known.id if self.known else None

    @cached_property
    def owner(self) -> "Named | None":
        """Whose it is, if the knowledge base knows: the event's federation, the ground's club, the brand's firm."""
        entry = base().get(self.known.name) if self.known else None
        holder = base().get(entry.holder) if entry and entry.holder else None
        if holder is None:
            return None
        return Named(
            shown=holder.name, main=names.written(holder.name), known=Known(id=holder.id, name=holder.name)
        )

    def relation(self, other: "Named") -> float:
        """Return how strongly the two are one party (`enrich.ledger.names`)."""
        if self.main.parts != other.main.parts:
            return 0.0
        if self.id is not None and other.id is not None:
            return EXACT if self.id == other.id else 0.0
        best = names.relation(self.main, other.main)
        if best < STRONG and (self._is_also(other.main) or other._is_also(self.main)):
            return STRONG
        return best

    def kinship(self, other: "Named") -> float:
        """Return the relation of two sponsors: a brand may stand for its firm, if something else agrees."""
        found = self.relation(other)
        if found:
            return found
        kin = any(
            brand.owner is not None and brand.owner.relation(firm) >= STRONG
            for brand, firm in ((self, other), (other, self))
        )
        told = any(
            names.relation(name, firm.main) >= STRONG
            for brand, firm in ((self, other), (other, self))
            for name in brand.kin_names
        )
        return WEAK if kin or told else 0.0

    @cached_property
    def kin_names(self) -> tuple[Name, ...]:
        """Its kin's names, normalised."""
        return tuple(names.written(name) for name in self.kin)

    def _is_also(self, name: Name) -> bool:
        return any(names.relation(mine, name) == EXACT and not names.is_common(name) for mine in self.others)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Block keys: any two parties with a relation share one."""
        found = {key for name in (self.main, *self.others) for key in names.keys(name)}
        return frozenset(found | ({f"@{self.id}"} if self.id else set()))

    @cached_property
    def keys_with_owner(self) -> frozenset[str]:
        """The keys, with those of whose it is."""
        kin = frozenset(key for name in self.kin_names for key in names.keys(name))
        return self.keys | kin | (self.owner.keys if self.owner else frozenset())


@dataclass(frozen=True)
class Statement:
    """What one article says of one deal."""

    article: Article
    deal: Deal
    sponsor: Named
    holder: Named
    part: Named | None  # the property, where it is not the rights-holder under another name
    window: window.Window

    @property
    def thing(self) -> Named | None:
        """What is sponsored, where it is part of a greater body or known to be somebody's."""
        return self.part or (self.holder if self.holder.owner else None)

    @property
    def body(self) -> Named:
        """The rights-holder as a whole: whose the thing is."""
        return self.holder if self.part else self.holder.owner or self.holder

    @property
    def ref(self) -> str:
        """Names the claim: the article's id and the claim's."""
        return f"{self.article.id}/{self.deal.id}"

    @property
    def published(self) -> datetime:
        """When the article was published; the end of time where it does not say, so that it sorts last."""
        return self.article.published_at or datetime.max.replace(tzinfo=UTC)

    @property
    def replaces(self) -> bool:
        """Whether its news is that it takes another sponsor's place."""
        return self.deal.event_type is EventType.REPLACEMENT and not self.deal.is_background

    @property
    def is_over(self) -> bool:
        """Whether it says that the deal is over."""
        return self.deal.event_type in ENDING or self.deal.status in OVER

    @cached_property
    def keys(self) -> frozenset[str]:
        """Block keys of the pair of parties: two claims of one deal share one."""
        targets = self.holder.keys_with_owner | (self.part.keys if self.part else frozenset())
        return frozenset(f"{sponsor}|{target}" for sponsor in self.sponsor.keys_with_owner for target in targets)

    @cached_property
    def telling(self) -> tuple[object, ...]:
        """All that is compared: two claims of one telling are like every third claim alike."""
        sums = tuple((value.amount, value.currency) for value in self.deal.value)
        parties = (self.sponsor, self.holder, self.part)
        return (*parties, self.deal.role, self.window, sums, self.deal.designations)

    @cached_property
    def order(self) -> tuple[object, ...]:
        """The canonical order: news before mentions, the specific before the vague, then time, then ids."""
        vague = len((self.part or self.holder).main.words) == 1 and (self.part or self.holder).id is None
        days = self.window.announced or self.window.seen
        return (
            self.deal.is_background,
            vague,
            (days.toordinal() if days else 10**7),
            self.article.id,
            _number(self.deal.id),
        )


def _number(claim: str) -> tuple[int, str]:
    """Sort d2 before d10."""
    digits = claim.lstrip("d")
    return (int(digits) if digits.isdecimal() else 0, claim)


def statements(article: Article) -> list[Statement]:
    """Return the article's claims, ready to be merged."""
    entities = {entity.id: entity for entity in article.entities}
    return [_statement(article, deal, entities) for deal in article.deals]


def _statement(article: Article, deal: Deal, entities: dict[str, Entity]) -> Statement:
    sponsor = _party(deal.sponsor, entities)
    sponsor = replace(sponsor, kin=kin_of(sponsor.shown, article.text, article.entities))
    holder = _without(sponsor, _party(deal.rights_holder, entities))
    part = _without(sponsor, _party(deal.property, entities)) if deal.property else None
    years = frozenset(year for party in (holder, part) if party for year in party.main.years)
    if part is not None and part.relation(holder) >= STRONG:
        part = None
    published = article.published_at.date() if article.published_at else None
    return Statement(
        article=article,
        deal=deal,
        sponsor=sponsor,
        holder=holder,
        part=part,
        window=window.of(deal, published, years),
    )


def _party(party: Party, entities: dict[str, Entity]) -> Named:
    entity = entities.get(party.entity_id or "")
    if entity is None:
        return Named(shown=party.name, main=names.written(party.name))
    known = entity.known
    also = {entity.name, *entity.aliases, *([known.name] if known else [])} - {party.name}
    name = known.name if known else entity.name
    return Named(
        shown=party.name,
        main=names.written(party.name),
        also=tuple(sorted(also)),
        known=known,
        entity_id=ids.profile(entity.kind.value, name, known.id if known else None),
    )


def _without(sponsor: Named, party: Named) -> Named:
    """Return the party, with its name without the sponsor's in front: "Acme Harbour Run" is the "Harbour Run"."""
    words = party.shown.split()
    own = [word.casefold() for word in sponsor.shown.split()]
    same = 0
    while same < min(len(own), len(words)) and words[same].casefold() == own[same]:
        same += 1
    if not same or len(words) - same < _TELLING_WORDS:
        return party
    return replace(party, also=tuple(sorted({*party.also, " ".join(words[same:])})))


def named(party: MergedParty) -> Named:
    """Return a merged deal's party, ready to be compared."""
    return Named(
        shown=party.name,
        main=names.written(party.name),
        also=party.aliases,
        known=party.known,
        entity_id=party.entity_id,
    )
