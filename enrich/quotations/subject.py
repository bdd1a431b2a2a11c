"""Whose words: the noun phrase before or after an attributing verb.

No tagger is asked: function words, commas, dashes and the names already found tell where the phrase begins
and ends.
"""

from collections.abc import Sequence

from enrich import knowledge
from enrich.quotations import cues, grammar, offices, phrase
from enrich.quotations.cast import PRONOUNS, Cast, is_job, names_job
from enrich.quotations.clauses import Word
from enrich.quotations.grammar import DASH
from enrich.quotations.phrase import Phrase

_WEEKDAY = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# What ends a subject that follows its verb.
_AFTER_SUBJECT = (
    frozenset(
        "in on during after when as via while before following about to by last this earlier because if"
        " but adding yesterday today tonight recently".split()
    )
    | _WEEKDAY
    | grammar.RELATIVE
)
_LEGAL = frozenset("inc ltd llc llp plc corp gmbh".split())
# Verbs that stand before another's infinitive: "likes to say".
_CATENATIVE = frozenset(
    "like likes liked love loves loved used tend tends tended continued began went keen".split()
)
_PAST = ("ed", "said", "told", "wrote", "says")
# What joins a document to who published it.
_PUBLISHED = frozenset("on from by in released issued published posted".split())
_PLACING = frozenset("on in at to for about via".split())
_SHORT_TITLE = frozenset(
    "mr mrs ms dr jr sr sen rep gov gen st prof rev capt lt col inc corp co ltd bros hon sgt maj cpl cmdr".split()
)


def before(cast: Cast, words: Sequence[Word], k: int, low: int) -> Phrase | None:
    """Return the subject of the verb at `k` among words `low` to `k`, or None."""
    j = k - 1
    while j >= low and (
        (words[j].low in grammar.AUXILIARY and words[j].text.islower())
        or grammar.is_adverb(words[j])
        or (words[j].low in _CATENATIVE and j < k - 1)
    ):
        j -= 1
    j = _past_setting(words, low, j)
    if words[k].low.endswith("ing"):
        return _of_participle(cast, words, k, low, j)
    return _of_finite(cast, words, low, j) if j >= low else None


def _past_setting(words: Sequence[Word], low: int, j: int) -> int:
    """Return the last word of a subject that what stands before `j` parts from its verb, or `j`.

    That is where it was said ("and in a statement credited him"), and the verb of an infinitive ("cut in to say").
    """
    if j - 2 > low and words[j].low in grammar.SETTING and words[j - 1].low in grammar.DETERMINER:
        return j - 3 if words[j - 2].low == "in" else j
    if j > low and words[j + 1].low == "to" and words[j].text.islower() and words[j].low.endswith("ed"):
        return j - 1
    return j


def _of_finite(cast: Cast, words: Sequence[Word], low: int, j: int) -> Phrase | None:
    """Return the subject of a finite verb, of whose words `j` is the last."""
    last = words[j]
    if last.low in ("who", "which"):
        j -= 2 if j > low and (words[j - 1].text == "," or words[j - 1].text in DASH) else 1
        return _antecedent(cast, words, low, j) if j >= low else None
    if last.low == "that" and j > low and words[j - 1].low in grammar.DOCUMENT:
        return first(cast, words, low, j)  # "released a video that said"
    if last.low in PRONOUNS:
        mentions = cast.mentions([last])
        return Phrase(last.start, last.end, mentions[0], "") if mentions else None
    if last.low in ("and", "but", "or", "then", "nor"):
        return first(cast, words, low, j)
    if last.text in DASH or last.text in (",", ")"):
        return _past_parenthesis(cast, words, low, j)
    return _adjacent(cast, words, low, j) if last.quote < 0 else None


