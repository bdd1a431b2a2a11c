"""Who can be a sponsor and who can be sponsored: what an entity's kind and name alone make likely."""

import re
from dataclasses import dataclass

from records.record import Entity, EntityKind


@dataclass(frozen=True)
class Fitness:
    """How well an entity fits each side of a deal, 0 to 1."""

    sponsor: float
    holder: float


_BY_KIND = {
    EntityKind.BRAND: Fitness(1.0, 0.05),
    EntityKind.ORGANIZATION: Fitness(0.8, 0.45),
    EntityKind.RIGHTS_HOLDER: Fitness(0.1, 1.0),
    EntityKind.EVENT: Fitness(0.05, 0.95),
    EntityKind.VENUE: Fitness(0.05, 0.85),
    EntityKind.PERSON: Fitness(0.12, 0.6),
    EntityKind.PLACE: Fitness(0.15, 0.2),
}
# Last or telling words of names. A name that has one of each keeps what its kind says.
_BUSINESS = re.compile(
    r"\b(?:bank|banking|airlines?|airways|air|insurance|assurance|motors?|energy|electric|petroleum|oil|gas|telecoms?|mobile|"
    r"telekom|brewery|brewing|beer|lager|gin|vodka|whisky|whiskey|wines?|foods?|drinks?|coffee|pharma\w*|health|healthcare|"
    r"technolog\w+|software|systems|solutions|capital|investments?|financial|finance|holdings?|group|inc|corp|corporation|ltd|"
    r"limited|plc|llc|gmbh|co|company|industries|brands?|stores?|supermarkets?|retail|jewell?ers|lawyers|solicitors|law|legal|"
    r"partners|credit union|mortgage|loans?|bets?|betting|bingo|casino|poker|lottery|crypto|exchange|token|dao|labs?|"
    r"computers?|electronics|semiconductors?|tyres?|tires?|steel|cement|paints?|construction|homes|properties|realty|estate|"
    r"hotels?|resorts?|travel|tourism|cruises?|logistics|express|shipping|watches|clothing|apparel|sportswear|sports? direct|"
    r"restaurants?|pizza|grill|burgers?|media group|entertainment group|ventures|consulting|services|supplies|water|rentals?|"
    r"authority of|\.com|\.co\.uk|\.net|\.io|urgent care|hospital|clinic|medical|dental|foundation medicine)\b",
    re.IGNORECASE,
)
_SPORTING = re.compile(
    r"\b(?:f\.?c|a\.?f\.?c|c\.?f|s\.?c|r\.?f\.?c|c\.?c|united|city|town|rovers|wanderers|athletic|athletics|albion|hotspur|villa|"
    r"rangers|county|league|cup|trophy|open|masters|championships?|series|tour|games|olympics?|festival|fest|week|awards?|"
    r"marathon|race|racing|grand prix|gp|f1 team|team|club|federation|association|board of control|cricket|rugby|football|"
    r"basketball|hockey|netball|tennis|golf|cycling|athletics|esports|e-sports|gaming|museum|gallery|theatre|theater|"
    r"orchestra|opera|ballet|symphony|philharmonic|university|college|school|stadium|arena|park|ground|field|"
    r"conference|summit|convention|expo|congress|fair|show|parade|carnival|tournament|classic|invitational|challenge|"
    r"committee|union|conservancy|zoo|library|centre for the|academy|prize|regatta|derby|bowl|lions|tigers|bears|eagles|"
    r"hawks|bulls|kings|knights|warriors|giants|royals|sharks|panthers|dragons|titans|raiders|rockets|jets|stars|"
    r"bulldogs|huskies|wildcats|indians|capitals|chargers|strikers|saints|cowboys|braves|dodgers|yankees|celtics|lakers|"
    r"project|(?:world|all) blacks|boks|lionesses|motor club|baseball|softball|soccer|swimming|ski|sailing|rowing|"
    r"paralympic|olympic|motorsport|superbike|nascar|biennale|book|literary|film|music|arts?|season)\b",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"\b(?:chief|ceo|cfo|cmo|cco|coo|president|chair\w*|director|head of|vice|vp|svp|evp|manager|executive|officer|founder|"
    r"secretary|commissioner|analyst|expert|consultant|professor|minister|mp|mayor|spokes\w+|editor|journalist|owner|"
    r"lead|general counsel|partner|boss|supremo|lawyer|attorney|agent)\b",
    re.IGNORECASE,
)


def fitness(entity: Entity) -> Fitness:
    """Return how likely each side is, from the entity's kind, the words of its name and a person's job."""
    fit = _BY_KIND[entity.kind]
    if entity.kind is EntityKind.PERSON:
        # Officials speak about deals; players, drivers and artists sign them.
        return Fitness(0.05, 0.12) if entity.title and _JOB.search(entity.title) else fit
    if entity.known is not None:
        return fit
    business, sporting = bool(_BUSINESS.search(entity.name)), bool(_SPORTING.search(entity.name))
    if entity.kind in (EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.BRAND):
        if sporting and not business:
            return Fitness(0.3, 0.9)
        if business and not sporting:
            return Fitness(0.95, 0.2)
    return fit
