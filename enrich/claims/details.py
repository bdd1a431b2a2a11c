"""When a deal was announced, starts and ends, and for how long it runs: the readings that are said of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from enrich.claims.announced import LEAD, find_announced
from enrich.claims.arrivals import comes_in, sponsor_of
from enrich.claims.calendar import find_day, find_ends_by, find_sport, find_starts_by, has_time
from enrich.claims.dates import find_dates
from enrich.claims.earlier import it_is_the_deal
from enrich.claims.facts import Facts
from enrich.claims.lengths import find_years
from enrich.claims.nouns import is_a_body, is_a_time, is_deal
from enrich.claims.passages import Passage
from enrich.claims.renamed import is_named_for
from enrich.claims.scopes import Scope, find_told, nearest_verb
from enrich.claims.terms import ENDS, Reading, find_ends, find_starts
from enrich.text import Text
from records.record import EntityKind, Evidence, Term

# A date near one of these is not the deal's: people have contracts of their own, and things a time of their own.
_OTHER_PEOPLE = re.compile(
    r"\b(?:(?<!fund\s)(?<!asset\s)(?<!wealth\s)manager|coach|striker|midfielder|player['’]s|prison|sentence|presidency|mandate|lawsuit|ban(?:ned)?)\b",
    re.IGNORECASE,
)
_OTHER_THINGS = re.compile(
    r"\b(?:leases?|tv|television|broadcast\w*|media\srights|tickets?|exhibition|on\sdisplay|loan|warranty|campaign\sruns|promotion\sruns|visa|"
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
    r"pen\sto\spaper|(?:count|rely|relies)\son|tie-up|link-up|tenure|co-?operation|on\sboard|pay(?:s|ing)?|secur\w+|involvement|association|package)\b",
    re.IGNORECASE,
)


def find_readings(text: Text, passages: Sequence[Passage]) -> dict[int, list[Reading]]:
    """Return the lengths and dates the passages tell, whosever they are, by the order of each that has any."""
    day = find_day(text, find_dates)
    sport = find_sport(text.body)
    found: dict[int, list[Reading]] = {}
    for passage in passages:
        words = "" if passage.is_title else passage.words
        starts, ends = find_starts(words), find_ends(words)
        if day is not None and has_time(words):
            starts += find_starts_by(words, day, sport)
            ends += find_ends_by(words, day, sport)
        if readings := [*find_years(words), *starts, *ends]:
            found[passage.order] = readings
    return found


def _best(
    passages: Sequence[Passage], readings: Mapping[int, list[Reading]], facts: Facts, number: int, kind: str
) -> tuple[Passage, Reading] | None:
    """Return the surest reading of `kind` for pair `number`, the earliest of those equally sure."""
    best: tuple[float, Passage, Reading] | None = None
    for passage in passages:
        for reading in readings.get(passage.order, ()):
            if facts.ends[number] and _takes_effect(passage, reading):
                reading = replace(reading, kind="end")
            force = _force(passage, reading, facts, number) if reading.kind == kind else 0.0
            if force > 0 and (best is None or force > best[0]):
                best = (force, passage, reading)
    return (best[1], best[2]) if best else None


_EFFECT = re.compile(r"(?:takes?\seffect|taking\seffect|effective|comes?\sinto\s(?:effect|force))\b", re.IGNORECASE)


def _takes_effect(passage: Passage, reading: Reading) -> bool:
    """Whether a date is that at which something takes effect: of a deal that is over, its end."""
    return reading.kind == "start" and _EFFECT.match(passage.words, reading.start) is not None


# Before this year nothing starts that an undated article announces: "a carriage from 1938".
_OLDEST = 1990


def _force(passage: Passage, reading: Reading, facts: Facts, number: int) -> float:
    """Return how surely a date or a length is the deal's; 0 where it is not."""
    near = max(0, reading.start - 60), reading.end + 40
    tied = facts.owners.ties(passage, number)
    scope = facts.scope(passage, reading.start, reading.end)
    if (
        scope is None
        or _speaks_of(_OTHER_PEOPLE, passage, scope, scope.clause, near)
        or (
            _speaks_of(_OTHER_THINGS, passage, scope, scope.head_phrase() or scope.clause, near)
            and not _SPONSORS.match(nearest_verb(scope.anchor).text)
        )
        or _HAPPENS.search(passage.words[: reading.end])
        or (_is_of_an_event(passage, reading, scope) and not _opens_with_it(passage, reading, scope, facts, number))
    ):
        return 0.0
    if (
        _speaks_of(_OPENS, passage, scope, scope.clause, near) and not reading.loose
    ):  # "will be called Acme Park when it opens" tells of the name
        return 0.0
    began = _BEGAN.match(passage.words, reading.start) or _BEGAN.match(scope.verb.text)
    just_now = reading.derived and reading.precision == "day"
    if reading.kind == "start" and facts.starts[number] and began and not just_now:  # it was the deal before
        return 0.0
    clause = scope.words(scope.clause)
    spoken = bool(_DEAL.search(clause)) or (
        reading.kind == "years"
        and bool(
            _MONEY.search(passage.words[max(0, reading.start - 60) : reading.start])
            or _AT_A_PRICE.match(passage.words, reading.end)
        )
    )
    goes_on = facts.goes_on(passage, scope)
    # "Rovers will race as Acme Rovers from 2026": what the lead says will be is the deal.
    promised = passage.order <= LEAD and any(child.text.lower() == "will" for child in scope.verb.children)
    published = facts.text.published_at
    since = published.year - 1 if published else _OLDEST
    named = " as " in clause or facts.names_the_payer(passage, scope)
    to_come = promised and named and (reading.kind != "start" or int(str(reading.value)[:4]) >= since)
    enters = (
        reading.kind == "start" and not facts.ends[number] and comes_in(passage, reading, scope, facts, number)
    ) or (reading.kind == "end" and is_named_for(sponsor_of(facts, number), passage, scope))
    expires = goes_on and bool(_EXPIRES.match(scope.verb.text))  # only deals do
    named_before = _OF_A_DEAL.search(passage.words[: reading.start]) is not None
    of_a_deal = tied or scope.head is not None or enters or expires or named_before or reading.sure
    of_a_deal = of_a_deal or (goes_on and it_is_the_deal(facts.text, passage, scope))
    if not (of_a_deal or spoken or to_come or (goes_on and (reading.kind != "start" or " worth " in clause))):
        return 0.0
    if reading.loose and not (enters if reading.kind == "start" else _is_over(reading, scope, facts, number)):
        return 0.0
    if reading.kind != "years" and _is_long_past(reading, facts, number):
        return 0.0
    if reading.kind == "start" and _stops(nearest_verb(scope.anchor)):
        return 0.0
    stays = reading.kind == "end" and goes_on and (facts.ends[number] or bool(_STAYS.match(scope.verb.text)))
    if reading.derived and not (of_a_deal or stays):  # "tours begin in April" is everybody's April
        return 0.0
    if reading.kind == "years" and _looks_back(scope):
        return 0.0
    quits = facts.starts[number] and _QUITS.match(passage.words, reading.start)  # who comes in does not leave
    if reading.kind == "end" and not facts.ends[number] and (quits or _is_not_renewed(scope)):
        return 0.0
    mine = facts.covers(passage, reading.start, reading.end, number)
    if not mine and not (reading.sure and number == 0 and facts.names_nobody_else(passage)):
        return 0.0
    return 0.5 + (2.0 if tied else 0.0) + (1.0 if spoken else 0.0) + (1.0 if scope.head is not None else 0.0)


