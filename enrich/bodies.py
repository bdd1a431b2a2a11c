"""How likely a name that looks like a body's is one: its signs, at all its places, weighed together.

Releases and headings write wares, plans, degrees and slogans with capitals. No single sign tells them from firms;
who speaks, employs, signs and is called a firm is a body, what is used, called and has no head word is rather
none. What each sign is worth is in `knowledge/bodies.txt`, fitted by `python -m benchmarks.bodies`.
"""

import math
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from enrich import casing, knowledge, shapes
from enrich.cuts import Name
from enrich.groups import SUFFIX, Group
from enrich.surroundings import ADDRESS, CLUB, DOES, FIRM, HOUSES, OWNED, SPEECH, TRADES, phrase
from enrich.words import first_names, heads
from records.record import EntityKind

K = EntityKind
_LABELS = {"ORG": "body", "PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "WORK_OF_ART": "work"}
# Places of a name that are looked at, characters before and after it, and evidence that counts at most so often.
_PLACES, _BEFORE, _AFTER, _MOST = 6, 60, 90, 3
_LONG = 4  # words
_SPEAKS = re.compile(
    rf" (?:also |has |have |had |will |today |recently |then |later )*(?:{SPEECH}|{DOES}|announc\w+|partner(?:ed|s)"
    r"|g(?:ave|iven?|ives)|bought|treated|back(?:s|ed)|re-?sign(?:s|ed)|renew(?:s|ed)|extend(?:s|ed)|replac(?:es|ed)"
    r"|pledged|committed|invested|stepp?(?:s|ed) (?:in|up|forward)|teamed|linked|sign(?:s|ed) up"
    r"|agree[ds]?|join(?:s|ed)|plans|hopes|wants|expects|provid\w+|acquir\w+|develop\w+|support(?:s|ed)|donat\w+"
    r"|understands|learn(?:ed|t)|contacted|approached|report(?:s|ed)|can reveal"
    r"|celebrat\w+|pa(?:ys|id)|aims|became|has been|was founded"
    r"|is (?:proud|committed|excited|pleased|a|an|the|one)\b)"
)
# A field of work stands between an office and who has it, or where: "Head of Private Credit, Ode Bank".
_CHARGED = re.compile(r"\b(?:[Hh]ead|[Dd]irector|President|VP|[Cc]oordinator|[Mm]anager|Chief|[Ll]ead) of $")
_ELSEWHERE = re.compile(r",? (?:at|for|with) (?:the )?[A-Z]|, [A-Z]")
# A title of a work or of a talk, a slogan.
_MARKED = re.compile(r"(?<!\w)[“\"‘']$")
# What a paper is called after its name.
_PAPER = re.compile(r" (?:magazine|newspaper|weekly)\b")
# How high a sponsor stands: "Emerald sponsors", "General Admission Sponsor".
_TIER = re.compile(
    r"(?: [Ll]evel)? (?:Sponsor(?:s|ship)?|sponsor(?:ship)?|sponsors (?:such|like|are|were|include))\b"
)
# What is said of a ware or an event: "Ode, a campaign of Moro's".
_CALLED = re.compile(
    r"(?:,| [—–-]+| \() ?(?:the|an?|its|our|their|which is (?:the|an?)|one of the)(?: [\w’'-]+){0,7}?"
    r" (?:initiatives?|programs?|programme|campaigns?|apps?|software|products?|tokens?|drugs?|series|films?|novels?"
    r"|albums?|technology|formula|test|treatment|movement|celebration|competition|awards?|curriculum|course"
    r"|collection|tool|system|model|vehicle|fund-?raisers?|nights?)\b"
)
_POST_AFTER = re.compile(
    rf"(?:,? Inc\.?,?)?(?:['’]s?)? (?:[\w’'-]+ ){{0,2}}?(?:{phrase('titles')}|GM)\b(?! of)", re.IGNORECASE
)
_POST_BEFORE = re.compile(
    rf"\b(?:{phrase('titles')})(?:,? [\w&’'-]+){{0,5}}? ?(?: of|,| at| for| with)(?: the)? $", re.IGNORECASE
)
_APPOSED = re.compile(
    r"(?:,| [—–-]+| \()? (?:the|a|an|which is|one of the)(?: [\w’'-]+){0,7}?"
    rf" (?:{FIRM}|{CLUB}|leader|pioneer)\b(?!['’]s)|{TRADES}|{ADDRESS}|{HOUSES}"
)
_TRADE = re.compile(rf"(?<![\w’'.-])(?<!managing )(?:{FIRM}|{CLUB}),? $")
_DEALS = re.compile(
    r"\b(?:partner(?:s|ed|ship|ships|ing)?|agreement|deal|contract|collaborat\w+|team(?:ed|ing)|work\w*|sponsor\w*|owned"
    r"|acquired|founded|supplied|provided|presented|made|hosted|funded|backed|powered|published|released|joined|signed)"
    r" (?:with|by|from|of|for|between|to) (?:the )?$|\b(?:told|tells|telling) (?:the )?$"
    r"|\b(?:takes?|took|taking) over from (?:the )?$|\b(?:replac|succeed)(?:e|es|ed|ing|s)? (?:the )?$"
)
# A side of a deal: it is named, becomes or acts as a partner, sponsors, is sponsored, is whose partner another is.
_ROLE = r"(?:(?:co-|club-)?sponsors?|partners?|suppliers?|providers?|backers?|official)"
_ROLES = re.compile(r"sponsor|partner|suppl|provider|backer|official")
_SIDE_AFTER = re.compile(
    r",? (?:(?:has |have |had |is |are |was |were |will |be |been |being |to |now |also |again |officially )*"
    r"(?:as|be|become|becomes|became|is|are|named|announced|unveiled|confirmed|appointed|revealed|remains?|joins?|joined"
    r"|signed(?: up| on)?|returns?|returned) (?:as )?"
    rf"(?:(?:a|an|the|its|their|our|new|first|latest|next|club|team|\w+['’]s) )*(?:[\w&-]+ ){{0,3}}?{_ROLE}\b"
    r"|(?:(?:will|to|has|have|is|are|now|also|again|proudly) )*(?:co-)?sponsor(?:s|ed|ing)? )"
)
_SIDE_BEFORE = re.compile(
    r"\b(?:sponsor(?:s|ing|ship of|ed by)|naming[- ]rights (?:to|of|for)"
    r"|official [a-z-]+(?: [a-z-]+)? (?:of|for|to)|(?:sponsor|partner|supplier)s? (?:of|for|to)"
    r"|(?:shirts?|jerseys?|sleeves?|kits?) of) (?:the )?$"
)
_BESIDE = re.compile(
    r"\b(?:with|between|by|and|joined|joins|from|alongside|against|including|like|such as|hosts?|beat|faced?"
    r"|(?:home|stadium|ground|arena) of),?"
    r" (?:the )?$"
)
_AT = re.compile(r"\b(?:at|for|of|to) (?:the )?$")
_INSIDE = re.compile(
    r"\b(?:in|on|via|under|through|into|using|uses?|during) (?:the |its |their |our )?$", re.IGNORECASE
)
_THE = re.compile(r"(?:^|\W)the $", re.IGNORECASE)
_ONE_OF = re.compile(
    r"(?:^|\W)(?:an?|its|our|their|your|this|his|her|my|every|each|new|latest|first|annual) $", re.IGNORECASE
)
_WARE = re.compile(
    r"['’]?[”\"]?[®™]? (?:\w+ )?(?:models?|apps?|series|products?|program(?:me)?s?|systems?|software|tools?"
    r"|devices?|drugs?|tokens?|coins?|films?|movies?|shows?|albums?|songs?|books?|novels?|games?|initiatives?|campaigns?|projects?|awards?"
    r"|lists?|act|laws?|bills?|trials?|stud(?:y|ies)|curriculum|certifi\w+|designation|range|line|collection|technolog\w+"
    r"|solutions?|methods?|framework|protocol|standards?|formats?|applications?|compliance|industry|market|space|sector"
    r"|co-star|star|singer|winner|nominee|actor|actress|character|headsets?|packaging|reception|podcast|paddles?|concert"
    r"|portal|dashboard|feature|suite|engine|chip|index|rules?|requirements?|disease|patients?|treatment|edition|version)\b"
)
_OWNS = re.compile(rf"(?:['’]s?)? {OWNED}\b")
_SPONSORING = re.compile(r"\b(?:sponsor|backer|partner|presented by|naming rights|official )", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:sponsor|backers?\b|donor|partners?\b|supporters|exhibitors|clients|brands)", re.IGNORECASE
)
_ROW_BEFORE = re.compile(r"[A-Z][\w’'.&-]*(?: \([^()]*\))?,?(?: and| &)? (?:the )?$")
_ROW_AFTER = re.compile(r"(?: \([^()]*\))?(?:,(?: and)?|;| and) (?:the )?[A-Z]")
# A short form or a share's sign in brackets, and a sign of trade: who speaks stands before them.
_ASIDE = re.compile(r"^[®™]*(?: [(“][^()]{1,60}[)”])?")
_COUNTED = ("speaks", "post", "apposed", "trade", "deals", "beside", "owns")  # by who acts, in places
_SHARED = (
    "at",
    "inside",
    "the",
    "one of",
    "ware",
    "bracket",
    "opens",
    "sponsoring",
    "told",
    "in a row",
    "field",
    "marked",
    "tier",
    "called a ware",
)  # in the part of the places
_SCALE = 4.0  # votes to a unit
_HEADS = ("org_heads", "trade_words", "club_heads")


