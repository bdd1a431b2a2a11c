"""Towns, told by the state or the country after them: "Moro, CA", "(Moro, Croatia)"."""

import re
from functools import cache

from enrich import knowledge
from enrich.cuts import Name
from enrich.surroundings import K, Score

# What follows the name of a North American town.
_STATE = re.compile(
    r", (?:(?:A[BKLRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJLMSVY]|O[HKNR]|PA|QC"
    r"|RI|S[CDK]|T[NX]|UT|V[AT]|W[AIVY])\b"
    r"|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ont|Ore|Pa"
    r"|Que|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.)"
)
# A country or a state after its town, which has at most so many words.
_LAND = re.compile(r", ([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b")
_TOWN = 2


def of_land(name: Name, after: str) -> Score:
    """Return what it says that a state or a country follows: "Moro, CA", "(Moro, Croatia)"."""
    if _STATE.match(after):  # but "Anna Brill, MD" is a doctor
        return {K.PLACE: 3, K.PERSON: -2}
    land = _LAND.match(after)
    told = land is not None and land[1].casefold() in _lands() and len(name.words) <= _TOWN
    return {K.PLACE: 1.5, K.ORGANIZATION: -1, K.PERSON: -1} if told else {}


@cache
def _lands() -> frozenset[str]:
    """Return the countries and states, in lower case."""
    return knowledge.words("states") | frozenset(nation.replace("_", " ") for nation in knowledge.pairs("nations"))
