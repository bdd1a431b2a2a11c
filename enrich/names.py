"""Where names stand: runs of capitals, joined, divided and trimmed as English writes names.

Capitals propose; the model's guesses and the knowledge base join what capitals alone do not ("Bank of Ode",
"adidas"); job titles, dates and nationalities divide ("Ode Group Chairman Ada Brill" is a body and a person).
What kind of thing a name stands for is decided elsewhere, for the document as a whole.
"""

import re
from collections import Counter
from dataclasses import dataclass

from enrich import knowledge
from enrich.knowledge import Match
from enrich.text import Text
from records.record import Span

# A nickname in marks, initials, a shortened title, any word with what joins its parts, an ampersand.
WORD = re.compile(
    r"(?<=[a-z.] )[“\"][A-Z][\w’'-]*[”\"](?= [A-Z])"
    r"|(?:[A-Z]\.){2,}(?:[A-Z]\b)?|[A-Z]\.(?=\s+[A-Z])|(?:Mr|Mrs|Ms|Dr|St|Mt|Jr|Sr|Inc|Corp|Co|Ltd|Prof|Bros)\."
    r"|[^\W_]+(?:[’'.&+/‑-][^\W_]+)*(?:!(?=['’]s|\s+[a-z]))?|&"
)
PARTICLES = frozenset(
    "de di da del della des du dos van von der den ter la le el al bin ibn y e af zu ul st".split()
)
_POSSESSIVE = re.compile(r"['’][sS]?$")
_AFFIX = re.compile(
    r"-(?:based|born|owned|listed|backed|sponsored|led|style|headquartered|trained|bound|quoted|made|run|branded"
    r"|educated|only|wide|area|inspired|funded|supplied|powered|supported|winning|dominated|themed|built)$",
    re.IGNORECASE,
)
_OWNERS = frozenset("women men children players king queen st".split())
_SUFFIX = re.compile(r"(?:Inc|Ltd|LLC|L\.L\.C|Jr|Sr|S\.A|PLC)\.?")
Guess = tuple[int, int, str]  # start, end and label of what the model takes for a name
_PREFIXED = re.compile(r"(?:anti|pro|non|post|pre|ex|mid|un|pan|semi|fellow|co|multi)-", re.IGNORECASE)
KNOWN = "KNOWN"  # the label of what the knowledge base holds
_MENTION_LABELS = frozenset("PERSON ORG GPE LOC FAC EVENT PRODUCT WORK_OF_ART LAW".split())


@dataclass(slots=True)
class Word:
    """One word of a sentence, without its possessive ending."""

    text: str
    start: int
    end: int
    possessive: bool
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

    @property
    def text(self) -> str:
        """The name's words, one blank between them."""
        return " ".join(self.words)


def words_of(body: str, span: Span) -> list[Word]:
    """Return the words of a sentence in order."""
    found = []
    for match in WORD.finditer(body, span.start, span.end):
        text, start, end = match.group(), match.start(), match.end()
        bare = _POSSESSIVE.sub("", text)
        possessive = bare != text
        if not possessive and body[end : end + 1] in ("'", "’") and text[-1:] in "sxz":
            possessive = body[end + 1 : end + 2] in (" ", "")  # "Rangers' ground"; a closing mark looks alike
        cut = _AFFIX.search(bare)
        if cut:
            bare, possessive = bare[: cut.start()], False
        found.append(Word(bare, start, start + len(bare), possessive, _capital(bare)))
    return found


def _capital(word: str) -> bool:
    if _PREFIXED.match(word):
        return False
    word = word.lstrip('“"')
    return word[0].isupper() or (len(word) > 2 and any(c.isupper() for c in word[1:]) and word[0] != "x")


def find(text: Text) -> list[Name]:
    """Return the names of the body in order; no two overlap."""
    known = knowledge.base().find(text.body)
    guesses = [guess for guess in text.names if guess[2] in _MENTION_LABELS]
    guesses = _with_known(guesses, known)
    lower = Counter(match.group() for match in re.finditer(r"(?<![\w’'-])[a-z][\w’'-]*", text.body))
    names: list[Name] = []
    at = 0
    for sentence in text.sentences:
        inside = []
        while at < len(guesses) and guesses[at][0] < sentence.end:
            inside.append(guesses[at])
            at += 1
        names.extend(_in_sentence(text.body, sentence, inside, lower))
    places = {(match.start, match.end): match for match in known}
    for name in names:
        name.known = places.get((name.start, name.end))
    return names


def _with_known(guesses: list[Guess], known: list[Match]) -> list[Guess]:
    """Return the guesses, those of the knowledge base instead of the model's that they cut in two."""
    joined = [match for match in known if match.sure or " " in match.text]
    spans = [(match.start, match.end, KNOWN) for match in joined]
    kept = [
        g
        for g in guesses
        if not any(s[0] < g[1] and g[0] < s[1] and not (g[0] <= s[0] and s[1] <= g[1]) for s in spans)
    ]
    return sorted([*spans, *kept], key=lambda guess: (guess[0], guess[2] != KNOWN))


