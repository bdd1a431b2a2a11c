"""Where the sentences of a text end: rules over punctuation, with the document itself as the witness.

A paragraph's end always ends a sentence. A full stop after an abbreviation ends one only when what follows
cannot belong to the abbreviation: "in the U.S. Ode repeated" ends at "U.S." because "Ode" stands alone
elsewhere.
"""

import re

from records.record import Span

# A stop, whatever closes after it, white space, whatever opens, and a capital or a digit.
_STOP = re.compile(r"""[.!?…]+(?P<closed>["'”’»)\]]*)(?P<gap>\s+)(?=["'“‘«(\[]*(?P<next>[A-Z0-9$€£][\w'’.-]*))""")
# Abbreviated styles, which a person's name follows.
STYLES = frozenset(
    "mr mrs ms dr prof sir rev hon gen col capt lt sgt sen rep gov messrs mme md fr eng engr coun cllr alh barr amb"
    " smt h.e h.h".split()
)
# Abbreviations that never end a sentence: a name or a number follows.
_OPEN = STYLES | frozenset(
    "st ste mt ft no nos vs v vol fig pp approx jan feb mar apr jun jul aug sept sep oct nov dec mlle est".split()
)
# Abbreviations that may end a sentence; the word that follows decides.
_EITHER = frozenset(
    "inc corp co ltd llc plc bros jr sr u.s u.k u.n e.u u.s.a a.m p.m d.c l.a n.y etc ph.d b.a m.a s.a s.p.a"
    " n.v a.g a.c f.c e.g i.e".split()
)
# Words that begin sentences and are no names.
_STARTERS = frozenset(
    "the a an it he she they we i you this that these those there in on at for from with by as if when while"
    " after before since although though but and or so yet however meanwhile his her its their our my under over"
    " during both all some many most one two three no not nor what who where why how according also last next"
    " until because despite following earlier later now then today".split()
)


def find(body: str, paragraphs: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the sentences of `body` in order; none crosses a paragraph or has blanks at its edges."""
    spans: list[Span] = []
    for paragraph in paragraphs:
        start = paragraph.start
        for stop in _STOP.finditer(body, paragraph.start, paragraph.end):
            if _ends(body, stop, start):
                spans.append(Span(start=start, end=stop.end("closed")))
                start = stop.end("gap")
        if start < paragraph.end:
            spans.append(Span(start=start, end=paragraph.end))
    return tuple(spans)


def _ends(body: str, stop: "re.Match[str]", start: int) -> bool:
    """Whether the stop ends the sentence that began at `start`."""
    if body[stop.start()] != "." or stop.group("closed"):
        return True
    word = re.search(r"[\w.’'&-]*$", body[start : stop.start()])
    last = word.group().lstrip("(\"'“‘") if word else ""
    follows = stop.group("next").rstrip(".,'’s")
    if last.casefold() in _OPEN:
        return last.casefold() in ("no", "mar") and follows.casefold() in _STARTERS
    initials = re.fullmatch(r"[A-Z]\.[A-Z]", last) and last.casefold() not in _EITHER
    if initials and body[stop.start() - len(last) - 2 : stop.start() - len(last)] != ", ":
        return follows.casefold() in _STARTERS  # "J.H. Brill & Sons", but "Anna Brill, M.D."
    if len(last) == 1 and last.isupper() and last != "I":
        return follows.casefold() in _STARTERS  # "on Facebook and X. There are"
    if last.casefold() in _EITHER or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", last):
        if stop.group("next").casefold() in _STARTERS:
            return True
        return _stands_alone(body, follows, last)
    return True


def _stands_alone(body: str, word: str, abbreviation: str) -> bool:
    """Whether the text uses `word` elsewhere without the abbreviation before it, inside a sentence."""
    if not word[:1].isupper() or len(word) < 2:
        return False
    for use in re.finditer(rf"(?<![\w.])(\S+)\s+{re.escape(word)}\b", body):
        before = use.group(1)
        if before.rstrip(".") != abbreviation and not before.endswith(("?", "!")) and before[-1] != ".":
            return True
    return False
