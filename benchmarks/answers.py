"""A label told as findings: the enrichment that would score 1, to try a later stage or a scorer on its own."""

from collections.abc import Mapping
from types import MappingProxyType

from benchmarks.labels import DealLabel, Labelled
from records.record import (
    Article,
    Confirmation,
    Deal,
    Entity,
    EntityKind,
    EventType,
    Party,
    Quote,
    QuoteKind,
    Role,
    Speaker,
    Status,
    Term,
    Value,
)


def answer(labelled: Labelled) -> Article:
    """Return the article with what its label says as its findings; offsets of quotations are those of the file."""
    article, label = labelled.article(), labelled.label
    kinds = ((label.people, EntityKind.PERSON), (label.organizations, EntityKind.ORGANIZATION))
    named = [(name, kind) for names, kind in kinds for name in names]
    entities = tuple(
        Entity(id=f"e{number}", kind=kind, name=name, aliases=label.aliases.get(name, ()))
        for number, (name, kind) in enumerate(named, 1)
    )
    known = {name: entity.id for entity in entities for name in (*entity.aliases, entity.name)}
    return article.model_copy(
        update={
            "entities": entities,
            "quotes": tuple(
                Quote(
                    text=quote.text,
                    start=quote.start,
                    end=quote.end,
                    kind=QuoteKind(quote.kind),
                    speaker=Speaker(entity_id=None, name=quote.speaker) if quote.speaker else None,
                    confidence=1,
                )
                for quote in label.quotes
            ),
            "deals": tuple(claim(deal, number, known) for number, deal in enumerate(label.deals, 1)),
        }
    )


def claim(label: DealLabel, number: int, known: Mapping[str, str] = MappingProxyType({})) -> Deal:
    """Return the labelled deal as the claim of that number; `known` are the entities' ids by name."""

    def party(name: str) -> Party:
        return Party(entity_id=known.get(name), name=name)

    values = [value.model_dump(exclude={"basis_alt", "disclosure_alt"}) for value in label.value]
    return Deal(
        id=f"d{number}",
        sponsor=party(label.sponsor),
        rights_holder=party(label.rights_holder),
        property=party(label.property) if label.property else None,
        role=label.role or Role.OTHER,
        designations=label.designations,
        status=label.status or Status.UNKNOWN,
        event_type=label.event_type or EventType.BACKGROUND_MENTION,
        is_background=not label.main,
        term=Term(announced_on=label.announced_on, start=label.start, end=label.end, years=label.years),
        editions=label.editions,
        territory=label.territory,
        value=tuple(Value(**value, start=0, end=0) for value in values),
        exclusive=label.exclusive,
        confirmation=label.confirmation or Confirmation.UNATTRIBUTED,
        confidence=1,
    )
