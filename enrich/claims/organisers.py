"""Whose event it is, as news of its sponsor shows: "the Marrow Tour named Acme sponsor of the Ode Open".

Who announces an event's sponsor runs the event, and a series runs its races. Both are then the sides of one deal,
the giver of the rights and what is sponsored.
"""

import re
from collections.abc import Sequence

from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import ENTITY as E
from enrich.claims.passages import GRANT as G
from enrich.claims.passages import Passage
from records.record import Entity, EntityKind

_TELLS = r"(?:announc|confirm|reveal|nam|appoint|unveil|welcom|secur|sign|agree|exten|renew|deligh|sa(?:id|ys)\b)"
_OF = rf"(?:{D}|{G})\s(?:of|for|to|at)\s(?:[\w’'-]+\s){{0,6}}?"
_RUNS = tuple(
    re.compile(words)
    for words in (
        rf"(?P<x>{E})(?:\s\([^()]{{0,60}}\))?(?:\s[\w’'-]+){{0,4}}?\s{_TELLS}[^;]*?{_OF}(?P<y>{E})",
        rf"(?P<x>{E})\sand\s(?:the\s)?{E}(?:\s[\w’'-]+){{0,4}}?\s{_TELLS}[^;]*?{_OF}(?P<y>{E})",
        rf"{E}\sand\s(?:the\s)?(?P<x>{E})(?:\s[\w’'-]+){{0,4}}?\s{_TELLS}[^;]*?{_OF}(?P<y>{E})",
        rf"{_OF}(?P<y>{E})[^;]*?,\s(?:[\w’'-]+\s){{0,3}}?(?P<x>{E})\s(?:[\w’'-]+\s)?{_TELLS}",
        rf"\b(?:sponsor|back|support)\s(?:the\s)?(?P<y>{E})[^;]*?,\s(?:[\w’'-]+\s){{0,3}}?(?P<x>{E})\s(?:[\w’'-]+\s)?{_TELLS}",
        rf"(?P<x>{E})\s(?:[\w’'-]+\s){{0,3}}?(?:race|event|stop|tournament|round|regatta|meeting)\b[^;]{{0,60}}?"
        rf"\b(?:called|known\sas|renamed|titled)\s(?:the\s)?(?P<y>{E})",
    )
)
_GOVERNS = re.compile(r"\b(?:association|federation|committee|union|board|council)\b", re.IGNORECASE)
_TEAM = re.compile(r"\bteams?\b", re.IGNORECASE)
_HOLDERS = (EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION)


def find_organisers(
    passages: Sequence[Passage], entities: Sequence[Entity], pairs: Sequence[tuple[int, int]]
) -> dict[int, int]:
    """Return, by event, the body that runs it, of the `pairs` (sponsor, holder) that have the sponsor in common."""
    wanted = {
        (body, event)
        for sponsor, event in pairs
        for payer, body in pairs
        if payer == sponsor and event != body and _may_run(entities[body], entities[event])
    }
    organisers: dict[int, int] = {}
    for passage in passages if wanted else ():
        for expression in _RUNS:
            for found in expression.finditer(passage.text):
                body, event = (passage.mention(found[side]).entity for side in "xy")
                if (body, event) in wanted:
                    organisers.setdefault(event, body)
    return organisers


def _may_run(body: Entity, thing: Entity) -> bool:
    """Whether a body may run an event, or a governing body the team of its country."""
    teams = thing.kind in _HOLDERS and _TEAM.search(thing.name) and _GOVERNS.search(body.name)
    return body.kind in _HOLDERS and bool(thing.kind is EntityKind.EVENT or teams)
