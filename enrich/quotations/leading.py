"""The attributions that lead to a quotation: `Roe said: "..."`, `Roe: "..."`, `Roe said the deal "..."`."""

from collections.abc import Sequence

from enrich.quotations import cues, grammar, reference, subject, verb
from enrich.quotations.cast import Cast
from enrich.quotations.clauses import Sentence, Word
from enrich.quotations.frame import CLOSING, GOVERNED, INTRODUCED, Attribution, made
from enrich.quotations.phrase import Phrase

# Verbs that open a sentence before their subject.
FRONTED = frozenset("Said Says Added Adds Wrote Writes Explained Replied Recalled Tweeted".split())
# Verbs after which a name between commas is their subject, not whom they address.
_INTRANSITIVE = frozenset("says said argues explains notes adds writes insists recalls".split())
# Words that may stand between the verb and the marks: "said that".
_BETWEEN = frozenset("that as how was is of".split())


def introduced(cast: Cast, words: Sentence, i: int, low: int = 0) -> Attribution | None:
    """Return the attribution right before the quotation at word `i`."""
    if i - 1 < low:
        return None
    if words[low].text in FRONTED and low < i - 1:
        found = subject.after(cast, words, low + 1, i)  # Said Jane Roe, "..."
        if found is not None:
            return made(words, low, low, found, INTRODUCED, "introduced")
    by_verb = _by_verb(cast, words, i, low)
    if by_verb is not None:
        return by_verb
    if words[i - 1].text == ":":
        return _before_colon(cast, words, i, low)
    return _parenthetical(cast, words, i, low) or _label(cast, words, i, low)


def _by_verb(cast: Cast, words: Sentence, i: int, low: int) -> Attribution | None:
    """Return the attribution by a verb that only a colon, a comma, "that" or an adverb parts from the quotation."""
    j = i - 1
    led = words[j].text in (":", ",")
    if led:
        j -= 1
    if j >= low and words[j].low in _BETWEEN:
        j -= 1
    while j > low and grammar.is_adverb(words[j]) and words[j].low.endswith("ly"):
        j -= 1
    if j < low:
        return None
    if j > low and (cues.is_phrasal(words[j - 1].low, words[j].low) or verb.puts_it(words, j - 1)):
        found = subject.before(cast, words, j - 1, low)
        if found is not None:
            return made(words, j - 1, j, found, INTRODUCED, "introduced")
    if cues.kind(words[j].low) and verb.is_verb(words, j, low) and (led or not cues.is_thought(words[j].low)):
        found = _subject(cast, words, j, low, i)
        if found is not None:
            return made(words, j, j, found, INTRODUCED, "introduced")
    return None


def _parenthetical(cast: Cast, words: Sentence, i: int, low: int) -> Attribution | None:
    """Return the attribution between two commas before a quotation: `Yes, explained Jane Roe, "..."`."""
    if words[i - 1].text != ",":
        return None
    for k in range(i - 3, max(low, i - 12), -1):
        if words[k].text == ",":
            verbal = words[k + 1].low  # whom somebody tells follows: ", told the Echo,"
            if not cues.speaks(words[k + 1].text) or verbal.endswith("ing") or verbal.startswith(("told", "tell")):
                return None
            found = subject.after(cast, words, k + 2, i - 1)
            named = found is not None and found.head is not None
            return made(words, k + 1, k + 1, found, INTRODUCED, "introduced") if named else None
    return None


def _label(cast: Cast, words: Sentence, i: int, low: int) -> Attribution | None:
    """Return the name that stands before a quotation like a label: `JANE ROE, CHIEF EXECUTIVE "..."`."""
    chunk = words[low:i]
    if any(grammar.is_finite(w, None) or cues.kind(w.text) or w.low in grammar.RELATIVE for w in chunk):
        return None
    mentions = cast.mentions(chunk)
    if not mentions or mentions[0].start > chunk[0].start or mentions[0].pronoun or not mentions[0].speaks:
        return None
    rest = [w for w in chunk if w.start >= mentions[0].end]
    if not rest or rest[0].text not in (",", "(", ":", *grammar.DASH):
        return None
    found = Phrase(mentions[0].start, mentions[0].end, mentions[0], "")
    return Attribution(chunk[0].start, chunk[-1].end, "", found, CLOSING, "label")


