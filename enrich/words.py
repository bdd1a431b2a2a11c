"""A sentence as words: what counts as one, where its possessive ending begins, whether its capital means a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from enrich import knowledge
from records.record import Span

KNOWN = "KNOWN"  # the label of what the knowledge base holds
Guess = tuple[int, int, str]  # start, end and label of what the model takes for a name
# A brand that is its address ("ode.bet").
SITE = re.compile(r"[a-z0-9-]{2,}\.(?:com|net|io|bet|tv|gg|ai|co|casino|ag|lv|co\.[a-z]{2})")
# Ranks that stay with the given name.
ROYAL = frozenset("prince princess king queen pope emperor empress sultan".split())
NOBLE = ROYAL | frozenset("duke duchess earl countess baron baroness lord lady viscount sir dame".split())
# What people who know somebody say before the given name: "Sister Anna".
FAMILIAR = frozenset("sister brother father mother uncle aunt auntie coach fr nurse".split())
SUFFIX = re.compile(r"(?:Inc|Ltd|LLC|L\.L\.C|Jr|Sr|Jnr|Snr|S\.A|PLC)\.?")
OWNED = "OWNED"  # the label of a name that holds a possessive
# A nickname of up to three words in marks, initials, a shortened title, words with what joins
# their parts, an "&" or "+".
WORD = re.compile(
    r"(?<=[a-z.] )[“\"](?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}|\w{2,12})[”\"](?= [A-Z])"
    r"|(?<=[a-z.] )[‘'][A-Z][\w-]*(?: [A-Z][\w-]*){0,2}[’'](?= [A-Z])"
    r"|(?:[A-Z]\.){2,}(?:[A-Z]\b)?|[A-Z]\.(?=\s+[A-Z])|(?:Mr|Mrs|Ms|Dr|St|Mt|Jr|Sr|Jnr|Snr|Inc|Corp|Co|Ltd|Prof|Bros)\."
    r"|(?:Md|Fr|Eng|Engr|Coun|Cllr|Hon)\.(?= [A-Z])"
    r"|[^\W_]+(?:[’'.&+/‑-][^\W_]+)*(?:!(?=['’]s|\s+[a-z])|(?<=[A-Za-z]{3})\+(?![\w+]))?|&|(?<=\w )\+(?= [A-Z])"
)
PARTICLES = frozenset(
    "de i ap bint binti di da do del della dello degli des du dos van von der den ter la le el al bin ibn y e af zu"
    " ul st dela delos binte bte".split()
)
# A shortened link or a page's address, and a unit after its number.
_ADDRESS = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}/)", re.IGNORECASE)
_UNIT = re.compile(r"[a-z]?[A-Z]{1,3}[a-z]?|[A-Z]{2,4}s?")
_COUNTED = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d )\d(?:[\d.,]*\d)? $")
_POSSESSIVE = re.compile(r"['’][sS]?$")
_NAMED = re.compile(r"(?<![\w’'-])[A-Z][\w’'.-]* $")
# What is joined to a name without being a part of it; "Wai-ching" is a given name.
_AFFIX = re.compile(
    r"-(?:(?-i:[a-z]{3,}(?:ed|ing))|using|based|born|owned|listed|backed|sponsored|led|style|headquartered|trained|bound"
    r"|quoted|made|run|branded|wide"
    r"|educated|only|area|inspired|funded|supplied|powered|supported|winning|dominated|themed|built|driven|optimi[sz]ed"
    r"|enabled|focused|related|specific|ready|free|certified|approved|registered|affiliated|bred|raised|chasing|era)$",
    re.IGNORECASE,
)
_PREFIXED = re.compile(
    r"(?:anti|pro|non|post|pre|ex|mid|semi|fellow|on|off|full|self|high|long|short|home|one|two|three|four|five|six)-"
    r"|(?:un|pan|co|multi|all|in|first)-",
    re.IGNORECASE,
)
# Capitals on both sides of the hyphen are a name's own, but for these ("Pan-Moro Council", "Ex-Moro").
_OWN_PREFIX = re.compile(r"(?!(?:Ex|Pre|Post|Non|Mid|Fellow)-)[A-Z][a-z]+-[A-Z]")
# A lawmaker's party and place ("D-Moro").
_PARTY = re.compile(r"[DRI]-(?!Day)[A-Z][\w.]+")
# The end of a heading, and the first word of the text that lost the blank before it: "ConclusionThe".
_GLUED = re.compile(r"([A-Z][a-z]{3,})(?:The|This|These|Our|Their)")
_CONTRACTED = re.compile(r"\w['’](?:ll|ve|d|re|m|t)$")  # "He’ll"
# After these a name in ’s does not possess anything: the ending is its own ("Lay’s will ...").
_UNOWNED = re.compile(
    r"\b((?:O['’])?[A-Z][\w-]*['’]s)(?=[,;:.)]| (?:is|are|has|have|had|was|were|will|would|said|says|and|or|to|in"
    r"|on|at|for|of|as|with|by|from|which|who|signed|became|becomes|agreed|replaces|takes|joins|joined|also)\b"
    r"| [a-z]{2,}(?:ed|es) (?:that|it|its|a|an|the|their|to|up|on|with|as|in|for)\b)"
)
# No name that possesses has an article before it: "a Lay’s spokeswoman".
_AFTER_ARTICLE = re.compile(r"\b(?:[Aa]n?|every|each) ([A-Z][\w-]*['’]s) (?=[a-z])")
# The currency of a sum stands before it without a blank.
_SUM = re.compile(
    r"(?:K[Ss]hs?|[TU]?Shs?|Rs|RM|Tk|NGN|INR|EUR|USD|GBP|SAR|AED|ZAR|BDT|PKR|LKR)\.?\d[\d.,]*(?:m|mn|bn|k|b|cr|crore)?"
    r"|[NR]\d[\d.,]*(?:m|mn|bn|b)|N\d{3,}"
)
_MONEY = frozenset(
    "Rs KSh TSh USh GH INR NOK SEK DKK CHF JPY KRW CNY RMB AED SAR QAR ZAR NGN KES BRL MXN SGD HKD MYR THB IDR"
    " USD EUR GBP".split()
)


@dataclass(slots=True)
class Word:
    """One word of a sentence, without its possessive ending."""

    text: str
    start: int
    end: int
    possessive: str  # "’s", "'" or ""
    capital: bool


@cache
def first_names() -> frozenset[str]:
    """Return the given names we know, in lower case."""
    return knowledge.words("first_names_m") | knowledge.words("first_names_f")


@cache
def heads() -> frozenset[str]:
    """Return the words that end the names of bodies, events and places."""
    lists = ("trade_words", "org_heads", "club_heads", "event_heads", "venue_heads", "place_heads")
    return frozenset(word for name in lists for word in knowledge.words(name))


def own_endings(body: str) -> frozenset[str]:
    """Return the names that end in ’s by themselves, as the knowledge base or the text shows."""
    shown = {match[1] for pattern in (_UNOWNED, _AFTER_ARTICLE) for match in pattern.finditer(body)}
    return frozenset(
        name for name in shown if not re.search(rf"\b{re.escape(name[:-2])}(?!['’\w-])", body)
    ) | frozenset(match.text.split()[-1] for match in knowledge.base().find(body) if match.text.endswith("'s"))


def words_of(body: str, span: Span, own: frozenset[str] = frozenset()) -> list[Word]:
    """Return the words of a sentence in order; those of `own` keep their ending in ’s."""
    found = []
    for match in _matches(body, span):
        text, start, end = match.group(), match.start(), match.end()
        if text.islower() and text.isalpha() and body[end : end + 1] not in ("'", "’"):
            found.append(Word(text, start, end, "", False))  # most words are plain ones
            continue
        if (glued := _GLUED.fullmatch(text)) is not None:
            found.append(Word(glued[1], start, start + len(glued[1]), "", True))
            text, start = text[len(glued[1]) :], start + len(glued[1])
        bare = (
            text
            if text in own or text[0] in "“\"‘'" or text.replace("’", "'") in own
            else _POSSESSIVE.sub("", text)
        )
        possessive = text[len(bare) :]
        if not possessive and text[-1:] in "sxz" and re.match(r"['’](?: |$)", body[end : end + 2]):
            possessive = body[end]  # "Rangers' ground"; a closing mark looks alike
        cut = _AFFIX.search(bare)
        if cut:
            bare, possessive = bare[: cut.start()], ""
        capital = _capital(bare) and not _is_address(body, text, start) and bare not in _MONEY
        if text[0] in '“"' and found:
            capital = capital or found[-1].text.casefold() in first_names()  # Anna "bolt" Brill
        found.append(Word(bare, start, start + len(bare), possessive, capital))
    return found


def _matches(body: str, span: Span) -> Iterator["re.Match[str]"]:
    """Yield the words of a sentence; several words between marks are one, a nickname, only after a name."""
    for match in WORD.finditer(body, span.start, span.end):
        start, end = match.span()
        if " " in match.group() and not _NAMED.search(body, max(0, start - 25), start):
            yield from WORD.finditer(body, start + 1, end)
        else:
            yield match


def times(body: str, phrase: str, beside: str = "") -> int:
    """Return how often `phrase` stands in `body` between the edges of words; those of `beside` are no edges."""
    found, at = 0, body.find(phrase)
    while at >= 0:
        edges = body[at - 1 : at] + body[at + len(phrase) : at + len(phrase) + 1]
        found += not any(sign.isalnum() or sign == "_" or sign in beside for sign in edges)
        at = body.find(phrase, at + len(phrase))
    return found


def _is_address(body: str, text: str, start: int) -> bool:
    """Whether a word is a part of an address, a handle, a tag, or the unit of the number before it ("82 kWh")."""
    before = body[max(0, start - 3) : start]
    if before[-1:] in ("@", "#") or before.endswith("//") or _ADDRESS.match(text):
        return True
    counted = _COUNTED.search(body[max(0, start - 8) : start])
    alone = not body[start + len(text) + 1 : start + len(text) + 2].isupper()
    return counted is not None and alone and _UNIT.fullmatch(text) is not None


def is_sum(word: str) -> bool:
    """Whether a word is a sum of money with its currency: "Ksh60m"."""
    return _SUM.fullmatch(word) is not None


def _capital(word: str) -> bool:
    head, _, tail = word.partition("-")
    if tail.islower() and head.casefold() in knowledge.words("codes"):
        return False  # "AI-supported"
    if (
        is_sum(word)
        or (_PREFIXED.match(word) and not _OWN_PREFIX.match(word))
        or _CONTRACTED.search(word)
        or _PARTY.fullmatch(word)
    ):
        return False
    word = word.lstrip("“\"‘'")
    return word[0].isupper() or (len(word) > 2 and any(c.isupper() for c in word[1:]) and word[0] != "x")
