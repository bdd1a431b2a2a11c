"""Names whose extent the text itself shows: those that it gives an acronym, and national sides.

"the Roads and Transport Authority (RTA)" is one name, since its initials stand beside it; "the Moro national hockey
team" is the name of a body although most of it is in small letters.
"""

import re

from enrich import knowledge
from records.record import Span

_LINKS = frozenset("of and for the in on to a an at de la y et".split())
# A long name in capitals, and the acronym in brackets after it.
_WORD = r"[A-Z][\w’'.-]*"
_DEFINED = re.compile(
    rf"(?P<name>{_WORD}(?:,? (?:(?:of|and|for|the|in|on|to|at|&) ){{0,2}}{_WORD}){{1,8}})"
    r"[’']?s? \((?:the |or )?[“\"]?(?P<acronym>[A-Z]{3,8})[”\"]?\)"
)
_SPORT = (
    r"(?:football|soccer|cricket|rugby(?: union| league| sevens)?|(?:ice |field )?hockey|netball"
    r"|basketball|baseball|softball|volleyball|handball|lacrosse|cycling|swimming|athletics|track(?: and field)?"
    r"|rowing|sailing|ski(?:ing)?|bobsle(?:d|igh)|curling|tennis|golf|badminton|judo|boxing|wrestling|gymnastics|snowboard"
    r"|water polo|futsal)"
)
_SIDE = re.compile(
    r"\b(?P<nation>U\.S\.|(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?))(?:['’]s?)? "
    r"(?:(?:men|women|boys|girls)['’]s |senior |junior |youth |under-\d\d |u-?\d\d |Olympic |Paralympic )*"
    rf"(?:national (?:{_SPORT} )?|{_SPORT} (?:national )?|(?:[A-Z][a-z]+ Cup )|Olympic |Paralympic )"
    r"(?:men['’]s |women['’]s |youth )?(?:team|side|squad)\b(?! [A-Z])"
)

# "a record for any Brazilian football team" is of none.
_SOME = re.compile(r"\b(?:any|another|every|each|no)\s$", re.IGNORECASE)


def find(body: str) -> list[Span]:
    """Return the stretches of `body` that are one name each, in order of their kinds; they may overlap."""
    found = []
    for match in _DEFINED.finditer(body):
        start = _start(match["name"], match["acronym"])
        name = match["name"][start or 0 :]
        if start is not None and _is_parted(name):
            found += [Span(start=m.start(), end=m.end()) for m in re.finditer(rf"\b{re.escape(name)}\b", body)]
    nations = knowledge.words("demonyms") | knowledge.pairs("nations").keys() | {"u.s."}
    for match in _SIDE.finditer(body):
        some = _SOME.search(body[max(0, match.start() - 10) : match.start()])
        if match["nation"].casefold() in nations and not some:
            found.append(Span(start=match.start(), end=match.end()))
    return found


def _is_parted(name: str) -> bool:
    """Whether a name is of those that capitals alone would divide: joined by small words, or a board's."""
    words = name.split()
    joined = "&" in words or "Board" in words or any(word in _LINKS for word in words)
    return joined and words[-1].casefold() not in knowledge.words("no_heads")


def _start(name: str, acronym: str) -> int | None:
    """Return the offset in `name` of the words whose initials are the acronym, if they end it, or None."""
    words = [match for match in re.finditer(r"[^\s-]+", name) if match.group() != "&"]
    large = [match for match in words if match.group() not in _LINKS]
    for counted in (large, words):
        last = counted[-len(acronym) :]
        if len(last) == len(acronym) and "".join(match.group()[0] for match in last).upper() == acronym:
            return last[0].start() if last[0].group()[0].isupper() else None
    return None
