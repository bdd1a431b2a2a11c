"""Which words of its sentence attribute a quotation: the verb, its subject, and how sure the frame makes it."""

from collections.abc import Sequence
from typing import NamedTuple

from enrich.quotations import cues, grammar, subject
from enrich.quotations.cast import PRONOUNS, Cast
from enrich.quotations.clauses import Sentence, Word
from enrich.quotations.phrase import Phrase

# How sure each frame is; measured on PolNeAR's training articles, rounded.
BESIDE, INTRODUCED, GOVERNED, CLOSING = 0.97, 0.95, 0.85, 0.85

_MANNER = frozenset("also then later further again as so".split())
_FRONTED = frozenset("Said Says Added Adds Wrote Writes Explained Replied Recalled Tweeted".split())
_WHEN = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today last this earlier recently"
    " when".split()
)
# Forms in -s that are as often nouns: verbs only right after a name or a pronoun.
_NOUNS_TOO = frozenset(
    "tweets claims reports comments calls remarks questions answers states notes posts hopes plans fears"
    " demands"
    " requests promises offers quotes boasts jokes charges messages emails e-mails texts blogs screams shouts"
    " cries whispers estimates forecasts mentions brands labels terms praises accounts details attacks"
    " challenges"
    " signals objects reasons lists marks holds puts records rules".split()
)
# Verbs whose infinitive attributes: "went on to say", "was forced to admit".
_INFINITIVE = frozenset(
    "say tell call describe declare announce add admit ask brand label dub insist argue".split()
)
# What stands before a plain form that is a verb, and before a word that is a noun.
_BEFORE_PLAIN = frozenset(
    "will would can could may might must should shall not did does do they we you i who never n't didn't don't"
    " doesn't won't wouldn't people some many critics fans".split()
)
_BEFORE_NOUN = frozenset(
    "the a an his her its their my our your no any this that these those of some many several recent new"
    " media news"
    " press public all such other between".split()
)
_AUXILIARY = frozenset("has have had is was were are been be being would will to".split())


class Attribution(NamedTuple):
    """The verb (`start` to `end`, as worded in `cue`), its subject, the frame's confidence."""

    start: int
    end: int
    cue: str
    subject: Phrase | None
    confidence: float
    frame: str


def of(cast: Cast, sentence: Sentence, i: int, *, comma: bool) -> Attribution | None:
    """Return what attributes the quotation at word `i` of its sentence, or None.

    `comma` says that the quotation ends as one that its attribution follows.
    """
    following = _after(cast, sentence, i)
    if following is not None and (comma or (i + 1 < len(sentence) and sentence[i + 1].text == ",")):
        return following
    introduced = _introduced(cast, sentence, i, 0)
    if introduced is not None:
        return introduced
    if following is not None and (i == 0 or sentence[i - 1].quote >= 0):
        return following
    governed = _governed(cast, sentence, i)
    if governed is not None:
        return governed
    return _closing(cast, sentence, i)


def closes(words: Sequence[Word], k: int) -> bool:
    """Whether nothing but its addressee, time or place follows the verb at `k` in its sentence."""
    following = words[k + 1] if k + 1 < len(words) else None
    if following is None or following.text in (".", ",", *grammar.DASH):
        return True
    if words[k].low in ("told", "tells"):
        return all(word.quote < 0 for word in words[k + 1 :])
    return following.low in grammar.PREPOSITION or following.low in _WHEN or not words[k - 1].text[0].isalnum()


def _made(
    words: Sequence[Word], k: int, last: int, found: Phrase | None, confidence: float, frame: str
) -> Attribution:
    cue = " ".join(word.text for word in words[k : last + 1])
    return Attribution(words[k].start, words[last].end, cue, found, confidence, frame)


def _after(cast: Cast, words: Sentence, i: int) -> Attribution | None:
    """Return the attribution that stands right after a quotation: `said Jane Roe`, `Jane Roe said`."""
    j = i + 1
    while j < len(words) and (words[j].text in (",", ".", ")", "]") or (words[j].low in _MANNER and j == i + 1)):
        j += 1
    if j < len(words) and words[j].text in grammar.DASH:
        return _signed(cast, words, j + 1) or beside(cast, words, j + 1)
    return beside(cast, words, j)


