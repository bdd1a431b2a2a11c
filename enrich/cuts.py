"""How a run of capitals is divided into names.

Job titles, boards and prizes divide ("Ode Group Chairman Ada Brill" is a body and a person).
"""

import re
from collections import Counter
from dataclasses import dataclass

from enrich import boards, casing, edges, knowledge, openings
from enrich.idle import is_idle, is_work
from enrich.joins import DEPARTMENTS
from enrich.knowledge import Match
from enrich.numbers import EDITION
from enrich.words import KNOWN, ROYAL, SUFFIX, Guess, Word, first_names, heads
from records.record import EntityKind, Span

_ACRONYM = re.compile(r"[A-Z]{2,5}")  # "ODE AD Anna Brill"
# What has a firm behind it, be its name letters and a number ("a partnership with BX8").
_DEALT_WITH = re.compile(
    r"\b(?:partnership|(?:sponsorship|shirt|kit|sponsor)\s(?:deal|contract|agreement)|sponsorship|backing|sponsored|firm|bookmaker)"
    r"\s(?:(?:with|by|from)\s)?$"
)
_AWARD = re.compile(r" of the (?:Year|Month|Week|Season|Match|Tournament|Decade|Century|Day)\b")
# Offices only before a given name: "MD Now" is a firm, "Anna Judge" a person.
_LEADING = frozenset("judge justice sheriff paralympian olympian md gm pro supervisor".split())
# Small words of sentences in large letters, and the words of a run beyond which it may be one.
_SHOUTED = frozenset("I I'M I’M IM AM IS ARE THE A ON TILL UNTIL NOT NO TO MY WE WILL CAN".split())
_LONG_SHOUT = 4
# Offices in letters, between a body and a surname: "Moro State AD Brill".
_SHORT_OFFICES = frozenset({"AD", "GM"})
# Styles that no given name, surname or body has.
_STYLES = frozenset(
    "mr mrs ms dr prof sir dame rev hon col capt sgt cllr coun engr alhaji shri smt ratu datuk".split()
)
_OWNING = re.compile(r"(?:['’]s?|\b[Ii]ts|\b[Tt]heir|\b[Oo]ur) $")
_BACKERS = frozenset("sponsor sponsors partner partners donor donors supporter supporters host hosts".split())
# What an office begins with that is lower or higher than others.
_RANKS = frozenset(
    "senior junior deputy assistant associate regional vice chief lead principal acting interim".split()
)
# From so many doublings on, a word is one of the language, not a name.
_PLAIN = 0.5


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

    first, last = edges.trimmed(body, words, first, last, guesses, lower)
    if (
        first > last
        or _shouts(words[first : last + 1])
        or _names_work(words, first, last, guesses)
        or _is_department(body, words[first])
    ):
        return []
    parted = _parted(body, words, first, last)
    if parted is not None:
        return again(first, parted[0]) + again(parted[1], last)
    board = boards.body_of(words, first, last, guesses)
    if board is not None:
        return again(*board)
    if _AWARD.match(body, words[last].end):
        # "Ode Weekly Player of the Year" names a prize, and who gives it where that is known
        ends = {g[1] for g in guesses if g[2] == KNOWN and g[0] == words[first].start}
        giver = max((i for i in range(first, last) if words[i].end in ends), default=None)
        return again(first, giver) if giver is not None else []
    title = _title(words, first, last)
    if title is not None:
        after = again(title[1] + 1, last)
        field = len(after) == 1 and after[0].start <= words[min(title[1] + 2, last)].start  # right after "of"
        if words[min(title[1] + 1, last)].text == "of" and field and body.count(after[0].text) < 2:
            after = []  # a field of work: "Leader of Systems Design"
        own = words[title[0]].text == "MD" and _follows_comma(words, title[0])  # of the person before it
        if after and after[0].title is None and not own:
            after[0].title = (words[title[0]].start, words[title[1]].end)
        return ([] if _is_field(body, words, first, title, guesses) else again(first, title[0] - 1)) + after
    divided = _person_from(words, first, last, guesses)
    if divided is not None and divided > first:
        return again(first, divided - 1) + again(divided, last)
    office = _office(words, first, last, guesses)
    if office is not None:
        return again(office, last)
    coded = first == last and _DEALT_WITH.search(body, max(0, words[first].start - 40), words[first].start)
    if not coded and not _covered(words, first, last, guesses) and is_idle(words[first : last + 1]):
        return []
    held = _known_prefix(body, words, first, last, guesses)
    return [_name(body, words, first, last if held is None else held, sentence, guesses)]