@cache
def weights() -> Mapping[str, float]:
    """Return the weight of each sign, in log odds."""
    text = (resources.files(knowledge) / "bodies.txt").read_text(encoding="utf-8")
    lines = (line.split(" | ") for line in text.splitlines() if line and not line.startswith("#"))
    return {sign: float(weight) for sign, weight in lines}


def chance(body: str, title: str | None, group: Group) -> float:
    """Return the chance, 0 to 1, that a group which looks like a body is one."""
    found = signs(body, title, group)
    return 1 / (1 + math.exp(-sum(weight * found[sign] for sign, weight in weights().items())))


def signs(body: str, title: str | None, group: Group) -> dict[str, float]:
    """Return what speaks for and against a name being a body's, as numbers to be weighed together."""
    places = group.names[:_PLACES]
    counts = dict.fromkeys((*_COUNTED, *_SHARED), 0)
    for name in places:
        _count(body, name, counts)
    found = {sign: min(counts[sign], _MOST) / _MOST**0.5 for sign in _COUNTED}
    found |= {sign: counts[sign] / len(places) for sign in _SHARED}
    for label in ("body", "person", "place", "work", None):
        alike = sum(_LABELS.get(name.label or "") == label for name in places)
        found[f"seen as {label or 'nothing'}"] = alike / len(places)
    found |= _of_words(group)
    acting = sum(counts[sign] > 0 for sign in _COUNTED)
    idle = float(acting == 0)
    for sign in ("one word", "acronym", "no head", "usual"):
        found[f"idle {sign}"] = idle * max(0.0, found[sign])
    return found | {
        "bias": 1.0,
        "idle": idle,
        "acts twice": float(acting > 1),
        "times": math.log(len(group.names)),
        "forms": float(len(group.joined) > 1),
        "listed": sum(name.listed for name in places) / len(places),
        "enrolled": float(any(name.enrolled for name in places)),
        "in title": float(title is not None and _is_in(title, group.words)),
        "votes": max(-_SCALE, min(2 * _SCALE, group.score.get(K.ORGANIZATION, 0))) / _SCALE,
        "rival": max((v for kind, v in group.score.items() if kind is not K.ORGANIZATION), default=0) / _SCALE,
    }


