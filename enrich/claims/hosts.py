"""What one party of a pair is to the other if no sponsor: its host, its buyer, or who shows or gives to it."""

import re
from collections.abc import Sequence

from enrich.claims.evidence import Pair
from enrich.claims.links import BESIDE, SPONSORED_BY, Link
from enrich.claims.news import SPONSORSHIP
from enrich.claims.passages import ENTITY as E
from enrich.claims.passages import POSSESSIVE as O
from enrich.claims.passages import Passage
from enrich.claims.paths import PATH
from enrich.claims.patterns import holds
from enrich.claims.signs import STRONG
from records.record import Entity, EntityKind

# The last of the passages that tell what an article is about.
_LEAD = 4
# How plainly a clause that names one of the two must tell a deal: "the firm has become its title partner".
_PLAINLY = 0.7
_WORDS = rf"(?:(?!(?:at|with|for|in|to|by|during|from|as|on|of)\s)(?:[\w’'&,.“”\"()$£€-]+|{O})\s)"
_NTH = (
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|twentie)th|"
    r"inaugural|annual|virtual|its|their|own)"
)
# What only who stages an event announces of it.
_OF_A_HOST = (
    r"(?:registration|applications?|nominations|entries|line-?up|programme|agenda|speakers?|panell?ists|keynotes?|winners?|finalists|"
    r"nominees|honorees|recipients|dates?|venue|tickets|early[\s-]bird|call\sfor)"
)
_HOSTS = tuple(
    re.compile(words.replace("~", r"\s"), re.IGNORECASE)
    for words in (
        # "⟨Acme⟩ hosted its 12th annual ⟨Golf Classic⟩"
        rf"(?P<x>{E})(?:~\([^()]{{1,40}}\))?,?~{_WORDS}{{0,4}}?(?:host|held|hold|organi[sz]|stag|kick(?:s|ed)?~off|open)\w*~{_WORDS}{{0,6}}?(?P<y>{E})",
        # "⟨the Golf Classic⟩, organised by ⟨Acme⟩"
        rf"(?P<y>{E})(?:~\([^()]{{1,40}}\))?,?~(?:\w+~){{0,3}}?(?:hosted|organi[sz]ed|produced|staged|run|founded|created|put~on)~by~(?:the~)?(?P<x>{E})",
        # "⟨Acme⟩'s 15th annual ⟨Golf Classic⟩"
        rf"(?P<x>{E})['’]s?~(?:[\w-]+~){{0,2}}?(?P<y>{E})",
        # "⟨Acme⟩ announces the winners of the ⟨Ode Awards⟩"
        rf"(?P<x>{E})[^;.]{{0,60}}?\b{_OF_A_HOST}\b~[^;.{E[1:-1]}]{{0,60}}?\b(?:for|of|at|to)~{_WORDS}{{0,5}}?(?P<y>{E})",
        # "⟨Acme⟩ announces the 5th annual ⟨Golf Classic⟩"
        rf"(?P<x>{E})[^;.{E[1:-1]}]{{0,40}}?\bannounc\w+~[^;.{E[1:-1]}]{{0,60}}?\b{_NTH}~(?:[\w-]+~){{0,3}}?(?P<y>{E})",
    )
)
# "announces its ⟨Golf Classic⟩ in partnership with ⟨Acme⟩": who stages it with another
_WITH = re.compile(
    rf"\bin\s(?:close\s)?(?:partnership|collaboration|association|co-?operation|conjunction)\swith\s(?:the\s)?(?:{E},?\s(?:and\s)?(?:the\s)?)*?(?P<x>{E})",
    re.IGNORECASE,
)
# "⟨Acme⟩ has won the prize for service at ⟨the Ode Awards⟩"
_WINS = re.compile(
    rf"(?P<x>{E})(?:\s\([^()]{{1,40}}\))?,?\s[^;.{E[1:-1]}]{{0,60}}?\b(?:won|wins|winner|winning|finalist|shortlisted|nominated|recogni[sz]ed|honou?red)\b"
    rf"[^;.{E[1:-1]}]{{0,80}}?(?P<y>{E})",
    re.IGNORECASE,
)
_PRIZE = re.compile(r"\b(?:awards?|prizes?)\b", re.IGNORECASE)
_BUYS = tuple(
    re.compile(words.replace("~", r"\s"), re.IGNORECASE)
    for words in (
        # "⟨Acme⟩ has bought ⟨Ode⟩", "acquired a majority stake in ⟨Ode⟩"
        rf"(?P<x>{E})(?:~\([^()]{{1,40}}\))?,?~[^;.{E[1:-1]}]{{0,90}}?\b(?:buys|bought|buying|acquir\w+|purchas(?:es|ed|ing)|to~(?:buy|purchase|take~over)|takes?~over|took~over|taking~over|"
        rf"owns?|co-owns?|merg\w+~with|takeover~of)~(?:[^;.{E[1:-1]}]{{0,40}}?\b(?:stake|interest|share|holding)\w*~in~)?(?:[\w-]+~){{0,6}}?(?P<y>{E})",
        # "⟨Ode⟩'s owner ⟨Acme⟩", "⟨Ode⟩, which is owned by ⟨Acme⟩"
        rf"(?P<y>{E})['’]s?~(?:[\w-]+~){{0,2}}?(?:owners?|parent~company|parent)~(?P<x>{E})",
        rf"(?P<y>{E}),?~(?:(?:which|that)~)?(?:(?:is|was|has|been|now|recently|also|wholly|partly)~){{0,4}}(?:owned|acquired|bought)~by~(?:the~)?(?P<x>{E})",
        rf"(?P<x>{E}),?~(?:the~)?(?:new~)?(?:owner|parent~company|parent|operator)~of~(?:the~)?(?P<y>{E})",
    )
)
# Whom a collection is for: "an event to benefit ⟨the Ode Hospice⟩", "raised £900 for ⟨the Ode Hospice⟩"
_BENEFITS = re.compile(
    rf"\b(?:benefit(?:s|ed|ing|ting)?|in~aid~of|on~behalf~of|proceeds~(?:[\w-]+~){{0,6}}?(?:to|for|support)|"
    rf"rais(?:e|es|ed|ing)~(?:[^;.{E[1:-1]}]{{0,30}}?(?:\d|money|funds|cash|awareness)[^;{E[1:-1]}]{{0,30}}?)\bfor)"
    rf"~(?:[\w’'-]+~){{0,3}}?(?P<y>{E})".replace("~", r"\s"),
    re.IGNORECASE,
)
_GATHERS = re.compile(
    r"\b(?:fundrais|charit|proceeds|donat|non-?profit|to\sbenefit|in\said\sof|volunteer|food\sdrive)", re.IGNORECASE
)
# Who pays for what a team wears has a name on it.
_KIT = re.compile(r"\b(?:kits?|shirts?|jerseys?|strips?|tracksuits?|bibs?)\b", re.IGNORECASE)
# "sponsored by ⟨Acme⟩ and ⟨the Ode Centre⟩": both pay.
_BOTH_PAY = re.compile(
    rf"\b(?:sponsored|presented|supported|funded|powered|backed|underwritten)\sby\s(?:the\s)?(?:{E},?\s(?:the\s)?)*?(?P<x>{E}),?\s(?:and|&)\s(?:the\s)?(?P<y>{E})(?!['’]s)",
    re.IGNORECASE,
)
# What a broadcaster or a dealer in data gets of a league.
_SHOWN = re.compile(
    r"\b(?:rights?\sto\s(?:[\w’'-]+\s){0,6}?(?:distribut|collect|stream|show|broadcast|air|screen|produc|suppl|sell)\w*|"
    r"(?:broadcast(?:ing)?|streaming|media|tv|television|data|distribution|content|audio-?visual|carriage)\s(?:[\w-]+\s)?(?:rights|deals?|agreements?|"
    r"partnerships?|contracts?)|(?:will|to)\s(?:\w+\s)?(?:stream|broadcast|televise|air)\b|"
    r"\bshow(?:s|ing)?\s(?:[\w-]+\s){0,3}?(?:every|all|live|\d+)\s(?:[\w’'-]+\s){0,3}?(?:match|game|race|fight|event|fixture)\w*)",
    re.IGNORECASE,
)
# "the ⟨Acme⟩ athlete ⟨Ode⟩ rides in ⟨the Lake Series⟩": the deal is with him, not with the series.
_LENDS = re.compile(
    rf"(?P<x>{E})(?:-(?:sponsored|backed))?\s(?:[\w-]+\s)?(?:athlete|rider|driver|ambassador|skier|surfer|pro|star|racer|spokes\w+)s?,?\s"
    rf"(?:[\w’'“”\"-]+\s)?(?P<y>{E})",
    re.IGNORECASE,
)


