"""Whose words: the noun phrase before or after an attributing verb, and the name at its head.

No tagger is asked: function words, commas, dashes and the names already found tell where the phrase begins and
ends, and which of its words is the head.
"""

from collections.abc import Sequence
from typing import NamedTuple

from enrich.quotations.cast import PRONOUNS, Cast, Mention
from enrich.quotations.clauses import Word

_AUXILIARY = frozenset(
    "has have had having will would could can may might must should shall do does did is are was were be"
    " been being"
    " not n't never to 'd 'll 've 's hasn't hadn't wouldn't didn't doesn't won't can't couldn't".split()
)
_ADVERB = frozenset(
    "also then later previously once now still even just further again already always often soon thus"
    " first himself"
    " herself itself themselves simply too instead afterwards afterward earlier himself repeatedly only today"
    " yesterday tuesday wednesday thursday friday saturday sunday monday all both went goes going on quickly"
    " jokingly sought".split()
)
_NOT_ADVERB = frozenset("family italy july reply only ally supply monopoly assembly rally daily weekly fly".split())
_PREPOSITION = frozenset(
    "of for from at in with on by to about against over under into as than like between among within"
    " near outside"
    " behind via per during after before since until through throughout despite without including".split()
)
_RELATIVE = frozenset("who which whose whom that where".split())
_BREAK = frozenset(
    "that but because although though while when after before if as since whether until so where than"
    " whereas".split()
)
_DASH = frozenset("— – -- - ―".split())
_OPENING = frozenset(
    "in at on during after before following speaking asked referring regarding despite as when while if"
    " since because"
    " although though under with for from by to according writing talking addressing commenting"
    " responding describing"
    " citing noting calling asking explaining announcing discussing given unlike like until once through"
    " over".split()
)
NO_SUBJECT = frozenset(
    "who which that and or of for from at in on with by to because but while when after before if as"
    " since whether where"
    " than so until although though".split()
)
# What people publish: its owner speaks through it.
DOCUMENT = frozenset(
    "statement website site webpage report release letter post tweet memo blog page account filing"
    " document message"
    " email e-mail announcement notice bulletin note press-release newsletter brochure advert"
    " advertisement article"
    " review study survey manifesto petition twitter facebook instagram campaign book tribute caption".split()
)
# Somebody who speaks for another and stays unnamed.
SPOKES = frozenset(
    "spokesman spokeswoman spokesperson spokesmen spokespeople representative representatives source"
    " sources insider"
    " official officials lawyer lawyers agent agents attorney attorneys aide aides adviser advisers fan"
    " supporter".split()
)


class Subject(NamedTuple):
    """A noun phrase, `start` to `end`, and the mention at its head; None when the head is no name."""

    start: int
    end: int
    head: Mention | None
    noun: str  # the head noun in lower case when the head is no name


def before(cast: Cast, words: Sequence[Word], k: int, low: int) -> Subject | None:
    """Return the subject of the verb at `k` among words `low` to `k`, or None."""
    j = k - 1
    while j >= low and (words[j].low in _AUXILIARY or _is_adverb(words[j])):
        j -= 1
    if j < low:
        return None
    last = words[j]
    if last.low in ("and", "but", "or", "then", ";") or (last.text == "," and words[k].text.endswith("ing")):
        return first(cast, words, low, j)
    if last.text in _DASH or last.text in (",", ")"):
        return _past_parenthesis(cast, words, low, j)
    begin = _chunk_start(words, low, j)
    if begin > low and words[begin - 1].low in _RELATIVE and begin == j + 1:
        return None
    chunk = words[begin : j + 1]
    if chunk and chunk[0].low in ("who", "which"):
        return _past_parenthesis(cast, words, low, begin) if begin > low else None
    found = _head(cast, chunk)
    if found is not None and found.head is None and begin > low and words[begin - 1].text == ",":
        # "Jane Roe, the club's chief executive, ..." read from its end
        return found
    return found


def first(cast: Cast, words: Sequence[Word], low: int, high: int) -> Subject | None:
    """Return the first noun phrase of the clause, past an opening adjunct such as "In a statement,"."""
    for chunk in _segments(words, low, high):
        if not chunk or chunk[0].low in _OPENING or _participle(chunk[0]) or _is_adverb(chunk[0]):
            continue
        found = _head(cast, _leading(chunk))
        if found is not None and (found.head is None or found.head.pronoun or found.head.speaks):
            return found
    mentions = [m for m in cast.mentions(words[low:high]) if m.speaks]
    people = [m for m in mentions if m.person or m.pronoun]
    pick = next(iter(people or mentions), None)
    return Subject(pick.start, pick.end, pick, "") if pick else None


