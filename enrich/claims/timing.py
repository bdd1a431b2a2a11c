"""How surely a date or a length is of a deal: what the words around it speak of, and what speaks against it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from enrich.claims.announced import LEAD
from enrich.claims.arrivals import comes_in, sponsor_of
from enrich.claims.earlier import it_is_the_deal
from enrich.claims.facts import Facts
from enrich.claims.nouns import is_a_body, is_a_time, is_deal
from enrich.claims.passages import Passage
from enrich.claims.renamed import is_named_for
from enrich.claims.scopes import Scope, find_told, nearest_verb
from enrich.claims.terms import ENDS, Reading

# A date near one of these is not the deal's: people have contracts of their own, and things a time of their own.
_OTHER_PEOPLE = re.compile(
    r"\b(?:(?<!fund\s)(?<!asset\s)(?<!wealth\s)manager|coach|striker|midfielder|player['’]s|prison|sentence|presidency|mandate|lawsuit|ban(?:ned)?)\b",
    re.IGNORECASE,
)
_OTHER_THINGS = re.compile(
    r"\b(?:leases?|(?:tv|television|broadcast\w*)(?!\s(?:sponsor|partner))|media\srights|tickets?|exhibition|on\sdisplay|loan|warranty|to\s(?:host|stage)|permits?|streaming|affiliation|(?:venue|arena|host(?:ing)?|tenancy|franchise)\s(?:agreement|contract|deal)s?|campaign\sruns|promotion\sruns|visa|"
    r"construction|calendar(?!\syear)|work\son|(?<!the\s)(?<!its\s)(?<!their\s)building|redevelopment)\b",
    re.IGNORECASE,
)
# "£1.2m over four years" is paid for as long.
_MONEY = re.compile(r"(?:[$€£¥₹]\s?[\d.,]+\s?\w*|\d\s?(?:m|million|bn|crore|euros|pounds|dollars))\b[^,;.]{0,25}$")
# "will sponsor its exhibitions for three years"
_SPONSORS = re.compile(r"(?:sponsor|back|support|fund)(?:s|ed|ing)?$", re.IGNORECASE)
_OPENS = re.compile(r"\bopens?\b")
_AT_A_PRICE = re.compile(r"\sat\s(?:\w+\s){0,2}[£$€₹\d]")
# What happens on a day is an event, whoever sponsors it; its date is no term.
_HAPPENS = re.compile(
    r"\b(?:held(?!\son|\sout|\soff)|tak(?:e|es|ing)\splace|took\splace|scheduled(?!\sto\s(?:run|last|end|expire|finish|start|begin|continue|remain))(?!\sfor\s(?:\w+\s)?(?:years|seasons))|staged|contested|(?:will\s|to\s)?(?:open|close)s?\sits\sdoors|attended|visited)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
# What the parse may miss: "the agreement lapses in May".
_OF_A_DEAL = re.compile(
    r"\b(?:deal|agreement|contract|partnership|sponsorship|pact|tie-up|extension|arrangement),?\s"
    r"(?:(?:which|that|will|is|was|due|set|to|now|also|currently|would)\s){0,4}$",
    re.IGNORECASE,
)
_BEGAN = re.compile(r"(?:began|started|commenced|became|joined)\b", re.IGNORECASE)
_DEAL = re.compile(
    r"\b(?:deal|agreement|contract|partner\w*|sponsor\w*|pact|naming|extension|extend\w*|renew\w*|term|collaboration|rights|alliance|"
    r"commit(?:s|ted|ting|ments?)?|ambassador|backing|support\w*|arrangement|relationship|kits?|shirts?|jerseys?|logo|sign(?:s|ed|ing)?|agree[ds]?|pledg\w+|fund(?:s|ed|ing)?|"
    r"pen\sto\spaper|(?:at\sthe|by\s\w+)\sside|(?:count|rely|relies)\son|tie-up|link-up|tenure|co-?operation|on\sboard|pay(?:s|ing)?|secur\w+|involvement|association|package)\b",
    re.IGNORECASE,
)
# Before this year nothing starts that an undated article announces: "a carriage from 1938".
_OLDEST = 1990


@dataclass(frozen=True)
class _Said:
    """By what the words around a date or a length tell that it is of a deal."""

    tied: bool  # the passage ties the parties
    spoken: bool  # the clause has a word for sponsoring
    goes_on: bool  # it is said of what was spoken of before
    to_come: bool  # the lead says that it will be
    enters: bool  # the sponsor comes in, or what bears its name
    of_a_deal: bool  # any of what tells surely


def force(passage: Passage, reading: Reading, facts: Facts, number: int) -> float:
    """Return how surely a date or a length is that of deal `number`; 0 where it is not."""
    scope = facts.scope(passage, reading.start, reading.end)
    if scope is None or _is_of_something_else(passage, reading, scope, facts, number):
        return 0.0
    said = _said(passage, reading, scope, facts, number)
    if not _is_told(passage, reading, scope, facts, number, said):
        return 0.0
    if _is_at_odds(passage, reading, scope, facts, number):
        return 0.0
    mine = facts.covers(passage, reading.start, reading.end, number)
    if not mine and not (reading.sure and number == 0 and facts.names_nobody_else(passage)):
        return 0.0
    return 0.5 + 2.0 * said.tied + said.spoken + (scope.head is not None)


def _is_of_something_else(passage: Passage, reading: Reading, scope: Scope, facts: Facts, number: int) -> bool:
    """Whether a date or a length is of a person's contract, a lease, a broadcast, an event or what it opens."""
    near = max(0, reading.start - 60), reading.end + 40
    if _speaks_of(_OTHER_PEOPLE, passage, scope, scope.clause, near):
        return True
    things = _speaks_of(_OTHER_THINGS, passage, scope, scope.head_phrase() or scope.clause, near)
    if things and not _SPONSORS.match(nearest_verb(scope.anchor).text):
        return True
    if _HAPPENS.search(passage.words[: reading.end].rstrip(".")):
        return True
    if _is_of_an_event(passage, reading, scope) and not _opens_with_it(passage, reading, scope, facts, number):
        return True
    # "will be called Acme Park when it opens" tells of the name
    return not reading.loose and _speaks_of(_OPENS, passage, scope, scope.clause, near)


