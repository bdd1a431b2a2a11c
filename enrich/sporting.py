"""Whether a text speaks of sport: where it does not, "the Acme team" is Acme's staff and no club."""

import re
from functools import cache, lru_cache

from enrich import knowledge

# Words that reports on sport can hardly do without, beside the sports' own names.
_OF_SPORT = (
    r"leagues?|championships?|tournaments?|stadiums?|play-?offs?|grands?\sprix|olympics?|athletes?|players?|fans|matches|"
    r"racing|races?|motorsports?|seasons?|games?|cups?|coach(?:es)?|squads?|champions?|drivers?|riders?|rally|regatta"
)
# Two of them: one is said in passing of anything ("the holiday season").
_ENOUGH = 2


@cache
def _words() -> re.Pattern[str]:
    sports = "|".join(sorted(knowledge.words("sports")))
    return re.compile(rf"\b(?:{_OF_SPORT}|{sports})\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def is_sporting(body: str) -> bool:
    """Return whether at least two words of sport stand in `body`."""
    return sum(1 for _, _ in zip(range(_ENOUGH), _words().finditer(body), strict=False)) == _ENOUGH