# What an event, a season or a club does on a day of its own.
_TAKES_PLACE = re.compile(
    r"(?:beg[aiu]n|start|run|ran|open|last|end|finish|kick|commenc|conclud|clos|get|got)", re.IGNORECASE
)


def _is_of_an_event(passage: Passage, reading: Reading, scope: Scope) -> bool:
    """Whether a date tells when something begins or ends that is no deal: "the Lake Run, which starts on 4 May"."""
    verb = nearest_verb(scope.anchor)
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
# What one does for as long as a deal runs; what one does once, for a time to come, is "sign" or "renew".
_LASTS = re.compile(
    r"(?:been|was|were|is|are|sponsored|supported|backed|partnered|served|worked|worn|wore|carried|held|appeared|funded|adorned|been|ran|run|"
    r"paid|given|contributed|financed|bankrolled|remained|played|featured|enjoyed|had|hosted|associated|helped)$",
    re.IGNORECASE,
)


def _looks_back(scope: Scope) -> bool:
    """Whether a length is of what has been: "has sponsored the club for five years", "was a partner for ten"."""
    helpers = {child.text.lower() for child in scope.verb.children if child.dep_ in ("aux", "auxpass")}
    if scope.verb.tag_ == "VBG" and "been" in helpers and "will" not in helpers:
        return True  # "has been looking for a partner for two years"
    told = (
        scope.head is not None or nearest_verb(scope.anchor).dep_ == "xcomp"
    )  # "has paid £2m to be it for two years"
    if told or scope.verb.tag_ not in ("VBN", "VBD") or not _LASTS.match(scope.verb.text):
        return False
    passive = any(child.dep_ == "auxpass" for child in scope.verb.children)
    ahead = helpers & {"will", "would", "to", "can", "could", "may"} and "have" not in helpers
    return not passive and not ahead


