"""Whose event it is, as news of its sponsor shows: "the Marrow Tour named Acme sponsor of the Ode Open".

Who announces an event's sponsor runs the event, and a series runs its races. Both are then the sides of one deal,
the giver of the rights and what is sponsored.
"""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from enrich.claims.facts import Facts
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
        rf"(?:{_OF}|\bsponsor(?:s|ing)?\s(?:the\s)?)(?P<y>{E})\s(?:at|of)\s(?:the\s)?(?P<x>{E})",
        rf"\b(?:sponsor|back|support)\s(?:the\s)?(?P<y>{E})[^;]*?,\s(?:[\w’'-]+\s){{0,3}}?(?P<x>{E})\s(?:[\w’'-]+\s)?{_TELLS}",
        rf"(?P<x>{E})\s(?:[\w’'-]+\s){{0,3}}?(?:race|event|stop|tournament|round|regatta|meeting)\b[^;]{{0,60}}?"
        rf"\b(?:called|known\sas|renamed|titled)\s(?:the\s)?(?P<y>{E})",
    )
)
# "The agreement with the ⟨Tour⟩ covers three years"
_WITH = re.compile(rf"(?:deal|contract|agreement|accord|partnership)\swith\s(?:the\s)?(?P<x>{E})")
_GOVERNS = re.compile(r"\b(?:association|federation|committee|union|board|council)\b", re.IGNORECASE)
_TEAM = re.compile(r"\bteams?\b", re.IGNORECASE)
# An event that has others: a festival's race, a tour's tournament.
_HAS_OTHERS = re.compile(r"\b(?:festival|fest|fair|week|show|games|tour|series|league|circuit)\b", re.IGNORECASE)
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
    last: Passage | None = None
    for passage in passages if wanted else ():
        for expression in _RUNS:
            for found in expression.finditer(passage.text):
                body, event = (passage.mention(found[side]).entity for side in "xy")
                if (body, event) in wanted:
                    organisers.setdefault(event, body)
        _find_contracts(passage, last, wanted, organisers)
        last = passage
    return organisers


def _find_contracts(
    passage: Passage, before: Passage | None, wanted: Collection[tuple[int, int]], organisers: dict[int, int]
) -> None:
    """Add whose event it is by whom the contract is "with" that this sentence, or the one before, tells of."""
    for found in _WITH.finditer(passage.text):
        body = passage.mention(found["x"]).entity
        near = [*passage.mentions, *(before.mentions if before is not None and not before.is_title else ())]
        for event in {m.entity for m in near if (body, m.entity) in wanted}:
            organisers.setdefault(event, body)


# "has extended its sponsorship of the ⟨Open⟩, the ⟨Tour⟩ said", "the new contract with the ⟨Tour⟩"
_SAYS = re.compile(
    rf",\s(?:the\s)?(?P<x>{E})\s(?:has\s|have\s)?(?:announced|confirmed|said|says|revealed)\b|"
    rf"(?:deal|contract|agreement|accord)\s(?:[\w-]+\s){{0,3}}?with\s(?:the\s)?(?P<z>{E})"
)
_CLEARLY = 0.5


def find_speaker(facts: Facts, passages: Sequence[Passage], number: int, event: int) -> int | None:
    """Return who tells of deal `number` over an event, or is a side of the contract, and so runs the event."""
    sponsors, holders = facts.family(number)
    for before, passage in pairwise((passages[0], *passages)):
        told = facts.owners.speaks_of(passage, number) or facts.owners.ties(before, number)
        if passage.is_title or not told:
            continue
        for found in _SAYS.finditer(passage.text):
            body = passage.mention(found["x"] or found["z"]).entity
            if body < 0 or body in sponsors or body == event or facts.entities[body].kind not in _HOLDERS:
                continue
            fit = facts.fit(body)
            if body in holders or (fit.holder >= _CLEARLY and fit.holder > fit.sponsor):
                return body
    return None


def _may_run(body: Entity, thing: Entity) -> bool:
    """Whether a body may run an event, or a governing body the team of its country."""
    teams = thing.kind in _HOLDERS and _TEAM.search(thing.name) and _GOVERNS.search(body.name)
    wide = _HAS_OTHERS.search(body.name) is not None and _HAS_OTHERS.search(thing.name) is None
    runs = body.kind in _HOLDERS or (body.kind is EntityKind.EVENT and wide)
    return runs and bool(thing.kind is EntityKind.EVENT or teams)