def _of_participle(cast: Cast, words: Sequence[Word], k: int, low: int, j: int) -> Phrase | None:
    """Return the subject of a verb in -ing: who spoke before it, or the clause's subject before or after it."""
    if j < low or (j == low and words[j].low in grammar.OPENING):
        return _postponed(cast, words, k)
    last = words[j]
    if last.text == ",":  # "Jane Roe said ..., adding"
        for i in range(j - 1, low, -1):
            if cues.stands_beside(words[i].text) and words[i].low.endswith(_PAST) and words[i - 1].low != "who":
                return before(cast, words, i, low)
    if last.text == "," or last.low in ("and", "but", "or") or last.low in grammar.OPENING:
        return first(cast, words, low, j)
    named = phrase.covering(cast.mentions(words[low : j + 1]), last)
    if named is not None and not named.pronoun:
        begin = next(n for n, word in enumerate(words) if word.end > named.start)
        if begin > low and words[begin - 1].low in _PLACING:
            return first(cast, words, low, j)  # "wrote on Facebook saying"
    if named is not None:  # "footage of Jane Roe saying"
        return Phrase(named.start, named.end, named, "")
    found = _of_finite(cast, words, low, j)
    if found is not None and found.head is None and found.owner is None and not found.definite:
        return first(cast, words, low, j)  # "wrote a series of posts saying"
    return found


def _antecedent(cast: Cast, words: Sequence[Word], low: int, j: int) -> Phrase | None:
    """Return whom "who" after word `j` means: the name there, or the person an apposition there describes."""
    if words[j].text == ")":  # "the Stage Forum (SF), who say"
        opened = next((i for i in range(j - 1, low, -1) if words[i].text == "("), j)
        j = opened - 1
    mentions = cast.mentions(words[max(low, j - 14) : j + 1])
    people = [m for m in mentions if m.person and not m.pronoun]
    named = phrase.covering(mentions, words[j])
    if named is not None and named.organised and not people and words[j + 1].text in (",", "(", *DASH):
        return Phrase(named.start, named.end, named, "")
    found = _adjacent(cast, words, low, j)
    if found is not None and found.head is not None and found.head.person:
        return found
    return Phrase(people[-1].start, people[-1].end, people[-1], "") if people else found


def _postponed(cast: Cast, words: Sequence[Word], k: int) -> Phrase | None:
    """Return the subject of a participle that opens the sentence: "Speaking of ..., Jane Roe was"."""
    for i in range(k + 1, len(words) - 1):
        if words[i].text == "," or (words[i].quote >= 0 and words[i + 1].text != ","):
            return first(cast, words, i + 1, len(words))
    return None


def _adjacent(cast: Cast, words: Sequence[Word], low: int, j: int) -> Phrase | None:
    """Return the phrase that ends at word `j`."""
    begin = _chunk_start(words, low, j)
    chunk = words[begin : j + 1]
    if not chunk:
        return None
    own = phrase.read(cast, chunk[1:]) if chunk[0].low == "which" and len(chunk) > 1 else None
    if own is not None and own.head is not None and own.head.person:
        return own  # "one which historian Jane Roe calls"
    if chunk[0].low in ("who", "which"):
        return _past_parenthesis(cast, words, low, begin - 1) if begin > low else None
    if begin - 3 > low and words[begin - 2].low == "who":  # "Jane Roe, who is director of Acme said"
        return _antecedent(cast, words, low, begin - 4 if words[begin - 3].text == "," else begin - 3)
    found = phrase.read(cast, chunk)
    if found is None or begin - 2 < low or words[begin - 1].text != ",":
        return found
    if found.head is None or not (found.head.person or found.head.pronoun):
        # "Jane Roe, director at Acme said": an apposition whose second comma is missing
        named = _whole_name(cast, words, low, begin - 1)
        office = begin - 2 >= low and is_job(words[begin - 2])  # "Jane Roe, Team Owner, Rovers said"
        if named is not None and (found.head is None or len(chunk) > 1 or office):
            return named
    return found


def _whole_name(cast: Cast, words: Sequence[Word], low: int, high: int) -> Phrase | None:
    """Return the person's name that appositions between `high`, a comma, and the verb may belong to."""
    for _ in range(3):  # "Jane Roe, vice president, Acme Group said" has two; more are no apposition
        begin = _chunk_start(words, low, high - 1)
        chunk = words[begin:high]
        if not chunk or _skips(chunk):
            return None
        found = phrase.read(cast, chunk)
        named = found.head if found is not None else None
        unseen = named is not None and named.entity is None and not named.pronoun and len(chunk) > 1
        if named is not None and (named.person or (unseen and not any(is_job(word) for word in chunk))):
            return found
        if begin - 1 <= low or words[begin - 1].text != ",":
            return None
        high = begin - 1
    return None