def _said(passage: Passage, reading: Reading, scope: Scope, facts: Facts, number: int) -> _Said:
    """Return by what the words around a reading tell that it is of deal `number`."""
    clause = scope.words(scope.clause if scope.verb.dep_ != "advcl" else {*scope.clause, *scope.outer})
    spoken = bool(_DEAL.search(clause)) or (reading.kind == "years" and _is_priced(passage, reading))
    goes_on = facts.goes_on(passage, scope)
    # "Rovers will race as Acme Rovers from 2026": what the lead says will be is the deal.
    promised = passage.order <= LEAD and any(child.text.lower() == "will" for child in scope.verb.children)
    published = facts.text.published_at
    since = published.year - 1 if published else _OLDEST
    pays = facts.names_the_payer(passage, scope)
    to_come = promised and (" as " in clause or pays)
    to_come = to_come and (reading.kind != "start" or int(str(reading.value)[:4]) >= since)
    enters = (
        reading.kind == "start" and not facts.ends[number] and comes_in(passage, reading, scope, facts, number)
    ) or (reading.kind == "end" and is_named_for(sponsor_of(facts, number), passage, scope))
    tied = facts.owners.ties(passage, number)
    of_a_deal = (
        ((pays or goes_on) and reading.kind == "years" and bool(_STEPS_IN.match(nearest_verb(scope.anchor).text)))
        or tied
        or scope.head is not None
        or enters
        or (goes_on and bool(_EXPIRES.match(scope.verb.text)))  # only deals do
        or _OF_A_DEAL.search(passage.words[: reading.start]) is not None
        or reading.sure
        or (goes_on and it_is_the_deal(facts.text, passage, scope))
    )
    said_so = " worth " in clause or reading.kind != "start"
    return _Said(tied, spoken, goes_on and said_so, to_come, enters, of_a_deal)


