"""Contracts that are no deals: a player's, a coach's, a director's with the club that hires him."""

import re
from collections.abc import Sequence
from typing import Any

from enrich.claims import patterns
from enrich.claims.passages import Passage
from enrich.claims.scopes import Scope
from records.record import Entity, EntityKind

_HIRED = re.compile(r"(?:sign|hir|recruit|agree|extend|expect|join|commit|penn|renew)", re.IGNORECASE)
_COMES = re.compile(r"(?:join|arriv|mov)", re.IGNORECASE)
_PLAYER = re.compile(
    rf"(?:{patterns.parts('parties')['ATHLETE']}|manager|coach|boss|man|woman|youngster|teenager|international|playmaker|"
    r"keeper|recruit|signing)s?$",
    re.IGNORECASE,
)


def takes_on(scope: Scope) -> bool:
    """Whether the verb of a clause may tell that somebody is hired."""
    return bool(_HIRED.match(scope.verb.text))


def is_of_a_post(passage: Passage, scope: Scope, entities: Sequence[Entity], holders: frozenset[int]) -> bool:
    """Whether somebody who is no holder has a contract: "Its director, Ed Lohr, has a contract until 2026"."""
    if scope.verb.text.lower() in ("is", "are", "contracted", "tied"):
        bound = scope.verb.text.lower()[0] in "ct" or any(t.text.lower() == "contract" for t in scope.clause)
        return bound and any(_PLAYER.match(child.text) for child in _subjects(scope))
    if scope.verb.text.lower() not in ("has", "have", "had"):
        return False
    who = _people(passage, scope, entities, [t for child in _subjects(scope) for t in child.subtree]) or set()
    return bool(who) and not who & holders


def is_of_a_recruit(
    passage: Passage, scope: Scope, entities: Sequence[Entity], holders: frozenset[int], named: set[int]
) -> bool:
    """Whether somebody signs, is signed or comes in a clause in which the entities `named` are parties."""
    subjects = _subjects(scope)
    if scope.verb.dep_ == "relcl" and any(child.tag_ == "WP" for child in subjects):
        subjects = [scope.verb.head]  # "Vautrin, who signed a contract"
    taken_on = [child for child in scope.verb.children if child.dep_ == "dobj"]
    if any(_PLAYER.match(child.text) for child in taken_on) or _people(passage, scope, entities, taken_on):
        return True
    coming = _people(passage, scope, entities, [t for child in subjects for t in child.subtree])
    if coming and _COMES.match(scope.verb.text) and not coming & holders:
        return True  # "The designer Ed Lohr will join the team on a contract worth £1m"
    who = _people(passage, scope, entities, subjects)
    if who is None:
        return any(_PLAYER.match(child.text) for child in subjects)
    if who and not who & holders and not named - who and _is_their_own(scope, subjects):
        return True
    return bool(who) and (scope.head is None or bool(named - who))


_OFFICER = re.compile(rf"(?:{patterns.parts('parties')['JOB']}|head|founder|owner)$", re.IGNORECASE)


def _is_their_own(scope: Scope, subjects: Sequence[Any]) -> bool:
    """Whether somebody who speaks for nobody makes a contract: "Half-back Lee Dunn has agreed a two-year deal"."""
    some = scope.head is not None and any(child.text.lower() in ("a", "an") for child in scope.head.children)
    return some and not any(_OFFICER.match(token.text) for child in subjects for token in child.subtree)


def _subjects(scope: Scope) -> list[Any]:
    return [child for child in scope.verb.children if child.dep_ in ("nsubj", "nsubjpass")]


def _people(passage: Passage, scope: Scope, entities: Sequence[Entity], tokens: Sequence[Any]) -> set[int] | None:
    """Return the people among the names that the tokens are, None where they are no names."""
    places = {place for place, _ in scope.places(tokens)}
    who = {m.entity for m in passage.mentions if m.entity >= 0 and any(m.start <= p < m.end for p in places)}
    return {n for n in who if entities[n].kind is EntityKind.PERSON} if who else None
