"""How a run of capitals is trimmed and divided into names.

Job titles, dates and nationalities divide ("Ode Group Chairman Ada Brill" is a body and a person); headings,
offices and codes ("Title Sponsor", "TV") are no names at all.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from enrich import casing, knowledge
from enrich.knowledge import Match
from records.record import EntityKind, Span

KNOWN = "KNOWN"  # the label of what the knowledge base holds
Guess = tuple[int, int, str]  # start, end and label of what the model takes for a name


_OFFICES = frozenset(
    "partner partners sponsor sponsors supplier suppliers provider platform outfitter ambassador".split()
)
# What a sponsor is called in capitals: "Moro Partner" names no more than Moro.
_OFFICE = frozenset("partner sponsor supplier provider ambassador".split())
# Endings of common words that open a sentence ("Subscribers", "Donations").
_COMMON_END = re.compile(r"[a-z](?:ers|ors|ions|ings|ments|ies|in-law|als|ists|ants)$|-[a-z]+$")
# Words that end a run of capitals and belong to what follows ("South Moro Gov. Ode").
_TAILS = frozenset("the a i & instead gov sen rep sgt gen".split())
# Letters that stand for a chamber or a form before a bill's or a paper's number.
_LONGEST_BILL = 3
_AWARD = re.compile(r" of the (?:Year|Month|Week|Season|Match|Tournament|Decade|Century|Day)\b")
# A board of these, or so called, belongs to the body named before it; and these bodies have boards.
_BOARD_OF = frozenset(
    "directors trustees advisors advisers governors regents management supervisors visitors".split()
)
_BOARD_KINDS = frozenset("advisory supervisory executive governing management".split())
_BOARDED = frozenset("foundation institute company group trust association federation league club society".split())
# From so many doublings on, English hardly ever writes a word with a capital inside a sentence.
CERTAINLY = 1.5
# A brand that is its address ("ode.bet").
SITE = re.compile(r"[a-z0-9-]{3,}\.(?:com|net|io|bet|tv|gg|ai|co|casino|ag|lv|co\.[a-z]{2})")
# Parts of a body that take its name with them.
_OFFSHOOTS = frozenset("board sponsor sponsors staff softball momentum officials fans management".split())
# Lists of words that alone are no names.
_ALONE = ("titles", "org_heads", "event_heads", "venue_heads", "generic", "honorifics")
# "U16", "3D", "L", "CPAs": no names.
_CODE = re.compile(r"[A-Z]-\d\w*|[A-Za-z]{1,2}\d{1,4}|\d+\w{1,3}|[A-Za-z]|[A-Z]{2,}s")


@dataclass(slots=True)
class Word:
    """One word of a sentence, without its possessive ending."""

    text: str
    start: int
    end: int
    possessive: str  # "’s", "'" or ""
    capital: bool


@dataclass(slots=True)
class Name:
    """A name at one place: its characters, and what stands around it."""

    start: int
    end: int
    words: tuple[str, ...]
    sentence: Span
    first: bool  # opens its sentence
    possessive: bool = False
    label: str | None = None  # the model's guess
    title: tuple[int, int] | None = None  # the job title written before it
    listed: bool = False  # stands in a headline or a line of capitals
    known: Match | None = None  # the knowledge base has exactly this name
    dateline: bool = False  # stands in a dateline
    enrolled: float = 0  # how surely it stands in a roll of sponsors

    @property
    def text(self) -> str:
        """The name's words, one blank between them."""
        return " ".join(self.words)


@cache
def first_names() -> frozenset[str]:
    """Return the given names we know, in lower case."""
    return knowledge.words("first_names_m") | knowledge.words("first_names_f")


