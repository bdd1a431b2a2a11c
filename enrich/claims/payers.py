"""Who pays and who is paid, as the clause of a sum says it: only what a sponsor pays is the value of its deal."""

import re
from collections.abc import Iterable
from typing import Any

from enrich.claims.facts import Facts
from enrich.claims.nouns import is_a_body, is_a_firm, is_a_time, is_deal
from enrich.claims.outsiders import from_a_stranger
from enrich.claims.passages import SOME_HOLDER, SOME_SPONSOR, Passage
from enrich.claims.scopes import GETS, Scope, nearest_verb
from records.record import EntityKind

_PAYS = re.compile(
    r"(?:pays?|paid|paying|gives?|gave|grants?|granted|provides?|contribut\w+|chip\w*|invest\w*|stump\w*|pump\w*|pour\w*|spen[dt]s?|spending|"
    r"borrow\w*|owe[sd]?|repa\w+)$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:entrants?|runners|competitors|members|fans|visitors|spectators|customers|subscribers|players|participants|athletes|"
    r"government|council|state|taxpayers|ministry|parents|towns?|cities|city|county|lottery|region|province|donors|owners|hosts)$",
    re.IGNORECASE,
)
_EARNS = re.compile(r"\b(?:earn\w*|makes?|bank(?:s|ed)?|pocket\w*|salary|wages?|exists)\b", re.IGNORECASE)


def is_earned(facts: Facts, number: int, passage: Passage, scope: Scope) -> bool:
    """Whether the words say what a person who is sponsored earns, without a word of the sponsor."""
    holder = facts.entities[facts.pairs[number].holder]
    if holder.kind is not EntityKind.PERSON or not _EARNS.search(scope.words(scope.clause)):
        return False
    if any(is_deal(t) and t.head.text.lower() in ("under", "from") for t in scope.clause):
        return False  # "She will earn £1m under the contract"
    return not facts.named_in(passage, scope, scope.clause)[0] & facts.family(number)[0]


def goes_to_the_sponsor(facts: Facts, number: int, passage: Passage, scope: Scope) -> bool:
    """Whether the sponsor is the one that gets the money, or somebody unknown the one that it comes from."""
    if not GETS.search(scope.words(scope.beside())) or scope.anchor.head.text.lower() == "for":
        return False  # "For £2m a year the firm gets the front of the shirt"
    if from_a_stranger(scope.clause, facts.named_in(passage, scope, scope.clause)[1]):
        return True
    subjects = [scope.verb.head] if scope.verb.dep_ == "relcl" else _subject(scope.verb)
    getting = _named(passage, scope, subjects)
    sponsors, holders = facts.family(number)
    return bool(getting & (sponsors | {SOME_SPONSOR})) and not getting & holders


def comes_from_the_holder(facts: Facts, passage: Passage, scope: Scope) -> bool:
    """Whether it is a holder, or many, and no sponsor, that pays: "Rovers paid £2m for a striker"."""
    verb = nearest_verb(scope.anchor)
    many = verb.head if verb.dep_ == "relcl" else None
    if many is not None and many.tag_ == "NNS" and _EARNS.match(verb.text) and not is_deal(many):
        return True  # "the officials, who earn £120,000 a year"
    if not _PAYS.match(verb.text):
        return False
    if any(child.tag_ == "NN" and is_a_firm(child) for child in verb.children if child.dep_ == "nsubj"):
        return False  # "the company", whomever it was taken for
    if any(is_deal(child) for child in verb.children if child.dep_ == "nsubj"):
        return False  # "The contract gives the club £2m", where the parser may take both for its subjects
    paying = _named(passage, scope, _subject(verb))
    if not paying and any(_OTHERS.match(token.text) for token in _subject(verb)):
        return True
    sides = [facts.family(number) for number in range(len(facts.pairs))]
    sponsors = {SOME_SPONSOR}.union(*(sponsors for sponsors, _ in sides))
    holders = {SOME_HOLDER}.union(*(holders for _, holders in sides))
    return bool(paying & holders) and not paying & sponsors


_KNOWN = frozenset(("the", "these", "those", "both", "its", "their", "his", "her", "two", "joint"))


def is_from_many(scope: Scope) -> bool:
    """Whether sponsors or clubs at large pay or are paid: "Existing sponsors are expected to pay about £2m"."""
    verb = nearest_verb(scope.anchor).text
    if not (_PAYS.match(verb) or GETS.match(verb)):
        return False
    return any(
        _are_many(child) or (is_many(child) and not _RUN_IT.match(child.text))
        for child in (*scope.verb.children, *nearest_verb(scope.anchor).children)
        if child.dep_ in ("nsubj", "nsubjpass")
    )