def beside(cast: Cast, words: Sentence, j: int) -> Attribution | None:
    """Return the attribution that begins at word `j`: `said Roe`, `Roe said`, `according to Roe`."""
    if j >= len(words) or words[j].quote >= 0:
        return None
    if _according(words, j):
        found = subject.after(cast, words, j + 2, len(words))
        return _made(words, j, j + 1, found, BESIDE, "according") if found else None
    following = words[j + 1] if j + 1 < len(words) else None
    named = following is not None and following.text[0].isupper()
    if cues.stands_beside(words[j].low) and not words[j].low.endswith("ing") and (words[j].text.islower() or named):
        found = subject.after(cast, words, j + 1, len(words))
        if found is not None:
            return _made(words, j, j, found, BESIDE, "inverted")
    return _follows(cast, words, j)


def _according(words: Sequence[Word], k: int) -> bool:
    return words[k].low == "according" and k + 1 < len(words) and words[k + 1].low == "to"


def _follows(cast: Cast, words: Sentence, j: int) -> Attribution | None:
    """Return `SUBJECT verb` beginning at word `j`."""
    if words[j].low in grammar.NO_SUBJECT or (cues.kind(words[j].low) and words[j].text.islower()):
        return None
    for k in range(j + 1, min(j + 60, len(words))):
        word = words[k]
        if (word.quote >= 0 and k < j + 2) or word.text in (";", ":"):
            return None
        phrasal = k + 1 < len(words) and cues.is_phrasal(word.low, words[k + 1].low)
        if phrasal and not _relative(words, k, j):
            found = subject.before(cast, words, k, j)
            return _made(words, k, k + 1, found, BESIDE, "after") if found else None
        capital = word.text[0].isupper() and words[k - 1].text != ","
        if cues.stands_beside(word.low) and not capital and _finite(words, k, j) and not _relative(words, k, j):
            found = subject.before(cast, words, k, j)
            return _made(words, k, k, found, BESIDE, "after") if found else None
    return None


def _signed(cast: Cast, words: Sentence, j: int) -> Attribution | None:
    """Return the name that signs a quotation: `"..." - Jane Roe, chief executive`."""
    mentions = cast.mentions(words[j : j + 6])
    if j < len(words) and mentions and mentions[0].start <= words[j].start and not mentions[0].pronoun:
        rest = [w for w in words[j:] if w.start >= mentions[0].end]
        if not rest or rest[0].text in (",", "(", "."):
            found = Phrase(mentions[0].start, mentions[0].end, mentions[0], "")
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
    if j > low and (cues.is_phrasal(words[j - 1].low, words[j].low) or _puts_it(words, j - 1)):
        found = subject.before(cast, words, j - 1, low)
        if found is not None:
            return _made(words, j - 1, j, found, INTRODUCED, "introduced")
    if words[low].text in _FRONTED and low < i - 1:
        found = subject.after(cast, words, low + 1, i)  # Said Jane Roe, "..."
        if found is not None:
            return _made(words, low, low, found, INTRODUCED, "introduced")
    if cues.kind(words[j].low) and is_verb(words, j, low) and (led or not cues.is_thought(words[j].low)):
        found = _subject(cast, words, j, low, i)
        if found is not None:
            return _made(words, j, j, found, INTRODUCED, "introduced")
    if words[i - 1].text == ":":
        return _before_colon(cast, words, i, low)
    return _label(cast, words, i, low)


def _label(cast: Cast, words: Sentence, i: int, low: int) -> Attribution | None:
    """Return the name that stands before a quotation like a label: `JANE ROE, CHIEF EXECUTIVE "..."`."""
    chunk = words[low:i]
    if any(grammar.is_finite(w, None) or cues.kind(w.text) or w.low in grammar.RELATIVE for w in chunk):
        return None
    mentions = cast.mentions(chunk)
    if not mentions or mentions[0].start > chunk[0].start or mentions[0].pronoun or not mentions[0].speaks:
        return None
    rest = [w for w in chunk if w.start >= mentions[0].end]
    if (rest and rest[0].text not in (",", "(", ":", *grammar.DASH)) or not (mentions[0].person or rest):
        return None
    found = Phrase(mentions[0].start, mentions[0].end, mentions[0], "")
    return Attribution(chunk[0].start, chunk[-1].end, "", found, CLOSING, "label")


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
    nameless: Attribution | None = None
    thought: Attribution | None = None  # "said the bank wanted to ...": the words are the outer speaker's
    for k in range(i - 1, low - 1, -1):
        if words[k].text == ";":
            break
        if _according(words, k) and k + 1 < i:
            found = subject.after(cast, words, k + 2, i)
            if found is not None:
                return thought or nameless or _made(words, k, k + 1, found, GOVERNED, "according")
        if thought is not None and not cues.speaks(words[k].low):
            continue
        if not cues.governs(words[k].low) or not is_verb(words, k, low) or of_object(words, k, i):
            continue
        found = _subject(cast, words, k, low, i)
        if found is None:
            continue
        if words[k].low in ("feel", "felt", "feels") and words[found_at(words, found)].low == "it":
            continue  # "it felt like"
        made = _made(words, k, k, found, GOVERNED, "governed")
        if found.head is not None or found.owner is not None or found.noun in grammar.SPOKES or found.definite:
            if thought is not None or not cues.is_thought(words[k].low):
                return made
            thought = made
        nameless = nameless or made
    return thought or nameless


