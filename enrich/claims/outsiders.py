"""Facts that a story tells of somebody who is in none of its deals: a rival, a predecessor, a newcomer."""

import re
from collections.abc import Collection

from enrich.claims.nouns import is_a_body, is_a_rival, is_deal
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
        named = token.tag_.startswith("NNP") and not {t.i for t in token.subtree} & set(covered)
        if not named:
            continue
        tie = token.head
        of = token.dep_ == "pobj" and tie.text.lower() in ("of", "at") and _PARTNER.match(tie.head.text)
        if of or (token.dep_ == "dobj" and _SPONSORS.match(tie.text)):
            return True
    return False
