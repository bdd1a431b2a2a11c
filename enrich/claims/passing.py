"""Whether the article only mentions a deal: its sentences say what is, and the headline speaks of something else.

"Acme, which sponsors Rovers, will cut 600 jobs", "Ode, the face of Acme", "the Ode Cup, presented by Acme": a
relative clause, an apposition or a participle tells the reader who somebody is. So does a plain "is the sponsor of"
below a headline on another matter. What is signed, extended, ended or talked about is told by a verb that says so.
"""

import re
from collections.abc import Sequence

from enrich.claims import news
from enrich.claims.evidence import Pair
from enrich.claims.links import (
    BESIDE,
    COPULA,
    FELLOW,
    PREDECESSOR,
    ROLL,
    SPONSORED_BY,
    UNNAMED_HOLDER,
    UNNAMED_SPONSOR,
    Link,
)
from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import ENTITY, GRANT, POSSESSIVE, Passage
from enrich.claims.paths import PATH
from enrich.claims.patterns import holds
from records.record import Entity, EntityKind

# The cues of links whose words are a noun with what describes it, and of those that state what somebody does or is.
_NOUNS = ("apposed", "possessed", "compound", "its own")
_DOING = ("sponsors", "supports")
_AS = "as"
_BEING = ("face of", "wears", "roster", "roll", _AS)
# That of a link whose words are what somebody's sponsorship is of.
_SPONSORSHIP = "sponsorship of"
# What a sponsor who is called so goes on to do about the deal.
_ACTS = re.compile(
    r"[^.;]{0,50}?\b(?:withdr|pull|renew|extend|end(?:s|ed|ing)?\b|quit|left\b|leav|drop|doubl|pay|sign|agree|cancel|suspend|terminat|sever|stay)",
    re.IGNORECASE,
)
_NEW = re.compile(r"\bnew(?:est)?\b", re.IGNORECASE)
# "which has long sponsored", "who is an ambassador"
_WHO = re.compile(
    r"\b(?:which|who|that)\s(?:(?:has|have|had|is|are|was|were|been|also|already|now|long|\w+ly)\s){0,4}"
    rf"(?:sponsor|back|support|wear|endors|partner|bears?|carr|(?<!that\s)(?:an?|the)\s|{D}|{GRANT}|(?:holds?|owns?|bought)\s(?:the\s)?{GRANT}|one\sof)"
    r"|\bsponsored\s(?:\w+\s)?(?:athlete|player|rider|driver|golfer|professional)s?\b"
    r"|\bwhose\s(?:name|logo|brand|badge)\s(?:is|are|was|were|has|had|have)\b"
    r"|\bwhose\s(?:[\w’'-]+\s){0,3}?(?:deal|contract|agreement|partnership|sponsorship)\b",
    re.IGNORECASE,
)
# "signed in 2016", "became a partner last year": what happened then is no news now.
_THEN = re.compile(
    r"\b(?:in|since|from|back\sin)\s(?:(?:late|early|january|february|march|april|may|june|july|august|september|october|november|december)\s)?"
    r"(?:19|20)\d\d\b(?!\s(?:to|until|through)\b)|(?<!the\s)\b(?:last|earlier\sthis)\s(?:year|season|summer|autumn|winter|spring)\b|\byears?\s(?:ago|earlier|before)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:end|drop|ditch|part|cut|sever|split|ax|sack|fire|terminat|cancel)\w*", re.IGNORECASE)
