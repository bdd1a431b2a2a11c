"""What is paid, as the article has it: sums that belong to a deal, who says so, and what the parties keep quiet."""

import re
from collections.abc import Mapping, Sequence

from enrich.claims.currencies import find_countries, is_shared
from enrich.claims.facts import Facts
from enrich.claims.money import Sum, find_sums
from enrich.claims.nouns import is_deal
from enrich.claims.passages import Passage
from enrich.claims.payers import goes_to_the_sponsor, is_earned
from enrich.claims.prices import NEAR, is_other
from enrich.claims.scopes import Scope
from enrich.claims.telling import UNNAMED, find_quiet
from records.record import Disclosure, Value, ValueBasis, ValueKind

_PAID = re.compile(
    r"\b(?:worth|valued|value|deal|in\sthe\sregion\sof|settl(?:e|es|ed|ing)\sfor|step(?:s|ped|ping)?\s(?:in|up)\swith|chip(?:s|ped|ping)?\sin|to\sthe\stune\sof|stump(?:s|ed|ing)?\sup|pocket(?:s|ing)?|pledg\w+|promis\w+|tak(?:es|ing)\s(?:it|the\s\w+)\sto|outlay|guarante\w+|makes|bidding|earns|flow(?:s|ing)?\sinto|coffers|contract|sponsor\w*|agreement|pay(?:s|ing)?|paid|fee|bought|buy|rights|partnership|package|"
    r"invest\w*|gift|puts?|putting|support|cheque|commit\w*|bid|offer\w*|pact|renewal|extension|endorsement|backing|funding|spent|spend|discuss\w*|talk\w*|accept\w*|peg(?:s|ged)?|put(?:s)?|receiv\w+|attract\w*|terms|range|figures?|financial|earn|get|gets|charg\w+|giv(?:e|es|en|ing)|sum|hand(?:s|ed|ing)?\sover|pump\w*|inject\w*|plough\w*|pour\w*|splash\w*|(?:fork|shell)\w*\sout|provid\w+|contribut\w+|donat(?:e|es|ing)|stands\sto\s\w+|bring(?:s|ing)?|net(?:s|ting)?|bank(?:s|ing)?|return\sfor|exchange\sfor|price(?:\stag)?|amount\w*|works?\sout|(?:tip|kick|thr(?:ow|ew)|weigh|chip)\w*\sin|cough\w*\sup|la(?:y|ys|id|ying)\sout|(?:will|to)\sgo\sto|goes\sto|bag(?:s|ged)?|scoop\w*|clinch\w*|secur\w+|swell\w*|swollen|boost\w*|checks?|equat\w+|equivalent|comes?\sto|came\sto|kitty|pot|cost(?:s|ing)?|money|financ\w+)\b",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:report(?:ed|edly|s)?|believed|understood|thought|said\sto\sbe|rumou?red|likely|claimed|suggest\w*|understands|expected|"
    r"according\sto(?!\s(?:an?|the|its|their|his|her)\s(?:\w+\s)?(?:statement|release|announcement|club|team|company|filing|documents?|contract|agreement)))\b",
    re.IGNORECASE,
)
_ESTIMATE = re.compile(
    r"\b(?:estimat\w+|we\s(?:put|reckon|value)|analysts?|valued\sby|calculat\w+|experts?)\b", re.IGNORECASE
)
_SAYS = re.compile(
    r"\b(?P<who>according\sto\s[^,.;]{2,60}|[A-Z][\w’']+(?:\s[A-Z][\w’']+){0,3}\s(?:reported|reports)|"
    r"reportedly|(?:is|are)\s(?:believed|understood|thought|said|reported)\sto|(?:the|two|three|several)\s(?:people|persons|sources)"
    r"(?:\s(?:familiar|close|aware|briefed)\s\w+\s(?:the\s)?\w+)?)\b"
)
_IN_KIND = re.compile(r"\b(?:in[\s-]kind|value[\s-]in[\s-]kind|vik|products\sand\sservices)\b", re.IGNORECASE)