def after(cast: Cast, words: Sequence[Word], k: int, high: int) -> Subject | None:
    """Return the subject that follows the verb (or "according to") ending before word `k`, or None."""
    end = k
    while end < high and not _stops(words, end, k):
        end += 1
    chunk = list(words[k:end])
    if not chunk:
        return None
    found = _head(cast, chunk)
    if found is None or found.head is not None or end >= high or words[end].text not in (",", *_DASH):
        return found
    named = _apposition(cast, words, end + 1, high)
    return Subject(found.start, named.end, named, "") if named else found


def _stops(words: Sequence[Word], i: int, begin: int) -> bool:
    """Whether the phrase that began at `begin` ends before word `i`."""
    word = words[i]
    if word.quote >= 0:
        return False
    if word.text == "." and i + 1 < len(words) and words[i - 1].end == word.start and i > begin:
        return len(words[i - 1].text) > 1 and words[i - 1].low not in (
            "mr",
            "mrs",
            "ms",
            "dr",
            "st",
            "jr",
            "sen",
            "rep",
            "gov",
            "gen",
        )
    if word.text in ",;:.!?" or word.text in _DASH:
        return True
    if word.low in (
        "in",
        "on",
        "during",
        "after",
        "when",
        "as",
        "via",
        "while",
        "before",
        "following",
        "about",
        "to",
        "by",
        "last",
        "this",
        "earlier",
        "because",
        "if",
        "but",
    ):
        return i > begin
    return word.low in _RELATIVE or word.low in (
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "adding",
    )


def _is_adverb(word: Word) -> bool:
    return word.low in _ADVERB or (
        word.text.endswith("ly") and word.text.islower() and word.low not in _NOT_ADVERB and len(word.text) > 4
    )


def _participle(word: Word) -> bool:
    return word.low.endswith(("ing", "ed")) and len(word.text) > 4


def _chunk_start(words: Sequence[Word], low: int, j: int) -> int:
    """Return where the stretch of words that ends at `j` begins: after the nearest comma, dash or"
    " conjunction."""
    i = j
    depth = 0
    while i >= low:
        word = words[i]
        if word.text == ")":
            depth += 1
        elif word.text == "(":
            depth -= 1
        elif depth <= 0 and (word.text in (",", ";", ":") or word.text in _DASH or word.low in _BREAK):
            return i + 1
        elif depth <= 0 and word.low in ("who", "which"):
            return i
        i -= 1
    return low


def _segments(words: Sequence[Word], low: int, high: int) -> list[list[Word]]:
    """Return the words between the commas and dashes."""
    segments: list[list[Word]] = [[]]
    for word in words[low:high]:
        if word.text in (",", ";", ":") or word.text in _DASH:
            segments.append([])
        else:
            segments[-1].append(word)
    return segments


def _past_parenthesis(cast: Cast, words: Sequence[Word], low: int, j: int) -> Subject | None:
    """Return the subject of a verb that an apposition or a relative clause separates from it."""
    if words[j].text == ")":
        while j >= low and words[j].text != "(":
            j -= 1
        j -= 1
        begin = _chunk_start(words, low, j)
        return _head(cast, words[begin : j + 1]) if j >= low else None
    if words[j].text in _DASH:
        i = j - 1
        while i >= low and words[i].text not in _DASH:
            i -= 1
        if i > low:
            return before(cast, words, i, low) or _head(cast, words[_chunk_start(words, low, i - 1) : i])
    return _appositive_subject(cast, words, low, j)


def _appositive_subject(cast: Cast, words: Sequence[Word], low: int, j: int) -> Subject | None:
    """Return the head of "Jane Roe, president of the club," or of "the club's president, Jane Roe,"."""
    begin = low
    for i in range(j - 1, low - 1, -1):
        if words[i].low in _BREAK and words[i].low not in ("when", "after", "as", "where", "than"):
            begin = i + 1
            break
        if words[i].text in (";", ":"):
            begin = i + 1
            break
    fallback: Subject | None = None
    for chunk in _segments(words, begin, j):
        if not chunk or _skips(chunk):
            continue
        found = _head(cast, _leading(chunk))
        if found is None:
            continue
        if found.head is not None and (found.head.pronoun or found.head.speaks):
            if fallback is None or found.head.person or found.head.entity is None:
                return found
            continue
        fallback = fallback or found
    return fallback


