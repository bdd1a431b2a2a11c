"""What a clause goes on about: the deal and the parties that were spoken of before, by whatever it calls them."""

import re
from typing import Any

from enrich.claims.nouns import is_by_its_league, is_deal, is_its_name, is_the_payer
from enrich.claims.scopes import GETS, Scope, clause_head, nearest_verb

# What bears the sponsor's name, spoken of as known.
_OURS = re.compile(
    r"(?:(?:termination|withdrawal|departure|split|move|decision|switch|change|renaming|rebrand(?:ing)?)$|shirt|kit|jersey|logo|name|branding|sleeve|uniform)s?$",
    re.IGNORECASE,
)
# What only a sponsor does for whom it sponsors: "The utility will contribute £90,000 over three years".
_GIVES = re.compile(
    r"(?:pay|contribut|invest|commit|provid|giv|put|donat|pledg|add|spend|stump|offer|sink|pump|plough|chip|splash|shell|fork|guarante)",
    re.IGNORECASE,
)
# What either party may say of both: "We are staying until 2035", "We have agreed on three years".
_STAYS = re.compile(r"(?:stay|remain|sign|commit|agree|extend|renew|prolong)", re.IGNORECASE)
# Who speaks and is paid for the holder, and what money comes out of.
_RUNS_IT = re.compile(
    r"(?:organi[sz]er|promoter|county|province|school|college|society|committee)s?$", re.IGNORECASE
)
_OUT_OF = frozenset(("from", "under", "through"))
_RUNS_TO = re.compile(r"(?:end|expiry|expiration|start|termination)$")
_PUT = re.compile(r"(?:put|estimat|valu|reckon|assess)", re.IGNORECASE)
_BOTH = frozenset("it this that both they partners parties sides two pair".split())
_DEFINITE = frozenset("the this that its their his her our both".split())


def subjects_of(scope: Scope) -> list[Any]:
    """Return the subjects of the clause of a fact: of a relative clause what it is told of."""
    subjects = [child for child in scope.verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if scope.verb.dep_ == "relcl" and any(child.tag_ in ("WP", "WDT") for child in subjects):
        return [scope.verb.head]  # "The airline, which will take over in January"
    if scope.verb.dep_ == "advcl" and scope.verb.tag_ == "VBG" and not subjects:
        main = clause_head(scope.verb.head)  # "It has signed for three years, taking the two to 2031"
        return [child for child in main.children if child.dep_ in ("nsubj", "nsubjpass")]
    return subjects


def is_spoken_of(scope: Scope) -> bool:
    """Whether a clause is about what was spoken of before: "the deal", "it", "the Premier League club"."""
    if scope.head is not None and any(child.text.lower() in _DEFINITE for child in scope.head.children):
        return True
    subjects = subjects_of(scope)
    objects = [child for child in scope.verb.children if child.dep_ == "dobj"]
    if any(is_its_name(child) for child in objects) or any(is_by_its_league(child) for child in subjects):
        return True
    if any(child.text == "date" and _RUNS_TO.search(child.nbor(-1).text) for child in subjects if child.i):
        return True  # "The new expiry date is 31 May"
    if any(child.text.lower() in _BOTH or _OURS.match(child.text) for child in subjects):
        return True
    verb = nearest_verb(scope.anchor)
    if (_GIVES.match(scope.verb.text) or _GIVES.match(verb.text)) and any(
        is_the_payer(child) for child in subjects
    ):
        return True
    if GETS.match(verb.text) and any(_RUNS_IT.match(child.text) or is_the_payer(child) for child in subjects):
        return True  # "The organisers will receive £2m", "The Canadian rink will get £2m"
    if any(child.dep_ == "poss" and is_the_payer(child) for child in scope.anchor.head.children):
        return True  # "The utility's £15,000 cheque"
    if any(token.text.lower() == "it" and token.head.text.lower() in _OUT_OF for token in scope.clause):
        return True  # "The county will get £2m from it"
    stays = _STAYS.match(scope.verb.text) or any(token.text.lower() == "pen" for token in scope.clause)
    if stays and any(child.text.lower() == "we" for child in subjects):
        return True  # "We have put pen to paper on another four years"
    # "Insiders put it at £2m a year"
    put = _PUT.match(scope.verb.text) is not None
    return put and any(child.text.lower() == "it" or is_deal(child) for child in objects)
