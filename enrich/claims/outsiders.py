"""Facts that a story tells of somebody who is in none of its deals: a rival, a predecessor, a newcomer."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from enrich.claims.nouns import DEAL, is_a_body, is_a_rival, is_deal
from enrich.claims.passages import Passage
from enrich.claims.scopes import Scope, clause_head, nearest_verb

# What a sponsor of the past did.
_GAVE = re.compile(
    r"(?:paid|paying|gave|given|contributed|provided|invested|spent|offered|bid|sponsored|backed)$", re.IGNORECASE
)


_PARTNER = re.compile(r"(?:sponsor|partner|backer)$", re.IGNORECASE)
_SPONSORS = re.compile(r"(?:sponsor|back)(?:s|ed|ing)?$", re.IGNORECASE)


def has_its_own(passage: Passage, scope: Scope, parties: Collection[int]) -> bool:
    """Whether a relative clause is of a name that is in no deal: "Birch, whose contract ends in May"."""
    verb = scope.verb
    while verb.dep_ == "relcl" and is_deal(verb.head) and clause_head(verb.head).dep_ == "relcl":
        verb = clause_head(verb.head)  # "Birch, who sponsored it in a deal which was worth £2m"
    name = verb.head
    if verb.dep_ != "relcl" or not name.tag_.startswith("NNP"):
        return False
    own = any(child.text.lower() in ("whose", "whom") for token in verb.children for child in token.children)
    if not own and not _GAVE.match(verb.text):
        return False
    place = scope.parsed.start(name) - scope.start
    return next((m.entity for m in passage.mentions if m.start <= place < m.end), None) not in parties


def gave(passage: Passage, scope: Scope, parties: Collection[int]) -> bool:
    """Whether a name that is in no deal paid: "while Birch paid £2m"."""
    verb = nearest_verb(scope.anchor)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or not _GAVE.match(verb.text):
        return False
    place = scope.parsed.start(subject) - scope.start
    who = next((m.entity for m in passage.mentions if m.start <= place < m.end), None)
    return who is not None and who >= 0 and who not in parties


def is_new_here(scope: Scope) -> bool:
    """Whether a clause is about some firm that it tells of for the first time: "A bank has offered £2m"."""
    subjects = [child for child in scope.verb.children if child.dep_ in ("nsubj", "nsubjpass") and is_a_body(child)]
    if scope.verb.dep_ == "relcl" and is_a_rival(scope.verb.head):
        return True  # "two rivals, one of which offered £3m", "its owner, who paid £9m for it"
    if scope.verb.text.lower() in ("has", "have", "had"):  # "The women's side have a sponsor until 2031"
        subjects += [child for child in scope.verb.children if child.dep_ == "dobj" and _PARTNER.match(child.text)]
    articles = [token.text for child in subjects for token in child.children if token.dep_ == "det"]
    return any(word.lower() in ("a", "an", "another") for word in articles)  # no "Serie A club"


def is_of_someone_elses(scope: Scope, covered: Collection[int]) -> bool:
    """Whether a clause says that somebody is a sponsor of a name that covers none of the tokens `covered`.

    "The bank has also become a sponsor of Ashby for two years", "It will go on backing Ashby until 2031".
    """
    for token in scope.clause:
        below = list(token.subtree) if token.tag_.startswith("NN") else []
        named = any(t.tag_.startswith("NNP") for t in below)
        if not named or {t.i for t in below} & set(covered):
            continue
        tie = token.head
        of = token.dep_ == "pobj" and tie.text.lower() in ("of", "at") and _PARTNER.match(tie.head.text)
        if of or (token.dep_ == "dobj" and _SPONSORS.match(tie.text)):
            return True
    return False


# Who gives money and sponsors nothing.
_OTHER_GIVERS = re.compile(
    r"(?:council|government|state|city|county|lottery|taxpayers?|ministry|owners?|members|donors?|fans|supporters|league|federation|charity|university|"
    r"broadcasters?|ratepayers|trust)$",
    re.IGNORECASE,
)


def by_a_stranger(clause: Iterable[Any]) -> bool:
    """Whether a clause says that something is done by a firm that it does not name: "sponsored by a bookmaker"."""
    return any(
        token.dep_ == "pobj"
        and token.head.dep_ == "agent"
        and is_a_body(token)
        and any(child.text.lower() in ("a", "an", "another") for child in token.children)
        for token in clause
    )


def is_of_another_body(scope: Scope) -> bool:
    """Whether a relative clause tells of a body that is not named: "It backs a league in which it invests £2m"."""
    noun = scope.verb.head
    return bool(scope.verb.dep_ == "relcl" and is_a_body(noun) and noun.left_edge.text.lower() in ("a", "an"))


def from_a_stranger(clause: Iterable[Any], known: set[int]) -> bool:
    """Whether a clause says that money comes "from" somebody who has none of the names at the tokens `known`."""
    return any(
        token.dep_ == "pobj"
        and token.head.text.lower() == "from"
        and not is_a_body(token.head.head)  # "the club from Leeds"
        and (token.tag_.startswith("NNP") or _OTHER_GIVERS.match(token.text))
        and not {t.i for t in token.subtree} & known
        for token in clause
    )


def with_a_stranger(noun: Iterable[Any], known: set[int]) -> bool:
    """Whether a deal is said to be "with" somebody new who has none of the names at the tokens `known`."""
    for token in noun:
        if token.dep_ != "pobj" or token.head.text.lower() not in ("with", "between"):
            continue
        inside = list(token.subtree)
        named = any(t.tag_.startswith("NNP") for t in inside)
        # "with the spice company Acme": the parser may part the noun from the name
        new = DEAL.match(token.head.head.text) and not {*(t.i for t in inside), inside[-1].i + 1} & known
        if new and token.tag_.startswith("NN") and (named or is_a_body(token) or _is_some_body(token)):
            return True
    return False


# Who makes agreements of other kinds: "a grant agreement with the council", "a partnership with a foundation".
_SOME_BODY = re.compile(
    r"(?:council|authority|foundation|government|ministry|agency|charity|trust|hospital|landlord|union|schools?|college|board|department|"
    r"town|city|district|county|municipality|region|state|landowners?)$"
)


def _is_some_body(token: Any) -> bool:
    """Whether a noun is some body, told of for the first time or known to all: "a foundation", "the council"."""
    articles = [child.text.lower() for child in token.children if child.dep_ == "det"]
    public = token.text in (
        "council",
        "authority",
        "government",
        "ministry",
        "town",
        "city",
        "county",
        "municipality",
    )
    return bool(_SOME_BODY.match(token.text)) and ("a" in articles or "an" in articles or public)