_STANDS = re.compile(r"\b(?:stands?|stood|sticks?|stuck|backs?|supports?|keeps?|stays?)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:\w+ed|became|struck|won|bought|began|took|came|was|were|had)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|would|has|have|is|are|set|due|plans?|agreed|new)\b", re.IGNORECASE)
_THANKS = re.compile(
    r"\bthank(?:s|ed|ing|ful)?\b(?!\sto\s(?:an?|the|its|their|new)\s)|\b(?:grateful|gratitude)\b", re.IGNORECASE
)
_PASSIVE = r"(?:\w+\s){0,2}(?:sponsored|presented|powered|backed|bankrolled|funded|underwritten)\b"
_BACKED_BY = re.compile(rf"{_PASSIVE}\s(?:\w+\s)?by\b", re.IGNORECASE)
# "in their new ⟨Acme⟩-sponsored kit"
_PARTICIPLE = re.compile(rf"{ENTITY}-(?:sponsored|backed|funded|branded)\b", re.IGNORECASE)
_PRESENTED = re.compile(rf"{ENTITY},?\s{_BACKED_BY.pattern}", re.IGNORECASE)
_WILL_BE_BACKED = re.compile(
    rf"\b(?:will|to|has|have|had)\s(?:\w+\s)?(?:be|been)\s{_PASSIVE}(?!\s(?:at|during|on|to|in)\b)"
    r"|\b(?:will|to)\s(?:wear|carry|don|sport|have|run|race|play)\s[^.;:]{0,40}?\b(?:sponsored|backed|funded)\b",
    re.IGNORECASE,
)
# Verbs, and what stands for them, that tell of something done, begun, ended or to come.
_HAPPENS = re.compile(
    r"\b(?:(?:sign|join|enter|land|ink|sever|strike|seal|end|cut|name|secure|pick)(?:s|d|ed|ing)?\b|announc|unveil|agre|becom|became|extend|renew|"
    r"naming|appoint|launch|securing|str[iu]ck|striking|confirm|reveal|replac|terminat|drop|quit|withdr|pull|part(?:s|ed)\s(?:ways|company)|welcom|"
    r"select|chosen|tapp|introduc|return|continu|will\b|to\sbe(?:come)?\b|new\b|not\b|los(?:e|es|t|ing)\b|sold|bought|won\b|talks|negotiat|onboard|rop(?:ed|es)\b|"
    r"review|reconsider|hunt(?:s|ed|ing)\b|teams?\sup|teamed|partnered|step|c[ao]me|injected|pledg|thrown|weight|cancel|cutting|ax(?:e|ing)|scrap|halt|abandon|suspend|paus|freez|froze|"
    r"stop|resum|reviv|expan|doubl|increas|reduc|widen|deepen|strengthen|prolong|lengthen|recruit|attract|add(?:s|ed|ing)?\b|bag(?:s|ged)?\b|snap|clinch|grab|len(?:ds?|t)\s|thr[eo]w|switch|swap|lock|penn|mov(?:es|ed|ing)\sup|(?:has|have)\s(?:also\s|now\s|today\s)?(?!(?:sponsored|backed|supported|funded|served|acted|worked|remained|stayed|featured|appeared|played|presented|starred|helped|lived|enjoyed|endorsed|worked|owned|used|provided|supplied|signed\soff|\w+ly)\b)[a-z]+ed\b)",
    re.IGNORECASE,
)
# Signs of a verb in a headline.
_TELLS = re.compile(r"\b(?:to|is|are|was|were|has|have|\w+ed)\b", re.IGNORECASE)
_VERB = re.compile(r"(?<=\s)[A-Za-z]{3,}s\s")
_DOES = re.compile(r"\b(?:sponsor(?:s|ed)?|support(?:s|ed)?|back(?:s|ed)?|fund(?:s|ed)?)\b", re.IGNORECASE)
_PLAINLY_DOES = re.compile(rf"{ENTITY}\s(?:sponsors|backs|supports|funds)\b")
_ABOUT_TO = re.compile(
    r"\b(?:recently|just|to|will|would|is|are|be|not|never|longer|today|\w+ing)\s(?:\w+\s)?$", re.IGNORECASE
)
_IS = re.compile(
    r"\b(?:includes?|included|is|are|was|were|remain(?:s|ed)?|serve[sd]?|act(?:s|ed)?|(?:has|have|had)\s(?:\w+\s)?(?:been|served|acted))\s"
    r"(?!\w+ing\b|(?:\w+\s)?(?:being|giving|set\b|due\b|back\b|to\s|about|proud|pleased|delighted|excited|thrilled|in\stalks))",
    re.IGNORECASE,
)
# "remains main sponsor of ⟨Rovers⟩ until 2030": that long it stays by a new contract.
_STAYS_UNTIL = re.compile(
    r"\b(?:remain|stay|continu)\w*\s[^.;]{0,70}\b(?:until|through|till)\s[^.;]{0,15}\d\d", re.IGNORECASE
)
# "its sponsorship of", "Acme's naming rights to"
_OWN = re.compile(
    rf"(?:['’]s?\s|{POSSESSIVE}\s|\b(?:its|their|his|her)\s)(?:\S+\s){{0,4}}?(?:{GRANT}|sponsorships?\b)",
    re.IGNORECASE,
)
# "The company gives its name to the hall."
_BEARS = re.compile(r"\b(?:gives|lends|carries|bears|has)\s(?:its|their)\s(?:own\s)?name\b", re.IGNORECASE)
_CALLED = re.compile(D)
_ANY_VERB = re.compile(rf"\b[a-z]+(?:ed|ing|es|s)\b|{GRANT}", re.IGNORECASE)
_EARLY = 3  # the passages that tell what an article is about
_REST = 30  # characters behind a statement that is all that its sentence says
_BEFORE_AS = 30  # characters before a name that hold the verb it is the object of
_SHORT = 60  # characters that a noun with its designation has at most


