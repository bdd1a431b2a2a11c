"""Which stretches of a text stand between quotation marks, whatever the marks and however badly they are paired.

Curly, straight, doubled apostrophes, TeX's backticks and guillemets are one family (outer marks); single marks are
another, and count only where they cannot be apostrophes. Inner quotations belong to the outer one. A mark that
nothing closes lasts to the end of its paragraph, and a paragraph may re-open what the one before left open, a
picture's caption or a heading between them or not.
Every look ahead is answered from tables made beforehand, so the time is linear in the text whatever it holds.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from records.record import Span

# A run of four or more is an ornament, and means nothing.
_MARK = re.compile(r"([\"'“”`´«»])\1{3,}|''|``|,,|[\"“”„‟«»‹›＂「」『』]|['‘’‚‛`]")
_SINGLE = frozenset("'‘’‚‛`")
_ALWAYS_OPEN = frozenset("“„‟‘‚‛`「『") | {"``", ",,"}
_ALWAYS_CLOSE = frozenset("”’」』»›")
_BEFORE_OPENER = frozenset("([{<—–-/…:;,*|") | {""}
_AFTER_CLOSER = frozenset(".,;:!?)]}—–-/…*|") | {""}
# What a sentence ends with, or a line that goes on; a paragraph without is a caption, a heading or a name.
_ENDING = re.compile(r"[.!?…:;,\"'“”‘’´`»«)\]}>*|/–—-]\s*\Z")
# Words that begin with an apostrophe and open nothing.
_ELISION = re.compile(r"(?:\d\ds?|em|tis|twas|til|till|cause|bout|round|cos|n)\b")


class Marked(NamedTuple):
    """A stretch between marks: `start` to `end` without them, `outer_start` to `outer_end` with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    reopened: bool = False


class _Mark(NamedTuple):
    """One mark of a paragraph, and what it can do where it stands."""

    start: int
    end: int
    sign: str
    opens: bool
    closes: bool
    possessive: bool = False  # a single mark after s, before a word: as likely an apostrophe

    @property
    def single(self) -> bool:
        """Whether the mark is of the single family."""
        return self.sign in _SINGLE


def find(body: str, paragraphs: tuple[Span, ...]) -> list[Marked]:
    """Return the outermost marked stretches of `body` in order; none is empty and none crosses a paragraph."""
    found: list[Marked] = []
    open_end = False
    next_is_single = [False] * (len(paragraphs) + 1)
    for i in range(len(paragraphs) - 1, -1, -1):
        aside = is_aside(body, paragraphs[i])
        next_is_single[i] = next_is_single[i + 1] if aside else body[paragraphs[i].start] in _SINGLE
    for i, paragraph in enumerate(paragraphs):
        last = None
        goes_on = next_is_single[i + 1] or (open_end and body[paragraph.start] in _SINGLE)
        for marked in _in_paragraph(body, paragraph, goes_on):
            again = open_end and marked.outer_start == paragraph.start
            found.append(marked._replace(reopened=again))
            last = marked
        if last is not None or not is_aside(body, paragraph):
            open_end = last is not None and not last.closed and last.outer_end == paragraph.end
    return found


def is_aside(body: str, paragraph: Span) -> bool:
    """Whether a paragraph is a caption, a heading or a name between those of the story: no sentence ends it."""
    first = body[paragraph.start]
    if first == '"' or first in _SINGLE or first in _ALWAYS_OPEN:
        return False
    return _ENDING.search(body, max(paragraph.start, paragraph.end - 2), paragraph.end) is None


def _in_paragraph(body: str, paragraph: Span, goes_on: bool) -> Iterator[Marked]:
    """Yield the outermost stretches of one paragraph; `goes_on`: a single mark may be left open at its end."""
    marks = list(_marks(body, paragraph))
    outer = [mark for mark in marks if not mark.single]
    double = list(_doubles(body, paragraph, outer)) if outer else []
    singles = [mark for mark in marks if mark.single]
    single = list(_singles(body, paragraph, singles, goes_on)) if singles else []
    yield from _outermost(double, single)


def _outermost(double: list[Marked], single: list[Marked]) -> Iterator[Marked]:
    """Merge both families in order; what lies within an earlier stretch, or straddles it, is left out."""
    at = -1
    for marked in sorted(double + single, key=lambda m: (m.outer_start, -m.outer_end)):
        if marked.outer_start >= at:
            yield marked
            at = marked.outer_end


def _marks(body: str, paragraph: Span) -> Iterator[_Mark]:
    """Yield the marks of a paragraph that are neither apostrophes nor signs for feet, inches and seconds."""
    for match in _MARK.finditer(body, paragraph.start, paragraph.end):
        start, end, sign = match.start(), match.end(), match.group()
        before = body[start - 1] if start > paragraph.start else ""
        after = body[end] if end < paragraph.end else ""
        if end - start > 2:
            continue
        if sign in _SINGLE:
            mark = _single(body, start, end, sign, before, after)
        else:
            mark = _double(start, end, sign, before, after)
        if mark.opens or mark.closes:
            yield mark