def _is_priced(passage: Passage, reading: Reading) -> bool:
    """Whether a sum stands beside a length: "£2m over four years", "ten years at £1m"."""
    before = passage.words[max(0, reading.start - 60) : reading.start]
    return bool(_MONEY.search(before) or _AT_A_PRICE.match(passage.words, reading.end))


def _is_told(passage: Passage, reading: Reading, scope: Scope, facts: Facts, number: int, said: _Said) -> bool:
    """Whether enough tells that a reading is of a deal, by how much its own words say."""
    surely = said.of_a_deal or said.spoken or said.to_come
    if not (surely or said.goes_on):
        return False
    final = _FINAL.search(
        passage.words, reading.start, reading.end
    )  # "The 2031 race will be the last with its name"
    lasts = reading.kind == "end" and not (surely or final or _HAS.match(scope.verb.text))
    if lasts and facts.is_about_the_holder(passage, scope):
        return False  # "The race will stay in Leeds until 2031"
    if reading.loose and not (said.enters if reading.kind == "start" else _is_over(reading, scope, facts, number)):
        return False
    stays = reading.kind == "end" and said.goes_on and (facts.ends[number] or bool(_STAYS.match(scope.verb.text)))
    return not reading.derived or said.of_a_deal or stays  # "tours begin in April" is everybody's April


def _is_at_odds(passage: Passage, reading: Reading, scope: Scope, facts: Facts, number: int) -> bool:
    """Whether what is told of deal `number` elsewhere leaves no room for the reading: it looks back, or too far."""
    if reading.kind == "years":
        tied = facts.owners.ties(passage, number)
        if (facts.starts[number] or facts.ends[number]) and _is_wished(scope):
            return True
        return _looks_back(scope) or (not tied and _is_by_the_way(scope))
    if _is_long_past(reading, facts, number):
        return True
    if reading.kind == "start":
        began = _BEGAN.match(passage.words, reading.start) or _BEGAN.match(scope.verb.text)
        just_now = reading.derived and reading.precision == "day"
        if facts.starts[number] and began and not just_now:  # it was the deal before
            return True
        return _stops(nearest_verb(scope.anchor)) or _is_too_late(reading, facts, number)
    due = _WAS_DUE.search(passage.words, max(0, reading.start - 40), reading.end)
    if facts.starts[number] and due and due.end() > reading.start:
        return True  # "which was due to end in May": it was the deal before
    quits = facts.starts[number] and bool(_QUITS.match(passage.words, reading.start))  # who comes in does not leave
    return not facts.ends[number] and (quits or _is_not_renewed(scope))


# What an event, a season or a club does on a day of its own.
_TAKES_PLACE = re.compile(
    r"(?:beg[aiu]n|start|run|ran|open|last|end|finish|kick|commenc|conclud|clos|get|got)", re.IGNORECASE
)