def first(cast: Cast, words: Sequence[Word], low: int, high: int) -> Phrase | None:
    """Return the first noun phrase of the clause, past an opening adjunct such as "In a statement,"."""
    nominal: Phrase | None = None
    segments = phrase.segments(words, low, high)
    for n, chunk in enumerate(segments):
        if not chunk or _skips(chunk):
            continue
        found = phrase.leading(cast, chunk)
        if found is None:
            continue
        if found.head is not None and found.head.organised and found.head.end >= chunk[-1].end:
            found = offices.in_next(cast, segments[n + 1 :]) or found  # "Acme Group, CEO Jane Roe is"
        if found.head is not None and (found.head.pronoun or found.head.speaks):
            return found
        if found.head is None and (names_job(found.noun) or found.noun in knowledge.words("titles")):
            held = offices.apposed_next(cast, segments[n + 1 :])
            if held is not None:  # "The regatta's commodore, Jane Roe, learned"
                return held
        nominal = nominal or found
        if nominal.owner is None and nominal.definite:
            break
    job = nominal is not None and names_job(nominal.noun)  # "a charity head attacked Acme and said"
    if nominal is not None and (job or nominal.definite or nominal.noun in grammar.DOCUMENT | grammar.SPOKES):
        return nominal
    mentions = [m for m in cast.mentions(words[low:high]) if m.speaks]
    people = [m for m in mentions if m.person or m.pronoun]
    pick = next(iter(people or mentions), None)
    return Phrase(pick.start, pick.end, pick, "") if pick else nominal


def after(cast: Cast, words: Sequence[Word], k: int, high: int) -> Phrase | None:
    """Return the subject that follows the verb (or "according to") ending before word `k`, or None."""
    end = k
    while end < high and not _stops(cast, words, end, k):
        end += 1
    chunk = _without_brackets(words[k:end])
    known = next((n for n, w in enumerate(chunk[:-1]) if w.low == "known" and chunk[n + 1].low == "as"), None)
    chunk = chunk[known + 2 :] if known is not None else chunk
    if not chunk:
        return None
    found = phrase.leading(cast, chunk, verbless=True)
    if found is None:
        return None
    if found.head is not None and found.head.organised and (officer := offices.after_body(cast, chunk, found.head)):
        return officer
    if found.head is not None and (found.head.person or found.head.pronoun):
        return found
    if found.noun in grammar.DOCUMENT and found.owner is None:
        owners = [m for m in cast.mentions(words[end:high]) if m.organised or m.person]
        linked = end < high and words[end].low in _PUBLISHED
        return found._replace(owner=owners[0]) if owners and linked else found
    tail = chunk[-1]
    if found.head is None and found.noun not in grammar.SPOKES | grammar.DOCUMENT:
        people = [m for m in cast.mentions(chunk) if m.person and m.end >= tail.end]
        if people and offices.is_office([w for w in chunk if w.start < people[-1].start]):
            return Phrase(chunk[0].start, tail.end, people[-1], "")
    if end < high and words[end].text in (",", *DASH):
        office = is_job(tail) or any(is_job(w) for w in chunk[:3])
        named = offices.apposed(cast, words, end + 1, high, job=office)
        if named is None and found.head is None and any(map(is_job, chunk)):
            named = offices.past_fields(cast, words, end + 1, high)
        if named is not None and (found.head is None or named.person):
            return Phrase(chunk[0].start, named.end, named, "")
    return found


def _is_open(words: Sequence[Word]) -> bool:
    """Whether a bracket of these words is not closed: "(NASDAQ:"."""
    return sum((word.text == "(") - (word.text == ")") for word in words) > 0


def _without_brackets(chunk: Sequence[Word]) -> Sequence[Word]:
    """Return the words outside brackets: "Acme Group (NASDAQ: ACM) CEO Jane Roe"."""
    kept, depth = [], 0
    for word in chunk:
        depth += word.text == "("
        if depth <= 0:
            kept.append(word)
        depth -= word.text == ")" and depth > 0
    return kept or chunk


