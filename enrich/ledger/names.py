"""When two names are one party: legal suffixes, short names, acronyms, editions; women's team is not the club.

A name's relation to another is a strength, 0 for none: `EXACT` the same name, `STRONG` a form that is commonly
used for the other (acronym, short name of a club, a firm without its trade), `WEAK` a form that needs support
from the rest of the claim.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from rapidfuzz import fuzz

EXACT, STRONG, WEAK = 1.0, 0.85, 0.6

_WORDS = tomllib.loads(files("enrich.ledger").joinpath("words.toml").read_text("utf-8"))
_LEGAL, _CLUB, _CLUB_AT_START, _CLUB_AT_END, _LEFT_OUT, _COMMON, _SMALL = (
    frozenset(_WORDS[kind].split())
    for kind in ("legal", "club", "club_at_start", "club_at_end", "left_out", "common", "small")
)
_SPELLED: dict[str, str] = _WORDS["spelled"]
_PARTS: dict[str, str] = _WORDS["parts"]
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SITE = re.compile(r"\.(?:com|org|net|io|tv|bet|co\.\w\w|com\.\w\w|co)$")
_BRACKETED = re.compile(r"\s*\(([^()]*)\)")
_SAME_WORD = 88  # rapidfuzz ratio (0 to 100) of two spellings of one name: one or two letters in ten


@dataclass(frozen=True)
class Name:
    """One written name, normalised: `words` without years, articles and legal forms; `years` it carried."""

    words: tuple[str, ...]
    compact: str  # run together, plurals kept: "Sports Direct" and "SportsDirect" are one name
    years: tuple[str, ...] = ()
    parts: frozenset[str] = frozenset()
    acronym: bool = False


@lru_cache(maxsize=65536)
def written(text: str) -> Name:
    """Return the name written as `text`, with a bracketed alternative left out."""
    text = _BRACKETED.sub("", text).strip() or text
    letters = "".join(character for character in text if character.isalpha())
    acronym = letters.isupper() and 2 <= len(letters) <= 6 and " " not in text.strip()
    plain = unicodedata.normalize("NFKD", text).casefold().replace("’", "'").replace("&", " and ")
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    plain = _SITE.sub("", re.sub(r"'s?\b", "", plain))
    plain = re.sub(r"\b(\w)\.(?=\w\b|\s|$)", r"\1", plain)  # "S.p.A." and "F.C." are words
    raw = [word for word in re.split(r"[^\w]+", plain) if word]
    years: list[str] = []
    words: list[str] = []
    for word in raw:
        found = _YEAR.fullmatch(word) or _YEAR.fullmatch(word[-4:])
        if found:
            years.append(found.group())
            word = word[: -len(found.group())]
        word = _SPELLED.get(word, word)
        if word and word not in ("the", "annual") and not _ORDINAL.fullmatch(word):
            words.append(word)
    words = _bare(words)
    compact = _stem("".join(words))
    words = [_stem(word) for word in words]
    parts = frozenset(_PARTS[word] for word in words if word in _PARTS)
    return Name(tuple(words), compact, tuple(years), parts, acronym)


def bracketed(text: str) -> list[str]:
    """Return the names given in brackets in `text`: "Asia Summit (AS24)" gives "AS24"."""
    return [inner for inner in _BRACKETED.findall(text) if inner.strip()]


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _bare(words: list[str]) -> list[str]:
    """Drop legal forms from the end and club marks from either end, as long as something is left."""
    while len(words) > 1 and _stem(words[-1]) in _LEGAL | _CLUB | _CLUB_AT_END:
        words = words[:-1]
    while len(words) > 1 and words[0] in _CLUB | _CLUB_AT_START:
        words = words[1:]
    return words


@lru_cache(maxsize=262144)
def relation(one: Name, other: Name) -> float:
    """Return how strongly the two names are one: `EXACT`, `STRONG`, `WEAK` or 0; the order does not matter."""
    if one.parts != other.parts or not one.words or not other.words:
        return 0.0
    if one.words == other.words or one.compact == other.compact:
        return EXACT
    short, long = sorted((one, other), key=lambda name: (len(name.words), len(name.compact), name.words))
    if _is_acronym(short, long):
        return STRONG
    found = _shortened(short.words, long.words)
    if found:
        return found
    if _is_last(short.words, long.words):
        return WEAK
    if (
        min(len(one.compact), len(other.compact)) >= 6
        and one.compact[:5] == other.compact[:5]
        and len(one.words) == len(other.words)
        and fuzz.ratio(one.compact, other.compact) >= _SAME_WORD
    ):
        return WEAK
    return 0.0


def _is_acronym(short: Name, long: Name) -> bool:
    if len(short.words) != 1 or not 2 <= len(short.compact) <= 6 or len(long.words) < 2:
        return False
    letters = short.compact
    every = "".join(word[0] for word in long.words)
    telling = "".join(word[0] for word in long.words if word not in _SMALL)
    return letters in (every, telling) and (short.acronym or len(letters) >= 3)


def _is_last(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """`short` is the telling last word of `long`: "Foxes" for "Ferrick Foxes", "Sturm" for "Team Sturm"."""
    return len(short) == 1 and len(long) > 1 and short[0] == long[-1] and is_telling(short[0])


def is_telling(word: str) -> bool:
    """Return whether a word of a name tells it from others of its sort."""
    return len(word) >= 4 and word not in _COMMON | _LEFT_OUT | _CLUB | _CLUB_AT_END | _LEGAL


def _shortened(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """`short` begins `long`, each of its words whole or cut ("West Brom" for "West Bromwich Albion")."""
    if len(short) > len(long) or short[0] != long[0]:
        return 0.0
    cut = 0
    for mine, theirs in zip(short, long, strict=False):
        if mine == theirs:
            continue
        if len(mine) < 3 or not theirs.startswith(mine):
            return 0.0
        cut += 1
    if len(short) == 1 and short[0] in _COMMON:
        return 0.0
    rest = long[len(short) :]
    if len(short) == len(long):
        return STRONG
    if cut or all(word in _LEFT_OUT | _LEGAL | _CLUB | _CLUB_AT_END | _SMALL for word in rest):
        return STRONG
    return WEAK


def keys(name: Name) -> Iterator[str]:
    """Yield block keys: any two names with a relation share one."""
    words = name.words
    if not words:
        return
    if words[0] in _COMMON and len(words) > 1:
        # A cut second word ("West Brom") must still meet the whole one.
        yield f"{words[0]} {words[1][:3]}"
    else:
        yield words[0]
    yield f"~{name.compact[:5]}"
    if is_telling(words[-1]):
        yield f"{words[-1]}$"
    if len(words) == 1:
        if 2 <= len(name.compact) <= 6:
            yield f"#{name.compact}"
    else:
        yield "#" + "".join(word[0] for word in words)[:6]
        telling = [word for word in words if word not in _SMALL]
        if len(telling) != len(words) and len(telling) > 1:
            yield "#" + "".join(word[0] for word in telling)[:6]


def is_common(name: Name) -> bool:
    """Return whether the name is one word that many parties share: "City", "United"."""
    return len(name.words) == 1 and name.words[0] in _COMMON | _LEFT_OUT | _CLUB | _CLUB_AT_END
