"""Whether a text speaks of sport: where it does not, "the Acme team" is Acme's staff and no club."""

import re
from functools import cache, lru_cache

from enrich import knowledge

# Words that reports on sport can hardly do without, beside the sports' own names.
_OF_SPORT = """
    league leagues championship championships tournament tournaments stadium stadiums playoff playoffs play-off
    play-offs prix olympic olympics athlete athletes player players fans matches racing race races motorsports
    season seasons game games cup cups coach coaches squad squads champion champions driver drivers rider riders
    rally regatta
"""
# Two of them: one is said in passing of anything ("the holiday season").
_ENOUGH = 2
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@cache
def _words() -> frozenset[str]:
    return frozenset(_OF_SPORT.split()) | knowledge.words("sports")


@lru_cache(maxsize=8)
def is_sporting(body: str) -> bool:
    """Return whether at least two words of sport stand in `body`."""
    words, found = _words(), 0
    for word in _WORD.findall(body.lower()):
        found += word in words
        if found == _ENOUGH:
            return True
    return False