def _puts_it(words: Sequence[Word], k: int) -> bool:
    """Whether "put it" stands at word `k`."""
    return words[k].low in ("put", "puts") and k + 1 < len(words) and words[k + 1].low == "it"


def of_object(words: Sequence[Word], k: int, i: int) -> bool:
    """Whether what the verb at `k` governs ends before `i`: "outlined the deal, which will ..." """
    if words[k].low.startswith(("sa", "told", "tell")):
        return False
    return any(words[n].text == "," and words[n + 1].low in ("which", "who") for n in range(k + 1, i - 1))


def found_at(words: Sequence[Word], found: Phrase) -> int:
    """Return the number of the word a phrase begins with."""
    return next(n for n, word in enumerate(words) if word.end > found.start)


def is_verb(words: Sequence[Word], k: int, low: int) -> bool:
    """Whether the word at `k`, a form of an attributing verb, is a verb there and not a noun."""
    word = words[k]
    if not word.text[0].islower():
        return False
    if k == low:
        return word.low.endswith("ing")
    earlier = words[k - 1].low
    if cues.is_plain(word.low) and not word.low.endswith(("ed", "ing")):
        if earlier == "to":
            return word.low in _INFINITIVE
        return earlier in _BEFORE_PLAIN or grammar.is_adverb(words[k - 1])
    if word.low.endswith("s") and (earlier in _BEFORE_NOUN or earlier.endswith("'s")):
        return False
    if word.low in _NOUNS_TOO and words[k - 1].text.islower() and earlier not in PRONOUNS:
        after = words[k + 1] if k + 1 < len(words) else None
        states = after is not None and (after.quote >= 0 or after.low in ("that", ",") or after.low in PRONOUNS)
        return states or grammar.is_adverb(words[k - 1])
    following = words[k + 1] if k + 1 < len(words) else None
    if word.low.endswith("ing") and (earlier in _BEFORE_NOUN or (following is not None and following.low == "of")):
        return earlier not in _BEFORE_NOUN
    return earlier not in ("the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those")


def _subject(cast: Cast, words: Sequence[Word], k: int, low: int, high: int) -> Phrase | None:
    """Return whose words the verb at `k` introduces; of a passive, who follows "by"."""
    following = words[k + 1] if k + 1 < len(words) else None
    if following is not None and following.low == "by" and words[k].low.endswith(("ed", "ing")):
        return subject.after(cast, words, k + 2, high)
    return subject.before(cast, words, k, low)


def _closing(cast: Cast, words: Sentence, i: int) -> Attribution | None:
    """Return the attribution that closes the sentence of a fragment: `..., Jane Roe said.`"""
    for k in range(len(words) - 1, i, -1):
        if _according(words, k):
            found = subject.after(cast, words, k + 2, len(words))
            return _made(words, k, k + 1, found, CLOSING, "according") if found else None
        if _puts_it(words, k):
            found = subject.before(cast, words, k, i + 1)
            return _made(words, k, k + 1, found, CLOSING, "closing") if found else None
        if not cues.speaks(words[k].text) or not _finite(words, k, i + 1) or not closes(words, k):
            continue
        j = k - 1
        while j > i and words[j].text != "," and words[j].text not in grammar.DASH:
            j -= 1
        if j == k - 1:
            found = subject.after(cast, words, k + 1, len(words))
        else:
            found = subject.before(cast, words, k, i + 1)
        if found is not None:
            return _made(words, k, k, found, CLOSING, "closing")
    return None
