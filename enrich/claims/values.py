"""What is paid, as the article has it: sums that belong to a deal, who says so, and what the parties keep quiet."""

import re
from collections.abc import Mapping, Sequence

from enrich.claims.facts import Facts
from enrich.claims.money import Sum, find_country, find_sums
from enrich.claims.nouns import is_a_body, is_a_rival, is_a_time, is_deal
from enrich.claims.passages import Passage
from enrich.claims.payers import (
    comes_from_the_holder,
    goes_to_the_sponsor,
    is_earned,
    is_from_many,
    is_spent_on_something_else,
    may_become,
)
from enrich.claims.scopes import Scope, counts_something_else, find_told, nearest_verb
from enrich.claims.telling import UNNAMED, find_quiet
from records.record import Disclosure, Value, ValueBasis, ValueKind

_PAID = re.compile(
    r"\b(?:worth|valued|value|deal|in\sthe\sregion\sof|settl(?:e|es|ed|ing)\sfor|step(?:s|ped|ping)?\s(?:in|up)\swith|chip(?:s|ped|ping)?\sin|to\sthe\stune\sof|stump(?:s|ed|ing)?\sup|pocket(?:s|ing)?|pledg\w+|promis\w+|tak(?:es|ing)\s(?:it|the\s\w+)\sto|outlay|guarante\w+|makes|bidding|earns|flow(?:s|ing)?\sinto|coffers|contract|sponsor\w*|agreement|pay(?:s|ing)?|paid|fee|bought|buy|rights|partnership|package|"
    r"invest\w*|gift|puts?|putting|support|cheque|commit\w*|bid|offer\w*|pact|renewal|extension|endorsement|backing|funding|spent|spend|discuss\w*|talk\w*|accept\w*|peg(?:s|ged)?|put(?:s)?|receiv\w+|attract\w*|terms|range|figures?|financial|earn|get|gets|charg\w+|giv(?:e|es|en|ing)|sum|hand(?:s|ed|ing)?\sover|pump\w*|inject\w*|plough\w*|pour\w*|splash\w*|(?:fork|shell)\w*\sout|provid\w+|contribut\w+|donat(?:e|es|ing)|stands\sto\s\w+|bring(?:s|ing)?|net(?:s|ting)?|bank(?:s|ing)?|return\sfor|exchange\sfor|price(?:\stag)?|amount\w*|cost(?:s|ing)?|money|financ\w+)\b",
    re.IGNORECASE,
)
# Money that changes hands for something else.
_OTHER_MONEY = re.compile(
    r"\b(?:(?:termination|exit|break|cancellation)\sfees?|compensation|penalt(?:y|ies)|revenues?|turnover|profits?|subsid(?:y|ies)|arrears|deficit|shortfall|repa(?:y|ys|id|ying)|pa(?:y|ys|id|ying)\s(?:\w+\s)?back|borrow\w*|flotation|members['’]?\sfees|membership|market\svalue|prize|purse|wages?|salar\w+|earn(?:s|ed|ings)|fined?|debts?|budget|costs?|(?:is|are|was|were)\scosting|tv|television|"
    r"broadcast\w*|media\srights|funding\sround|raised|sales|market|stadium\sproject|donat\w+|transfer|tickets?|"
    r"income|capital\sround|series\s[a-e]|lawsuit|damages|tax\w*|loans?|mortgage|property|stakes?|shares|valuation|takeover|loss(?:es)?|winners?|champion|runners?-up|"
    r"signing\sof|striker|midfielder|players?|squad|signings|defender|winnings|per\shour|assets|customers|viewers|record\s(?:fee|signing)|"
    r"facility|renovat\w+|construction|build|building|net\sworth|economy|economic|gdp|aid|grant|payouts?)\b",
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
_NEAR = 70
# What the last one paid: "the £1m a year that Acme was paying".
_BEFORE_NOW = re.compile(
    r"\s?(?:(?:a|per)\s(?:year|season)\s)?(?:that|which)\s[^.;]{0,60}\b(?:was|were|had\sbeen|has\sbeen|used\sto|paid)\b",
    re.IGNORECASE,
)


def find_all_sums(passages: Sequence[Passage]) -> dict[int, list[Sum]]:
    """Return the sums the passages tell, whosever they are, by the order of each that has any."""
    country = find_country(" ".join(passage.words for passage in passages))
    found = {passage.order: find_sums(passage.words, country) for passage in passages if not passage.is_title}
    return {order: sums for order, sums in found.items() if sums}


def find_values(
    passages: Sequence[Passage], sums: Mapping[int, list[Sum]], facts: Facts, number: int, *, is_background: bool
) -> list[Value]:
    """Return the values of pair `number`, the surest first, with offsets in the body; the title proves nothing."""
    scored: list[tuple[float, int, Value]] = []
    for passage in passages:
        for one in sums.get(passage.order, ()):
            force = 0.0 if one.converted else _force(passage, one, facts, number)
            if force > 0:
                scored.append(
                    (-force, passage.start + one.start, _value(passage, one, is_background=is_background))
                )
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
_OF_THE_SUM = re.compile(
    r"\b(?:part|some|half|most|much|a\s\w+)\sof\s(?:the|that|this|its)\s(?:sum|money|amount|fee|total|figure|package),?\s$",
    re.IGNORECASE,
)
# What many pay, and nobody in particular.
_USUALLY = re.compile(
    r"\b(?:typically|usually|generally|normally|commonly|on\saverage|tends?\sto)\b", re.IGNORECASE
)
# What has been given before: "To date it has invested £2m".
_SO_FAR = re.compile(
    r"\b(?:over\sthe\s(?:past|last)\b|to\sdate|so\sfar|over\sthe\syears|down\sthe\syears)\b", re.IGNORECASE
)
_BUILDING = re.compile(
    r"\s?(?:\+|-plus)?,?\s(?:[\w,-]+\s){0,3}?(?:stadium|arena|venue|facility|ground|ballpark|(?:\w+\s)?stand|pavilion|clubhouse|pitch|headquarters|complex|renovation|development|redevelopment|building)\b(?!\s(?:rights|deal|naming|sponsor))"
)
# By how much two sums differ, which is neither.
_DIFFERENCE = re.compile(
    r"\s(?:(?:a|per)\s(?:year|season)\s)?(?:less|more|lower|higher|fewer|short|increase|rise|drop|cut)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:lower|reduc|cut|fall|fell|drop|ris|rose|increas|decreas|grew|grow|beat|crush|exceed|top|surpass|dwarf|outstrip|eclips|overtak)\w*\s[^,;]{0,100}\bby\s(?:\w+\s){0,2}$|"
    r"\b(?:fallen|fell|risen|rose|dropped|grown|grew|increased|declined|shrunk|lost|gained)\s(?:(?:around|about|nearly|almost|some)\s)?$",
    re.IGNORECASE,
)
# What many give together: "$50m in corporate contributions".
_IN_ALL = re.compile(
    r"\s(?:invested\s)?in\s(?:[\w-]+\s){0,3}(?:contributions|commitments|sponsorships|donations|deals|gifts|pledges|rewards|prizes|giveaways|"
    r"research|development|grants|scholarships|campaigns|plants?|factor(?:y|ies)|warehouses?|headquarters|stores|shops|sites?|fleet)\b",
    re.IGNORECASE,
)
# What one of many is given: "It pays each team £1m".
_TO_EACH = re.compile(
    r"\b(?:pay|paid|give|gave|award|net|hand|earn)\w*\s(?:each|every|both)\s(?:[\w-]+\s){1,3}$", re.IGNORECASE
)
# What is good for a place and its people: "It brings the city £4m a year".
_TO_A_PLACE = re.compile(
    r"\b(?:brings?|brought|bringing|generat\w+|earn\w*|injects?)\s(?:in\s)?(?:for\s)?(?:the|its|their)\s(?:\w+\s){0,2}?(?:province|city|town|region|"
    r"county|state|area|country|district|village|islands?)\s(?:\w+\s){0,2}?$",
    re.IGNORECASE,
)
_WORTH_OF = re.compile(r"\sworth\sof\s(?!\w*\s?(?:sponsor|support|back|advertis|fund))", re.IGNORECASE)
# What a sponsor gives to others beside: "£10,000 to the club's charity".
_TO_OTHERS = re.compile(
    r"\s(?:(?:a|per|each|every)\s(?:year|season)\s)?to\s(?:[\w’'-]+\s){0,4}?(?:charit\w+|hospitals?|hospices?|foundations?|food\sbanks?|good\scauses)\b",
    re.IGNORECASE,
)
_OF_THE_MONEY = re.compile(
    r"\sof\s(?:this|that|the|last)\s(?:[\w’']+\s){0,3}?(?:money|sum|fee|amount|total)\b", re.IGNORECASE
)
_APIECE = re.compile(
    r"\s?(?:for\s)?(?:a|an|per|each)\s(?:share|head|person|ticket|hour|seat|barrel|night|bottle|pair|appearance|episode|(?:(?:paid|sponsored|single)\s)*post)\b|\sfor\s(?:every|each)\s(?!of\b|year|season|campaign)",
    re.IGNORECASE,
)
# A price put on a company or a club, and a count of all there ever was.
_OF_A_FIRM = re.compile(
    r"(?:(?<!rights\s)(?<!rights,\s)(?<!sponsorship\s)\b(?:(?:was|were|been)\s(?:bought|acquired|taken\sover)|(?:bought|acquired|taken\sover)\sby)\b[^,;]{0,40}|\b(?:turned\sdown|reject\w*|spurn\w*)\b[^,;.]{0,40}|\baverage\b(?!\s(?:annual|yearly)\s)[^,;.]{0,60}|\bvaluing\s[^,;]{2,50}|\bbring(?:s|ing)?\s(?:the|its|their)\s(?:\w+\s){0,4}(?:total|revenues?)\s[^,;]{0,60})$"
)


def _force(passage: Passage, one: Sum, facts: Facts, number: int) -> float:
    """Return how surely the sum is paid for pair `number`; 0 where it is not."""
    before = passage.words[max(0, one.start - _NEAR) : one.start]
    after = passage.words[one.end : one.end + _NEAR]
    scope = facts.scope(passage, one.start, one.end)
    if scope is None or _is_other(passage, one, facts, scope):
        return 0.0
    of_a_deal, tied = scope.head is not None, facts.owners.ties(passage, number)
    counted = one.basis is not ValueBasis.UNKNOWN
    force = float(min(3, len(_PAID.findall(before[-40:])) + len(_PAID.findall(after[:40]))))
    force += 0.5 if tied and (counted or _AT.search(before)) else 0.0
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


def _is_what_it_is(scope: Scope) -> bool:
    """Whether a sum is said to be what "it" is, or a deal: "It is about £2m"."""
    subjects = [child for child in scope.verb.children if child.dep_ == "nsubj"]
    told = scope.anchor.dep_ == "attr" and scope.anchor.head.i == scope.verb.i
    return told and any(child.text.lower() in ("it", "that", "this") or is_deal(child) for child in subjects)


_LOSES = re.compile(
    r"(?:len[dt]|lends|lending|needs?|needed|requir\w+|los[te]|loses|losing|turned|owes?|owed|owing|saved?|raised?)$",
    re.IGNORECASE,
)
_SELLS = re.compile(r"(?:s[eo]l[dl]|b[ou][uy]|acquir|sign|award|auction)", re.IGNORECASE)
_BUYS = re.compile(r"(?:bought|buy|acquir|s[eo]l[dl])", re.IGNORECASE)
_PUTS_THE_COST = re.compile(r"\b(?:puts?|estimat\w+|reckons?)\s(?:the|its|their)\scosts?\b", re.IGNORECASE)
_PRICE = re.compile(r"\b(?:entry\sfees?|admission|tickets?|subscription|membership)\b[^,;.]{0,25}$", re.IGNORECASE)
# What is asked of many or for little is no sponsorship: "an entry fee of £18".
_LITTLE = 100
# What comes on top if all goes well, and what was spent before.
_ON_TOP = re.compile(r"\b(?:would|could|may|might|can)\sadd\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
# What was hoped for and what is left of it.
_HOPED = re.compile(
    r"\bhad\s(?:\w+\s)?(?:hoped|wanted|asked|sought|expected|planned|budgeted)\b[^,;.]{0,40}$", re.IGNORECASE
)
_LAST_YEAR = re.compile(r"[^.,;]{0,25}\blast\s(?:year|season)\b", re.IGNORECASE)


# What a deal is that is none of sponsorship: "the broadcasting contract", "a loan agreement".
_OTHER_CONTRACT = re.compile(
    r"(?:broadcast\w*|media|television|tv|streaming|loan|rental|construction|catering|transfer)$", re.IGNORECASE
)


def _is_other(passage: Passage, one: Sum, facts: Facts, scope: Scope) -> bool:
    """Whether the sum counts something else than what a sponsor pays: a prize, a profit, a difference."""
    before = passage.words[max(0, one.start - _NEAR) : one.start]
    after = passage.words[one.end : one.end + _NEAR]
    if 1 < one.high < _LITTLE or any(words.search(before) for words in (_PRICE, _OF_THE_SUM, _ON_TOP, _HOPED)):
        return True
    if _LAST_YEAR.match(after) and nearest_verb(scope.anchor).tag_ == "VBD":
        return True
    if _USUALLY.search(clause := scope.words(scope.clause)) or _SO_FAR.search(clause) or may_become(scope):
        return True
    other = next(find_told(_OTHER_MONEY, passage, one.start - 30, one.end + 30), None)
    earned = other and other[0].lower() in ("earns", "earned", "earn")
    if other and not (earned and (scope.head is not None or any(is_deal(token) for token in scope.clause))):
        of_rights = any(is_deal(child) for child in scope.verb.children if child.dep_ == "nsubj")
        to_the_payer = other[0].lower().startswith("cost") and (
            of_rights or facts.names_the_payer(passage, scope) or _PUTS_THE_COST.search(before)
        )
        if not to_the_payer:
            return True
    subjects = [child for child in scope.verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if any(
        word.text.lower() in ("every", "each", "winning", "losing")
        for child in subjects
        for word in (child, *child.children)
    ):
        return True  # "every club will receive £20,000" from what is paid
    if (
        comes_from_the_holder(facts, passage, scope)
        or is_from_many(scope)
        or is_spent_on_something_else(passage, scope)
        or _comes_from_something_else(scope)
    ):
        return True
    loses = any(_LOSES.match(verb.text) for verb in (scope.verb, nearest_verb(scope.anchor)))
    lost = scope.verb.text.lower().startswith("los") and any(facts.ends)  # "will lose £300,000 a year"
    if _sells_something_else(scope) or (scope.head is None and loses and not lost):
        return True
    things = [
        child for child in subjects if child.tag_ in ("NN", "NNS") and not child.text.lower().startswith("cost")
    ]
    if any(_OTHER_MONEY.match(child.text) or is_a_rival(child) for child in things):
        return True
    if _is_measured_otherwise(passage, one, before, after):
        return True
    given = _TO_OTHERS.match(passage.words, one.end)
    if given and not facts.names_a_holder(passage, *given.span()):
        return True
    other_contract = any(
        _OTHER_CONTRACT.match(t.text) for t in (scope.head.children if scope.head is not None else ())
    )
    return other_contract or counts_something_else(scope.anchor) or facts.is_of_a_party(passage, scope)


def _is_measured_otherwise(passage: Passage, one: Sum, before: str, after: str) -> bool:
    """Whether the words around a sum say that it is a difference, a price apiece or what a firm is worth."""
    ahead = (_BUILDING, _BEFORE_NOW, _DIFFERENCE, _IN_ALL, _APIECE, _WORTH_OF, _OF_THE_MONEY)
    return bool(
        any(pattern.match(after) for pattern in ahead)
        or _OF_A_FIRM.search(before)
        or _TO_A_PLACE.search(before)
        or _TO_EACH.search(before)
        or _CHANGE.search(passage.words[max(0, one.start - 2 * _NEAR) : one.start])
    )


# What a sponsor's money may be said to come from.
_SOLD = re.compile(r"(?:front|shirt|jersey|sleeve|name|naming|title|kit|logo)s?$", re.IGNORECASE)
_GROUNDS = re.compile(
    r"(?:ground|stadium|arena|land|site|pitch|cent(?:re|er)|headquarters|house)s?$", re.IGNORECASE
)


def _comes_from_something_else(scope: Scope) -> bool:
    """Whether money is said to come from what is no deal and nobody: "would earn £1m from promotion"."""
    sources = [
        noun
        for child in scope.verb.children
        if child.dep_ == "prep" and child.text.lower() == "from"
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    return any(
        noun.tag_ in ("NN", "NNS")
        and not (is_deal(noun) or is_a_body(noun) or is_a_time(noun) or _SOLD.match(noun.text))
        and not any(token.tag_.startswith("NNP") or token.i == scope.anchor.i for token in noun.subtree)
        for noun in sources
    )


def _sells_something_else(scope: Scope) -> bool:
    """Whether something else changes hands for the sum: "sold the media rights for £4m"."""
    if not _SELLS.match(scope.verb.text):
        return False
    own = {token.i for token in scope.anchor.subtree} | {scope.anchor.i}
    objects = [child for child in scope.verb.children if child.dep_ in ("dobj", "nsubjpass")]
    if _BUYS.match(scope.verb.text) and any(is_a_body(child) for child in objects):
        return True  # "He bought the club for £1m"
    if any(child.i == scope.anchor.i for child in objects) and re.match(r"s[eo]l[dl]", scope.verb.text):
        return True  # "sold $18bn of chips"
    if any(_GROUNDS.match(child.text) for child in objects):
        return True  # "sold its ground for £1m"
    return any(
        _OTHER_MONEY.search(scope.words(child.subtree)) and not own & {t.i for t in child.subtree}
        for child in objects
    )


def _value(passage: Passage, one: Sum, *, is_background: bool) -> Value:
    around = passage.words[max(0, one.start - 90) : one.end + 60]
    disclosure = Disclosure.DISCLOSED
    if is_background:
        disclosure = Disclosure.BENCHMARK_ONLY
    elif _ESTIMATE.search(around):
        disclosure = Disclosure.ESTIMATED
    elif _HEARSAY.search(around) or UNNAMED.search(passage.words):
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