def _double(start: int, end: int, sign: str, before: str, after: str) -> _Mark:
    """Return a mark of the double family; `=` before it makes it markup."""
    if before == "=":
        return _Mark(start, end, sign, False, False)
    spaced_before = before.isspace() or before in _BEFORE_OPENER or before in _SINGLE
    spaced_after = after.isspace() or after in _AFTER_CLOSER or after in _SINGLE
    if sign in _ALWAYS_OPEN:
        wrong = before != "" and not before.isspace() and (after == "" or after.isspace())
        return _Mark(start, end, sign, not wrong, wrong)
    if sign in _ALWAYS_CLOSE:
        turned = (before == "" or before.isspace()) and not spaced_after
        return _Mark(start, end, sign, turned, not turned)
    if sign in "«‹":
        return _Mark(start, end, sign, spaced_before, before != "" and not before.isspace())
    inch = before.isdigit() and not after.isalnum()
    opens = not (after == "" or after.isspace()) and (spaced_before or not spaced_after) and not inch
    closes = before != "" and (not before.isspace() or spaced_after)
    return _Mark(start, end, sign, opens, closes)


def _single(body: str, start: int, end: int, sign: str, before: str, after: str) -> _Mark:
    """Return a mark of the single family; one between two letters is an apostrophe and does nothing."""
    spaced = before == "" or before.isspace() or before in _BEFORE_OPENER or before in '"“'
    opens = (
        spaced
        and (after.isalnum() or (after in '$£€@#…([."“' and after != ""))
        and sign not in _ALWAYS_CLOSE
        and not _ELISION.match(body, end)
    )
    closes = (
        before != ""
        and not before.isspace()
        and before not in "([{<"
        and not after.isalnum()
        and (sign not in _ALWAYS_OPEN or sign == "`")
    )
    possessive = closes and before in "sSxz" and (after.isspace() or after == "-") and after != ""
    return _Mark(start, end, sign, opens, closes, possessive)


def _doubles(body: str, paragraph: Span, marks: list[_Mark]) -> Iterator[Marked]:
    """Pair the marks of the double family."""
    opener: _Mark | None = None
    depth = 0
    for i, mark in enumerate(marks):
        if opener is None:
            if mark.opens:
                opener, depth = mark, 0
            continue
        following = marks[i + 1] if i + 1 < len(marks) else None
        if mark.opens and (not mark.closes or _reopens(body, mark, following)):
            after = marks[i + 2] if i + 2 < len(marks) else None
            if (_only_closes(following) and _only_closes(after)) or body[mark.start - 1].isalnum():
                depth += 1
                continue
            yield from _stretch(body, opener, mark.start, mark.start, closed=False)
            opener, depth = mark, 0
        elif depth:
            depth -= 1
        elif not _is_inch(body, mark, following):
            yield from _stretch(body, opener, mark.start, mark.end, closed=True)
            opener = None
    if opener is not None:
        yield from _stretch(body, opener, paragraph.end, paragraph.end, closed=False)


def _reopens(body: str, mark: _Mark, following: _Mark | None) -> bool:
    """Whether an ambiguous mark within a quotation looks like an opener that its own closer follows."""
    return body[mark.start - 1].isspace() and not body[mark.end].isspace() and _only_closes(following)


def _only_closes(mark: _Mark | None) -> bool:
    return mark is not None and mark.closes and not mark.opens


def _is_inch(body: str, mark: _Mark, following: _Mark | None) -> bool:
    """Whether a straight mark after a digit, within a quotation that still has its closer, means inches."""
    return (
        mark.sign == '"'
        and body[mark.start - 1].isdigit()
        and body[mark.end : mark.end + 1] in (" ", "-")
        and _only_closes(following)
    )


def _singles(body: str, paragraph: Span, marks: list[_Mark], goes_on: bool) -> Iterator[Marked]:
    """Pair the marks of the single family; a possessive closes only where nothing better does."""
    strong, weak, opener = _ahead(marks)
    i = 0
    while i < len(marks):
        if not marks[i].opens:
            i += 1
            continue
        close = _outer(marks, strong, opener, i, goes_on=goes_on and marks[i].start == paragraph.start)
        if weak[i + 1] < (close if close is not None else len(marks)) and (
            close is None or weak[i + 1] < opener[i + 1] < close
        ):
            close = weak[i + 1]
        if close is not None:
            yield from _stretch(body, marks[i], marks[close].start, marks[close].end, closed=True)
            i = close + 1
            continue
        if goes_on:
            yield from _stretch(body, marks[i], paragraph.end, paragraph.end, closed=False)
            return
        i += 1


def _outer(marks: list[_Mark], strong: list[int | None], opener: list[int], i: int, *, goes_on: bool) -> int | None:
    """Return the mark that closes the quotation opened at `i`, past the inner ones that have closers of their own.

    One that may go on in the next paragraph need not have one.
    """
    close, inner = strong[i + 1], opener[i + 1]
    while close is not None and inner < close:
        after = strong[close + 1]
        if after is None:
            return None if goes_on else close
        if opener[close + 1] < after:
            return close
        inner, close = opener[inner + 1], after
    return close


def _ahead(marks: list[_Mark]) -> tuple[list[int | None], list[int], list[int]]:
    """Return for each place the next sure closer (or None), the next possessive, the next opener."""
    size = len(marks)
    strong: list[int | None] = [None] * (size + 1)
    weak, opener = [size] * (size + 1), [size] * (size + 1)
    for i in range(size - 1, -1, -1):
        mark = marks[i]
        strong[i] = i if mark.closes and not mark.possessive else strong[i + 1]
        weak[i] = i if mark.possessive else weak[i + 1]
        opener[i] = i if mark.opens else opener[i + 1]
    return strong, weak, opener


def _stretch(body: str, opener: _Mark, end: int, outer_end: int, *, closed: bool) -> Iterator[Marked]:
    """Yield the stretch from an opener to `end`, without white space at its edges, unless nothing is left."""
    start = opener.end
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    if start < end:
        yield Marked(start, end, opener.start, outer_end, closed)