def _in_sentence(body: str, sentence: Span, guesses: list[Guess], lower: Counter[str]) -> list[Name]:
    words = words_of(body, sentence)
    listed = _shouts(words, body, sentence)
    names: list[Name] = []
    for first, last in _runs(body, words, guesses):
        names.extend(_cut(body, words, first, last, sentence, guesses, lower))
    for name in names:
        name.listed = listed
    return names


def _shouts(words: list[Word], body: str, sentence: Span) -> bool:
    """Whether nearly every word has a capital, as in headings: capitals then say nothing."""
    if len(words) < 4 or body[sentence.end - 1] in '.!?"”':
        return False
    long = [word for word in words if len(word.text) > 3]
    return sum(word.capital for word in long) > 0.8 * len(long)


def _runs(body: str, words: list[Word], guesses: list[Guess]) -> list[tuple[int, int]]:
    """Return the first and last word (inclusive) of each stretch that may hold names."""
    runs = []
    i = 0
    while i < len(words):
        guess = next((g for g in guesses if g[0] <= words[i].start < g[1]), None)
        if not words[i].capital and not (guess and _small(words[i], guess)):
            i += 1
            continue
        last = i
        while (step := _joins(body, words, last, guesses)) is not None:
            last = step
        runs.append((i, last))
        i = last + 1
    return runs


def _small(word: Word, guess: Guess) -> bool:
    """Whether a word without a capital still begins a name: a known one, or one that mixes digits and letters."""
    if guess[2] == KNOWN:
        return guess[0] == word.start
    digits, letters = any(c.isdigit() for c in word.text), any(c.isalpha() for c in word.text)
    return guess[2] in ("ORG", "PRODUCT") and digits and letters


def _joins(body: str, words: list[Word], last: int, guesses: list[Guess]) -> int | None:
    """Return the next word that belongs to the same run as `words[last]`, or None."""
    if last + 1 >= len(words):
        return None
    here, following = words[last], words[last + 1]
    gap = body[here.end : following.start]
    one = next((g for g in guesses if g[0] <= here.start and g[1] >= following.end), None)
    if one is not None and one[2] == KNOWN:
        return last + 1
    if here.possessive:
        owned = one is not None and one[2] != "PERSON"
        fits = following.capital and (owned or here.text.casefold() in _OWNERS)
        return last + 1 if fits else None
    if re.fullmatch(r",\s+", gap):
        return last + 1 if _SUFFIX.fullmatch(following.text) else None
    if gap not in (" ", "\u00a0"):
        return None
    if following.capital:
        return last + 1
    if following.text.isdigit():
        return last + 1 if _numbered(following.text, one) else None
    return _linked(body, words, last, one)


def _linked(body: str, words: list[Word], last: int, one: Guess | None) -> int | None:
    """Return the capital that a small word ("of", "&", "de") joins to `words[last]`, or None."""
    here, link, *rest = words[last : last + 4]
    if not rest or body[link.end : rest[0].start] != " ":
        return None
    after, capital = rest[0], rest[0].capital
    if not capital and after.text in ("the", *PARTICLES) and len(rest) > 1:
        capital = rest[1].capital
    step = last + 2 if after.capital else last + 3
    if not capital:
        return None
    body_like = one is not None and one[2] not in ("PERSON", "GPE")
    if link.text == "&" or (link.text in PARTICLES and (one or link.text not in ("al", "e", "y", "la"))):
        return step
    if link.text in ("of", "for"):
        head = here.text.casefold()
        fits = head in knowledge.words("of_heads") or head in knowledge.words("org_heads")
        return step if fits or body_like else None
    return step if body_like and link.text in ("and", "the", "on", "in", "to", "by", "at") else None


def _numbered(number: str, guess: Guess | None) -> bool:
    """Whether a number belongs to the name before it ("Ode Racing 92"): a year does, if an event's."""
    return bool(guess and guess[2] in ("ORG", "EVENT", "PRODUCT", "FAC")) and len(number) <= 4


