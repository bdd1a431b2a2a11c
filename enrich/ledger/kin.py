"""Whose brand a sponsor is, as an article says it: "Lumo, a brand of Teravik", "Teravik, the parent of Lumo".

One outlet names the brand and another the firm behind it. That they belong together is no proof that two deals are
one, only a reason to look at what else agrees (`enrich.ledger.match`).
"""

import re
from collections.abc import Iterable, Sequence

from records.record import Entity, EntityKind

_OF = (
    r"(?:(?:brand|subsidiary|arm|unit|division|label|marque|member|part)\s(?:of|owned\sby)|"
    r"(?:owned|run|operated|backed)\sby|belong(?:s|ing)\sto)"
)
_UNIT = r"(?:brand|subsidiary|arm|unit|division|label|marque)"
_PARENT = r"(?:parent|owner|holding)(?:\s(?:company|firm|group))?"
_CUE = re.compile(rf"\b(?:{_OF}|{_UNIT}|{_PARENT}|owns)\b", re.IGNORECASE)
# x is the brand, y the firm
_TIES = (
    r"{x},?\s(?:[\w’'-]+\s){{0,6}}?" + _OF + r"\s(?:the\s)?(?:[\w-]+\s){{0,3}}?{y}",
    r"{y}['’]s?\s(?:[\w-]+\s){{0,3}}?" + _UNIT + r",?\s(?:called\s)?{x}",
    r"{y}['’]s?\s{x}\s" + _UNIT,
    r"{x}['’]s?\s(?:[\w-]+\s){{0,2}}?" + _PARENT + r",?\s{y}",
    r"{y},?\s(?:which\sis\s)?(?:the\s)?" + _PARENT + r"\sof\s(?:[\w-]+\s){{0,3}}?{x}",
    r"{y},?\s(?:which\s|that\s)?owns\s(?:[\w-]+\s){{0,3}}?{x}",
)
_FIRMS = (EntityKind.ORGANIZATION, EntityKind.BRAND)


def kin_of(sponsor: str, text: str, entities: Iterable[Entity]) -> tuple[str, ...]:
    """Return the names of the firms that the text says own the sponsor, and of the brands that it says it owns."""
    if not _CUE.search(text):
        return ()
    found: list[str] = []
    for entity in entities:
        names = [name for name in (entity.name, *entity.aliases) if name != sponsor]
        if entity.kind in _FIRMS and names and sponsor not in (entity.name, *entity.aliases):
            other = _any(names)
            ties = [
                tie.format(x=x, y=y)
                for tie in _TIES
                for x, y in ((_any([sponsor]), other), (other, _any([sponsor])))
            ]
            if any(re.search(tie, text) for tie in ties):
                found.append(entity.name)
    return tuple(found)


def _any(names: Sequence[str]) -> str:
    return rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})\b"