def cut(
    body: str,
    words: list[Word],
    first: int,
    last: int,
    sentence: Span,
    guesses: list[Guess],
    lower: Counter[str],
) -> list[Name]:
    """Return the names among `words[first]` to `words[last]`, a run of capitals.

    `guesses` are the model's and the knowledge base's in this sentence, `lower` counts the document's words in
    small letters.
    """

    def again(start: int, end: int) -> list[Name]:
        return cut(body, words, start, end, sentence, guesses, lower) if start <= end else []

    first, last = _trimmed(body, words, first, last, guesses, lower)
    if first > last:
        return []
    board = _board(words, first, last, guesses)
    if board is not None:
        return again(first, board - 1)
    if _AWARD.match(body, words[last].end):
        # "Ode Weekly Player of the Year" names a prize, and who gives it where that is known
        end = max((g[1] for g in guesses if g[2] == KNOWN and g[0] == words[first].start), default=0)
        return again(first, max(i for i in range(first, last + 1) if words[i].end <= end)) if end else []
    title = _title(words, first, last)
    if title is not None:
        after = again(title[1] + 1, last)
        if words[min(title[1] + 1, last)].text == "of" and len(after) == 1 and body.count(after[0].text) < 2:
            after = []  # a field of work: "Leader of Systems Design"
        if after and after[0].title is None:
            after[0].title = (words[title[0]].start, words[title[1]].end)
        return again(first, title[0] - 1) + after
    divided = _person_from(words, first, last, guesses)
    if divided is not None:
        return again(first, divided - 1) + again(divided, last)
    office = _office(words, first, last, guesses)
    if office is not None:
        return again(office, last)
    if not _covered(words, first, last, guesses) and _idle(words[first : last + 1]):
        return []
    held = _known_prefix(body, words, first, last, guesses)
    return [_name(words, first, last if held is None else held, sentence, guesses)]


def _board(words: list[Word], first: int, last: int, guesses: list[Guess]) -> int | None:
    """Return where a board that belongs to the body before it begins ("Ode Health Advisory Board"), or None.

    "Moro Cricket Board" is a body of its own; a board of advisers or directors is part of one, and so is the board
    of what already is a foundation, an institute or a company.
    """
    folded = [word.text.casefold() for word in words[first : last + 1]]
    if any(g[2] == KNOWN and g[1] == words[last].end and g[0] <= words[first].start for g in guesses):
        return None
    at = next((i for i, word in enumerate(folded) if word in ("board", "boards")), len(folded))
    if at == 0 or at == len(folded):
        return None
    rest = folded[at + 1 :]
    if rest[:1] == ["of"] and rest[-1] in _BOARD_OF:
        return first + at
    if rest:
        return None
    if folded[at - 1] in _BOARD_KINDS:
        return first + at - 1 if at > 1 else None
    return first + at if folded[at - 1] in _BOARDED else None


def _known_prefix(body: str, words: list[Word], first: int, last: int, guesses: list[Guess]) -> int | None:
    """Return the last word of the known name that a run begins with, if the rest is its ware ("Ode Tea")."""
    end = next((g[1] for g in guesses if g[2] == KNOWN and g[0] == words[first].start), None)
    whole = body[words[first].start : words[last].end]
    if any(g[0] <= words[first].start and g[1] == words[last].end and g[2] in ("ORG", "EVENT") for g in guesses):
        return None
    if end is None or end >= words[last].end or words[last].text.casefold() in heads() or body.count(whole) > 1:
        return None
    if words[last].text.casefold() in knowledge.words("places"):
        return None  # a company's branch: "Ode Telecom Egypt"
    return next((i for i in range(first, last) if words[i].end == end), None)


@cache
def heads() -> frozenset[str]:
    """Return the words that end the names of bodies, events and places."""
    lists = ("trade_words", "org_heads", "club_heads", "event_heads", "venue_heads", "place_heads")
    return frozenset(word for name in lists for word in knowledge.words(name))


def _name(words: list[Word], first: int, last: int, sentence: Span, guesses: list[Guess]) -> Name:
    start, end = words[first].start, words[last].end
    overlaps = [
        (min(end, g[1]) - max(start, g[0]), g[2]) for g in guesses if g[0] < end and g[1] > start and g[2] != KNOWN
    ]
    forms = tuple(
        word.text + (word.possessive if i < last else "") for i, word in enumerate(words[first : last + 1], first)
    )
    return Name(
        start,
        end,
        forms,
        sentence,
        first == 0,
        bool(words[last].possessive),
        max(overlaps)[1] if overlaps else None,
    )


