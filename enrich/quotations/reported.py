"""Speech reported without marks: `Roe said the club will ...`, `The club will ..., Roe said.`, `According to Roe,`.

Only whole clauses count, and only with a verb of saying in a tense of its own: few and sure rather than many.
"""

from collections.abc import Sequence

from enrich.quotations import cues, following, grammar, subject, verb
from enrich.quotations.cast import Cast
from enrich.quotations.clauses import Sentence, Word
from enrich.quotations.frame import CLOSING, GOVERNED, Attribution
from enrich.quotations.grammar import DASH
from records.record import Span

# Words of a clause below which nothing much was said.
SHORTEST_CLAUSE = 4
# After these the clause needs no "that".
_SAYING = frozenset("said says claimed claims insisted insists argued argues explained admitted added adds".split())
_REPORTING = _SAYING | frozenset(
    "told tells confirmed confirms revealed reveals announced announces warned warns stressed stresses"
    " believes believed hopes hoped noted notes acknowledged conceded maintained maintains denied denies"
    " estimated estimates predicted predicts promised promises suggested suggests emphasised emphasized"
    " emphasises emphasizes reiterated vowed pledged stated states declared declares recalled pointed".split()
)
_WEEKDAY = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
# What may stand between the verb and the clause: "said in a statement on Thursday that".
_ADJUNCT = frozenset("in on at to during after before via through from".split())


def find(cast: Cast, sentence: Sentence) -> tuple[Span, Attribution] | None:
    """Return the reported clause of a sentence without quotation marks, and what attributes it."""
    end = len(sentence) - 1 if sentence[-1].text in ".!?" else len(sentence)
    return _opening(cast, sentence, end) or _closing(cast, sentence, end) or _leading(cast, sentence, end)


def _leading(cast: Cast, words: Sentence, end: int) -> tuple[Span, Attribution] | None:
    """Return the clause after `Roe said`."""
    for k in range(1, end - SHORTEST_CLAUSE):
        low = words[k].low
        if words[k].quote >= 0 or (words[k].text in (";", ":")):
            return None
        if low not in _REPORTING or not words[k].text.islower() or not verb.is_verb(words, k, 0):
            continue
        begin = _clause(words, k, end)
        if begin is None or end - begin < SHORTEST_CLAUSE:
            return None
        found = subject.before(cast, words, k, 0)
        if found is None:
            return None
        made = Attribution(words[k].start, words[k].end, words[k].text, found, GOVERNED, "reported")
        return Span(start=words[begin].start, end=words[end - 1].end), made
    return None


def _clause(words: Sequence[Word], k: int, end: int) -> int | None:
    """Return where the reported clause after the verb at `k` begins, or None where an object follows."""
    that = next((i for i in range(k + 1, min(k + 12, end)) if words[i].low == "that"), None)
    if that is not None and all(w.text not in (",", ";") and w.quote < 0 for w in words[k + 1 : that]):
        heard = words[k].low in ("told", "tells") and all(w.low not in ("about", "of") for w in words[k:that])
        adjunct = that == k + 1 or heard or words[k + 1].low in _ADJUNCT | _WEEKDAY
        return that + 1 if adjunct or words[k].low == "pointed" else None
    if words[k].low not in _SAYING:
        return None
    i = k + 1
    if i < end and words[i].low in _WEEKDAY:
        i += 1
    if (
        i >= end
        or words[i].low in _ADJUNCT
        or words[i].text in (",", *DASH)
        or words[i].low in ("so", "no", "nothing", "yes")
    ):
        return None
    clause = words[i:end]
    return i if any(grammar.is_finite(w, None) for w in clause[1:]) else None


def _closing(cast: Cast, words: Sentence, end: int) -> tuple[Span, Attribution] | None:
    """Return the clause before `, Roe said` or `, according to Roe`."""
    for comma in range(end - 1, SHORTEST_CLAUSE - 1, -1):
        if words[comma].text != "," or comma + 2 > end:
            continue
        made = following.beside(cast, words, comma + 1)
        if made is None or made.end < words[comma].end:
            continue
        k = next(i for i, word in enumerate(words) if word.end >= made.end)
        if made.frame == "after" and not verb.closes(words, k):
            return None
        rest = [word for word in words[k:end] if made.subject is not None and word.start >= made.subject.end]
        if made.frame != "after" and any(grammar.is_finite(word, None) for word in rest):
            return None  # the sentence goes on
        if any(word.quote >= 0 for word in words[:comma]) or made.frame not in ("after", "inverted", "according"):
            return None
        if words[0].low in grammar.OPENING or not any(grammar.is_finite(w, None) for w in words[1:comma]):
            return None
        return Span(start=words[0].start, end=words[comma - 1].end), made._replace(confidence=CLOSING)
    return None


def _opening(cast: Cast, words: Sentence, end: int) -> tuple[Span, Attribution] | None:
    """Return the clause after `According to Roe,`."""
    if words[0].low != "according" or end < 3 + SHORTEST_CLAUSE or words[1].low != "to":
        return None
    comma = next((i for i in range(3, end) if words[i].text == ","), None)
    found = subject.after(cast, words, 2, comma or end)
    if comma is None or found is None or end - comma <= SHORTEST_CLAUSE:
        return None
    comma = _apposed(words, comma, end) or comma
    if cues.kind(words[comma + 1].low) is not None or grammar.is_participle(words[comma + 1]):
        return None
    made = Attribution(words[0].start, words[1].end, "According to", found, CLOSING, "according")
    return Span(start=words[comma + 1].start, end=words[end - 1].end), made


def _apposed(words: Sequence[Word], comma: int, end: int) -> int | None:
    """Return the comma that ends an apposition which begins after `comma`: ", the union's president,"."""
    following = next((i for i in range(comma + 1, min(comma + 12, end)) if words[i].text == ","), None)
    if following is None or end - following <= SHORTEST_CLAUSE or words[comma + 1].low in grammar.OPENING:
        return None
    return None if any(grammar.is_finite(w, None) for w in words[comma + 1 : following]) else following
