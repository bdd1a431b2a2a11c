"""Where names stand: runs of capitals, joined as English writes names, then trimmed and divided.

Capitals propose; the model's guesses and the knowledge base join what capitals alone do not ("Bank of Ode",
"adidas"). What kind of thing a name stands for is decided elsewhere, for the document as a whole.
"""

import re
from collections import Counter

from enrich import casing, cuts, datelines, knowledge, rolls
from enrich.cuts import KNOWN, Guess, Name, Word
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
    "de di da do del della des du dos van von der den ter la le el al bin ibn y e af zu ul st".split()
)
_POSSESSIVE = re.compile(r"['’][sS]?$")
_AFFIX = re.compile(
    r"-(?:[a-z]+(?:ed|ing)|based|born|owned|listed|backed|sponsored|led|style|headquartered|trained|bound|quoted|made|run|branded|wide"
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
# Words that a body's name joins with "and" ("Arts and Culture Trust").
_FIELDS = frozenset(
    "science arts art culture sport sports health education industry trade food marks victoria england".split()
)
_CONTRACTED = re.compile(r"\w['’](?:ll|ve|d|re|m|t)$")  # "He’ll"
_OWNERS = frozenset("women men children players king queen st".split())
_SUFFIX = re.compile(r"(?:Inc|Ltd|LLC|L\.L\.C|Jr|Sr|S\.A|PLC)\.?")
_MENTION_LABELS = frozenset("PERSON ORG GPE LOC FAC EVENT PRODUCT WORK_OF_ART LAW".split())
EXCHANGE = r"(?:NYSE|NASDAQ|Nasdaq|LSE|AMEX|OTC\w*|TSX\S*|ASX|AIM|SIX|Euronext)(?: \w+)?: ?"
_TICKER = re.compile(rf"\b{EXCHANGE}[A-Z.]+(?:, [A-Z.]+)*")
# What stands before an address that is no brand.
_VISITED = re.compile(
    r"(?:visit|at|on|via|see|to|through|or|www|from|online|website|site|:|//|@)[ .]*$", re.IGNORECASE
)
OWNED = "OWNED"  # the label of a name that holds a possessive
_YEAR = re.compile(r"(?:19|20)\d\d")
_OWNED = re.compile(r"\b([A-Z][\w.]*['’]s) ([A-Z][a-z]+)\b")


# After these a name that ends in ’s does not possess anything: the ending is its own ("Lay’s will ...").
_UNOWNED = re.compile(
    r"\b([A-Z][\w-]*['’]s)(?=[,;:.)]| (?:is|are|has|have|had|was|were|will|would|said|says|and|or|to|in|on|at|for"
    r"|of|as|with|by|from|which|who|signed|became|becomes|agreed|replaces|takes|joins|joined|also)\b)"
)
_MONEY = frozenset(
    "Rs KSh TSh USh GH INR NOK SEK DKK CHF JPY KRW CNY RMB AED SAR QAR ZAR NGN KES BRL MXN SGD HKD MYR THB IDR"
    " USD EUR GBP".split()
)


def own_endings(body: str) -> frozenset[str]:
    """Return the names that end in ’s by themselves, as the knowledge base or the text shows."""
    shown = {match[1] for match in _UNOWNED.finditer(body)}
    return frozenset(
        name for name in shown if not re.search(rf"\b{re.escape(name[:-2])}(?!['’\w-])", body)
    ) | frozenset(match.text.split()[-1] for match in knowledge.base().find(body) if match.text.endswith("'s"))


def words_of(body: str, span: Span, own: frozenset[str] = frozenset()) -> list[Word]:
    """Return the words of a sentence in order; those of `own` keep their ending in ’s."""
    found = []
    for match in WORD.finditer(body, span.start, span.end):
        text, start, end = match.group(), match.start(), match.end()
        bare = text if text in own or text.replace("’", "'") in own else _POSSESSIVE.sub("", text)
        possessive = text[len(bare) :]
        if not possessive and text[-1:] in "sxz" and re.match(r"['’](?: |$)", body[end : end + 2]):
            possessive = body[end]  # "Rangers' ground"; a closing mark looks alike
        cut = _AFFIX.search(bare)
        if cut:
            bare, possessive = bare[: cut.start()], ""
        capital = _capital(bare) and body[start - 1 : start] not in ("@", "#") and bare not in _MONEY
        found.append(Word(bare, start, start + len(bare), possessive, capital))
    return found


def _capital(word: str) -> bool:
    head, _, tail = word.partition("-")
    if tail.islower() and head.casefold() in knowledge.words("codes"):
        return False  # "AI-supported"
    if (_PREFIXED.match(word) and not _OWN_PREFIX.match(word)) or _CONTRACTED.search(word):
        return False
    word = word.lstrip('“"')
    return word[0].isupper() or (len(word) > 2 and any(c.isupper() for c in word[1:]) and word[0] != "x")


def find(text: Text) -> list[Name]:
    """Return the names of the body in order; no two overlap."""
    body = text.body
    known = knowledge.base().find(body)
    guesses = [guess for guess in text.names if guess[2] in _MENTION_LABELS]
    roll = rolls.find(body, text.paragraphs)
    items = [(item.start, item.end, KNOWN) for item in roll.names]
    guesses = [*_with_known(guesses, known, items), *_owned_names(body)]
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
        name.enrolled = roll.weight(name.start)
    apart = [*tickers, *_datelined(body, text, names)]
    return [name for name in names if not any(start <= name.start < end for start, end in apart)]


def _datelined(body: str, text: Text, names: list[Name]) -> list[tuple[int, int]]:
    """Mark the names that are places of datelines, and return the stretches after them that name only wires."""
    lines = datelines.find(body, text.paragraphs)
    for name in names:
        name.dateline = any(line.start <= name.start < line.end for line in lines)
    return [(line.end, line.text) for line in lines]


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
    often = {word for word in often if len(re.findall(rf"\b{word}\b", body)) == sum(p[2] == word for p in pairs)}
    return [(start, end, OWNED) for start, end, word in pairs if word in often]


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
    long = [word for word in words if len(word.text) > 3]
    if len(words) > 2 and all(word.text.isupper() for word in words):
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
        while (step := _joins(body, words, last, guesses)) is not None:
            last = step
        runs.append((i, last))
        i = last + 1
    return runs


def _small(body: str, word: Word, guess: Guess | None) -> bool:
    """Whether a word without a capital still begins a name: a known one, or one of digits and letters."""
    if cuts.SITE.fullmatch(word.text):
        return not _VISITED.search(body[max(0, word.start - 20) : word.start])
    if guess is None:
        return False
    if guess[2] == KNOWN:
        return guess[0] == word.start
    if word.text.isdigit():  # "1792 Capital", but no year
        return guess[2] == "ORG" and guess[0] == word.start and not _YEAR.fullmatch(word.text)
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
        if owned and one and one[2] != OWNED and here.text.casefold() in knowledge.words("places"):
            owned = body[here.start : one[1]].split()[-1].casefold() in cuts.heads()  # "India’s Ode Moro" are two
        # "the Beekeepers' Federation": who owns it are no others than its members
        members = casing.ordinary(here.text) > 0 and following.text.casefold() in knowledge.words("org_heads")
        fits = following.capital and (owned or members or here.text.casefold() in _OWNERS)
        return last + 1 if fits else None
    if re.fullmatch(r",\s+", gap):
        return last + 1 if _SUFFIX.fullmatch(following.text) else None
    if gap not in (" ", "\u00a0"):
        return None
    if following.capital:
        return last + 1
    if following.text.isdigit():
        return last + 1 if _numbered(following.text, one) else None
    return _linked(body, words, last, one, guesses)


def _linked(body: str, words: list[Word], last: int, one: Guess | None, guesses: list[Guess]) -> int | None:
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
    if link.text in ("of", "for") and any(g[2] == KNOWN and g[1] == here.end for g in guesses):
        return None  # "Ode Rovers of the Moro League" are two
    if link.text == "&" and _parts(body, words, last, guesses):
        return None
    if link.text == "&" or (link.text in PARTICLES and (one or link.text not in ("al", "e", "y", "la", "do"))):
        return step
    if link.text in ("of", "for"):
        head = here.text.casefold()
        fits = head in knowledge.words("of_heads") or head in knowledge.words("org_heads")
        return step if fits or body_like else None
    if link.text == "and" and here.text.casefold() not in _FIELDS | knowledge.words("org_heads"):
        return None  # "Ode and Moro Telecom" are two
    if link.text == "at" and not any(
        word.text.casefold() in knowledge.words("of_heads") for word in _run(words, last)
    ):
        return None  # "University of Ode at Moro" is one, "Ode at Moro Theatre" are two
    return step if body_like and link.text in ("and", "the", "on", "in", "to", "by", "at") else None


def _run(words: list[Word], last: int) -> list[Word]:
    """Return the words with capitals up to `words[last]`, small ones between them left out."""
    return [word for word in words[max(0, last - 4) : last + 1] if word.capital]


def _parts(body: str, words: list[Word], last: int, guesses: list[Guess]) -> bool:
    """Whether an ampersand after `words[last]` parts two names: both known, of one first word, or after a state."""
    here, after = words[last], words[last + 2]
    known = [guess for guess in guesses if guess[2] == KNOWN]
    both = any(g[1] == here.end for g in known) and any(g[0] == after.start for g in known)
    if any(g[0] < here.end and after.start < g[1] for g in known):
        return False
    state = here.text.casefold() in knowledge.words("codes") and body[: here.start].endswith(", ")
    return both or state or any(word.text == after.text for word in _run(words, last - 1))


def _numbered(number: str, guess: Guess | None) -> bool:
    """Whether a number belongs to the name before it ("Ode Racing 92"), as the model sees it."""
    return bool(guess and guess[2] in ("ORG", "EVENT", "PRODUCT", "FAC")) and len(number) <= 4