def _is_of_an_event(passage: Passage, reading: Reading, scope: Scope) -> bool:
    """Whether a date tells when something begins or ends that is no deal: "the Lake Run, which starts on 4 May"."""
    verb = nearest_verb(scope.anchor)
    if reading.kind != "years" and verb.dep_ == "relcl" and verb.head.text.lower() in ("season", "campaign"):
        return True  # "for the current season, which ends in May"
    if reading.kind == "years" or not _TAKES_PLACE.match(verb.text) or verb.nbor(1).text.lower() == "out":
        return False
    if any(child.dep_ == "dobj" and is_deal(child) for child in verb.children):
        return False  # "have concluded a contract from 1 October"
    if reading.loose and reading.kind == "start" and verb.dep_ == "advcl":
        return False  # "will be its official water when the season opens in May"
    while verb.dep_ == "conj" and not any(child.dep_ == "nsubj" for child in verb.children):
        verb = verb.head  # "which begins on 4 July and runs until 12 July"
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if verb.dep_ == "relcl":
        if is_deal(verb.head) or is_deal(verb.head.head.head):  # "a contract with Acme, which ends in May"
            return False
        which = min((child.i for child in subjects), default=verb.i)
        # The name before the comma, whatever the parser hangs the clause on.
        subjects = [token for token in scope.parsed if token.i in (which - 1, which - 2) and token.tag_ != ","]
    places = {scope.parsed.start(child) - scope.start for child in subjects}
    named = any(m.named and any(m.start <= place < m.end for place in places) for m in passage.mentions)
    if any(is_deal(child) for child in subjects):
        return False
    return named or any(is_a_body(child) or is_a_time(child) for child in subjects)


def _opens_with_it(passage: Passage, reading: Reading, scope: Scope, facts: Facts, number: int) -> bool:
    """Whether a sponsor comes in when something opens: "will be on the shirts when the club kicks off in May"."""
    timed = reading.kind == "start" and nearest_verb(scope.anchor).dep_ == "advcl"
    return timed and comes_in(passage, reading, scope, facts, number)


def _is_not_renewed(scope: Scope) -> bool:
    """Whether what ends then is told not to go on: "would not renew when its contract expires in May"."""
    verb = scope.verb.head if scope.verb.dep_ == "advcl" else scope.verb
    return bool(_GOES_ON.match(verb.text)) and any(child.dep_ == "neg" for child in verb.children)


def _stops(verb: Any) -> bool:
    """Whether the verb of a date is one of ending: "ended with effect from 1 May", "will cease to be sponsor"."""
    concluded = [child for child in verb.children if child.dep_ == "dobj"]
    if any(t.text.lower() in ("a", "an") for child in concluded for t in child.children):
        return False  # "have concluded a contract from 1 July"
    return bool(_STOPS.match(verb.text) or (verb.dep_ == "xcomp" and _STOPS.match(verb.head.text)))


def _is_too_late(reading: Reading, facts: Facts, number: int) -> bool:
    """Whether a date of a deal that is over is still to come: nothing starts then."""
    published = facts.text.published_at
    return facts.ends[number] and published is not None and str(reading.value) > published.date().isoformat()


_FINAL = re.compile(r"\b(?:last|final)\b", re.IGNORECASE)
# What a club does with what a sponsor gives.
_HAS = re.compile(
    r"(?:wear|bear|carr|keep|retain|receiv|get|earn|display|show|call|know|play|race|has|have)", re.IGNORECASE
)
_WAS_DUE = re.compile(
    r"\b(?:was|were|been)\s(?:\w+\s)?(?:due|set|scheduled|expected|supposed|meant)\sto\s(?:\w+\s)?(?:end|expire|lapse|run\sout|finish|conclude)\b",
    re.IGNORECASE,
)
# Who comes in "for three years" is a sponsor for as long.
_STEPS_IN = re.compile(
    r"(?:step|com(?:es?|ing)$|join|tak|return|stay|remain|arriv|jump|continu|replac|succeed|win|won|attract|recruit|land|secur|retain|keep|kept)",
    re.IGNORECASE,
)


def _is_long_past(reading: Reading, facts: Facts, number: int) -> bool:
    """Whether a date lies in the past, of a deal that is news and not over: it is another's."""
    published = facts.text.published_at
    if published is None or facts.ends[number] or facts.is_background[number]:
        return False
    year = int(str(reading.value)[:4])
    if reading.kind == "end":
        return year < published.year
    return facts.starts[number] and year < published.year - 1


