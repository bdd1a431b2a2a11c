"""Reads lists: a line that says what the lines under it are, and the name at the head of each of those.

"The riders sponsored by Acme are:" and "Gold sponsors" tie every name of the lines that follow, up to the first
line that is no item. Headings of a survey tie the two names that they are made of: "Rovers – Acme".
"""

import re
from collections.abc import Callable, Iterator, Sequence

from enrich.claims import patterns
from enrich.claims.links import Link
from enrich.claims.parties import Fitness
from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import ENTITY as E
from enrich.claims.passages import Passage

LISTED = "listed"
_STRENGTH = 0.85
# What a list is of: the sponsors of a holder, sponsors of whom is said elsewhere, or those that a sponsor has.
_SPONSORS_OF = re.compile(
    rf"{D}[^:{E[1:-1]}]{{0,30}}\s(?:of|for|at)\s[^:{E[1:-1]}]{{0,30}}(?P<p>{E})[^:{E[1:-1]}]{{0,40}}:\s*$"
)
_SPONSORS = re.compile(rf"^\W*{D}\W*$|^[^:{E[1:-1]}]{{0,60}}{D}[^:{E[1:-1]}]{{0,40}}:\s*$")
_SPONSORED = re.compile(
    rf"\bsponsored\sby\s[^:{E[1:-1]}]{{0,30}}(?P<s>{E})[^:{E[1:-1]}]{{0,40}}:\s*$|^[^:{E[1:-1]}]{{0,30}}(?P<t>{E})(?:\s\w+){{0,2}}\ssponsors[^:{E[1:-1]}]{{0,40}}:\s*$"
)
_ITEM = re.compile(rf"^[\W\d{E[1:-1]}]{{0,6}}?(?P<item>{E})(?:\W*$|\s?[:(–—,-])")
_MANY = re.compile(r"s$", re.IGNORECASE)


def find_listed(passages: Sequence[Passage]) -> Iterator[Link]:
    """Yield a link for each item of each list, one side open where the line over it names neither."""
    sponsor: int | None = None
    holder: int | None = None
    open_list, of_sponsors = False, False
    for passage in passages:
        text = patterns.small(passage.text)
        item = _ITEM.match(text) if open_list else None
        if item:
            one = passage.mention(passage.text[item.start("item")]).entity
            pays, holds = (one, holder) if of_sponsors else (sponsor, one)
            if one >= 0 and pays != holds:
                yield Link(passage, item.start("item"), item.end("item"), pays, holds, _STRENGTH, LISTED)
            continue
        sponsor = holder = None
        having, open_ones, had = _SPONSORS_OF.search(text), _SPONSORS.search(text), _SPONSORED.search(text)
        of_sponsors = bool((having or open_ones) and any(_MANY.search(d.words) for d in passage.designations))
        open_list = of_sponsors or had is not None
        if having and of_sponsors:
            holder = passage.mention(having["p"]).entity
        elif had and not of_sponsors:
            sponsor = passage.mention(had["s"] or had["t"]).entity


# So many headings of two names make a survey, and so much better one of the two fits its side than the other.
_SURVEY, _APART = 2, 0.3
_HEADING = re.compile(rf"\W{{0,3}}?(?P<x>{E})\s?[–—:-]\s?(?P<y>{E})\W*")


def find_headed(passages: Sequence[Passage], fit: Callable[[int], Fitness]) -> Iterator[Link]:
    """Yield a link for each heading that is a sponsor and a holder, where there are several."""
    links = []
    for passage in passages:
        found = _HEADING.fullmatch(passage.text)
        if found is None or passage.is_title:
            continue
        one, two = (passage.mention(found[side]).entity for side in "xy")
        lean = fit(one).sponsor - fit(one).holder - fit(two).sponsor + fit(two).holder
        if abs(lean) >= _APART and min(one, two) >= 0:
            pays, holds = (one, two) if lean > 0 else (two, one)
            links.append(Link(passage, found.start("x"), found.end("y"), pays, holds, _STRENGTH, LISTED))
    if len(links) >= _SURVEY:
        yield from links
