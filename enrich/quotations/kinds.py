"""Whether a marked stretch is a quotation: no title, name, slogan, nickname or term of the trade."""

import itertools
import re
from collections.abc import Sequence

from enrich.quotations import cues
from enrich.quotations.clauses import Word
from enrich.quotations.frame import Attribution
from enrich.quotations.marks import Marked

# Words of a fragment below which it is a term, not a quotation, whoever used it.
SHORTEST_FRAGMENT = 3
# Words of a fragment from which it is somebody's, though its sentence does not say whose.
LONGEST_TERM = 3

_WORD = re.compile(r"\w[\w'’.-]*")
_BESIDE = frozenset("inverted after introduced signed colon".split())
_SMALL = frozenset(
    "a an the and or but of for from in on at to by with vs as is it nor so yet over into up out off"
    " into de la le du et".split()
)
# No title begins with these.
_SPOKEN = frozenset(
    "that's it's i'm we're he's she's they're there's what's who's let's i'll we'll i've we've".split()
)
_NAMING = frozenset(
    "called named titled entitled dubbed nicknamed termed labelled labeled hashtag slogan motto tagline"
    " song album single film movie show series book novel play musical programme program podcast"
    " exhibition episode track panel session keynote documentary mantra theme concept category term"
    " phrase word words campaign tune anthem".split()
)


# What is marked after these is a name.
_CALLING = frozenset("nicknamed titled entitled".split())


def is_title(words: Sequence[str]) -> bool:
    """Whether every word but the small ones begins with a capital, as in titles and names."""
    if words[0].lower().replace("’", "'") in _SPOKEN:
        return False
    heavy = [w for w in words if w.lower() not in _SMALL]
    if not heavy or (not words[0][0].isupper() and not words[0][0].isdigit()):
        return False
    return (
        len(words) > 1
        and all(w[0].isupper() or w[0].isdigit() for w in heavy)
        and not all(w.isupper() for w in heavy)
    )


def whole(body: str, marked: Marked, sentence: Sequence[Word], i: int) -> bool:
    """Whether the stretch at word `i` stands as a sentence of its own, not as a part of the writer's."""
    first, last = body[marked.start], body[marked.end - 1]
    opens = first.isupper() or first.isdigit() or not first.isalnum()
    if i == 0:
        following = sentence[1].text if len(sentence) > 1 else ""
        if marked.reopened or (last in ".!?" and len(sentence) == 1):
            return True  # "iPhones ..." may begin a sentence
        return opens and (last in ",.!?…—–-;:" or not marked.closed or following in ("", *",.!?—–-"))
    before = sentence[i - 1]
    if before.text in (",", ":", "—", "–", "--", "-") or before.quote >= 0:
        return opens
    return opens and last in ",.!?…" and (cues.speaks(before.low) or not before.text.islower())


def is_long(body: str, marked: Marked) -> bool:
    """Whether a fragment has the words that any quotation has."""
    words = [
        match.group()
        for match in itertools.islice(_WORD.finditer(body, marked.start, marked.end), SHORTEST_FRAGMENT)
    ]
    return len(words) == SHORTEST_FRAGMENT or _is_opinion(words)


def _is_opinion(words: Sequence[str]) -> bool:
    """Whether two words say how something is, and are no term: "totally inappropriate"."""
    return len(words) == SHORTEST_FRAGMENT - 1 and words[0].islower() and words[0].endswith("ly")


def is_quotation(
    body: str, marked: Marked, sentence: Sequence[Word], i: int, ground: Attribution | None, is_whole: bool
) -> bool:
    """Whether the stretch at word `i` of its sentence is somebody's words."""
    words = _WORD.findall(body, marked.start, marked.end)
    if not words:
        return False
    before = sentence[i - 1] if i else None
    if before is not None and before.low in _CALLING and sentence[i - 1].text.islower():
        return False
    if is_title(words) and not (is_whole and _is_spoken(ground, words, body[marked.end - 1], i)):
        return False
    if is_whole:
        alone = len(sentence) == 1 and len(words) > 1 and body[marked.end - 1] in ".!?"
        return ground is not None or len(words) > LONGEST_TERM or alone
    if ground is None:
        return len(words) > LONGEST_TERM
    if before is not None and before.text in _NAMING and before.start != ground.start:
        return len(words) > LONGEST_TERM
    return len(words) >= SHORTEST_FRAGMENT or _is_opinion(words)


def _is_spoken(ground: Attribution | None, words: Sequence[str], last: str, i: int) -> bool:
    """Whether a sentence whose words all begin with capitals is spoken, and no title: "Thank You," she said."""
    if ground is None or ground.frame not in _BESIDE:
        return False
    return len(words) < SHORTEST_FRAGMENT or last in "!?" or (last in ",." and i == 0)