def _is_over(reading: Reading, scope: Scope, facts: Facts, number: int) -> bool:
    """Whether an ending is told of a deal that is over by now; what ended long ago was another."""
    published = facts.text.published_at
    if not facts.ends[number]:
        return False
    if published is None:
        return bool(nearest_verb(scope.anchor).tag_ != "VBD")
    return int(str(reading.value)[:4]) >= published.year - 1


def _speaks_of(
    words: re.Pattern[str], passage: Passage, scope: Scope, tokens: Sequence[Any], near: tuple[int, int]
) -> bool:
    """Whether the noun phrase or clause of a date has one of the words near it; another's are of other things."""
    places = [place for place, _ in scope.places(tokens)]
    return any(
        any(found.start() <= place < found.end() for place in places) for found in find_told(words, passage, *near)
    )


_STOPS = re.compile(rf"(?:{ENDS}|suspend\w*|finish\w*|expir\w*|laps\w*)$", re.IGNORECASE)
_QUITS = re.compile(r"(?:leav|quit|withdr|exit|depart|pull|step|walk|bow)", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:renew|extend|continu|prolong)", re.IGNORECASE)
# What a sponsor does until a day: "will remain until June", "is terminating it with effect from 31 January"
_STAYS = re.compile(rf"(?:remain|stay|continu|{ENDS}$)", re.IGNORECASE)
_EXPIRES = re.compile(r"(?:expir|laps|renew|extend)", re.IGNORECASE)


_WISHES = re.compile(r"(?:hop|want|wish|plan|aim|seek|sought|like|look|intend|prefer)", re.IGNORECASE)


def _is_wished(scope: Scope) -> bool:
    """Whether a clause tells what somebody has in mind: "hopes to sign another for three years"."""
    verb = nearest_verb(scope.anchor)
    while verb.dep_ in ("xcomp", "conj") and verb.head.i != verb.i:
        verb = verb.head
        if _WISHES.match(verb.text):
            return True
    return False


def _is_by_the_way(scope: Scope) -> bool:
    """Whether a clause tells what somebody did lately: "recently committed £3m over five years to its staff"."""
    verb = nearest_verb(scope.anchor)
    return verb.tag_ in ("VBD", "VBN") and any(
        child.dep_ == "advmod" and child.text.lower() in ("recently", "previously", "already", "earlier")
        for child in verb.children
    )


# What one does for as long as a deal runs; what one does once, for a time to come, is "sign" or "renew".
_LASTS = re.compile(
    r"(?:been|was|were|is|are|sponsored|supported|backed|partnered|served|worked|worn|wore|carried|held|appeared|funded|adorned|been|ran|run|"
    r"paid|given|contributed|financed|bankrolled|remained|played|featured|enjoyed|had|hosted|associated|helped)$",
    re.IGNORECASE,
)


_IS_SEEN = re.compile(
    r"(?:attached|linked|tied|displayed|emblazoned|seen|worn|printed|connected|known|called)$", re.IGNORECASE
)


def _looks_back(scope: Scope) -> bool:
    """Whether a length is of what has been: "has sponsored the club for five years", "was a partner for ten"."""
    verb, nearest = scope.verb, nearest_verb(scope.anchor)
    if nearest.dep_ == "conj" and nearest.head.i == verb.i:
        verb = nearest  # "has backed it for years and has committed itself to two more"
    helpers = {child.text.lower() for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBG" and "been" in helpers and "will" not in helpers:
        return True  # "has been looking for a partner for two years"
    if helpers & {"has", "have", "had"} and _IS_SEEN.match(verb.text):
        return True  # "its name has been attached to the race for years"
    told = scope.head is not None or nearest.dep_ == "xcomp"  # "has paid £2m to be it for two years"
    if told or verb.tag_ not in ("VBN", "VBD") or not _LASTS.match(verb.text):
        return False
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    ahead = helpers & {"will", "would", "to", "can", "could", "may"} and "have" not in helpers
    return not passive and not ahead
