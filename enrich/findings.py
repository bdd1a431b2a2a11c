"""What the stages have found so far: the record's own entities, quotations and deals."""

from dataclasses import dataclass, field

from records.record import Deal, Entity, Quote


@dataclass
class Found:
    """What the stages have found so far; each stage fills the field of its name."""

    relevance: list[float] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    deals: list[Deal] = field(default_factory=list)
