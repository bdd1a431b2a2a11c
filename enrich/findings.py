"""What the stages have found so far, in the record's own types, and look-ups by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from records.record import Deal, Entity, EntityKind, Quote, Span

ORGANISED = frozenset({EntityKind.ORGANIZATION, EntityKind.BRAND, EntityKind.RIGHTS_HOLDER})


@dataclass
class Found:
    """What the stages have found so far; each stage fills the field of its name."""

    relevance: list[float] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    deals: list[Deal] = field(default_factory=list)
    ties: list[tuple[str, ...]] = field(default_factory=list)  # for each quotation, the deals it is about
    _index: tuple[list[Entity], list[Span], list[Entity]] | None = field(default=None, repr=False)

    def _mentions(self) -> tuple[list[Span], list[Entity]]:
        """Return every mention in order and, beside it, whose it is; no two overlap."""
        if self._index is None or self._index[0] is not self.entities:
            pairs = [(span, entity) for entity in self.entities for span in entity.mentions]
            pairs.sort(key=lambda pair: pair[0].start)
            self._index = (self.entities, [span for span, _ in pairs], [entity for _, entity in pairs])
        return self._index[1], self._index[2]

    def at(self, start: int, end: int) -> Entity | None:
        """Return the entity of the mention that covers or meets `start` to `end`; of several, the last.

        The last, because English puts the head of "United chairman Ode Mbeki" at the end.
        """
        owners = [owner for _, owner in self.within(start, end)]
        return owners[-1] if owners else None

    def within(self, start: int, end: int) -> Iterator[tuple[Span, Entity]]:
        """Yield the mentions that overlap `start` to `end`, with their entities, in order."""
        spans, owners = self._mentions()
        at = bisect_right(spans, start, key=lambda span: span.end)
        for i in range(at, bisect_left(spans, end, key=lambda span: span.start)):
            yield spans[i], owners[i]

    def entity(self, entity_id: str | None) -> Entity | None:
        """Return the entity of that id."""
        return next((entity for entity in self.entities if entity.id == entity_id), None)

    def people(self) -> Iterator[Entity]:
        """Yield the people, in order of first mention."""
        return (entity for entity in self.entities if entity.kind is EntityKind.PERSON)

    def organised(self) -> Iterator[Entity]:
        """Yield the organisations, brands and rights-holders, in order of first mention."""
        return (entity for entity in self.entities if entity.kind in ORGANISED)