def _is_doer(plural: str) -> bool:
    """Whether a plural says what some people do or are ("engineers", "sponsors"); partners may be a firm."""
    one = plural.removesuffix("s")
    return one in knowledge.words("titles") | knowledge.words("person_nouns") | {"sponsor", "engineer"} - {
        "partner"
    }


def _is_in(title: str, words: tuple[str, ...]) -> bool:
    """Whether a headline has a name, also one whose first word is in capitals because it opens the story."""
    name = " ".join(words)
    opens = len(words) > 1 and words[0].isupper() and not words[1].isupper()
    return name in title or (opens and f"{words[0].capitalize()}{name[len(words[0]) :]}" in title)


def _count(body: str, name: Name, counts: dict[str, int]) -> None:
    """Add what the words around one mention show."""
    before = body[max(name.sentence.start, name.start - _BEFORE) : name.start]
    after = _ASIDE.sub("", body[name.end : min(name.sentence.end, name.end + _AFTER)], count=1)
    if _CHARGED.search(before) and _ELSEWHERE.match(after):
        counts["field"] += 1
        return
    for sign, pattern in _LEADING:
        counts[sign] += pattern.search(before) is not None
    for sign, pattern in _FOLLOWING:
        counts[sign] += pattern.match(after) is not None
    if _SPONSORING.search(before) or _ROLES.search(after):
        counts["deals"] += bool(_SIDE_BEFORE.search(before) or _SIDE_AFTER.match(after))
    counts["bracket"] += before.endswith("(")
    counts["opens"] += name.first
    counts["told"] += _TOLD.search(body, name.sentence.start, name.sentence.end) is not None
    row = _ROW_BEFORE.search(before) is not None and before.rstrip().endswith((",", "and", "&"))
    counts["in a row"] += row and _ROW_AFTER.match(after) is not None
    counts["sponsoring"] += bool(
        _SPONSORING.search(before) or (_SPONSORING.search(after) and not _TIER.match(after))
    )


