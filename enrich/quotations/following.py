"""The attributions that follow a quotation: `said Roe`, `Roe said`, `- Jane Roe`, `according to Roe`."""

from enrich.quotations import cues, grammar, subject, verb
from enrich.quotations.cast import Cast, is_job
from enrich.quotations.clauses import Sentence
from enrich.quotations.frame import BESIDE, CLOSING, Attribution, made
from enrich.quotations.phrase import Phrase

_PAST = ("ed", "said", "says", "adds", "wrote")


def after(cast: Cast, words: Sentence, i: int) -> Attribution | None:
    """Return the attribution that stands right after a quotation: `said Jane Roe`, `Jane Roe said`."""
    j = i + 1
    while j < len(words) and (
        words[j].text in (",", ".", ")", "]") or (words[j].low in verb.MANNER and j == i + 1)
    ):
        j += 1
    if j < len(words) and words[j].text in grammar.DASH:
        return _signed(cast, words, j + 1) or beside(cast, words, j + 1)
    return beside(cast, words, j) or _titled(cast, words, j)


def _titled(cast: Cast, words: Sentence, j: int) -> Attribution | None:
    """Return the person whose name and office alone end a sentence: `"...," Jane Roe, director of Acme.`"""
    mentions = cast.mentions(words[j : j + 6])
    if j >= len(words) or not mentions or mentions[0].start > words[j].start or not mentions[0].person:
        return None
    rest = [word for word in words[j:] if word.start >= mentions[0].end]
    office = rest and rest[0].text == "," and any(is_job(word) for word in rest[1:5])
    if not office or any(word.quote >= 0 or cues.kind(word.low) or grammar.is_finite(word, None) for word in rest):
        return None
    found = Phrase(mentions[0].start, mentions[0].end, mentions[0], "")
    return Attribution(words[j].start, rest[-1].end, "", found, CLOSING, "signed")


def beside(cast: Cast, words: Sentence, j: int) -> Attribution | None:
    """Return the attribution that begins at word `j`: `said Roe`, `Roe said`, `according to Roe`."""
    if j >= len(words) or words[j].quote >= 0:
        return None
    if verb.is_according(words, j):
        found = subject.after(cast, words, j + 2, len(words))
        return made(words, j, j + 1, found, BESIDE, "according") if found else None
    following = words[j + 1] if j + 1 < len(words) else None
    if following is not None and following.low in grammar.NO_SUBJECT and cues.kind(words[j].low):
        return None  # "said that", "said in a statement": the subject stands elsewhere
    named = following is not None and following.text[0].isupper() and words[j].low.endswith(_PAST)
    if cues.stands_beside(words[j].low) and not words[j].low.endswith("ing") and (words[j].text.islower() or named):
        found = subject.after(cast, words, j + 1, len(words))
        if found is not None:
            return made(words, j, j, found, BESIDE, "inverted")
    return _unlisted(cast, words, j) or _follows(cast, words, j) or _ending(cast, words, j)


def _ending(cast: Cast, words: Sentence, j: int) -> Attribution | None:
    """Return a verb of no list that ends the sentence after a name: `"...," an angry Jane Roe retaliated.`"""
    named = next((m for m in cast.mentions(words[j : j + 8]) if m.person and not m.pronoun), None)
    k = next((n for n in range(j, len(words)) if named is not None and words[n].start >= named.end), None)
    if named is None or k is None or not (words[k].text.islower() and words[k].low.endswith("ed")):
        return None
    lead = [word for word in words[j:k] if word.end <= named.start]
    plain = not lead or (lead[0].low in grammar.DETERMINER and all(word.text.isalpha() for word in lead))
    ends = k + 1 == len(words) or words[k + 1].text in (".", ",", *grammar.DASH)
    if not (plain and ends) or any(grammar.is_finite(word, None) for word in lead):
        return None
    return made(words, k, k, Phrase(words[j].start, named.end, named, ""), BESIDE, "after")


def _unlisted(cast: Cast, words: Sentence, j: int) -> Attribution | None:
    """Return a verb of no list between the quotation and a person's name: `"...," beamed Jane Roe`."""
    attributes = words[j].low.endswith("ed") or cues.kind(words[j].low) is not None  # "thinks Jane Roe"
    if not words[j].text.islower() or not attributes or j + 1 >= len(words):
        return None
    following = words[j + 1]
    if not following.text[0].isupper() or following.quote >= 0:
        return None
    found = subject.after(cast, words, j + 1, len(words))
    if found is None or found.head is None or not found.head.person or found.head.pronoun:
        return None
    return made(words, j, j, found, BESIDE, "inverted")


def _follows(cast: Cast, words: Sentence, j: int) -> Attribution | None:
    """Return `SUBJECT verb` beginning at word `j`."""
    if words[j].low in grammar.NO_SUBJECT | grammar.PREPOSITION or (
        cues.kind(words[j].low) and words[j].text.islower()
    ):
        return None
    for k in range(j + 1, min(j + 60, len(words))):
        word = words[k]
        if (word.quote >= 0 and k < j + 2) or word.text in (";", ":"):
            return None
        phrasal = k + 1 < len(words) and cues.is_phrasal(word.low, words[k + 1].low)
        if phrasal and not verb.is_relative(words, k, j):
            found = subject.before(cast, words, k, j)
            return made(words, k, k + 1, found, BESIDE, "after") if found else None
        capital = word.text[0].isupper() and words[k - 1].text != ","
        if (
            cues.stands_beside(word.low)
            and not capital
            and verb.is_finite(words, k, j)
            and not verb.is_relative(words, k, j)
        ):
            found = subject.before(cast, words, k, j)
            doing = k == j + 1 and found is not None and found.head is None and words[j].low.endswith("ing")
            # "...", giving states more power
            return made(words, k, k, found, BESIDE, "after") if found and not doing else None
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


def closing(cast: Cast, words: Sentence, i: int) -> Attribution | None:
    """Return the attribution that closes the sentence of a fragment: `..., Jane Roe said.`"""
    for k in range(len(words) - 1, i, -1):
        if verb.is_according(words, k):
            found = subject.after(cast, words, k + 2, len(words))
            return made(words, k, k + 1, found, CLOSING, "according") if found else None
        if verb.puts_it(words, k):
            found = subject.before(cast, words, k, i + 1)
            return made(words, k, k + 1, found, CLOSING, "closing") if found else None
        if not cues.speaks(words[k].text) or not verb.is_finite(words, k, i + 1) or not verb.closes(words, k):
            continue
        j = k - 1
        while j > i and words[j].text != "," and words[j].text not in grammar.DASH:
            j -= 1
        if j == k - 1:
            found = subject.after(cast, words, k + 1, len(words))
        else:
            found = subject.before(cast, words, k, i + 1)
        if found is not None:
            return made(words, k, k, found, CLOSING, "closing")
    return None