def is_in_passing(pair: Pair, passages: Sequence[Passage], entities: Sequence[Entity]) -> bool:
    """Whether all that ties the pair only says what is, below a headline or first sentence on something else.

    Where the headline names both, what a firm does at an event may be the news, and that it stands by somebody.
    """
    first = passages[0]
    told = [link for link in pair.links if link.passage is first]
    if not told and _has_ended(pair):
        return True
    if news.is_headed(passages) and not _on_a_kit(passages[0]):
        return all(map(_describes, pair.links))
    if not all(map(_is_part_of_a_name, told)):
        return False
    if _is_late(pair, first, entities):
        return True
    of_both = entities[pair.holder].kind is EntityKind.EVENT or bool(_STANDS.search(first.words))
    of_both = of_both and not holds(news.LOOK_ALIKE, first.words)
    if of_both and not told and {pair.sponsor, pair.holder} <= {mention.entity for mention in first.mentions}:
        return False
    plain = [link for link in pair.links if not _is_faint(link)] or pair.links
    stated = [link for link in plain if link.cue != PATH] or plain
    headed = {mention.entity for mention in first.mentions} if first.is_title else set()
    if any(_STAYS_UNTIL.search(link.passage.text, link.start) for link in stated):
        return False
    return all(_only_is(link) and not (_opens(link) and headed & {pair.sponsor, pair.holder}) for link in stated)


def _opens(link: Link) -> bool:
    """Whether all that the first sentence of the body says is who sponsors: "⟨Acme⟩ is a partner of ⟨Ode⟩."."""
    opening, rest = link.passage.text[: link.start], link.passage.text[link.end :]
    alone = len(rest) < _REST and re.search(rf"{ENTITY}|\band\b", opening + rest) is None
    return link.passage.order == 1 and link.cue in (COPULA, ROLL) and alone


