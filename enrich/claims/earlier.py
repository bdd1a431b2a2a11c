"""What sets an earlier deal, or another's, apart from the one told of: "the previous one", "up from £2m"."""

import re
from collections.abc import Iterable
from typing import Any

from enrich.claims.nouns import is_deal
from enrich.claims.passages import Passage
from enrich.claims.scopes import Scope, nearest_verb
from enrich.text import Text

# What sets an earlier deal apart from the one that is announced.
_EARLIER = frozenset(
    "previous earlier old former outgoing last past predecessor expiring prior existing current initial original"
    " first".split()
)
_OTHERS = frozenset(("similar", "comparable", "equivalent", "rival", "typical"))
_NOT_LATER = frozenset(("first", "initial"))  # "The initial deal is for two years"
_BEFORE = frozenset("previous former old last outgoing departed".split())
_PARTNER = re.compile(r"(?:sponsor|partner|backer|holder|supplier|provider|supporter)$", re.IGNORECASE)
_IT = frozenset(("it", "that", "this", "which"))
# "It was worth £1m a year; neither side would say what the new one costs."
_NEW_ONE = re.compile(r"\bnew\s(?:one|deal|contract|agreement)\b", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:previously|formerly|used to|originally|since (?:19|20)\d\d|"
    r"(?:first|initially) (?:\w+ed|began|became|took|came|struck))\b",
    re.IGNORECASE,
)
# "It has backed the cup since 2018, when it signed a five-year agreement"
_THEN = re.compile(r"\b(?:19|20)\d\d,?\s$")
_RAN_OUT = re.compile(
    r"\b(?:ended|expired|terminated|lapsed|concluded(?!\san?\s)|ran\sout|came\sto\san\send)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:exten|renew|prolong|lengthen)", re.IGNORECASE)
# "will replace Acme when its contract ends": the contract of the one that is replaced.
_REPLACES = re.compile(r"(?:replac|succeed|supplant|supersed|tak)", re.IGNORECASE)
_ENDS = re.compile(r"(?:end|expir|finish|laps|conclud|terminat|run|com|leav|depart)", re.IGNORECASE)
_THAT_OF = r"(?:the|its|their|his|her|that|what|those|an?\s(?:previous|earlier|existing)|[A-Z][\w’'&.-]*)"
# A figure that another is measured by: "double the £2m", "up from £1m", "more than Acme's £4m".
_COMPARED = re.compile(
    rf"(?:\b(?:double|doubl(?:es|ing)|twice|treble|triple|quadruple|half|times)\s(?:as\smuch\sas\s|that\sof\s)?{_THAT_OF}\b|"
    rf"\bthan\s(?:(?:under|in|for|with)\s)?{_THAT_OF}\b|\b(?:up|down|rise|rises|rising|rose|increase[ds]?|jump\w*|leap\w*|climb\w*|hike|improve\w+|grew|growing)\s(?:from|on)\b|"
    r"\b(?:increase|rise|jump|hike|improvement)\sof\s[^,;.]{1,30}\son\b|"
    rf"\b(?:above|below)\s{_THAT_OF}\b|\bcompar(?:ed|able|es|ing)\s(?:to|with)\b|\badd(?:ed|ing|s)?\sto\b|\bon\stop\sof\b|\bin\saddition\sto\b|\bin\sline\swith\b|"
    rf"\b(?:surpass|exceed|eclips|beat|dwarf|overtak|outstrip|match|topp|tops|rival|second\sonly\sto|behind|akin\sto|similar\sto|against)\w*\s{_THAT_OF}\b|"
    r"\b(?:largest|biggest|highest|richest|best|first|most\s\w+)\b[^,;.]{0,60}\bsince\b|"
    r"(?:\bas\s)?\bagainst(?=\s(?:(?:about|around|just|only|some|roughly)\s)?$)|\bas\sopposed\sto\b|\bversus\b|"
    r"\band\snot\b|\brather\sthan\b|\binstead\sof\b)[^,;.]{0,45}$"
)
# "has doubled its support to £2m", "up from £1m to £2m": what it is now.
_RISES_TO = re.compile(
    r"(?:\b(?:doubl\w+|trebl\w+|tripl\w+|quadrupl\w+)\b(?!\s(?:as|that|what))|\bfrom\s\S{2,20}(?:\s\w{1,8})?)[^,;.]{0,60}\sto\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_COMPARISON = re.compile(
    r"\b(?:compar(?:ed|es|ing)\s(?:to|with)|(?:up|down)\s(?:from|on)|(?:more|less|higher|lower|greater|better)\sthan|against\sthe|instead\sof|"
    r"rather\sthan|beating|surpassing|exceeding|eclipsing|dwarfing|in\splace\sof)\b",
    re.IGNORECASE,
)
_PAID_BEFORE = re.compile(
    r"^\s?for\s(?:each\sof\s|all\s)?(?:the|its)\s(?:past|last|previous)\b|^\s?(?:(?:a|per)[\s-](?:year|season|annum)\s)?(?:(?:that|which)\s)?(?:[\w’'&.-]+\s){1,4}?(?:had\s(?:been\s)?(?:previously\s)?pa(?:id|ying)|"
    r"(?:was|were|has\sbeen|have\sbeen)\s(?:previously\s|currently\s)?paying|used\sto\spay|currently\spays?)\b|"
    r"^\s?(?:(?:a|per)[\s-](?:year|season|annum)\s)?(?:paid|shelled\sout|given|contributed)\sby\s(?:the|its|their)\s(?:last|previous|former|outgoing|departing)\b"
)