def has_other_tie(pair: Pair, passages: Sequence[Passage], entities: Sequence[Entity]) -> bool:
    """Whether the article says what the two are to each other and no sentence says that one sponsors the other."""
    if entities[pair.holder].kind is EntityKind.PERSON or any(_says_so(link) for link in pair.links):
        return False
    if pair.links and all(link.cue in (BESIDE, PATH) and _only_lends(link) for link in pair.links):
        return True
    both = [p for p in passages if _names(p, pair.sponsor) and _names(p, pair.holder)]
    event = entities[pair.holder].kind is EntityKind.EVENT
    if _PRIZE.search(entities[pair.holder].name) and any(_tied(_WINS, passage, pair) for passage in both):
        return True
    if any(_tied(_BOTH_PAY, passage, one) for one in (pair, _turned(pair)) for passage in both):
        return True
    spoken = any(holds(SPONSORSHIP, link.passage.words) for link in pair.links)
    if (
        event
        and pair.links
        and not spoken
        and all(link.passage in both and _is_with(link.passage, pair.sponsor) for link in pair.links)
    ):
        return True
    for passage in both:
        if any(_tied(words, passage, pair) for words in _BUYS) or (
            event and any(_tied(words, passage, pair) for words in _HOSTS)
        ):
            return True
    if not holds(STRONG, passages[0].words) and any(p.order <= _LEAD and holds(_SHOWN, p.words) for p in both):
        return True
    gathers = any(holds(_GATHERS, passage.words) for passage in passages[: _LEAD + 1])
    named = (passage for passage in passages if _names(passage, pair.holder) and not holds(_KIT, passage.words))
    return gathers and any(_is_given(passage, pair.holder) for passage in named)


