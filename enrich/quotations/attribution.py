"""Which words of its sentence attribute a quotation: the verb, its subject, and how sure the frame makes it."""

from collections.abc import Sequence
from typing import NamedTuple

from enrich.quotations import cues, subject
from enrich.quotations.cast import Cast
from enrich.quotations.clauses import Sentence, Word
from enrich.quotations.subject import Subject

# How sure each frame is; measured on PolNeAR's training articles, rounded.
BESIDE, INTRODUCED, GOVERNED, CLOSING = 0.97, 0.95, 0.85, 0.85

_DASH = frozenset("— – -- - ―".split())
_MANNER = frozenset("also then later further again as so".split())
_AUXILIARY = frozenset("has have had is was were are been be being would will to".split())


class Attribution(NamedTuple):
    """The verb (`start` to `end`, as worded in `cue`), its subject, the frame's confidence."""

    start: int
    end: int
    cue: str
    subject: Subject | None
    confidence: float
    frame: str


def of(cast: Cast, sentence: Sentence, i: int, *, comma: bool, taken: int = 0) -> Attribution | None:
    """Return what attributes the quotation at word `i` of its sentence, or None.

    `comma` says that the quotation ends as one that its attribution follows; words before `taken` belong to the
    quotation before it.
    """
    beside = _after(cast, sentence, i)
    if beside is not None and (comma or (i + 1 < len(sentence) and sentence[i + 1].text == ",")):
        return beside
    introduced = _introduced(cast, sentence, i, 0)
    if introduced is not None:
        return introduced
    if beside is not None and (i == 0 or sentence[i - 1].quote >= 0 or i == taken):
        return beside
    governed = _governed(cast, sentence, i)
    if governed is not None:
        return governed
    return beside or _closing(cast, sentence, i)


def _made(
    words: Sequence[Word], k: int, last: int, found: Subject | None, confidence: float, frame: str
) -> Attribution:
    cue = " ".join(word.text for word in words[k : last + 1])
    return Attribution(words[k].start, words[last].end, cue, found, confidence, frame)


def _after(cast: Cast, words: Sentence, i: int) -> Attribution | None:
    """Return the attribution that stands right after a quotation: `said Jane Roe`, `Jane Roe said`."""
    j = i + 1
    while j < len(words) and (words[j].text in (",", ".", ")", "]") or (words[j].low in _MANNER and j == i + 1)):
        j += 1
    if j < len(words) and words[j].text in _DASH:
        return _signed(cast, words, j + 1) or _after_words(cast, words, j + 1)
    return _after_words(cast, words, j)


def _after_words(cast: Cast, words: Sentence, j: int) -> Attribution | None:
    if j >= len(words) or words[j].quote >= 0:
        return None
    if words[j].low == "according" and j + 1 < len(words) and words[j + 1].low == "to":
        found = subject.after(cast, words, j + 2, len(words))
        return _made(words, j, j + 1, found, BESIDE, "according")
    if cues.speaks(words[j].low) and not words[j].low.endswith("ing"):
        found = subject.after(cast, words, j + 1, len(words))
        if found is not None:
            return _made(words, j, j, found, BESIDE, "inverted")
    return _follows(cast, words, j)


def _follows(cast: Cast, words: Sentence, j: int) -> Attribution | None:
    """Return `SUBJECT verb` beginning at word `j`."""
    if words[j].low in subject.NO_SUBJECT or (cues.kind(words[j].low) and words[j].text.islower()):
        return None
    for k in range(j + 1, min(j + 60, len(words))):
        word = words[k]
        if word.quote >= 0 and k < j + 2:
            return None
        if word.text in (";", ":"):
            return None
        if cues.speaks(word.low) and _finite(words, k, j) and not _relative(words, k, j):
            found = subject.before(cast, words, k, j)
            return _made(words, k, k, found, BESIDE, "after") if found else None
    return None


def _signed(cast: Cast, words: Sentence, j: int) -> Attribution | None:
    """Return the name that signs a quotation: `"..." - Jane Roe, chief executive`."""
    mentions = cast.mentions(words[j : j + 6])
    if j < len(words) and mentions and mentions[0].start <= words[j].start and not mentions[0].pronoun:
        rest = [w for w in words[j:] if w.start >= mentions[0].end]
        if not rest or rest[0].text in (",", "(", "."):
            found = Subject(mentions[0].start, mentions[0].end, mentions[0], "")
            return Attribution(words[j - 1].start, words[j - 1].end, words[j - 1].text, found, BESIDE, "signed")
    return None