def is_measure(passage: Passage, start: int, end: int) -> bool:
    """Whether the words at `start` to `end` are what another fact is measured by, or what was paid before."""
    before = passage.words[max(0, start - 90) : start]
    if _COMPARED.search(before) and not _RISES_TO.search(before):
        return True
    return bool(_PAID_BEFORE.match(passage.words[end : end + 70]))


# "We reported that Acme had signed for five years. This was incorrect."
_WRONG = re.compile(
    r"\b(?:we\s(?:said|reported|stated|wrote|gave)|(?:incorrectly|wrongly|mistakenly|erroneously)|in\serror|"
    r"an\searlier\sversion)\b",
    re.IGNORECASE,
)


def is_corrected(passage: Passage) -> bool:
    """Whether a sentence says what was reported before and is wrong."""
    return bool(_WRONG.search(passage.words))


_CURRENT = re.compile(
    r"\b(?:current|existing|present|previous|old)\s(?:[\w-]+\s){0,2}?(?:deal|sponsorship|contract|agreement|partnership|one)\b",
    re.IGNORECASE,
)


def follows_the_current(text: Text, passage: Passage) -> bool:
    """Whether the sentence before is about the deal that a new one will follow."""
    before = text.sentence_at(passage.start - 1) if passage.start else None
    return before is not None and _CURRENT.search(text.body[before.start : before.end]) is not None


UNKNOWN = -99
_A_NAME = re.compile(r"\b[A-Z][\w’'&.-]*$")
_WHOSE = re.compile(r",?\swhose\s")
# "Birch, which has had its name on the arena since 2005 and ⟨whose⟩ deal ends in May"
_WHICH_AND = re.compile(r",\s(?:which|who)\s[^,;.]{2,90}\sand$")
_CLOSED = re.compile(r"[;:–—]|,?\s(?:and|but|while)\s(?:will|has|is|it|the|they)\b|,\s(?:will|has|is)\b")


def whose(passage: Passage, start: int) -> int | None:
    """Return the entity "whose" thing the words at `start` are of, None where no such clause is open there.

    "Acme takes over from Birch, whose deal, worth £1m, ends in May": whatever the parser makes of it. `UNKNOWN` is
    a name that is none of the article's entities.
    """
    opened = list(_WHOSE.finditer(passage.words, 0, start))
    if not opened or _CLOSED.search(passage.words, opened[-1].end(), start):
        return None
    place = opened[-1].start()
    which = _WHICH_AND.search(passage.words, 0, place)
    place = which.start() if which else place
    named = next((m.entity for m in passage.mentions if m.end == place), None)
    return UNKNOWN if named is None and _A_NAME.search(passage.words, 0, place) else named