def _covered(words: list[Word], first: int, last: int, guesses: list[Guess]) -> bool:
    """Whether the knowledge base holds exactly these words, or the model sees a body's ("Moro League")."""
    start, end = words[first].start, words[last].end
    head = last > first and words[last].text.casefold() in heads()
    return any(
        g[1] == end and (g == (start, end, KNOWN) or (head and g[0] <= start and g[2] == "ORG")) for g in guesses
    )


def _idle(words: list[Word]) -> bool:
    """Whether the words make no name: codes, offices and slogans in capitals."""
    folded = [word.text.casefold().replace("’", "'").rstrip(".") for word in words]
    if folded[-1] in knowledge.words("no_heads") or re.fullmatch(r"\d+[A-Za-z]{1,2}", words[0].text):
        return True
    if all(part in knowledge.words("demonyms") for part in folded[0].split("-")) and len(folded) == 1:
        return True
    if len(folded) == 1:
        code = folded[0] in knowledge.words("codes") or _CODE.fullmatch(words[0].text)
        return bool(code) or any(folded[0] in knowledge.words(name) for name in _ALONE)
    if folded[-1] in _OFFICES and (folded[0] == "official" or _all_ordinary(words[:-1])):
        return True
    if folded[0].startswith("www."):
        return True
    if len(folded) == 2 and folded[1].isdigit() and words[0].text.isupper() and len(folded[0]) <= _LONGEST_BILL:
        return True  # "HB 148"
    return all(word in _idle_words() or word.isdigit() for word in folded)


def _all_ordinary(words: list[Word]) -> bool:
    """Whether English writes every one of the words rather in small letters."""
    return all(casing.ordinary(word.text) >= 0 for word in words)


@cache
def _idle_words() -> frozenset[str]:
    """Return the words that make no name, however many of them stand together."""
    lists = ("generic", "titles", "title_modifiers", "common", "codes", "calendar")
    return frozenset({"&", "of", "for", "and", "the"}.union(*(knowledge.words(name) for name in lists)))


def _trimmed(
    body: str, words: list[Word], first: int, last: int, guesses: list[Guess], lower: Counter[str]
) -> tuple[int, int]:
    """Return the run without what is no name at its edges: articles, dates, common words, nationalities."""
    calendar, demonyms = knowledge.words("calendar"), knowledge.words("demonyms")
    while (
        first <= last
        and not words[first].capital
        and not SITE.fullmatch(words[first].text)
        and not any(g[0] == words[first].start for g in guesses)
    ):
        first += 1
    while first <= last:
        here = [g for g in guesses if g[0] <= words[first].start < g[1]]
        opens = any(g[0] == words[first].start and g[1] > words[first].end for g in here)
        known = any(g[2] == KNOWN and g[0] == words[first].start for g in here)
        if known and words[first].text != "The":
            break
        if not _edge(body, words, first, last, opens, here, lower):
            break
        first += 1
    while first <= last:
        folded = words[last].text.casefold()
        held = any(g[2] == KNOWN and g[0] < words[last].start < g[1] for g in guesses)
        date = (
            folded in calendar
            or folded in ("the", "a", "i", "&", "instead")
            or (first == last and folded in demonyms)
            or (first < last and folded in _OFFICE and any(casing.ordinary(w.text) < 0 for w in words[first:last]))
        )
        if held or not (date or (first < last and folded in _OFFSHOOTS and _recurs(body, words, first, last))):
            break
        last -= 1
    return first, last


def _recurs(body: str, words: list[Word], first: int, last: int) -> bool:
    """Whether the words before the last are a name elsewhere in the text without it ("Ode Trust board")."""
    rest, whole = body[words[first].start : words[last - 1].end], body[words[first].start : words[last].end]
    return body.count(rest) > body.count(whole)


