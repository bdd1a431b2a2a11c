"""How news calls a person after the full name: by surname, given name, nickname, or a part of either."""

import re
from functools import lru_cache

from enrich import edges
from enrich.groups import key
from enrich.words import FAMILIAR, PARTICLES, first_names

SURELY, PERHAPS = 2, 1
# Which of a family of one name is meant, in one spelling.
_SUFFIXES = {"jr": "jr", "jnr": "jr", "sr": "sr", "snr": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
# Who is named after this is the younger of a family, and the characters within which it stands.
_CHILD = re.compile(r"\b(?:son|daughter|grandson|granddaughter|nephew|niece|younger brother|younger sister),? $")
_BACK = 20
# Letters of a given name that its short form keeps: "Jen" for Jennifer.
_KEPT = 3


def match(part: tuple[str, ...], whole: tuple[str, ...]) -> int:
    """Return how well `part` can be a shorter form of the person's name `whole`: SURELY, PERHAPS or 0."""
    a, b = _bare(part), _bare(whole)
    if generation(part) not in (None, generation(whole)):
        return 0  # "Brill Jr." is not his father
    if len(a) > 1 and a[0] in FAMILIAR:
        a = a[1:]
    if not a or len(a[0]) < 2:
        return 0
    if a[0][:_KEPT] not in " ".join(b):
        return 0
    plain = tuple(word for word in b if not _is_marked(word))
    nicknames = [word.strip("“”\"‘’'") for word in b if _is_marked(word)]
    if len(a) >= len(b) and not (len(a) == len(plain) == 2):
        return 0
    if len(a) > 1:
        return _several(a, plain, nicknames)
    if a[0] in (b[0], b[-1], *nicknames):
        return SURELY
    return PERHAPS if a[0] in b[1:-1] or is_short(a[0], b[0]) else 0


def generation(words: tuple[str, ...]) -> str | None:
    """Return which of a family a name means ("jr", "sr", "iii"), or None where it does not say."""
    return _SUFFIXES.get(words[-1].casefold().rstrip(".")) if len(words) > 1 else None


def without_calling(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a surname without what its bearer does before it: "Promoter Brill" may be Anna Brill."""
    return words[1:] if len(words) == 2 and edges.is_doer(words[0]) else words


def is_young(body: str, words: tuple[str, ...], starts: list[int]) -> bool:
    """Return whether a person, named at `starts`, is the younger of a family: "Jr", or somebody's son or niece."""
    if generation(words) not in (None, "sr"):
        return True
    return any(_CHILD.search(body, max(0, start - _BACK), start) for start in starts)


def is_short(short: str, given: str) -> bool:
    """Whether a given name is another's short form: "brad" of "bradley", "jenny" of "jennifer"."""
    stem = re.sub(r"(?:ie|y)$", "", short)
    stem = stem[:-1] if len(stem) > _KEPT and stem[-1] == stem[-2] else stem
    return short != given and len(stem) >= _KEPT and short in first_names() and given.startswith(stem)


def _several(a: tuple[str, ...], b: tuple[str, ...], nicknames: list[str]) -> int:
    """Return how well several words can stand for a person of the words `b` and of nicknames."""
    if len(a) < len(b) and b[: len(a)] == a:
        return SURELY  # "Paddy Joe", of Paddy Joe Brill; "Anna Brill", of Anna Brill Moro
    if a[-1] == b[-1] and len(a) == 2 and (a[0] in nicknames or (len(b) == 2 and is_short(a[0], b[0]))):
        return SURELY  # "Jenny Brill", of Jennifer Brill
    if len(a) < len(b) and b[-len(a) :] == a:
        # "Jean Brill" is hardly Anna Jean Brill, but rather a namesake
        return SURELY if a[0] in PARTICLES or a[0] not in first_names() else 0
    return 0


@lru_cache(maxsize=8192)
def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name in one spelling, without "Jr"; a nickname of several words is one."""
    spelt = re.sub(r"[“\"‘'][^”\"’']*[”\"’'](?= )", lambda m: m[0].replace(" ", "_"), key(words))
    return tuple(word.replace("_", " ") for word in spelt.split() if word not in _SUFFIXES)


def _is_marked(word: str) -> bool:
    return word[0] in "“\"‘'"