def find_term(
    text: Text, passages: Sequence[Passage], readings: Mapping[int, list[Reading]], facts: Facts, number: int
) -> tuple[Term, list[Evidence]]:
    """Return when pair `number` was announced, starts and ends and for how long, with the words that say so."""
    evidence: list[Evidence] = []
    values: dict[str, Any] = {}
    for field in ("years", "start", "end"):
        best = _best(passages, readings, facts, number, field)
        if best is None:
            continue
        passage, reading = best
        values[field] = reading.value
        evidence.append(_evidence(f"term.{field}", passage, reading.start, reading.end))
        if field == "end":
            values.update(precision=reading.precision, basis="derived" if reading.derived else "stated")
    if not values and facts.starts[number] and not facts.is_background[number]:
        edition = _edition(passages, facts, number)
        if edition is not None:
            values["start"] = edition[0]
            evidence.append(edition[1])
    announced = find_announced(text, passages) if number == 0 else None
    if announced:
        values["announced_on"] = announced[0]
        evidence.append(announced[1])
    if values.get("start") and values.get("end") and values["end"] < values["start"][: len(values["end"])]:
        values.pop("end")
        evidence = [one for one in evidence if one.field != "term.end"]
    return Term(**values), evidence


_SEVERAL = re.compile(r"\b(?:multi-?year|long-term|ongoing|annual)\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"\b(20\d\d)\s$")
_YEAR_AFTER = re.compile(r"\s(20\d\d)\b(?![-–/]\d)")
_YEAR_IN = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def _edition(passages: Sequence[Passage], facts: Facts, number: int) -> tuple[str, Evidence] | None:
    """Return the year of the one edition of an event that is sponsored: "title sponsor of the 2031 Harbour Run"."""
    published = facts.text.published_at
    tied = [p for p in passages if not p.is_title and facts.owners.ties(p, number)]
    if any(_SEVERAL.search(passage.words) for passage in tied):
        return None
    for passage in tied:
        for m in passage.mentions:
            if m.entity not in facts.family(number)[1] or facts.entities[m.entity].kind is not EntityKind.EVENT:
                continue
            words = passage.words
            year = (
                _YEAR_IN.search(words, m.start, m.end)
                or _YEAR_AFTER.match(words, m.end)
                or _YEAR_BEFORE.search(words[: m.start])
            )
            if year and (published is None or published.year <= int(year[1]) <= published.year + 2):
                return year[1], _evidence("term.start", passage, *year.span(1))
    return None


def _evidence(field: str, passage: Passage, start: int, end: int) -> Evidence:
    return Evidence(field=field, start=passage.start + start, end=passage.start + end)