def _shouts(run: list[Word]) -> bool:
    """Whether a run is a sentence in large letters, which has small words: "PLAYING TILL I AM ON THE BOARD"."""
    small = sum(word.text in _SHOUTED for word in run)
    return len(run) > _LONG_SHOUT and small > 1 and all(word.text.isupper() for word in run)


def _names_work(words: list[Word], first: int, last: int, guesses: list[Guess]) -> bool:
    """Whether a run that nothing says to be a name is a field of work."""
    return is_work(words[first : last + 1]) and (words[first].start, words[last].end, KNOWN) not in guesses


def _is_department(body: str, word: Word) -> bool:
    """Whether a name begins as that of a part of a body does, and it is said whose: "its Office of Athletics"."""
    return word.text in DEPARTMENTS and _OWNING.search(body, max(0, word.start - 8), word.start) is not None


def _again(words: list[Word], first: int, last: int) -> int | None:
    """Return where a run begins anew, as after a heading ("Ode Bank Ode Bank has", "Ode LLC Ode has"), or None."""
    run = [word.text for word in words[first : last + 1]]
    for at in range(2, len(run)):
        if run[at] == run[0] and (run[at : at + 2] == run[:2] or SUFFIX.fullmatch(run[at - 1])):
            return first + at
    return None


def _parted(body: str, words: list[Word], first: int, last: int) -> tuple[int, int] | None:
    """Return where the first of two names ends and the second begins, if anything parts them, or None.

    A joining word does, a tier ("Gold Sponsor Ode": nothing is left before "Ode"), and the first name coming again.
    """
    anew = _again(words, first, last)
    if anew is not None:
        return anew - 1, anew
    at = openings.parting(body, words, first, last)
    if at is not None:
        return at - 1, at + 1
    for i in range(first + 1, last):
        if words[i].text.casefold() in _BACKERS and not words[i].possessive:
            named = words[i + 1].text.casefold() not in heads()
            tier = all(casing.ordinary(word.text) > -1 for word in words[first:i])
            if named and words[i].text == "Sponsor" and not tier:
                return i - 1, i + 1  # "MRO Sponsor Ode Bakers"
            return (first - 1, i + 1) if named and tier else None
    return None


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


