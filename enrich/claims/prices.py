"""What a sum counts that no sponsor pays for a deal: a prize, a profit, a price, what a firm is worth."""

import re
from typing import Any

from enrich.claims.facts import Facts
from enrich.claims.money import Sum
from enrich.claims.nouns import is_a_body, is_a_rival, is_a_time, is_deal
from enrich.claims.passages import Passage
from enrich.claims.payers import (
    comes_from_the_holder,
    is_from_many,
    is_many,
    is_spent_on_something_else,
    may_become,
)
from enrich.claims.scopes import GETS, Scope, counts_something_else, find_told, nearest_verb
from records.record import EntityKind

NEAR = 70  # characters beside a sum that say what it is
# Money that changes hands for something else.
_OTHER_MONEY = re.compile(
    r"\b(?:(?:termination|exit|break|cancellation)\sfees?|compensation|penalt(?:y|ies)|revenues?|turnover|profits?|subsid(?:y|ies)|arrears|deficit|shortfall|repa(?:y|ys|id|ying)|pa(?:y|ys|id|ying)\s(?:\w+\s)?back|borrow\w*|flotation|members['’]?\sfees|membership|market\svalue|prize|purse|wages?|salar\w+|earn(?:s|ed|ings)|fined?|debts?|(?:black\s)?holes?|gap|(?<!to\sthe\s)(?<!to\sits\s)(?<!of\sthe\s)(?<!of\sits\s)budget(?!\s(?:contribution|share|support))|budget(?=\sof\b)|costs?|(?:is|are|was|were)\scosting|tv|television|"
    r"broadcast\w*|media\srights|funding\sround|raised|sales|market|stadium\sproject|donat\w+|transfer|tickets?|"
    r"income|capital\sround|series\s[a-e]|lawsuit|damages|tax\w*|loans?|mortgage|property|stakes?|shares|valuation|takeover|loss(?:es)?|winners?|champion|runners?-up|"
    r"signing\sof|striker|midfielder|players?|squad|signings|defender|winnings|per\shour|assets|customers|viewers|record\s(?:fee|signing)|"
    r"facility|renovat\w+|construction|build|building|net\sworth|economy|economic|gdp|aid(?!\sstation)|grant|payouts?)\b",
    re.IGNORECASE,
)
# What costs a sponsor money, beside a deal.
_COSTS = re.compile(
    r"(?:it|this|that|which|name|naming|rights|title|sponsoring|privilege|honou?r|move)$", re.IGNORECASE
)
# What a sponsor gives, as a sentence begins with it.
_THE_DONATION = re.compile(r"^(?:A|The|Its|Their|His|Her)\s(?:[\w-]+\s)?donation$")
# What the last one paid: "the £1m a year that Acme was paying".
_BEFORE_NOW = re.compile(
    r"\s?(?:(?:a|per)\s(?:year|season)\s)?(?:that|which)\s[^.;]{0,60}\b(?:was|were|had\sbeen|has\sbeen|used\sto|paid)\b",
    re.IGNORECASE,
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
    r"(?:\b(?:went|gone|going|goes)\spublic\b[^;]{0,60}|(?<!rights\s)(?<!rights,\s)(?<!sponsorship\s)\b(?:(?:was|were|been)\s(?:bought|acquired|taken\sover)|(?:bought|acquired|taken\sover)\sby)\b[^,;]{0,40}|\b(?:turned\sdown|reject\w*|spurn\w*)\b[^,;.]{0,40}|\baverage\b(?!\s(?:annual|yearly)\s)[^,;.]{0,60}|\bvaluing\s[^,;]{2,50}|\bbring(?:s|ing)?\s(?:the|its|their)\s(?:\w+\s){0,4}(?:total|revenues?)\s[^,;]{0,60})$"
)


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
_INSTALMENTS = re.compile(r"\b(?:instal?ments?|tranches|payments)\sof\s(?:\w+\s){0,2}$", re.IGNORECASE)
_LAST_YEAR = re.compile(r"[^.,;]{0,25}\blast\s(?:year|season)\b", re.IGNORECASE)


