"""Whether a clause tells that a sponsor comes in, or what bears its name: "will appear on the shirts in 2031"."""

import re
from dataclasses import replace

from enrich.claims.facts import Facts
from enrich.claims.nouns import is_its_name
from enrich.claims.passages import Passage
from enrich.claims.renamed import is_named_for
from enrich.claims.scopes import Scope, clause_head, nearest_verb
from enrich.claims.terms import Reading

# What sponsors and what bears their name do when a deal begins.
_ENTERS = re.compile(
    r"(?:becom\w*|com(?:e|es|ing)|tak\w+|replac\w+|succeed\w*|join\w*|return\w*|debut\w*|appear\w*|adorn\w*|featur\w+|wear\w*|worn|carr\w+|sport\w*|bear\w*|sponsor\w*|"
    r"renam\w+|called|known|brand\w*|partner\w*|suppl\w+|provid\w+|serv\w+|support\w*|back\w*|play\w*|race|switch\w*|mov\w+|launch\w*|goes|go|seen|used)$",
    re.IGNORECASE,
)


_STARTING = re.compile(r"(?:start|beginn|commenc)ing$", re.IGNORECASE)
_BECOMES = re.compile(r"(?:be|becom\w*|act|serv\w+|tak\w+|replac\w+|succeed\w*|join\w*|return\w*)$", re.IGNORECASE)
_NAMED = re.compile(r"(?:becom|renam|called|known|named|brand|rebrand)", re.IGNORECASE)
_PLAYS = re.compile(r"(?:play|race|mov|switch|launch|join|return|back|support|serv|suppl|provid)", re.IGNORECASE)


def comes_in(passage: Passage, reading: Reading, scope: Scope, facts: Facts, number: int) -> bool:
    """Whether the clause of a date tells that a sponsor comes in then: "will appear on the shirts in 2031"."""
    done = nearest_verb(scope.anchor)
    helped = any(child.dep_ in ("aux", "auxpass") for child in done.children)
    if done.tag_ == "VBD" or (done.tag_ == "VBN" and done.dep_ == "advcl" and not helped):
        return False  # "It comes after the other one backed out in January"
    verb, named = scope.verb, facts.names_the_payer(passage, scope)
    if verb.dep_ == "advcl" and any(child.dep_ in ("mark", "advmod") for child in verb.children):
        verb = clause_head(verb.head)  # "will be called Acme Park when it opens in May"
        named = any(m.entity in facts.family(number)[0] for m in passage.mentions)
    elif verb.dep_ == "advcl" and _STARTING.match(verb.text):
        verb = clause_head(verb.head)  # "will be worn by the team, starting with Saturday's match"
        scope = replace(scope, verb=verb)
    elif (nearest := nearest_verb(scope.anchor)).dep_ == "xcomp" and (
        _BECOMES.match(nearest.text) or (_ENTERS.match(nearest.text) and verb.text.lower() in ("is", "are"))
    ):
        verb = nearest  # "has agreed to become its partner as of 2031", "is to sponsor it next year"
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    helpers = {child.text.lower() for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"have", "has", "had"}:  # "would have come to an end in May"
        return False
    ahead = verb.tag_ in ("VBZ", "VBP") or bool(helpers & {"will", "'ll", "’ll", "to", "would", "is", "are"})
    published = facts.text.published_at
    if not ahead or (published is not None and int(str(reading.value)[:4]) < published.year):
        return False
    is_one = verb.text.lower() in ("be", "is", "are") and bool(passage.designations)
    on = verb.text.lower() in ("be", "is", "are") and any(child.text.lower() == "on" for child in verb.children)
    debut = any(child.dep_ == "dobj" and child.text.lower() in ("debut", "bow") for child in verb.children)
    if not (_ENTERS.match(verb.text) or is_one or on or debut):
        return False
    if _NAMED.match(verb.text) and is_named_for(sponsor_of(facts, number), passage, scope):
        return True
    if any(is_its_name(child) for child in verb.children if child.dep_ == "dobj"):
        return True
    # "It will play in a new ground from 2031" says nothing of a sponsor.
    return named or (facts.goes_on(passage, scope) and not _PLAYS.match(verb.text))


def sponsor_of(facts: Facts, number: int) -> str:
    """Return the name of the sponsor of deal `number`."""
    return facts.entities[facts.pairs[number].sponsor].name