def _edge(
    body: str, words: list[Word], first: int, last: int, opens: bool, here: list[Guess], lower: Counter[str]
) -> bool:
    """Whether the first word of a run does not belong to the name that follows."""
    folded = words[first].text.casefold().rstrip(".").replace("’", "'")
    alone = first == last
    if not alone and body[words[first].start : words[last].end].casefold() in knowledge.words("places"):
        return False
    if folded in ("the", "a", "an", "&"):
        return True
    if folded in knowledge.words("calendar"):
        return not opens
    if not alone and {folded, words[first + 1].text.casefold()} <= knowledge.words("first_of_body"):
        return False  # "Club Deportivo Ode"
    if folded in knowledge.words("common") and (first == 0 or alone):
        return not (first > 0 and any(g[2] == "ORG" for g in here))
    if first == 0 and not alone and folded in knowledge.words("trade_nouns"):
        return True
    named = not alone and words[first + 1].text.casefold() in first_names() and folded not in first_names()
    if first == 0 and named and casing.ordinary(words[first].text) >= CERTAINLY:
        return True  # "Sadly Ode Brill"
    if folded in knowledge.words("demonyms"):
        return alone or _looks_personal(words, first + 1, last, here) or _stands_alone(body, words, first, last)
    if first == 0 and alone:
        word = words[first].text
        once = len(re.findall(rf"\b{re.escape(word)}\b", body)) == 1
        return (not here and lower[folded] > 0) or (once and bool(_COMMON_END.search(word)))
    return first == 0 and folded in knowledge.words("titles") and _looks_personal(words, first + 1, last, here)


def _stands_alone(body: str, words: list[Word], first: int, last: int) -> bool:
    """Whether the words after the first are a name elsewhere in the text, without the first before them."""
    rest = body[words[first + 1].start : words[last].end]
    whole = body[words[first].start : words[last].end]
    if whole.casefold() in knowledge.words("places"):
        return False
    return body.count(rest) > body.count(whole) or knowledge.base().get(rest) is not None


def _looks_personal(words: list[Word], first: int, last: int, guesses: list[Guess]) -> bool:
    """Whether words `first` to `last` look like one person's full name."""
    if first > last:
        return False
    person = any(g[2] == "PERSON" and g[0] <= words[first].start < g[1] for g in guesses)
    return (person and last > first) or (last > first and words[first].text.casefold() in first_names())


def _title(words: list[Word], first: int, last: int) -> tuple[int, int] | None:
    """Return the first and last word of a capitalised job title inside the run, or None."""
    heads, modifiers = knowledge.words("title_heads"), knowledge.words("title_modifiers")
    for i in range(first, last + 1):
        if words[i].text.casefold() not in heads or words[i].possessive:
            continue
        start = end = i
        while start > first and words[start - 1].text.casefold() in modifiers:
            start -= 1
        while end < last and (words[end + 1].text.casefold() in heads or words[end + 1].text == "&"):
            end += 1
        return start, end
    return None


def _office(words: list[Word], first: int, last: int, guesses: list[Guess]) -> int | None:
    """Return the word after "of" or "for" where what stands before it is no name ("Presenting Sponsor of ...")."""
    for i in range(first + 1, last):
        if words[i].text in ("of", "for") and words[i - 1].text.casefold() not in knowledge.words("of_heads"):
            if any(g[2] == KNOWN and g[0] <= words[i].start < g[1] for g in guesses):
                return None
            return i + 1 if _idle(words[first:i]) else None
    return None


def _person_from(words: list[Word], first: int, last: int, guesses: list[Guess]) -> int | None:
    """Return the word at which the model sees a person begin inside the run and end with it, or None."""
    if (
        last - first in (2, 3)
        and words[last].text.casefold() not in heads()
        and words[first + 1].text.casefold() in first_names()
    ):
        head = words[first].text
        known = knowledge.base().get(head)
        club = known is not None and known.kind is EntityKind.RIGHTS_HOLDER
        if head.casefold() in knowledge.words("places") or club:
            return first + 1  # "Ode Martin Brill", of a club's manager
    for start, end, label in guesses:
        if label == "PERSON" and end >= words[last].end and start > words[first].start:
            for i in range(first + 1, last):
                if words[i].start == start and words[i].text.casefold() in first_names():
                    return i
    return None
