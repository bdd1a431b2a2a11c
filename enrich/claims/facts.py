"""Which deal a sum, a length or a date is of: its own words decide first, then its clause, then the discourse."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from enrich.claims import families, known, outsiders
from enrich.claims.earlier import comparison, follows_the_current, is_corrected, is_measure, looks_back, whose
from enrich.claims.evidence import Pair
from enrich.claims.hired import is_of_a_post, is_of_a_recruit, takes_on
from enrich.claims.links import PREDECESSOR
from enrich.claims.mentions import Mention
from enrich.claims.nouns import is_a_firm, is_deal, is_the_payer, owns_things
from enrich.claims.owners import Owners
from enrich.claims.parties import Fitness
from enrich.claims.passages import SOME_HOLDER, SOME_SPONSOR, Passage
from enrich.claims.scopes import (
    GETS,
    REPORTS,
    Scope,
    find_scope,
    find_valued,
    is_party,
    is_replaced,
    is_subject,
    only_reports,
)
from enrich.text import Text
from records.record import Entity, EntityKind

NOBODY: frozenset[int] = frozenset()
# How clearly a stranger is a sponsor or a holder for a fact beside it to be of another deal.
_CLEARLY = 0.5
# What may stand between a payer and the sum: "⟨Acme⟩, paid about £2m".
_PAID = re.compile(
    r",?\s(?:(?:has|had|have|was|is|also|now|will|would)\s){0,2}pa(?:y|ys|id|ying)\s(?:[\w’'-]+\s){0,3}",
    re.IGNORECASE,
)


# What a deal is called beside a deal, and what a sponsor does that gives in kind: "will supply kit worth £20,000".
_BOOSTS = frozenset(
    "boost windfall injection move coup backer sponsor partner one cheque check it that this which".split()
)
_PROVIDES = re.compile(r"(?:provid|suppl|giv|donat|contribut|offer|equip)", re.IGNORECASE)


@dataclass
class Facts:
    """The deals of an article by number, and how to tell which one the words at a place speak of."""

    text: Text
    owners: Owners
    pairs: Sequence[Pair]
    entities: Sequence[Entity]
    fit: Callable[[int], Fitness]
    is_background: Sequence[bool]
    starts: Sequence[bool]  # whether it is a deal that begins, so that "the current deal" is another
    ends: Sequence[bool]  # whether it is a deal that is told to be over
    owner_of: Mapping[int, int]  # of an event or a ground
    _scopes: dict[tuple[int, int, int], Scope | None] = field(default_factory=dict)
    _sides: list[tuple[frozenset[int], frozenset[int]]] = field(default_factory=list)
    _gone: set[int] = field(default_factory=set)  # whose place others take: "the maker" is none of these
    _owned: dict[tuple[int, int, int], frozenset[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Gather the names that stand for each side of each pair."""
        for pair in self.pairs:
            self._sides.append((self._family(pair.sponsor, pair), self._family(pair.holder, pair)))
        news = {p.sponsor for p, recalled in zip(self.pairs, self.is_background, strict=True) if not recalled}
        self._gone = {p.sponsor for p in self.pairs if any(link.cue == PREDECESSOR for link in p.links)} - news

    def _family(self, party: int, pair: Pair) -> frozenset[int]:
        linked = {n for link in pair.links for n in (link.sponsor, link.holder) if n is not None and n >= 0}
        own = self.entities[party]
        other = {pair.sponsor, pair.holder} - {party}
        kin = {
            n
            for n, entity in enumerate(self.entities)
            if n not in other and (families.is_one_part(entity, own) or families.is_one_part(own, entity))
        }
        if party == pair.holder:
            kin |= linked | {self.owner_of.get(party, party)}
            kin -= {pair.sponsor}
        return frozenset(kin | {party})

    def family(self, number: int) -> tuple[frozenset[int], frozenset[int]]:
        """Return the entities that stand for the sponsor of a deal, and those that stand for its holder."""
        return self._sides[number]

    def names_nobody_else(self, passage: Passage, end: int | None = None) -> bool:
        """Whether a passage, up to `end`, names no sponsor or holder that is in no deal."""
        own = frozenset().union(*(side for sides in self._sides for side in sides))
        others = [m for m in passage.mentions if m.entity >= 0 and m.entity not in own]
        named = {
            m.entity for m in others if not REPORTS.match(passage.words, m.end) and (end is None or m.start < end)
        }
        return not any(
            self._pays(n) or self._is_paid(n) for n in named if self.entities[n].kind is not EntityKind.PERSON
        )

    def scope(self, passage: Passage, start: int, end: int) -> Scope | None:
        """Return what the words at `start` to `end` of a passage go with."""
        key = passage.order, start, end
        if key not in self._scopes:
            self._scopes[key] = find_scope(self.text, passage, start, end)
        return self._scopes[key]

    def is_of_a_party(self, passage: Passage, scope: Scope) -> bool:
        """Whether the words say what a party or a thing is worth: "Acme, valued at $3bn", "boats worth £1m"."""
        noun = find_valued(scope)
        if noun is None or is_deal(noun) or noun.text.lower() in _BOOSTS:
            return False
        return not (_PROVIDES.match(scope.verb.text) and self.names_the_payer(passage, scope))

    def names_the_payer(self, passage: Passage, scope: Scope) -> bool:
        """Whether the clause names a sponsor of one of the deals, or "the airline"."""
        payers = {SOME_SPONSOR}.union(*(sponsors for sponsors, _ in self._sides))
        places = {place for place, _ in scope.places(scope.clause)}
        return any(m.entity in payers and any(m.start <= p < m.end for p in places) for m in passage.mentions)

    def names_a_holder(self, passage: Passage, start: int, end: int) -> bool:
        """Whether a holder of one of the deals is the last to be named at `start` to `end`."""
        holders = frozenset().union(*(holders for _, holders in self._sides))
        return any(m.entity in holders and start <= m.start and m.end == end for m in passage.mentions)

    def names_sponsor_before(self, passage: Passage, start: int, end: int, number: int) -> bool:
        """Whether the words belong to deal `number` and their clause names its sponsor, or "the airline", first."""
        payers = self._sides[number][0] | {SOME_SPONSOR}
        named = any(m.entity in payers and m.end <= start for m in passage.mentions)
        if not named and passage.order in self.owners.tied:
            return False
        scope = self.scope(passage, start, end)
        if scope is None or not self.covers(passage, start, end, number):
            return False
        if not named:  # "The co-operative becomes community partner of the trust's programme"
            return any(is_the_payer(child) for child in known.subjects_of(scope))
        places = {place for place, _ in scope.places(scope.clause) if place < start}
        return any(m.entity in payers and any(m.start <= p < m.end for p in places) for m in passage.mentions)

    def covers(self, passage: Passage, start: int, end: int, number: int) -> bool:
        """Whether the words at `start` to `end` of a passage are said of deal `number`."""
        return number in self.owned_by(passage, start, end)

    def owned_by(self, passage: Passage, start: int, end: int) -> frozenset[int]:
        """Return the deals that a fact is said of: none for a stranger's, a comparison, an earlier deal."""
        key = passage.order, start, end
        if key not in self._owned:  # each deal asks the same of every fact
            self._owned[key] = self._find_owners(passage, start, end)
        return self._owned[key]

    def _find_owners(self, passage: Passage, start: int, end: int) -> frozenset[int]:
        scope = self.scope(passage, start, end)
        if scope is None or is_measure(passage, start, end) or is_corrected(passage):
            return NOBODY
        if self._is_an_outsiders(passage, scope) or self._is_hired(passage, scope):
            return NOBODY
        if outsiders.by_a_stranger(scope.clause) or outsiders.is_of_another_body(scope):
            return NOBODY
        if (owners := self._owners_by_whose(passage, start)) is not None:
            return owners
        earlier = looks_back(self.text, passage, start, end, scope)
        everywhere = self.named_in(passage, scope, tuple(scope.parsed))[1]
        untied = passage.order not in self.owners.tied
        compared = comparison(passage, end)
        for of_noun, whole in ((True, scope.noun), (False, scope.clause), (False, scope.outer)):
            tokens = tuple(token for place, token in scope.places(whole) if place < compared)
            named = self.named_in(passage, scope, tokens)[0]
            if of_noun and (
                outsiders.with_a_stranger(tokens, everywhere)
                or (untied and outsiders.is_of_someone_elses(scope, everywhere))
            ):
                return NOBODY
            found = self._deals_of(named)
            if found == NOBODY and (number := self._whose_owner_is_paid(passage, scope)) is not None:
                return frozenset((number,))
            if found is not None:
                return self._settled(found, earlier, passage, start)
            if of_noun and is_subject(scope) and self.goes_on(passage, scope):
                break  # "The deal is worth ...": what else the clause names does not say whose deal
        if scope.verb.dep_ != "ccomp" and not self.goes_on(passage, scope):
            words = [token for place, token in scope.places(scope.parsed) if place < compared]
            around = self._deals_of(self.named_in(passage, scope, words)[0])
            if around == NOBODY:
                return NOBODY
        return self._settled(self._discourse(passage, start, scope), earlier, passage, start)

    def _is_an_outsiders(self, passage: Passage, scope: Scope) -> bool:
        """Whether a fact is of somebody who is in no deal of the article."""
        parties = frozenset().union(*(side for sides in self._sides for side in sides))
        tied = self.owners.tied
        told = passage.order not in tied and any(order < passage.order for order in tied)
        return (
            self._points_at_another(passage, scope)
            or outsiders.has_its_own(passage, scope, parties)
            or outsiders.gave(passage, scope, parties)
            or (told and outsiders.is_new_here(scope))
        )

    def _points_at_another(self, passage: Passage, scope: Scope) -> bool:
        """Whether "that contract" is one of somebody who was named before it in its sentence and is in no deal."""
        if scope.head is None or not any(child.text.lower() == "that" for child in scope.head.children):
            return False
        told = [token for token in scope.parsed if token.i < scope.head.i]
        return self._deals_of(self.named_in(passage, scope, told)[0]) == NOBODY

    def _owners_by_whose(self, passage: Passage, start: int) -> frozenset[int] | None:
        """Return the deals of the sponsor "whose" deal a fact is of, None where no such words stand before it."""
        who = whose(passage, start)
        if who is None or any(who in holders for _, holders in self._sides):
            return None
        return frozenset(n for n, (sponsors, _) in enumerate(self._sides) if who in sponsors)

    def _whose_owner_is_paid(self, passage: Passage, scope: Scope) -> int | None:
        """Return the deal over an event or a ground of the sentence before, where a body with no deal "receives".

        Nobody pays a race: "Acme has renewed its sponsorship of the Lake Run. The Lake Trust will receive £3m."
        """
        if not GETS.search(scope.verb.text):
            return None
        before = self.owners.tied.get(passage.order - 1, [])
        numbers = {number for _, number in before}
        subjects = [t for child in scope.verb.children if child.dep_ == "nsubj" for t in child.subtree]
        places = {place for place, _ in scope.places(subjects)}
        bodies = [m for m in passage.mentions if m.entity >= 0 and any(m.start <= p < m.end for p in places)]
        if len(numbers) != 1 or not any(self._is_paid(m.entity) for m in bodies):
            return None
        number = numbers.pop()
        thing = self.entities[self.pairs[number].holder].kind in (EntityKind.EVENT, EntityKind.VENUE)
        return number if thing else None

    def _settled(self, found: frozenset[int], earlier: bool, passage: Passage, start: int) -> frozenset[int]:
        """Return the deals found, an earlier one in place of one that only begins."""
        if earlier:
            found = frozenset(n for n in found if not self.starts[n])
        found = self._of_payer(found, passage, start)
        found = frozenset(n for n in found if not self.is_background[n]) or found
        if len(found) > 1:
            here = passage.order in self.owners.tied
            tied = frozenset(n for n in found if here and self.owners.covers(passage, start, n))
            found = tied or self._twins(min(found)) & found
        return found

    def _of_payer(self, found: frozenset[int], passage: Passage, start: int) -> frozenset[int]:
        """Return of several deals that of the sponsor who, the words just before say, "paid" it."""
        for mention in passage.mentions:
            if mention.end <= start and _PAID.fullmatch(passage.words[mention.end : start]):
                return frozenset(n for n in found if mention.entity in self._sides[n][0]) or found
        return found

    def _twins(self, number: int) -> frozenset[int]:
        """Return the deal and those that the same words report with it: "A and B join C"."""
        own = {(link.passage.order, link.start, link.end) for link in self.pairs[number].links}
        return frozenset(
            n
            for n, pair in enumerate(self.pairs)
            if n == number or any((link.passage.order, link.start, link.end) in own for link in pair.links)
        )

    def named_in(self, passage: Passage, scope: Scope, tokens: Sequence[Any]) -> tuple[set[int], set[int]]:
        """Return the entities that stand as parties among the tokens, and all tokens that any name covers."""
        parties: set[int] = set()
        covered: set[int] = set()
        places = list(scope.places(tokens))
        for mention in passage.mentions:
            inside = [t for place, t in places if mention.start <= place < mention.end]
            covered |= {t.i for t in inside}
            if (
                inside
                and mention.entity >= 0
                and not self._is_taken_wrong(mention, inside[-1])
                and is_party(inside[-1])
                and not is_replaced(inside[-1], scope)
                and self._has_a_part(mention.entity, inside[-1])
            ):
                parties.add(mention.entity)
        return parties, covered

    def _is_taken_wrong(self, mention: Mention, token: Any) -> bool:
        """Whether "the company" cannot be whom it was taken for: one who is paid, or whose place another takes."""
        is_firm = token.tag_ == "NN" and is_a_firm(token)
        return (not mention.named and mention.entity in self._gone) or (is_firm and self._is_paid(mention.entity))

    def _has_a_part(self, entity: int, token: Any) -> bool:
        """Whether a name, of which the last token is given, does not merely report what others have agreed."""
        return not only_reports(token) or any(entity in side for sides in self._sides for side in sides)

    def _deals_of(self, named: set[int]) -> frozenset[int] | None:
        """Return the deals whose parties are named, none where a stranger takes a side, None if nobody tells."""
        best: dict[int, int] = {}
        for number, (sponsors, holders) in enumerate(self._sides):
            strangers = [n for n in named - sponsors - holders if self.entities[n].kind is not EntityKind.PERSON]
            paying = any(self._pays(n) for n in strangers) and not named & sponsors
            others = sum(self._is_paid(n) for n in strangers)
            paid = others > (1 if named & holders and not named & sponsors else 0 if not named & holders else 99)
            paid = paid and not self._are_owners(strangers, number)
            count = bool(named & sponsors) + bool(named & holders)
            if count and not paying and not paid:
                best[number] = count
        if best:
            most = max(best.values())
            return frozenset(number for number, count in best.items() if count == most)
        return NOBODY if any(self._pays(n) or self._is_paid(n) for n in named) else None

    def _are_owners(self, bodies: Sequence[int], number: int) -> bool:
        """Whether bodies may own the ground or run the event of deal `number`: nobody pays an arena."""
        thing = self.entities[self.pairs[number].holder].kind in (EntityKind.EVENT, EntityKind.VENUE)
        return thing and all(owns_things(self.entities[n].name) for n in bodies)

    def _pays(self, entity: int) -> bool:
        fit = self.fit(entity)
        return fit.sponsor >= _CLEARLY and fit.sponsor > fit.holder

    def _is_paid(self, entity: int) -> bool:
        fit = self.fit(entity)
        return fit.holder >= _CLEARLY and fit.holder > fit.sponsor

    def _discourse(self, passage: Passage, start: int, scope: Scope) -> frozenset[int]:
        """Return the deals that a passage speaks of where the clause names nobody."""
        if scope.head is not None and any(child.text.lower() == "new" for child in scope.head.children):
            return self._twins(self._newest(passage, scope))
        tied = self.owners.tied.get(passage.order, [])
        payers = {self.pairs[number].sponsor for _, number in tied if self.is_background[number]}
        recalled = all(self.is_background[number] for _, number in tied) and not any(
            m.entity in payers and m.start < start for m in passage.mentions
        )
        later = is_subject(scope) and all(place > start for place, _ in tied)
        if tied and (later or recalled) and self.goes_on(passage, scope):
            return self._twins(self._recent(passage, scope))  # "It is worth £4m a year, more than Acme paid"
        if passage.order in self.owners.tied:
            return frozenset(n for n in range(len(self.pairs)) if self.owners.covers(passage, start, n))
        number = self.owners.about.get(passage.order)
        if number is None or self.is_background[number]:
            follows = number is None and scope.head is not None and passage.order - 1 in self.owners.tied
            if self.goes_on(passage, scope) or (
                follows and self.names_nobody_else(passage, comparison(passage, start))
            ):
                number = self._recent(passage, scope)
            elif number is None:
                return NOBODY
        return self._twins(number)

    def _is_hired(self, passage: Passage, scope: Scope) -> bool:
        """Whether a fact is of the contract of somebody who is no party."""
        holders = frozenset().union(*(holders for _, holders in self._sides))
        if is_of_a_post(passage, scope, self.entities, holders):
            return True
        named = self.named_in(passage, scope, scope.clause)[0] if takes_on(scope) else set()
        if not takes_on(scope) or any(named & sponsors for sponsors, _ in self._sides):
            return False
        return is_of_a_recruit(passage, scope, self.entities, holders, named)

    def goes_on(self, passage: Passage, scope: Scope) -> bool:
        """Whether a fact is said of what was spoken of before: "the deal", "it", "the airline"."""
        if known.is_spoken_of(scope):
            return True
        places = {place for child in known.subjects_of(scope) for place, _ in scope.places(child.subtree)}
        return any(m.entity < 0 and any(m.start <= place < m.end for place in places) for m in passage.mentions)

    def is_about_the_holder(self, passage: Passage, scope: Scope) -> bool:
        """Whether a clause goes on about "the club" or "the race" alone, whatever it does until then."""
        if known.is_spoken_of(scope):
            return False
        places = {place for child in known.subjects_of(scope) for place, _ in scope.places(child.subtree)}
        return any(m.entity == SOME_HOLDER and any(m.start <= p < m.end for p in places) for m in passage.mentions)

    def _newest(self, passage: Passage, scope: Scope) -> int:
        """Return the deal that "the new one" is: that last spoken of, unless it was told as the one before it."""
        number = self._recent(passage, scope)
        if not follows_the_current(self.text, passage):
            return number
        news = (n for n in range(len(self.pairs)) if n != number and self.starts[n] and not self.is_background[n])
        return next(news, number)

    def _recent(self, passage: Passage, scope: Scope) -> int:
        """Return the deal that the text last spoke of before a passage; the first where that was one recalled.

        "Acme takes over from Birch. The deal will run until 2031": what will be is not of the one that is replaced.
        """
        told = (*self.owners.tied, *self.owners.about)
        orders = [order for order in told if order < passage.order and order not in self.owners.asides]
        if not orders:
            return 0
        order = max(orders)
        tied = self.owners.tied.get(order)
        number = min(number for _, number in tied) if tied else self.owners.about[order]
        follows = tied is not None and order == passage.order - 1
        payer = self.entities[self.pairs[number].sponsor].kind
        recalled = self.is_background[number] and not (follows and payer is not EntityKind.PERSON)
        if self.is_background[number] and any(child.text.lower() == "will" for child in scope.verb.children):
            recalled |= any(link.cue == PREDECESSOR for link in self.pairs[number].links)
        return 0 if recalled else number
