"""Whether two names or two stretches of words mean the same: one rule for every benchmark.

Case, quotation marks, accents' composition, a leading article, a trailing possessive, a legal form, an
honorific and a nickname inside a name (`Ana "Zip" Sousa`) make no difference; everything else does.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

# What a company is registered as; a name with and without it is the same company.
LEGAL = frozenset(
    "inc incorporated ltd limited plc llc llp corp corporation co company gmbh ag sa nv bv pty pte ab oy spa"
    " kg se".split()
)
HONORIFICS = frozenset("mr mrs ms miss mx dr prof professor sir dame lord lady rev sen rep".split())

_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "®": "", "™": ""})
_NICKNAME = re.compile(r"""\s(?:"[^"]*"|'[^']*'|\([^)]*\))(?=\s)""")


def words(text: str) -> list[str]:
    """Return the words of `text`, folded."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).translate(_MARKS).casefold())


def plain(name: str) -> str:
    """Return `name` without what makes no difference."""
    name = unicodedata.normalize("NFKC", name).translate(_MARKS).casefold()
    parts = _NICKNAME.sub("", " ".join(name.split())).split()
    parts = [part.strip(",;:.\"'") for part in parts]
    parts[-1:] = [re.sub(r"'s?$", "", part) for part in parts[-1:]]
    while len(parts) > 1 and parts[0] in HONORIFICS | {"the"}:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1].replace(".", "") in LEGAL:
        parts = parts[:-1]
    return " ".join(parts)


def same(name: str | None, names: Iterable[str | None]) -> bool:
    """Return whether `name` is one of `names`."""
    return name is not None and plain(name) in {plain(other) for other in names if other}


def overlap(one: str, other: str) -> float:
    """Return how many words the two share, of the longer one's: 1 for the same words, 0 for none."""
    a, b = Counter(words(one)), Counter(words(other))
    longer = max(a.total(), b.total())
    return (a & b).total() / longer if longer else 0.0