def _stops(cast: Cast, words: Sequence[Word], i: int, begin: int) -> bool:
    """Whether the phrase that began at `begin` ends before word `i`."""
    word = words[i]
    if word.quote >= 0:
        return False
    if word.text == "." and begin < i < len(words) - 1 and words[i - 1].end == word.start:
        short = words[i - 1].low in _SHORT_TITLE or len(words[i - 1].text) == 1 or "." in words[i - 1].text
        return not (short and (words[i + 1].text[0].isupper() or words[i + 1].text == "("))
    if word.text == "," and i + 1 < len(words) and words[i + 1].low in _LEGAL:
        return False  # "Acme Group, Inc."
    if word.text in ",." and phrase.covering(cast.mentions(words[begin : i + 2]), word) is not None:
        return False  # a name with a comma in it
    if word.text in ",;:.!?" or word.text in DASH:
        return not (word.text == ":" and _is_open(words[begin:i]))
    if word.low == "and" and i + 1 < len(words) and grammar.is_finite(words[i + 1], None):
        return True
    if word.low not in _AFTER_SUBJECT:
        return False
    if word.low == "as" and words[i - 1].low == "known":
        return False
    return i > begin and phrase.covering(cast.mentions(words[begin : i + 1]), word) is None


def _chunk_start(words: Sequence[Word], low: int, j: int) -> int:
    """Return where the stretch of words that ends at `j` begins: after a comma, dash, conjunction or verb."""
    depth = 0
    for i in range(j, low - 1, -1):
        word = words[i]
        if word.text == ")":
            depth += 1
        elif word.text == "(":
            depth -= 1
        if depth > 0:
            continue
        if word.text in (",", ";", ":", ".") or word.text in DASH or word.low in grammar.CONJUNCTION:
            if word.text != "." or (words[i - 1].low not in _SHORT_TITLE and len(words[i - 1].text) > 1):
                return i + 1
        elif word.low in ("who", "which"):
            return i
        elif (
            i < j
            and grammar.is_finite(word, words[i + 1])
            and (i == low or words[i - 1].low not in grammar.DETERMINER)
        ):
            return i + 1
    return low


def _past_parenthesis(cast: Cast, words: Sequence[Word], low: int, j: int) -> Phrase | None:
    """Return the subject of a verb that an apposition or a relative clause separates from it."""
    if words[j].text == ")":
        while j >= low and words[j].text != "(":
            j -= 1
        return _adjacent(cast, words, low, j - 1) if j > low else None
    if words[j].text in DASH:
        i = j - 1
        while i >= low and words[i].text not in DASH:
            i -= 1
        if i > low:
            return before(cast, words, i, low)
    return _apposed(cast, words, low, j)


def _apposed(cast: Cast, words: Sequence[Word], low: int, j: int) -> Phrase | None:
    """Return the head of "Jane Roe, president of the club," or of "the club's president, Jane Roe,"."""
    begin = low + (words[low].low == "as" and words[low + 1].text[0].isupper())  # "As Jane Roe, the chair, put it"
    for i in range(j - 1, low - 1, -1):
        if words[i].low == "that" and i > low and cues.kind(words[i - 1].low) is None:
            continue  # "Jane Roe, founder of a trust that helps, said"
        if words[i].text in (";", ":") or words[i].low in (
            "that",
            "but",
            "because",
            "although",
            "while",
            "whether",
            "if",
        ):
            begin = i + 1
            break
    nominal: Phrase | None = None
    for chunk in phrase.segments(words, begin, j):
        if not chunk or _skips(chunk):
            continue
        found = phrase.leading(cast, chunk)
        if found is None:
            continue
        if found.head is not None and found.head.speaks:
            exact = found.head.end >= chunk[-1].end
            if nominal is None or exact or found.head.person or found.head.entity is None:
                return found
            continue
        nominal = nominal or found
    return nominal


def _skips(chunk: Sequence[Word]) -> bool:
    """Whether a segment is an adjunct or a relative clause, not the subject."""
    while len(chunk) > 1 and grammar.is_adverb(chunk[0]) and chunk[0].low not in grammar.OPENING:
        chunk = chunk[1:]  # but "On the eve of the final, Jane Roe"
    return (
        chunk[0].low in grammar.OPENING
        or chunk[0].low in grammar.RELATIVE
        or chunk[0].text.isdigit()
        or (
            len(chunk) > 1
            and chunk[0].low.endswith(("ing", "ed"))
            and not (chunk[0].text[0].isupper() and chunk[1].text[0].isupper())
            and len(chunk[0].text) > 4
            and chunk[1].low not in grammar.AUXILIARY
        )
        or all(grammar.is_adverb(word) for word in chunk)
        or (
            chunk[0].low in ("two", "three", "earlier", "last", "this", "later")
            and chunk[-1].low
            in ("year", "month", "week", "ago", "later", "earlier", "day", "season", "time", "night")
        )
    )
