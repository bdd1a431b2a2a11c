"""The weakest sign of a deal: a sentence on sponsorship names one likely sponsor and one likely holder."""

import re
from collections.abc import Callable, Iterator

from enrich.claims import patterns
from enrich.claims.denials import IS_NONE, OF_ANOTHER_SORT
from enrich.claims.links import BESIDE, RELATED, Link
from enrich.claims.parties import Fitness
from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import ENTITY as E
from enrich.claims.passages import GRANT as G
from enrich.claims.passages import Passage

# How well whoever is beside fits a side, and how much better than the other one.
_CLEARLY, _APART = 0.65, 0.3
# How much a link tells where sponsorship is spoken of, and where only a relation of some sort is.
_STRENGTH, _LOOSE = 0.45, 0.3
_WHERE = re.compile(
    r"\b(?:at|in)\s(?:(?:the|this\syear['’]s|next\syear['’]s)\s)?(?:(?:19|20)\d\d\s|\d+(?:st|nd|rd|th)\s(?:annual\s)?)?$",
    re.IGNORECASE,
)
# Who only stages what others pay for.
_STAGED_BY = re.compile(
    rf"\b(?:hosted|organi[sz]ed|staged|produced|run|curated)\s(?:by|between)\s(?:(?:the\s)?{E},?\s)*(?:and\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_SO_FAR = 60  # characters before a name that say it
_SPOKEN = re.compile(
    rf"{D}|{G}|sponsor|naming\srights|\bkits?\b|\bshirts?\b|jersey|endorse|ambassador|presented\sby"
)
_NAMING = re.compile(rf"{G}|\bnam(?:e|ed|es|ing)\b|renam|rebrand|known\sas|called")
# What is sold of a team's, not what is on it.
_SALES = re.compile(r"\b(?:shirt|kit|jersey)\ssales\b|\bsales\sof\s(?:[^\s.,;]+\s){0,3}?(?:shirt|kit|jersey)s\b")
# "The fair in aid of ⟨Ode⟩ is looking for sponsors", "never puts its name": nobody there is one.
_SEEKS = re.compile(
    rf"{IS_NONE}|\b(?:(?:look|search|hunt|ask|call|appeal)(?:s|ed|ing)?\sfor|seek(?:s|ing)?|sought)\s(?:[\w-]+\s){{0,3}}?{D}"
)

# "as sponsor of Code and Country and co-host of ⟨Ode⟩'s night": whose it is, is said, though not known to us.
OF_UNKNOWN = re.compile(
    rf"(?:{D}|{G})\s(?:of|for)\s(?:the\s)?(?!January|February|March|April|May|June|July|August)[A-Z]\w*\s(?:[A-Z&+]|and\s[A-Z])"
)


def find_beside(
    passage: Passage,
    fit: Callable[[int], Fitness],
    is_person: Callable[[int], bool],
    tied: set[tuple[int, int | None]],
    grounds: frozenset[int],
) -> Iterator[Link]:
    """Yield weak links where a passage speaks of sponsorship and its only plausible sponsor and holder stand in it.

    Persons do not count: too many are named for too many reasons. `tied` are the sponsors that grammar has already
    given a holder, with the order of the passage. One of the `grounds` is a holder only where naming is spoken of.
    """
    text = _without_sales(patterns.small(passage.text))
    if patterns.holds(_SEEKS, text) or (not passage.is_title and OF_UNKNOWN.search(passage.text)):
        return
    spoken = patterns.holds(_SPOKEN, text)
    if not spoken and not patterns.holds(RELATED, OF_ANOTHER_SORT.sub("", text)):
        return
    places: dict[int, int] = {}
    staging: set[int] = set()
    for place, sign in enumerate(passage.text):
        if E[1] <= sign <= E[3]:
            number, start = passage.mention(sign).entity, max(0, place - _SO_FAR)
            if _STAGED_BY.search(passage.text, start, place):
                staging.add(number)
            elif not _WHERE.search(passage.text, start, place):
                places.setdefault(number, place)
    sides = {number: fit(number) for number in places.keys() - staging if number >= 0 and not is_person(number)}
    if not patterns.holds(_NAMING, text):
        sides = {number: fitness for number, fitness in sides.items() if number not in grounds}
    sponsors = [n for n, f in sides.items() if f.sponsor >= _CLEARLY and f.sponsor - f.holder >= _APART]
    holders = [n for n, f in sides.items() if f.holder >= _CLEARLY and f.holder - f.sponsor >= _APART]
    if not sponsors or not holders or (len(sponsors) > 1 and len(holders) > 1):
        return
    strength = _STRENGTH if spoken else _LOOSE
    for sponsor in sponsors:
        if (passage.order, sponsor) not in tied:
            holder = min(holders, key=lambda n: abs(places[n] - places[sponsor]))
            start, end = sorted((places[sponsor], places[holder]))
            yield Link(passage, start, end + 1, sponsor, holder, strength / len(sponsors), BESIDE)


def _without_sales(text: str) -> str:
    """Return a text without the words for shirts that are sold."""
    return _SALES.sub("", text) if "sales" in text else text