def _finite(words: Sequence[Word], k: int, low: int) -> bool:
    """Whether the verb at `k` can have a subject of its own: no -ing form, no infinitive, no noun."""
    word = words[k]
    if word.low.endswith("ing") or (
        k > low
        and words[k - 1].low
        in ("to", "the", "a", "an", "of", "his", "her", "its", "their", "for", "no", "any", "this")
    ):
        return False
    following = words[k + 1] if k + 1 < len(words) else None
    return not (following is not None and following.low in ("by", "of") and word.low != "said")


def _relative(words: Sequence[Word], k: int, low: int) -> bool:
    """Whether the verb at `k` belongs to a relative clause: "who said"."""
    j = k - 1
    while j >= low and (words[j].low in _AUXILIARY or words[j].low in _MANNER):
        j -= 1
    return j >= low and words[j].low in ("who", "which", "that", "whom", "he", "she", "it", "they") and j > low


def _introduced(cast: Cast, words: Sentence, i: int, low: int) -> Attribution | None:
    """Return the attribution that leads to a quotation: `Jane Roe said: "..."`, `Jane Roe: "..."`."""
    j = i - 1
    if j < low:
        return None
    led = words[j].text in (":", ",")
    if led:
        j -= 1
    if j >= low and words[j].low in ("that", "as", "how", "was", "is", "of"):
        j -= 1
    if j < low:
        return None
    kind = cues.kind(words[j].low)
    if kind:
        found = _subject(cast, words, j, low, i)
        return _made(words, j, j, found, INTRODUCED, "introduced") if found else None
    if words[i - 1].text == ":":
        return _before_colon(cast, words, i, low)
    return None


def _before_colon(cast: Cast, words: Sentence, i: int, low: int) -> Attribution | None:
    """Return the attribution of a clause that ends with a colon."""
    governed = _governed(cast, words, i, low=low)
    if governed is not None:
        return governed._replace(confidence=INTRODUCED)
    chunk = words[low : i - 1]
    mentions = [m for m in cast.mentions(chunk) if m.speaks]
    if not mentions:
        return None
    found = subject.first(cast, words, low, i - 1)
    if found is not None and found.head is not None:
        return Attribution(words[i - 1].start, words[i - 1].end, ":", found, 0.8, "colon")
    return None


def _governed(cast: Cast, words: Sentence, i: int, low: int = 0) -> Attribution | None:
    """Return the nearest verb before a fragment whose clause the fragment belongs to: `Roe said the"
    " deal "..."`."""
    for k in range(i - 1, low - 1, -1):
        if words[k].text == ";":
            return None
        if words[k].low == "according" and k + 1 < i and words[k + 1].low == "to":
            found = subject.after(cast, words, k + 2, i)
            return _made(words, k, k + 1, found, GOVERNED, "according") if found else None
        if not cues.kind(words[k].low) or not _verb(words, k, low):
            continue
        found = _subject(cast, words, k, low, i)
        if found is not None:
            return _made(words, k, k, found, GOVERNED, "governed")
    return None


def _verb(words: Sequence[Word], k: int, low: int) -> bool:
    """Whether the word at `k` is a verb there: no article, possessive or preposition stands before it."""
    if not words[k].text[0].islower():
        return False
    if k == low:
        return words[k].low.endswith("ing")
    earlier = words[k - 1].low
    if earlier in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "my",
        "our",
        "no",
        "any",
        "this",
        "that",
        "these",
        "of",
    ) and not words[k].low.endswith(("ed", "said")):
        return False
    return not earlier.endswith("'s") or words[k].low.endswith(("ed", "ing", "said"))


def _subject(cast: Cast, words: Sequence[Word], k: int, low: int, high: int) -> Subject | None:
    """Return whose words the verb at `k` introduces; of a passive, who follows "by"."""
    following = words[k + 1] if k + 1 < len(words) else None
    if following is not None and following.low == "by" and words[k].low.endswith("ed"):
        return subject.after(cast, words, k + 2, high)
    return subject.before(cast, words, k, low)


def _closing(cast: Cast, words: Sentence, i: int) -> Attribution | None:
    """Return the attribution that closes the sentence of a fragment: `..., Jane Roe said.`"""
    for k in range(len(words) - 1, i, -1):
        if words[k].low == "according" and k + 1 < len(words) and words[k + 1].low == "to":
            found = subject.after(cast, words, k + 2, len(words))
            return _made(words, k, k + 1, found, CLOSING, "according") if found else None
        if not cues.speaks(words[k].low) or not _finite(words, k, i + 1):
            continue
        j = k - 1
        while j > i and words[j].text != "," and words[j].text not in _DASH:
            j -= 1
        found = (
            subject.after(cast, words, k + 1, len(words)) if j == k - 1 else subject.before(cast, words, k, i + 1)
        )
        if found is not None:
            return _made(words, k, k, found, CLOSING, "closing")
    return None
