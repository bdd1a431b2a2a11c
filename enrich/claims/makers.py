"""Whose a brand is: of two sponsors of one holder, the firm and what it makes."""

import re

from enrich.claims import families
from enrich.ledger.kin import kin_of
from records.record import Entity

# How far apart, in characters, an article names a brand and says whose it is.
_NEAR = 80
# "Acme (AC) and its Lumo soap brand"
_AND_ITS = r"{}(?: \([^()]{{1,20}}\))?,? (?:and|through|with|via) its (?:[\w-]+ ){{0,3}}?{}\b"
# "Lumo, the soap division of the Acme companies"
_PART_OF = (
    r"{}(?: \([^()]{{1,20}}\))?, (?:which is )?(?:an?|the) (?:[\w’'-]+ ){{0,8}}?"
    r"(?:division|subsidiary|arm|unit|brand|part|member|affiliate) of (?:the )?{}\b"
)


def is_of(brand: Entity, firm: Entity, body: str) -> bool:
    """Whether a brand is a firm's: as is known, as its name says ("Acme Ghana", "Acme") or as the article does."""
    if brand.name.startswith(f"{firm.name} ") or families.is_owned(brand, firm):
        return True
    names = re.escape(firm.name), re.escape(brand.name)
    if re.search(_AND_ITS.format(*names), body) or re.search(_PART_OF.format(*reversed(names)), body):
        return True
    beside = (body[max(0, m.start - _NEAR) : m.end + _NEAR] for m in brand.mentions)
    return any(firm.name in words and firm.name in kin_of(brand.name, words, [firm]) for words in beside)
