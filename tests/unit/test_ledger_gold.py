"""The labelled deals of the gold set, merged by the ledger alone: every group whole, no two groups in one deal."""

from itertools import combinations

import pytest

from benchmarks.labels import GOLD, HALVES, DealLabel, Labelled, read
from records.record import Article, Deal, Entity, EntityKind, EventType, Party, Role, Status, Term, Value
from tests.stories import merged


def told(labelled: Labelled, *, dated: bool) -> Article:
    """Return the article with its labels as claims, and every other name as an alias."""
    entities: list[Entity] = []

    def party(name: str, aliases: tuple[str, ...]) -> Party:
        entities.append(Entity(id=f"e{len(entities)}", kind=EntityKind.ORGANIZATION, name=name, aliases=aliases))
        return Party(entity_id=entities[-1].id, name=name)

    deals = tuple(claim_of(f"d{n}", label, party) for n, label in enumerate(labelled.label.deals))
    made = labelled.article().model_copy(update={"deals": deals, "entities": tuple(entities)})
    return made if dated else made.model_copy(update={"published_at": None})


def claim_of(identifier: str, label: DealLabel, party) -> Deal:
    return Deal(
        id=identifier,
        sponsor=party(label.sponsor, label.sponsor_aliases),
        rights_holder=party(label.rights_holder, label.rights_holder_aliases),
        property=party(label.property, label.property_aliases) if label.property else None,
        role=label.role or Role.OTHER,
        designations=label.designations,
        status=label.status or Status.UNKNOWN,
        event_type=label.event_type or EventType.NEW,
        is_background=not label.main,
        term=Term(announced_on=label.announced_on, start=label.start, end=label.end, years=label.years),
        editions=label.editions,
        value=tuple(
            Value(start=0, end=0, **value.model_dump(exclude={"basis_alt", "disclosure_alt"}))
            for value in label.value
        ),
        confidence=1,
    )


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("half", HALVES)
def test_the_labelled_groups_are_the_merged_deals(half: str, dated: bool) -> None:
    articles = read(GOLD / half)
    outcome = merged(*(told(each, dated=dated) for each in articles))
    home = {f"{claim.article_id}/{claim.deal.id}": deal.id for deal in outcome.deals for claim in deal.claims}
    news = {
        f"{each.article().id}/d{n}": label.group
        for each in articles
        for n, label in enumerate(each.label.deals)
        if label.main
    }
    pairs = list(combinations(sorted(news), 2))
    same = {(one, other) for one, other in pairs if news[one] is not None and news[one] == news[other]}
    joined = {(one, other) for one, other in pairs if home[one] == home[other]}
    assert len(same) > 5
    assert joined == same