# Who has money of its own to give, and what it may do with a sponsor's.
_PUBLIC = re.compile(
    r"(?:council|government|state|ministry|lottery|taxpayers?|parliament|governor|municipality)$", re.IGNORECASE
)
_PASSES = re.compile(
    r"(?:approv|accept|receiv|gets?|got|earn|sold|sell|will|vot|agree|sign|sa(?:id|ys))", re.IGNORECASE
)
# What another bids, told beside him: "a bid from a bank (£2m)".
_IN_BRACKETS = re.compile(r"\b(?:an?|another|rival)\s(?:[\w-]+\s){1,2}\($")
# What a deal is that is none of sponsorship: "the broadcasting contract", "a loan agreement".
_OTHER_CONTRACT = re.compile(
    r"(?:broadcast\w*|media|television|tv|streaming|loan|rental|construction|catering|transfer)$", re.IGNORECASE
)


def is_other(passage: Passage, one: Sum, facts: Facts, scope: Scope) -> bool:
    """Whether the sum counts something else than what a sponsor pays: a prize, a profit, a difference."""
    before = passage.words[max(0, one.start - NEAR) : one.start]
    after = passage.words[one.end : one.end + NEAR]
    if 1 < one.high < _LITTLE or any(
        words.search(before) for words in (_PRICE, _OF_THE_SUM, _ON_TOP, _HOPED, _INSTALMENTS, _IN_BRACKETS)
    ):
        return True
    if _LAST_YEAR.match(after) and nearest_verb(scope.anchor).tag_ == "VBD":
        return True
    if _USUALLY.search(clause := scope.words(scope.clause)) or _SO_FAR.search(clause) or may_become(scope):
        return True
    if any(not _is_paid_all_the_same(other, passage, facts, scope, before) for other in _told(passage, one, scope)):
        return True
    subjects = [child for child in scope.verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if any(_PUBLIC.match(child.text) for child in subjects) and not _PASSES.match(nearest_verb(scope.anchor).text):
        return True  # "The council cuts its support to £75,000"
    if any(
        word.text.lower() in ("every", "each", "winning", "losing")
        for child in subjects
        if not is_a_time(child)  # "Each edition will earn the organisers £1m from the deal"
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
    if _sells_something_else(passage, facts, scope) or (scope.head is None and loses and not lost):
        return True
    things = [
        child for child in subjects if child.tag_ in ("NN", "NNS") and not child.text.lower().startswith("cost")
    ]
    other = (child for child in things if not child.text.lower().startswith("donat"))
    if any(_OTHER_MONEY.match(child.text) or is_a_rival(child) for child in other):
        return True
    if _is_measured_otherwise(passage, one, before, after):
        return True
    given = _TO_OTHERS.match(passage.words, one.end)
    if given and not facts.names_a_holder(passage, *given.span()):
        return True
    head = scope.head
    backed = head is not None and head.text.lower().startswith(
        ("sponsor", "partner")
    )  # "the broadcast sponsorship"
    other_contract = head is not None and not backed and any(_OTHER_CONTRACT.match(t.text) for t in head.children)
    return other_contract or counts_something_else(scope.anchor) or facts.is_of_a_party(passage, scope)


def _told(passage: Passage, one: Sum, scope: Scope) -> list[re.Match[str]]:
    """Return the words near a sum, in its own clause, that tell of other money."""
    found = list(find_told(_OTHER_MONEY, passage, one.start - 30, one.end + 30))
    if not found:
        return []
    places = [place for place, _ in scope.places(scope.clause)]
    return [other for other in found if any(other.start() <= place < other.end() for place in places)]


def _is_paid_all_the_same(other: re.Match[str], passage: Passage, facts: Facts, scope: Scope, before: str) -> bool:
    """Whether a word for other money may be said of what a sponsor pays: "will cost the bank £2m"."""
    word = other[0].lower()
    if word in ("earns", "earned", "earn"):
        return scope.head is not None or any(is_deal(token) for token in scope.clause)
    if word.startswith("cost"):
        verb = nearest_verb(scope.anchor)
        subjects = [child for one in (verb, scope.verb) for child in one.children if child.dep_ == "nsubj"]
        if any(is_deal(child) for child in subjects):
            return True
        if verb.text.lower().startswith("cost") and not any(_COSTS.match(child.text) for child in subjects):
            return False  # "A winger cost the club £2m"
        return facts.names_the_payer(passage, scope) or _PUTS_THE_COST.search(before) is not None
    if word.startswith("donat"):
        return (
            facts.names_the_payer(passage, scope) or _THE_DONATION.search(passage.words, 0, other.end()) is not None
        )
    return False


def _is_measured_otherwise(passage: Passage, one: Sum, before: str, after: str) -> bool:
    """Whether the words around a sum say that it is a difference, a price apiece or what a firm is worth."""
    ahead = (_BUILDING, _BEFORE_NOW, _DIFFERENCE, _IN_ALL, _APIECE, _WORTH_OF, _OF_THE_MONEY)
    return bool(
        any(pattern.match(after) for pattern in ahead)
        or _OF_A_FIRM.search(before)
        or _TO_A_PLACE.search(before)
        or _TO_EACH.search(before)
        or _CHANGE.search(passage.words[max(0, one.start - 2 * NEAR) : one.start])
    )


# What a sponsor's money may be said to come from.
_SOLD = re.compile(r"(?:front|shirt|jersey|sleeve|name|naming|title|kit|logo)s?$", re.IGNORECASE)
# What a sponsor buys, beside a deal.
_BOUGHT = re.compile(
    r"(?:fronts?|backs?|shirts?|jerseys?|sleeves?|shorts|names?|naming|title|kits?|logos?|space|spot|slot|place|position|patch(?:es)?|inventory|"
    r"privilege|category|advertising|boards?|it|them)$",
    re.IGNORECASE,
)


def _comes_from_something_else(scope: Scope) -> bool:
    """Whether money is said to come from what is no deal and nobody: "would earn £1m from promotion"."""
    subjects = (child for child in scope.verb.children if child.dep_ == "nsubj")
    if any(token.i == scope.anchor.i for child in subjects for token in child.subtree):
        return False  # "The £2m commitment follows gifts from families"
    sources = [
        noun
        for child in scope.verb.children
        if child.dep_ == "prep" and child.text.lower() == "from"
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    if any(is_many(token) and _gives_it(token.head, scope) for token in scope.clause if token.dep_ == "pobj"):
        return True  # "gifts of $500,000 from two families"
    return any(
        noun.tag_ in ("NN", "NNS")
        and not (is_deal(noun) or is_a_body(noun) or is_a_time(noun) or _SOLD.match(noun.text))
        and not any(token.tag_.startswith("NNP") or token.i == scope.anchor.i for token in noun.subtree)
        for noun in sources
    )


def _gives_it(tie: Any, scope: Scope) -> bool:
    """Whether a preposition is the "from" of a sum: "gifts of £1m from", "received £1m from"."""
    if tie.text.lower() != "from":
        return False
    verb = nearest_verb(scope.anchor)
    if tie.head.i == verb.i:
        return GETS.match(verb.text) is not None
    noun = scope.anchor
    while noun.i != tie.head.i and noun.dep_ in ("pobj", "prep", "nummod", "quantmod"):
        noun = noun.head
    return bool(noun.i == tie.head.i)


def _sells_something_else(passage: Passage, facts: Facts, scope: Scope) -> bool:
    """Whether something else changes hands for the sum: "sold the media rights for £4m", "bought a striker"."""
    verb = scope.verb
    if not _SELLS.match(verb.text):
        return False
    own = {token.i for token in scope.anchor.subtree} | {scope.anchor.i}
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    if any(child.i == scope.anchor.i for child in objects) and re.match(r"s[eo]l[dl]", verb.text):
        return True  # "sold $18bn of chips"
    if any(
        _OTHER_MONEY.search(scope.words(child.subtree)) and not own & {t.i for t in child.subtree}
        for child in objects
    ):
        return True
    things = [child for child in objects if not own & {t.i for t in child.subtree}]
    if _BUYS.match(verb.text):
        return any(not (is_deal(child) or _BOUGHT.match(child.text)) for child in things)
    return any(_is_somebody(passage, facts, scope, child) for child in things)


def _is_somebody(passage: Passage, facts: Facts, scope: Scope, noun: Any) -> bool:
    """Whether a noun phrase is of a person who has no part in any deal: "signed prop Sione Tau for £200,000"."""
    places = {place for place, _ in scope.places(noun.subtree)}
    parties = {n for number in range(len(facts.pairs)) for side in facts.family(number) for n in side}
    named = {m.entity for m in passage.mentions if m.entity >= 0 and any(m.start <= p < m.end for p in places)}
    return any(facts.entities[n].kind is EntityKind.PERSON for n in named - parties)