_LEADING = (
    ("post", _POST_BEFORE),
    ("trade", _TRADE),
    ("deals", _DEALS),
    ("beside", _BESIDE),
    ("at", _AT),
    ("inside", _INSIDE),
    ("the", _THE),
    ("one of", _ONE_OF),
    ("marked", _MARKED),
)
_FOLLOWING = (
    ("speaks", _SPEAKS),
    ("post", _POST_AFTER),
    ("apposed", _APPOSED),
    ("ware", _WARE),
    ("owns", _OWNS),
    ("trade", _PAPER),
    ("tier", _TIER),
    ("called a ware", _CALLED),
)


def _of_words(group: Group) -> dict[str, float]:
    """Return what the words of a name show, wherever it stands."""
    words = group.words
    folded = [word.casefold().rstrip(".,!").removesuffix("’s") for word in words]
    usage = [casing.ordinary(word) for word in words if word[0].isalpha()] or [0.0]
    one = len(words) == 1
    head = next((folded[folded.index(link) - 1] for link in ("of", "for", "at") if link in folded[1:]), folded[-1])
    headless = float(not one and head not in heads())
    return {
        "one word": float(one),
        "long": float(len(words) > _LONG),
        "acronym": float(one and words[0].isupper() and len(words[0]) > 1),
        "number": float(any(sign.isdigit() for word in words for sign in word)),
        "camel": float(any(shapes.CAMEL.match(word) for word in words)),
        "suffix": float(SUFFIX.search(" ".join(words)) is not None),
        "usual": min(usage),
        "usual one": min(usage) if one else 0.0,
        "usual first": usage[0],
        "usual last": usage[-1],
        "mostly usual": float(sum(value > 0 for value in usage) > len(usage) / 2),
        "headed": float(not one and any(head in knowledge.words(name) for name in _HEADS)),
        "no head": headless,
        "event's head": float(not one and head in knowledge.words("event_heads")),
        "body's first": float(folded[0] in knowledge.words("first_of_body")),
        "given name": float(not one and folded[0] in first_names()),
        "doers": float(not one and folded[-1].endswith("s") and _is_doer(folded[-1])),
        "ware's head": float(not one and folded[-1] in knowledge.words("ware_heads")),
    }