# "sponsored the team between 2009 and 2014", "which backed it until 2021": that is over.
_ENDED = re.compile(
    r"\b(?:sponsored|backed|supported|partnered|funded|bankrolled|was|were|had)\b(?:(?!\b(?:will|has|have|is|are|from\snow)\b)[^;.]){0,80}?"
    r"\b(?:(?:between|from)\s(?:19|20)\d\d\s(?:and|to|until|through)\s(?:19|20)\d\d|until\s(?:\w+\s)?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


# What a headline says of two, or of an event, that a deal told late may be a part of.
_JOINS = re.compile(
    r"partner|team|join|support|back|present|attend|participat|exhibit|showcas|speak|highlight|host|celebrat|conclud",
    re.IGNORECASE,
)


def _is_late(pair: Pair, title: Passage, entities: Sequence[Entity]) -> bool:
    """Whether an event's sponsor is told of late, below a headline on something else: "Acme posts profit"."""
    if not title.is_title or entities[pair.holder].kind is not EntityKind.EVENT:
        return False
    late = all(link.passage.order > _EARLY for link in pair.links)
    elsewhere = all(mention.entity != pair.holder for mention in title.mentions) and not _JOINS.search(title.words)
    return late and elsewhere and bool(_TELLS.search(title.words) or _VERB.search(title.words))


def _has_ended(pair: Pair) -> bool:
    """Whether a sentence says that the deal was over in a year that it tells, and none that something happens."""
    over = [link for link in pair.links if _ENDED.search(link.passage.text, link.start, link.end + _SHORT)]
    stated = [link for link in pair.links if link.cue != PATH and not link.filled and link not in over]
    return bool(over) and not any(_HAPPENS.search(one.passage.text[one.start : one.end]) for one in stated)


# "whose yard is backed by"
_WHOSE = re.compile(
    r"\bwhose\s(?:[\w’'-]+\s){1,3}?(?:is|are|was|were)\s(?:\w+\s)?(?:sponsored|backed|supported|funded|bankrolled)\b"
    rf"|\bwhose\s(?:[\w’'-]+\s){{0,2}}?{D}\s(?:it|he|she|they)\s(?:is|are|was|were)\b",
    re.IGNORECASE,
)


# A headline on a new shirt that speaks of no one who pays for it: "Rovers unveil retro shirt".
_KIT = re.compile(
    r"\b(?:unveil|launch|reveal|show|wear|releas|design)\w*\s(?:[\w’'-]+\s){0,5}?(?:kits?|shirts?|jerseys?|strips?)\b",
    re.IGNORECASE,
)
_PAYS = re.compile(r"sponsor|partner|deal|contract|logo|backer|supplier", re.IGNORECASE)


def _on_a_kit(title: Passage) -> bool:
    """Whether a headline is on what a team is to wear, not on who pays for it."""
    return bool(_KIT.search(title.words)) and not _PAYS.search(title.words)


def _describes(link: Link) -> bool:
    """Whether a clause on whose sponsor somebody is, or has, is all that a link says."""
    text, words = link.passage.text, link.passage.text[max(0, link.start - 40) : link.end]
    return bool(_WHOSE.search(words)) and not _ACTS.match(text, link.end)


def is_by_the_way(pair: Pair) -> bool:
    """Whether only a participle behind the holder's name ties the pair: "the Lake Open presented by Acme"."""
    stated = [link for link in pair.links if link.cue != PATH and not _is_faint(link)]
    return bool(stated) and all(
        link.cue == SPONSORED_BY and _PRESENTED.match(link.passage.text, link.start) for link in stated
    )


def _is_faint(link: Link) -> bool:
    """Whether a late sentence only has both in it, or one of them."""
    return link.passage.order > _EARLY and (link.filled or link.cue == BESIDE)


def _is_part_of_a_name(link: Link) -> bool:
    """Whether a headline that tells something else has "the fair presented by Acme" in it."""
    text = link.passage.text
    rest = f"{text[: link.start]} {text[link.end :]}"
    return link.cue == SPONSORED_BY and bool(_HAPPENS.search(rest) or _TELLS.search(rest))


def _only_is(link: Link) -> bool:
    """Whether the words of a link say how things are or describe somebody, and tell nothing that happens."""
    text, words = link.passage.text, link.passage.text[link.start : link.end]
    if link.cue in (PREDECESSOR, FELLOW):
        return True
    if _PARTICIPLE.search(words):
        return True
    if link.cue in _NOUNS and not _NEW.search(words):
        return not _ACTS.match(text, link.end)
    if any(one.search(words) for one in (_WHO, _WHOSE, _BEARS)):
        return True
    if _THANKS.search(text, max(0, link.start - _SHORT), link.end):
        return True
    if link.cue == BESIDE and _ACTS.match(text, link.end):
        return False  # "the school is saved after ⟨Acme⟩ agreed to sponsor it"
    backed = link.cue == SPONSORED_BY or (link.cue == PATH and _BACKED_BY.search(words))
    if backed and (_BACKED_BY.search(words) or not _HAPPENS.search(words)):
        return not _WILL_BE_BACKED.search(words)
    before = _BEFORE_AS if link.cue == _AS else 0  # "has announced ⟨Acme⟩ as"
    if _HAPPENS.search(text, max(0, link.start - before), link.end):
        around = text[max(0, link.start - 50) : link.end + 50]
        then = _THEN.search(around)
        if then is not None and then.group()[:5] == "since" and _ENDS.search(words):
            then = None  # "has dropped Ode, its face since 2020"
        return bool(then and _PAST.search(words)) and not _TO_COME.search(words)
    if link.cue in _DOING or (link.cue == PATH and _PLAINLY_DOES.match(words)):
        does = _DOES.search(words)
        acts = _ACTS.match(text, link.end)  # "Lake Tour sponsors Acme are quitting"
        return does is not None and not (acts or _ABOUT_TO.search(words, 0, does.start()))
    if link.cue in _BEING or _IS.search(words) or _OWN.search(words):
        return not (link.cue == _SPONSORSHIP and _ACTS.match(text, link.end))
    noun = link.cue in (UNNAMED_HOLDER, UNNAMED_SPONSOR) or (link.cue == PATH and _CALLED.search(words) is not None)
    short = noun and len(words) < _SHORT and not _ANY_VERB.search(words)
    return short and not _HAPPENS.search(text, max(0, link.start - 30), link.end)
