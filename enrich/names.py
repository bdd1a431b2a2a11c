"""Where names stand: runs of capitals, joined as English writes names, then trimmed and divided.

Capitals propose; the model's guesses and the knowledge base join what capitals alone do not ("Bank of Ode",
"adidas"). What kind of thing a name stands for is decided elsewhere, for the document as a whole.
"""

import re
from collections import Counter

from enrich import casing, cuts, definitions, joins, knowledge, rolls
from enrich.cuts import Name
from enrich.knowledge import Match
from enrich.surroundings import FIRM
from enrich.text import Text
from enrich.words import KNOWN, OWNED, SITE, Guess, Word, is_sum, own_endings, times, words_of
from records.record import Span

_MENTION_LABELS = frozenset("PERSON ORG GPE LOC FAC EVENT PRODUCT WORK_OF_ART LAW".split())
EXCHANGE = r"(?:NYSE|NASDAQ|Nasdaq|LSE|AMEX|OTC\w*|TSX\S*|ASX|AIM|SIX|Euronext)(?: \w+)?: ?"
# A share's sign: on an exchange we know, or in brackets on any ("(FSE: 49Q)").
_TICKER = re.compile(
    rf"\b{EXCHANGE}[A-Z.]+(?:, [A-Z.]+)*|\((?:[A-Z][\w ]{{1,12}}: ?[A-Z0-9][A-Z0-9.]{{0,6}}(?:[,;] ?|(?=\))))+\)"
)
# What stands before an address that is no brand.
_VISITED = re.compile(
    r"(?:visit|at|on|via|see|to|through|or|www|from|online|website|site|:|//|@)[ .]*$", re.IGNORECASE
)
_DIGITED = re.compile(
    r"\b\d{1,3}(?!(?:m|b|tr)illion|thousand|hundred|min|hour|mile|point)(?:[a-z]{3,}|[A-Z][a-z]{2,}|[a-z]{2,}\d{1,3})\b"
)
_DIGITS_CALLED = re.compile(
    rf"(?:{FIRM} |\b(?:sponsored|backed|powered) by |(?<![^\n]))(\d{{1,3}}[A-Za-z]{{3,}})\b"
    r"(?= (?:has|is|will|was|and)\b|[.,’'])"
)
# One of these before a word says that it is a firm's.
_CALLED = re.compile(rf"(?<![\w’'-]){FIRM} ([a-z]{{4,}})\b(?![’'-])")
# A paragraph that opens with a small letter, as only brands have it, and the endings of words misspelt.
_SMALL_OPENING = re.compile(r"(?:^|\n)([a-z]{4,})(?= (?:and|&|has|have|is|are|was|will|[a-z]+ed)\b)")
_PLAIN_END = re.compile(r"(?:ed|ing|ly|ers?|ions?|ments?)$")
# Who took a picture, and for whom: "Anna Brill/Getty Images".
_CREDIT = re.compile(
    r"\w/(?:Getty|AFP|AP|Reuters|Shutterstock|EPA|Imago|Alamy|PA|REX|WireImage|Corbis|NurPhoto|Imagn)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_CAPITAL = re.compile(r" [A-Z]")
# A quotation and who signs it.
_SIGNED = re.compile(r"[”\"]\s*[–—-]")
_OWNED = re.compile(r"\b([A-Z][\w.]*['’]s) ([A-Z][a-z]+)\b")


def find(text: Text) -> list[Name]:
    """Return the names of the body in order; no two overlap."""
    body = text.body
    known = knowledge.base().find(body)
    guesses = [guess for guess in text.names if guess[2] in _MENTION_LABELS]
    roll = rolls.find(body, text.paragraphs)
    items = [(item.start, item.end, KNOWN) for item in (*roll.names, *definitions.find(body))]
    items += _small_brands(body)
    guesses = [*_digited(body), *_with_known(guesses, known, items), *_owned_names(body)]
    guesses.sort(key=lambda guess: (guess[0], guess[2] != KNOWN))
    lower = Counter(match.group() for match in re.finditer(r"(?<![\w’'-])[a-z][\w’'-]*", body))
    own = own_endings(body)
    tickers = [match.span() for match in _TICKER.finditer(body)]
    names: list[Name] = []
    at = 0
    for sentence in text.sentences:
        inside = []
        while at < len(guesses) and guesses[at][0] < sentence.end:
            inside.append(guesses[at])
            at += 1
        names.extend(_in_sentence(body, sentence, inside, lower, own))
    places = {(match.start, match.end): match for match in known}
    for name in names:
        name.known = places.get((name.start, name.end))
        name.enrolled = roll.weight(body, name.start, name.end)
    apart = [*tickers, *_datelined(text, names)]
    named = (name for name in names if not _CREDIT.search(name.text))
    return [name for name in named if not any(start <= name.start < end for start, end in apart)]


def _datelined(text: Text, names: list[Name]) -> list[tuple[int, int]]:
    """Mark the names that are places of datelines, and return the stretches after them that name only wires."""
    for name in names:
        name.dateline = any(line.start <= name.start < line.end for line in text.datelines)
    return [(line.end, line.text) for line in text.datelines]


def _with_known(guesses: list[Guess], known: list[Match], items: list[Guess]) -> list[Guess]:
    """Return the guesses; those of the knowledge base and of rolls replace the model's that they cut in two."""
    spans = [(match.start, match.end, KNOWN) for match in known if match.sure or " " in match.text]
    spans = [span for span in spans if not any(a <= span[0] and span[1] <= b for a, b, _ in items)] + items
    cut = {
        guess
        for guess in guesses
        for start, end, _ in spans
        if start < guess[1] and guess[0] < end and not (guess[0] <= start and end <= guess[1])
    }
    return [*spans, *(guess for guess in guesses if guess not in cut)]


def _owned_names(body: str) -> list[Guess]:
    """Return the names that hold a possessive ("Moro's Own Bank"): the second word never stands alone."""
    pairs = [(match.start(), match.end(), match[2]) for match in _OWNED.finditer(body)]
    often = {word for word, count in Counter(pair[2] for pair in pairs).items() if count > 1}
    often = {word for word in often if times(body, word) == sum(p[2] == word for p in pairs)}
    return [(start, end, OWNED) for start, end, word in pairs if word in often or _is_shop(body, start, end, word)]


def _is_shop(body: str, start: int, end: int, word: str) -> bool:
    """Whether a possessive and a trade name a shop together ("Moro's Meats"), and no place's or firm's ware."""
    owner = body[start:end].partition(" ")[0][:-2]
    trade = word.casefold() in knowledge.words("trade_words") and word.endswith("s")
    return trade and not _CAPITAL.match(body, end) and owner.casefold() not in knowledge.words("places")


def _small_brands(body: str) -> list[Guess]:
    """Return the brands in small letters, no English words: "retailer zorv"; "zorvi has" opening a paragraph."""
    called = {match[1] for match in _CALLED.finditer(body)} | {match[1] for match in _SMALL_OPENING.finditer(body)}
    brands = {word for word in called if casing.rank(word) is None and not _PLAIN_END.search(word)}
    return [(m.start(), m.end(), KNOWN) for word in brands for m in re.finditer(rf"(?<![\w.@/-])\b{word}\b", body)]


def _digited(body: str) -> list[Guess]:
    """Return the brands that begin with a digit ("1ode"), no measures: called a firm, acting, or met again."""
    words = Counter(match.group() for match in _DIGITED.finditer(body))
    if not words:
        return []
    called = {match[1] for match in _DIGITS_CALLED.finditer(body)}
    brands = {word for word, count in words.items() if (count > 1 or word in called) and casing.rank(word) is None}
    return [(m.start(), m.end(), "ORG") for m in _DIGITED.finditer(body) if m.group() in brands]


def _in_sentence(
    body: str, sentence: Span, guesses: list[Guess], lower: Counter[str], own: frozenset[str]
) -> list[Name]:
    words = words_of(body, sentence, own)
    listed = _shouts(words, body, sentence)
    names: list[Name] = []
    for first, last in _runs(body, words, guesses):
        names.extend(cuts.cut(body, words, first, last, sentence, guesses, lower))
    for name in names:
        name.listed = listed
    return names


def _shouts(words: list[Word], body: str, sentence: Span) -> bool:
    """Whether nearly every word has a capital, as in headings: capitals then say nothing."""
    after_words = body[max(0, sentence.start - 2) : sentence.start] in ("” ", '" ')
    if after_words or _SIGNED.search(body, sentence.start, sentence.end):
        return False  # who signs a quotation
    long = [word for word in words if len(word.text) > 3]
    line = body[sentence.end : sentence.end + 1] in ("", "\n") and body[sentence.start - 1 : sentence.start] in (
        "",
        "\n",
    )
    if len(words) > (1 if line else 2) and all(word.text.isupper() for word in words):
        return True
    if len(words) < 4 or not long:
        return False
    capitals = sum(word.capital for word in long) / len(long)
    if body[sentence.end - 1] in '.!?"”':
        return capitals == 1 and len(long) > 5
    return capitals > 0.8


def _runs(body: str, words: list[Word], guesses: list[Guess]) -> list[tuple[int, int]]:
    """Return the first and last word (inclusive) of each stretch that may hold names."""
    runs = []
    i = 0
    while i < len(words):
        guess = next((g for g in guesses if g[0] <= words[i].start < g[1]), None)
        if not words[i].capital and not _small(body, words[i], guess):
            i += 1
            continue
        last = i
        while (step := joins.following(body, words, last, guesses)) is not None:
            last = step
        runs.append((i, last))
        i = last + 1
    return runs


def _small(body: str, word: Word, guess: Guess | None) -> bool:
    """Whether a word without a capital still begins a name: a known one, or one of digits and letters."""
    if SITE.fullmatch(word.text):
        return not _VISITED.search(body[max(0, word.start - 20) : word.start])
    if guess is not None and guess[2] == KNOWN:
        return guess[0] == word.start
    if guess is None:
        return False
    if word.text.isdigit():  # "1792 Capital", but no year
        return guess[2] == "ORG" and guess[0] == word.start and not _YEAR.fullmatch(word.text)
    digits, letters = any(c.isdigit() for c in word.text), any(c.isalpha() for c in word.text)
    return guess[2] in ("ORG", "PRODUCT") and digits and letters and not is_sum(word.text)