def _says_so(link: Link) -> bool:
    """Whether the words of a link themselves speak of sponsoring, and who sponsors whom is plain."""
    if not link.directed or link.cue in (BESIDE, PATH) or (link.filled and link.strength < _PLAINLY):
        return False
    places = link.passage.places
    words = link.passage.words[places[link.start] : places[min(link.end, len(places) - 1)]]
    if link.cue == SPONSORED_BY and "presented" in words.casefold():
        return False
    return holds(STRONG, words) or holds(SPONSORSHIP, words)


def _is_with(passage: Passage, number: int) -> bool:
    return any(passage.mention(found["x"]).entity == number for found in _WITH.finditer(passage.text))


def _turned(pair: Pair) -> Pair:
    return Pair(pair.holder, pair.sponsor)


def _names(passage: Passage, number: int) -> bool:
    return any(mention.entity == number for mention in passage.mentions)


def _tied(words: re.Pattern[str], passage: Passage, pair: Pair) -> bool:
    return any(
        passage.mention(found["x"]).entity == pair.sponsor and passage.mention(found["y"]).entity == pair.holder
        for found in words.finditer(passage.text)
    )


def _is_given(passage: Passage, holder: int) -> bool:
    return any(passage.mention(found["y"]).entity == holder for found in _BENEFITS.finditer(passage.text))


def _only_lends(link: Link) -> bool:
    """Whether the sponsor's name only tells whose athlete somebody else is."""
    found = [
        one for one in _LENDS.finditer(link.passage.text) if link.passage.mention(one["x"]).entity == link.sponsor
    ]
    return bool(found) and all(link.passage.mention(one["y"]).entity != link.holder for one in found)