def _cut(
    body: str,
    words: list[Word],
    first: int,
    last: int,
    sentence: Span,
    guesses: list[Guess],
    lower: Counter[str],
) -> list[Name]:
    """Return the names in a run: trimmed at its edges, divided at job titles and before people."""
    first, last = _trimmed(words, first, last, guesses, lower)
    if first > last:
        return []
    title = _title(words, first, last)
    if title is not None:
        names = []
        if title[0] > first:
            names += _cut(body, words, first, title[0] - 1, sentence, guesses, lower)
        if title[1] < last:
            after = _cut(body, words, title[1] + 1, last, sentence, guesses, lower)
            if after:
                after[0].title = (words[title[0]].start, words[title[1]].end)
            names += after
        return names
    person = _person_from(words, first, last, guesses)
    if person is not None and person > first:
        return _cut(body, words, first, person - 1, sentence, guesses, lower) + _cut(
            body, words, person, last, sentence, guesses, lower
        )
    start, end = words[first].start, words[last].end
    if _idle(words[first : last + 1]) and not any(g[:2] == (start, end) and g[2] == KNOWN for g in guesses):
        return []
    overlaps = [
        (min(end, g[1]) - max(start, g[0]), g[2]) for g in guesses if g[0] < end and g[1] > start and g[2] != KNOWN
    ]
    return [
        Name(
            start,
            end,
            tuple(
                word.text + ("’s" if word.possessive and i < last else "")
                for i, word in enumerate(words[first : last + 1], first)
            ),
            sentence,
            first == 0,
            words[last].possessive,
            max(overlaps)[1] if overlaps else None,
        )
    ]


def _idle(words: list[Word]) -> bool:
    """Whether the words make no name: codes, offices and slogans in capitals."""
    folded = [word.text.casefold().rstrip(".") for word in words]
    if len(folded) == 1:
        code = folded[0] in knowledge.words("codes") or re.fullmatch(
            r"[a-z]{1,2}\d{1,4}|\d+\w{1,3}|[a-z]", folded[0]
        )
        heads = knowledge.words("titles") | knowledge.words("org_heads") | knowledge.words("event_heads")
        return bool(code) or folded[0] in heads | knowledge.words("generic") | knowledge.words("venue_heads")
    idle = knowledge.words("generic") | knowledge.words("titles") | knowledge.words("title_modifiers")
    idle |= (
        knowledge.words("common")
        | knowledge.words("codes")
        | knowledge.words("calendar")
        | {"&", "of", "and", "the"}
    )
    return all(word in idle or word.isdigit() for word in folded)


def _trimmed(
    words: list[Word], first: int, last: int, guesses: list[Guess], lower: Counter[str]
) -> tuple[int, int]:
    """Return the run without what is no name at its edges: articles, dates, common words, nationalities."""
    common, calendar = knowledge.words("common"), knowledge.words("calendar")
    demonyms = knowledge.words("demonyms")
    while first <= last:
        folded = words[first].text.casefold().rstrip(".")
        guess = next((g for g in guesses if g[0] <= words[first].start < g[1]), None)
        opens = guess is not None and guess[0] == words[first].start and guess[1] > words[first].end
        alone = first == last
        if opens and guess is not None and guess[2] == KNOWN and words[first].text != "The":
            break
        idle = (
            folded in ("the", "a", "an", "&")
            or (folded in calendar and not opens)
            or (folded in common and (first == 0 or alone) and not (first > 0 and guess and guess[2] == "ORG"))
            or (first == 0 and alone and guess is None and lower[folded] > 0)
            or (folded in demonyms and (alone or _looks_personal(words, first + 1, last, guesses)))
        )
        if not idle:
            break
        first += 1
    while first <= last:
        folded = words[last].text.casefold()
        if folded in calendar or folded in ("the", "a", "i", "&") or (first == last and folded in demonyms):
            last -= 1
        else:
            break
    return first, last


def _looks_personal(words: list[Word], first: int, last: int, guesses: list[Guess]) -> bool:
    """Whether words `first` to `last` look like one person's full name."""
    if first > last:
        return False
    person = any(g[2] == "PERSON" and g[0] == words[first].start for g in guesses)
    return person or (last > first and words[first].text.casefold() in first_names())


def first_names() -> frozenset[str]:
    """Return the given names we know, in lower case."""
    return knowledge.words("first_names_m") | knowledge.words("first_names_f")


def _title(words: list[Word], first: int, last: int) -> tuple[int, int] | None:
    """Return the first and last word of a capitalised job title inside the run, or None."""
    heads, modifiers = knowledge.words("title_heads"), knowledge.words("title_modifiers")
    for i in range(first, last + 1):
        folded = words[i].text.casefold()
        if folded not in heads or words[i].possessive:
            continue
        start = end = i
        while start > first and words[start - 1].text.casefold() in modifiers:
            start -= 1
        while end < last and (words[end + 1].text.casefold() in heads or words[end + 1].text == "&"):
            end += 1
        if words[min(end + 1, last)].text == "of":
            continue
        return start, end
    return None


def _person_from(words: list[Word], first: int, last: int, guesses: list[Guess]) -> int | None:
    """Return the word at which the model sees a person begin inside the run and end with it, or None."""
    for start, end, label in guesses:
        if label == "PERSON" and end >= words[last].end and start > words[first].start:
            for i in range(first + 1, last):
                if words[i].start == start and words[i].text.casefold() in first_names():
                    return i
    return None