def _name(body: str, words: list[Word], first: int, last: int, sentence: Span, guesses: list[Guess]) -> Name:
    start, end = words[first].start, words[last].end
    overlaps = [
        (min(end, g[1]) - max(start, g[0]), g[2]) for g in guesses if g[0] < end and g[1] > start and g[2] != KNOWN
    ]
    forms = tuple(
        word.text + ((word.possessive or _comma(body, words, i)) if i < last else "")
        for i, word in enumerate(words[first : last + 1], first)
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


def _comma(body: str, words: list[Word], i: int) -> str:
    """Return the comma after a word inside a name ("Ministry of Ode, Moro and Brill"), but none before "Inc."."""
    listed = body[words[i].end : words[i].end + 1] == "," and not SUFFIX.fullmatch(words[i + 1].text)
    return "," if listed else ""


def _covered(words: list[Word], first: int, last: int, guesses: list[Guess]) -> bool:
    """Whether the knowledge base holds exactly these words, or the model sees a body's ("Moro League").

    Or a person's of that given name ("Anna Day"), or an event of a day ("Moro Champions Day") or of where it is
    held ("the Harbour Classic").
    """
    if last > first and EDITION.fullmatch(words[last].text):
        return _covered(words, first, last - 1, guesses)
    start, end = words[first].start, words[last].end
    head = last > first and words[last].text.casefold() in heads()
    if (start, end, "PERSON") in guesses and words[last].text.casefold() in knowledge.words("east_surnames"):
        return True  # "Park said"
    called = last == first + 1 and words[first].text.casefold() in first_names()
    if (called and (start, end, "PERSON") in guesses) or (last > first + 1 and (start, end, "EVENT") in guesses):
        return True
    if _is_held_at(words[first : last + 1]) and any(g[1] == end for g in guesses):
        return True
    return any(
        g[1] == end and (g == (start, end, KNOWN) or (head and g[0] <= start and g[2] == "ORG")) for g in guesses
    )


def _is_held_at(words: list[Word]) -> bool:
    """Whether two words name an event after where it is held ("Harbour Classic", "Park Festival")."""
    if len(words) != 2 or words[1].text.casefold() not in knowledge.words("event_heads"):
        return False
    return words[0].text.casefold() in knowledge.words("venue_heads") or casing.ordinary(words[0].text) < 0


def _title(words: list[Word], first: int, last: int) -> tuple[int, int] | None:
    """Return the first and last word of a capitalised job title inside the run, or None."""
    heads, modifiers = knowledge.words("title_heads"), knowledge.words("title_modifiers")
    held = words[last].text.casefold() in knowledge.words("event_heads")
    for i in range(first + held, last + 1):  # "the Governor Brill Stakes" are a race
        folded = words[i].text.casefold().partition("/")[0]  # "VP/Global Marketing"
        leads = folded in _LEADING and i < last and words[i + 1].text.casefold() in first_names()
        leads = leads or (folded == "md" and i == first < last and _follows_comma(words, i))
        leads = leads or (words[i].text in _SHORT_OFFICES and first < i == last - 1)
        if folded not in heads and not leads:
            continue
        if words[i].possessive or _is_given(words, i, first, last):
            continue
        start, end = i, _chief(words, i, last)
        while start > first and words[start - 1].text.casefold() in modifiers:
            start -= 1
        while end < last and (words[end + 1].text.casefold() in heads or words[end + 1].text == "&"):
            end += 1
        return start, end
    return None


def _is_field(body: str, words: list[Word], first: int, title: tuple[int, int], guesses: list[Guess]) -> bool:
    """Whether the words before an office are its field or its rank, and no body's name: "Private Credit Officer".

    All are words of the language, and the office has a rank before it, is an officer's, or follows a person's name.
    """
    field = words[first : title[0]]
    ranks = _RANKS | knowledge.words("title_modifiers")
    plain = (
        word.text.casefold().removeprefix("co-") in ranks or casing.ordinary(word.text) >= _PLAIN
        for word in field
        if word.capital
    )
    if not field or not all(plain):
        return False
    if any(g[2] == KNOWN and g[0] == field[0].start for g in guesses) or field[-1].possessive:
        return False
    ranked = field[0].text.casefold().removeprefix("co-") in _RANKS
    officer = words[title[1]].text.casefold() == "officer"
    return (
        ranked or officer or (_follows_comma(words, first) and body.count(body[field[0].start : field[-1].end]) < 2)
    )


def _follows_comma(words: list[Word], at: int) -> bool:
    """Whether a comma alone parts a word from the capital before it: "Anna Brill, MD Ode Europe"."""
    return at > 0 and words[at - 1].capital and words[at].start - words[at - 1].end == len(", ")


def _is_given(words: list[Word], at: int, first: int, last: int) -> bool:
    """Whether a job's word is a given name here: one that begins a run of two ("chairman Dean Brill")."""
    given = words[at].text.casefold() in first_names()
    return given and at == first and at + 1 == last and words[last].text.casefold() not in first_names()


def _chief(words: list[Word], at: int, last: int) -> int:
    """Return the last word of the title that opens at `at`: "Chief Moro Officer" is one whatever the field."""
    ends = range(at + 1, min(at + 5, last + 1)) if words[at].text.casefold() == "chief" else ()
    return next((i for i in ends if words[i].text.casefold() == "officer"), at)


def _office(words: list[Word], first: int, last: int, guesses: list[Guess]) -> int | None:
    """Return the word after "of" or "for" where what stands before it is no name ("Presenting Sponsor of ...")."""
    for i in range(first + 1, last):
        if words[i].text in ("of", "for") and words[i - 1].text.casefold() not in knowledge.words("of_heads"):
            if any(g[2] == KNOWN and g[0] <= words[i].start < g[1] for g in guesses):
                return None
            return i + 1 if is_idle(words[first:i]) else None
    return None


def _is_after_words(words: list[Word], first: int, last: int) -> bool:
    """Whether a run ends with a given name and a surname after words that are no name: "Sport Anna Brill"."""
    given = words[last - 1].text
    if (
        given.casefold() not in first_names()
        or casing.ordinary(given) >= 0
        or words[last].text.casefold() in heads()
    ):
        return False
    before = [word.text for word in words[first : last - 1] if word.capital]
    return all(casing.ordinary(text) >= edges.CERTAINLY or _ACRONYM.fullmatch(text) for text in before)


def _is_after_field(words: list[Word], first: int, last: int, guesses: list[Guess]) -> bool:
    """Whether a run is the field of an office and a person after it: "Director of Brand Strategy Anna Brill"."""
    if first < 2 or last - first < 2 or words[first - 1].text not in ("of", "for"):
        return False
    office = words[first - 2].text.casefold() in {*knowledge.words("title_heads"), "member"}
    seen = (words[last - 1].start, words[last].end, "PERSON") in guesses
    named = (seen or words[last - 1].text.casefold() in first_names()) and casing.ordinary(words[last].text) < 0
    bodies = knowledge.words("org_heads")  # "Member of Parliament Anna Brill"
    field = (word.text for word in words[first : last - 1] if word.capital and word.text.casefold() not in bodies)
    return office and named and all(casing.ordinary(word) > 0 for word in field)


def _honoured(words: list[Word], first: int, last: int) -> int | None:
    """Return where a style inside a run begins a person's name ("Athletics Dr. Anna Brill"), or None."""
    for i in range(first + 1, last):
        styled = words[i].text.casefold().rstrip(".") in _STYLES and words[i].capital and words[i + 1].capital
        if styled and words[i - 1].text.casefold() not in first_names():
            return i if words[last].text.casefold() not in heads() else None
    return None


def _before_degrees(words: list[Word], first: int, last: int) -> int:
    """Return the last word of a run that is none of the letters after a person's name ("Anna Brill TD")."""
    while last > first and words[last].text.replace(".", "").casefold() in knowledge.words("degrees"):
        last -= 1
    return last


def _person_from(words: list[Word], first: int, last: int, guesses: list[Guess]) -> int | None:
    """Return the word at which the model sees a person begin inside the run and end with it, or None."""
    if (
        last - first in (2, 3)
        and words[last].text.casefold() not in heads()
        and words[first + 1].text.casefold() in first_names()
    ):
        head = words[first].text
        entry = knowledge.base().get(head)
        club = entry is not None and entry.kind is EntityKind.RIGHTS_HOLDER
        if head.casefold() in knowledge.words("places") or club:
            return first + 1  # "Ode Martin Brill", of a club's manager
    known = any(g[2] == KNOWN and g[0] < words[last].end and words[last].start < g[1] for g in guesses)
    honoured = _honoured(words, first, last)
    if honoured is not None and not known:
        return honoured
    after = _is_after_words(words, first, last) or _is_after_field(words, first, last, guesses)
    if last - first > 1 and not known and after:
        return last - 1
    if words[last].text.casefold() in knowledge.words("event_heads"):
        return None  # "the Brigadier Anna Brill Stakes"
    end_of_name = words[_before_degrees(words, first, last)].end
    for start, end, label in guesses:
        if label == "PERSON" and end >= end_of_name and start > words[first].start:
            for i in range(first + 1, last):
                if words[i].start == start and words[i].text.casefold() in first_names():
                    return i - 1 if words[i - 1].text.casefold() in ROYAL else i
    return None