def _before_colon(cast: Cast, words: Sentence, i: int, low: int) -> Attribution | None:
    """Return the attribution of a clause that ends with a colon."""
    clause = governed(cast, words, i, low=low)
    if clause is not None:
        return clause._replace(confidence=INTRODUCED)
    chunk = words[low : i - 1]
    mentions = [m for m in cast.mentions(chunk) if m.speaks]
    if not mentions:
        return None
    found = subject.first(cast, words, low, i - 1)
    stated = found is not None and found.noun in grammar.DOCUMENT and found.owner is not None
    if stated and found is not None and not any(grammar.is_finite(word, None) for word in chunk):
        return Attribution(words[i - 1].start, words[i - 1].end, ":", found, 0.8, "colon")  # "Statement from Acme:"
    people = [m for m in mentions if m.person and not m.pronoun]
    ended = bool(people) and people[-1].end == words[i - 1].start  # "It does not surprise Jane Roe:"
    if (found is None or found.head is None) and (len(people) == 1 or ended):
        found = Phrase(people[-1].start, people[-1].end, people[-1], "")  # "For Jane Roe, the choice was simple:"
    if found is not None and found.head is not None:
        return Attribution(words[i - 1].start, words[i - 1].end, ":", found, 0.8, "colon")
    return None


def governed(cast: Cast, words: Sentence, i: int, low: int = 0) -> Attribution | None:
    """Return the nearest verb whose clause the fragment belongs to: `Roe said the deal "..."`."""
    nameless: Attribution | None = None
    thought: Attribution | None = None  # "said the bank wanted to ...": the words are the outer speaker's
    for k in range(i - 1, low - 1, -1):
        if words[k].text == ";":
            break
        if verb.is_according(words, k) and k + 1 < i and not (k > low and words[k - 1].low == "that"):
            found = subject.after(cast, words, k + 2, i)
            if found is not None:
                return thought or nameless or made(words, k, k + 1, found, GOVERNED, "according")
        if verb.puts_it(words, k) and k + 1 < i:
            found = subject.before(cast, words, k, low)
            return made(words, k, k + 1, found, GOVERNED, "governed") if found else None
        if thought is not None and not cues.speaks(words[k].low):
            continue
        if not cues.governs(words[k].low) or not verb.is_verb(words, k, low) or verb.of_object(words, k, i):
            continue
        found = _subject(cast, words, k, low, i)
        if found is None:
            continue
        if words[k].low in ("feel", "felt", "feels") and words[_first_word(words, found)].low == "it":
            continue  # "it felt like"
        one = made(words, k, k, found, GOVERNED, "governed")
        # "the Echo said the scandal pointed to a ...": a scandal says nothing
        told = any(cues.speaks(word.low) for word in words[low:k])
        able = found.definite and (not told or reference.may_speak(found.noun))
        if found.head is not None or found.owner is not None or found.noun in grammar.SPOKES or able:
            if thought is not None or not cues.is_thought(words[k].low):
                return one
            thought = one
        nameless = nameless or one
    return thought or nameless


def _first_word(words: Sequence[Word], found: Phrase) -> int:
    """Return the number of the word a phrase begins with."""
    return next(n for n, word in enumerate(words) if word.end > found.start)


def _subject(cast: Cast, words: Sequence[Word], k: int, low: int, high: int) -> Phrase | None:
    """Return whose words the verb at `k` introduces; of a passive, who follows "by"."""
    following = words[k + 1] if k + 1 < len(words) else None
    inverted = words[k].text in _INTRANSITIVE and words[k - 1].text == ","
    if inverted and following is not None and following.text[0].isupper():
        found = subject.after(cast, words, k + 1, high)  # "The point, says Jane Roe, is that"
        ends = next((word.text for word in words[k + 1 :] if found is not None and word.start >= found.end), "")
        if found is not None and found.head is not None and found.head.person and ends in (",", *grammar.DASH):
            return found
    if following is not None and following.low == "by" and words[k].low.endswith(("ed", "ing")):
        return subject.after(cast, words, k + 2, high)
    return subject.before(cast, words, k, low)