# Who gets the money for the holder: "Organisers will receive £2m".
_RUN_IT = re.compile(
    r"(?:organi[sz]ers|promoters|officials|bosses|chiefs|hosts|owners|executives|insiders|sources)$", re.IGNORECASE
)


def is_many(noun: Any) -> bool:
    """Whether a noun is of people or bodies at large: "entrants pay £20", "gifts from two families"."""
    at_large = noun.tag_ == "NNS" and not (is_deal(noun) or is_a_time(noun))
    return at_large and not any(child.dep_ in ("det", "poss", "relcl", "acl") for child in noun.children)


_SPENDS = re.compile(r"(?:spen[dt](?:s|ing)?|set(?:s|ting)?|earmark\w*|put(?:s|ting)?)$", re.IGNORECASE)


def is_spent_on_something_else(passage: Passage, scope: Scope) -> bool:
    """Whether somebody spends on what is no deal and nobody: "It has set aside £2m for new branches"."""
    verb = nearest_verb(scope.anchor)
    bought = [
        noun
        for prep in verb.children
        if prep.text.lower() == "for"
        for noun in prep.children
        if noun.dep_ == "pobj"
    ]
    if _PAYS.match(verb.text) and any(_is_some_thing(noun) for noun in bought):
        return True  # "It paid £9m for a rival"
    if GETS.match(verb.text) and any(_is_a_thing(noun) for noun in bought):
        return True  # "The club received £14m for the land"
    aside = any(child.text.lower() == "aside" for child in verb.children)
    if not _SPENDS.match(verb.text) or (verb.text.lower().startswith(("set", "put")) and not aside):
        return False
    for noun in (t for t in scope.clause if t.dep_ == "pobj" and t.head.text.lower() in ("on", "for")):
        tokens = {t.i for t in noun.subtree}
        after = noun.i > scope.anchor.i and noun.tag_ in ("NN", "NNS") and scope.anchor.i not in tokens
        deal = is_deal(noun) or is_a_body(noun) or is_a_time(noun) or _SEEN.match(noun.text)
        if after and not deal and not _named(passage, scope, noun.subtree):
            return True
    return False


def _is_some_thing(noun: Any) -> bool:
    return any(child.text.lower() in ("a", "an", "another") for child in noun.children) and _is_a_thing(noun)


def _is_a_thing(noun: Any) -> bool:
    """Whether a noun is of something that is bought and no part of a deal."""
    return noun.tag_ in ("NN", "NNS") and not (is_deal(noun) or is_a_time(noun) or _SEEN.match(noun.text))


# What a sponsor spends on when it spends on a deal.
_SEEN = re.compile(
    r"(?:shirt|jersey|kit|name|naming|title|logo|team|event|festival|race|tournament|cup|club|sport|front|back|sleeve|shorts|patch|slot|space|"
    r"place|spot|position|presence|privilege|honou?r|pleasure|exclusivity|exposure|visibility|board|hoarding|stand|period|"
    r"total|stadium|arena|venue|spell|association|status|designation|activation|programme|program)s?$",
    re.IGNORECASE,
)


# "If they go up the fee will double to £4m"
_RISES = re.compile(r"(?:doubl|trebl|tripl|ris|rose|increas|grow|go|climb|jump)", re.IGNORECASE)


def may_become(scope: Scope) -> bool:
    """Whether a sum is what may be paid one day, if something happens."""
    conditions = (child for child in scope.verb.children if child.dep_ == "advcl")
    marks = (mark.text.lower() for child in conditions for mark in child.children)
    to_it = _RISES.match(scope.verb.text) is not None and scope.anchor.i > scope.verb.i
    return to_it and any(word in ("if", "unless") for word in marks)


def _are_many(noun: Any) -> bool:
    many = noun.tag_ == "NNS" and (
        noun.text.lower() in ("sponsors", "partners", "brands", "rivals") or is_a_body(noun)
    )
    return many and not any(child.text.lower() in _KNOWN for child in noun.children)


def _subject(verb: Any) -> list[Any]:
    return [token for child in verb.children if child.dep_ == "nsubj" for token in child.subtree]


def _named(passage: Passage, scope: Scope, tokens: Iterable[Any]) -> set[int]:
    places = {place for place, _ in scope.places(tokens)}
    return {m.entity for m in passage.mentions if any(m.start <= place < m.end for place in places)}