def find_all_sums(passages: Sequence[Passage]) -> dict[int, list[Sum]]:
    """Return the sums the passages tell, whosever they are, by the order of each that has any."""
    words = " ".join(passage.words for passage in passages)
    countries = find_countries(words) if is_shared(words) else None
    found = {passage.order: find_sums(passage.words, countries) for passage in passages if not passage.is_title}
    return {order: sums for order, sums in found.items() if sums}


def find_values(
    passages: Sequence[Passage],
    sums: Mapping[int, list[Sum]],
    facts: Facts,
    number: int,
    *,
    is_background: bool,
    is_rumour: bool,
) -> list[Value]:
    """Return the values of pair `number`, the surest first, with offsets in the body; the title proves nothing.

    Nobody has disclosed what a deal is worth that is only talked of.
    """
    scored: list[tuple[float, int, Value]] = []
    for passage in passages:
        for one in sums.get(passage.order, ()):
            force = 0.0 if one.converted else _force(passage, one, facts, number)
            if force > 0:
                value = _value(passage, one, is_background=is_background, is_rumour=is_rumour)
                scored.append((-force, passage.start + one.start, value))
    ranked = _whole([value for _, _, value in sorted(scored, key=lambda item: item[:2])], facts.text.body)
    quiet = find_quiet(passages, facts, number)
    if quiet is None:
        return _once(ranked)
    start, end = quiet
    return [*_once(ranked), Value(disclosure=Disclosure.UNDISCLOSED_BY_PARTIES, start=start, end=end)]


# What a sum says that it is only a part of: "£3m in cash and £1m in kit", "£2m for the first year".
_IN_PART = re.compile(
    r"(?:\s(?:a|per)\s(?:year|season))?\s(?:(?:in|as)\s(?:[\w-]+\s){0,2}?(?:cash|kits?|kind|products?|gear|apparel|equipment|royalt\w+|"
    r"bonus\w*|merchandise|goods|services|advertising)\b|(?:for|in)\s(?:the|its|their)\s(?:first|opening|second|final)\s(?:year|season)\b|up\s?front\b)",
    re.IGNORECASE,
)


def _whole(values: Sequence[Value], body: str) -> list[Value]:
    """Return the values without those told as parts where another says what all of them are together."""
    parts = [value for value in values if value.end is not None and _IN_PART.match(body, value.end)]
    most = max((value.amount or value.max or 0.0 for value in values if value not in parts), default=0.0)
    return [value for value in values if value not in parts or (value.amount or value.max or 0.0) > most]


def _once(values: Sequence[Value]) -> list[Value]:
    """Return the values, each sum once: what repeats an amount without saying more goes."""
    kept: list[Value] = []
    for value in values:
        same = [
            v
            for v in kept
            if (v.amount, v.min, v.max, v.currency) == (value.amount, value.min, value.max, value.currency)
        ]
        if not any(value.basis in (v.basis, ValueBasis.UNKNOWN) for v in same):
            kept = [v for v in kept if v not in same or v.basis is not ValueBasis.UNKNOWN]
            kept.append(value)
    return kept


_WORTH = re.compile(r"\b(?:worth|valued\sat|for)\s(?:\w+\s){0,3}$", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|for|of|a|an)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_OF_MANY = re.compile(
    r"\b(?:average(?!\s(?:annual|yearly)\s)|typical|median|clubs|teams|sponsors|deals|companies|brands|contributions|sponsorships|private)\b",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"\b(?:pay|pays|paying|invest|invests|investing|contribut\w+|commit\w*|pledg\w+)\s(?:[\w’'&.-]+\s){0,5}$",
    re.IGNORECASE,
)
_IN_A_PAST_YEAR = re.compile(r"\bin\s(?:19|20)\d\d,?\s[^.;]{0,40}\bpaid\b", re.IGNORECASE)
# Only a part of what is paid: "including a £1m gift", "another £1m in bonuses".
_PART = re.compile(
    r"\b(?:includ\w+|another|additional|extra|further|plus|bonus\w*|of\swhich)\s(?:\w+\s){0,3}$", re.IGNORECASE
)