def _skips(chunk: Sequence[Word]) -> bool:
    """Whether a segment is an adjunct or a relative clause, not the subject."""
    return (
        chunk[0].low in _OPENING
        or chunk[0].low in _RELATIVE
        or chunk[0].text.isdigit()
        or (_participle(chunk[0]) and len(chunk) > 1)
        or _is_adverb(chunk[0])
    )


def _leading(chunk: Sequence[Word]) -> list[Word]:
    """Return the words of a chunk up to a relative pronoun."""
    words: list[Word] = []
    for word in chunk:
        if words and word.low in _RELATIVE:
            break
        words.append(word)
    return words


def _head(cast: Cast, chunk: Sequence[Word]) -> Subject | None:
    """Return the noun phrase of `chunk` with its head: the last word before the first preposition."""
    chunk = list(_unbracketed(chunk))
    while chunk and (
        chunk[0].low in ("and", "but", "or", "so", "then", "yet", "as", "both") or _is_adverb(chunk[0])
    ):
        chunk = chunk[1:]
    if not chunk:
        return None
    mentions = cast.mentions(chunk)
    cut = next((i for i, w in enumerate(chunk) if i > 0 and _splits(w, mentions)), len(chunk))
    if chunk[0].low in _PREPOSITION:  # an opening adjunct without its comma: the phrase is what stands last
        last = _covering(mentions, chunk[-1])
        return Subject(last.start, last.end, last, "") if last else None
    core = chunk[:cut]
    head = _covering(mentions, core[-1])
    start, end = chunk[0].start, chunk[-1].end
    if head is not None:
        return Subject(start, end, head, "")
    noun = core[-1].low
    owner = _owner(cast, chunk, core, mentions, noun)
    if owner is not None:
        return Subject(start, end, owner, noun)
    named = [m for m in mentions if m.person and m.start < core[-1].end]
    if named and noun not in SPOKES and not any(m.start > named[-1].start for m in mentions):
        return Subject(start, end, named[-1], noun)
    return Subject(start, end, None, noun)


def _owner(
    cast: Cast, chunk: Sequence[Word], core: Sequence[Word], mentions: Sequence[Mention], noun: str
) -> Mention | None:
    """Return who speaks through a document: "the club's statement", "a statement from the club"."""
    if noun not in DOCUMENT:
        return None
    within = [m for m in mentions if m.start < core[-1].start and m.speaks]
    if within:
        return within[-1]
    beyond = [m for m in mentions if m.start > core[-1].start and m.speaks]
    return beyond[0] if beyond else None


def _splits(word: Word, mentions: Sequence[Mention]) -> bool:
    """Whether a preposition or relative pronoun that is no part of a name ends the core of a phrase."""
    if word.low not in _PREPOSITION and word.low not in _RELATIVE:
        return False
    return not any(m.start <= word.start and word.end < m.end for m in mentions)


def _unbracketed(chunk: Sequence[Word]) -> list[Word]:
    """Return the words outside brackets."""
    words, depth = [], 0
    for word in chunk:
        if word.text in "([":
            depth += 1
        elif word.text in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            words.append(word)
    return words


def _covering(mentions: Sequence[Mention], word: Word) -> Mention | None:
    return next((m for m in mentions if m.start < word.end and word.start < m.end), None)


def _apposition(cast: Cast, words: Sequence[Word], begin: int, high: int) -> Mention | None:
    """Return the name that an apposition gives: "the union's president, Pat Doe"."""
    chunk = list(words[begin : min(begin + 6, high)])
    mentions = cast.mentions(chunk)
    if (
        mentions
        and chunk
        and mentions[0].start <= chunk[0].start
        and (mentions[0].person or mentions[0].entity is None)
    ):
        return None if mentions[0].pronoun else mentions[0]
    return None


def pronoun(word: Word) -> bool:
    """Whether a word is a personal pronoun in the subject's case."""
    return word.low in PRONOUNS