def comparison(passage: Passage, place: int) -> int:
    """Return where a comparison begins after `place`: "£4m, compared with the £2m that Acme paid"; else the end."""
    found = _COMPARISON.search(passage.words, place)
    return found.start() if found else len(passage.words)


def looks_back(text: Text, passage: Passage, start: int, end: int, scope: Scope) -> bool:
    """Whether the words at `start` to `end` tell of the deal before the one that is announced."""
    if _is_earlier(scope) or _RAN_OUT.search(passage.words[max(0, start - 60) : end]):
        return True
    if _PREVIOUS_PAID.search(passage.words, 0, start) or _paid_then(text, scope):
        return True
    return _was(scope) and (
        bool(_NEW_ONE.search(passage.words, end)) or _is_of_the_one_before(text, passage, scope)
    )


# "The previous backer, a local garage, paid £1m", whatever the parser makes of it
_PREVIOUS_PAID = re.compile(
    r"\b(?:previous|former|last|outgoing|departed|old)\s(?:[\w-]+\s)?(?:sponsor|partner|backer|holder|supplier)s?\b[^;]{0,60}"
    r"\b(?:paid|gave|contributed|invested|spent)\s(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)
_PAYS = re.compile(r"(?:paid|gave|contributed|invested|spent|received|got|earned)$", re.IGNORECASE)
_IN_A_YEAR = re.compile(r"\bin\s(?P<year>(?:19|20)\d\d)\b")


def _paid_then(text: Text, scope: Scope) -> bool:
    """Whether a clause says what was paid in a year gone by: "It paid £2m when it began in 2020"."""
    verb = nearest_verb(scope.anchor)
    if verb.tag_ != "VBD" or not _PAYS.match(verb.text) or text.published_at is None:
        return False
    found = _IN_A_YEAR.search(scope.words(verb.subtree))
    return found is not None and int(found["year"]) < text.published_at.year - 1


def _was(scope: Scope) -> bool:
    """Whether the clause tells what "it", or a deal, was."""
    subjects = [child for child in scope.verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return scope.verb.tag_ == "VBD" and any(s.text.lower() in _IT or is_deal(s) for s in subjects)


def _is_of_the_one_before(text: Text, passage: Passage, scope: Scope) -> bool:
    """Whether "it" is the earlier deal that the sentence before is about."""
    before = text.sentence_at(passage.start - 1) if passage.start else None
    if before is None or not any(child.text.lower() in _IT for child in scope.verb.children):
        return False
    return any(
        is_deal(token) and token.dep_ in ("nsubj", "nsubjpass") and _is_called_earlier(token)
        for token in text.parsed(before)
    )


def it_is_the_deal(text: Text, passage: Passage, scope: Scope) -> bool:
    """Whether "it" is a deal that the sentence before tells of, and of nothing else: "It begins this month"."""
    before = text.sentence_at(passage.start - 1) if passage.start else None
    if before is None or not any(
        child.text.lower() == "it" for child in scope.verb.children if child.dep_ == "nsubj"
    ):
        return False
    sides = [
        token for token in text.parsed(before) if token.dep_ in ("nsubjpass", "dobj") and token.head.dep_ == "ROOT"
    ]
    sides += [  # "have entered into a partnership"
        token
        for token in text.parsed(before)
        if token.dep_ == "pobj"
        and token.head.head.dep_ == "ROOT"
        and token.head.text in ("into", "on", "to")
        and is_deal(token)
    ]
    return bool(sides) and all(is_deal(token) for token in sides)


def _is_called_earlier(noun: Any) -> bool:
    return any(child.text.lower() in _EARLIER for child in noun.children)


def _is_earlier(scope: Scope) -> bool:
    """Whether the deal is called an earlier one, or the clause looks back from the one that is announced."""
    head = scope.head
    if head is not None and any(child.text.lower() in _OTHERS and child.dep_ == "amod" for child in head.children):
        return True  # "A similar deal at Birch brings in £2m"
    # "The initial term" is what has been agreed now.
    said = () if head is None or head.text.lower() == "term" else head.children
    if _GOES_ON.match(scope.verb.text):  # "the existing deal has been extended by two years"
        said = ()
    subjects = [child for child in scope.verb.children if child.dep_ == "nsubj"]
    present = scope.verb.tag_ in ("VBZ", "VBP")
    if any(
        child.text.lower() in _EARLIER
        and child.dep_ not in ("relcl", "acl")  # "the contract, which will last for three years"
        and not (present and child.text.lower() in _NOT_LATER)
        for child in (*said, *subjects)
    ):
        return True
    if scope.verb.tag_ == "VBD" and any(_is_called_before(subject) for subject in subjects):
        return True  # "The previous holder, Acme, paid £2m"
    if _had_been(scope) or _is_of_the_replaced(scope):
        return True
    if scope.verb.dep_ == "relcl" and scope.verb.head.text.lower() == "one" and _is_called_earlier(scope.verb.head):
        return True  # "better than the old one, which was worth £1m"
    under = [child for child in scope.verb.children if child.dep_ == "prep" and child.text.lower() == "under"]
    if any(is_deal(noun) and _is_called_earlier(noun) for child in under for noun in child.children):
        return True  # "Under the current contract the club gets £2m"
    told_of = scope.words(_beside(scope)), scope.words(_without_since(scope.outer))
    return any(_BACK.search(words) for words in told_of) or _is_in_the_past(scope)


def _beside(scope: Scope) -> list[Any]:
    """Return the tokens beside a fact, but not what a name is told to be: "Acme, its sponsor since 2019"."""
    aside = {t.i for token in scope.clause if token.dep_ == "appos" for t in token.subtree}
    return _without_since(token for token in scope.beside() if token.i not in aside or scope.anchor.i in aside)


def _without_since(tokens: Iterable[Any]) -> list[Any]:
    """Return the tokens without what says since when somebody has been one: "the club's partner ⟨since 2019⟩"."""
    kept = list(tokens)
    told = [t for t in kept if t.text.lower() == "since" and _PARTNER.match(t.head.text)]
    since = {below.i for t in told for below in t.subtree}
    return [token for token in kept if token.i not in since]


def _is_in_the_past(scope: Scope) -> bool:
    """Whether a clause hangs on one of the past: "previously backed the cup until 2030, when it paid £1m"."""
    first = scope.verb.left_edge
    if scope.verb.tag_ == "VBD" and first.text.lower() == "when":
        return _THEN.search(scope.words(token for token in scope.parsed if token.i < first.i)) is not None
    above = scope.verb.head
    while scope.verb.dep_ in ("relcl", "advcl") and above.dep_ in ("pobj", "prep", "npadvmod", "nummod"):
        above = above.head
    return scope.verb.dep_ in ("relcl", "advcl") and any(
        child.text.lower() in ("previously", "formerly", "originally") for child in above.children
    )


def _is_called_before(subject: Any) -> bool:
    return bool(_PARTNER.match(subject.text)) and any(child.text.lower() in _BEFORE for child in subject.children)


def _had_been(scope: Scope) -> bool:
    """Whether the clause looks back from the news: "had paid £2m"; not what somebody says had been agreed."""
    verb = nearest_verb(scope.anchor)
    told = scope.verb.dep_ in ("ccomp", "conj") or any(child.dep_ == "ccomp" for child in scope.verb.children)
    return not told and any(child.text.lower() == "had" and child.dep_ == "aux" for child in verb.children)


def _is_of_the_replaced(scope: Scope) -> bool:
    """Whether the clause tells when the deal ends whose sponsor another one replaces."""
    verb, head = scope.verb, scope.verb.head
    if verb.dep_ != "advcl" or not _ENDS.match(verb.text):
        return False
    while head.dep_ in ("relcl", "xcomp") and not _REPLACES.match(head.text):
        head = head.head
    timed = any(child.text.lower() in ("when", "once", "after") for child in verb.children)
    return timed and bool(_REPLACES.match(head.text))