def _force(passage: Passage, one: Sum, facts: Facts, number: int) -> float:
    """Return how surely the sum is paid for pair `number`; 0 where it is not."""
    before = passage.words[max(0, one.start - NEAR) : one.start]
    after = passage.words[one.end : one.end + NEAR]
    scope = facts.scope(passage, one.start, one.end)
    if scope is None or is_other(passage, one, facts, scope):
        return 0.0
    of_a_deal, tied = scope.head is not None, facts.owners.ties(passage, number)
    counted = one.basis is not ValueBasis.UNKNOWN
    force = float(min(3, len(_PAID.findall(before[-40:])) + len(_PAID.findall(after[:40]))))
    force += 0.5 if tied and (counted or _AT.search(before)) else 0.0
    force += 2.0 if _is_the_sponsors(passage, one, facts, number) else 0.0
    force += 1.0 if _is_what_it_is(scope) else 0.0
    force += 1.0 if of_a_deal or (counted and facts.goes_on(passage, scope)) else 0.0
    loose = not of_a_deal and not tied
    to_come = counted and any(child.text.lower() in ("will", "would") for child in scope.verb.children)
    earned = is_earned(facts, number, passage, scope) and not to_come  # "She will earn £1m a year" by the deal
    if not force or (loose and (_IN_A_PAST_YEAR.search(before) or earned)):
        return 0.0
    if goes_to_the_sponsor(facts, number, passage, scope) or not facts.covers(passage, one.start, one.end, number):
        return 0.0
    force += 2.0 if _WORTH.search(before) else 0.0
    force += 2.0 if _PAYS.search(before) else 0.0
    force -= 2.0 if _OF_MANY.search(before + after[:40]) else 0.0
    force -= 1.5 if _PART.search(before) else 0.0
    force -= min(force - 0.1, 2.0) if one.single_event else 0.0
    return max(0.0, force + (2.0 if tied else 0.0) + (1.0 if counted else 0.0))


def _is_the_sponsors(passage: Passage, one: Sum, facts: Facts, number: int) -> bool:
    """Whether a sum is told as the sponsor's: "Acme's £60,000 a year is the most the club has had"."""
    sponsors = facts.family(number)[0]
    return any(
        m.entity in sponsors and passage.words[m.end : one.start] in ("'s ", "’s ", "' ", "’ ")
        for m in passage.mentions
    )


def _is_what_it_is(scope: Scope) -> bool:
    """Whether a sum is said to be what "it" is, or a deal: "It is about £2m"."""
    subjects = [child for child in scope.verb.children if child.dep_ == "nsubj"]
    told = scope.anchor.dep_ == "attr" and scope.anchor.head.i == scope.verb.i
    return told and any(child.text.lower() in ("it", "that", "this") or is_deal(child) for child in subjects)


def _value(passage: Passage, one: Sum, *, is_background: bool, is_rumour: bool) -> Value:
    around = passage.words[max(0, one.start - 90) : one.end + 60]
    disclosure = Disclosure.DISCLOSED
    if is_background:
        disclosure = Disclosure.BENCHMARK_ONLY
    elif _ESTIMATE.search(around):
        disclosure = Disclosure.ESTIMATED
    elif is_rumour or _HEARSAY.search(around) or UNNAMED.search(passage.words):
        disclosure = Disclosure.REPORTED
    says = _SAYS.search(around) or (UNNAMED.search(passage.words) if disclosure is Disclosure.REPORTED else None)
    single = one.low == one.high
    return Value(
        amount=one.low if single else None,
        min=None if single else one.low,
        max=None if single else one.high,
        currency=one.currency,
        basis=one.basis,
        kind=ValueKind.IN_KIND if _IN_KIND.search(around) else ValueKind.UNKNOWN,
        disclosure=disclosure,
        attribution=says.group() if says else None,
        start=passage.start + one.start,
        end=passage.start + one.end,
    )
