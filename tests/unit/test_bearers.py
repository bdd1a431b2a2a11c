"""Firms that an article names only in the new name of a ground, an event or a team."""

import pytest

from enrich.claims.bearers import with_firms
from enrich.pipeline import enrich
from records.record import Article, Entity, EntityKind, Span


def news(title: str, body: str) -> list[tuple[str, str, str | None]]:
    found = enrich(Article(id="a", title=title, text=body)).deals
    return [
        (deal.sponsor.name, deal.rights_holder.name, deal.property.name if deal.property else None)
        for deal in found
        if not deal.is_background
    ]


def venue(body: str, name: str) -> Entity:
    at = body.index(name)
    return Entity(id="e1", kind=EntityKind.VENUE, name=name, mentions=(Span(start=at, end=at + len(name)),))


@pytest.mark.parametrize("given", ["renamed", "known as", "rebranded as the", "called the"])
def test_a_known_firm_in_a_new_name_is_a_party(given: str) -> None:
    body = f"The hall will be {given} Barclaycard Hall in May."
    found = with_firms([venue(body, "Barclaycard Hall")], body)
    assert [(entity.name, entity.kind) for entity in found[1:]] == [("Barclaycard", EntityKind.BRAND)]


def test_a_firm_in_an_old_name_is_none() -> None:
    body = "Rovers played at the Barclaycard Hall on Sunday."
    assert len(with_firms([venue(body, "Barclaycard Hall")], body)) == 1


def test_a_team_that_takes_a_firm_s_name_is_sponsored_by_it() -> None:
    body = (
        "Sir Odo Brill's Harrow Cup team will be known as Santander Brill Racing after the bank became its title "
        "sponsor for three years."
    )
    assert [(sponsor, holder) for sponsor, holder, _ in news("Brill finds a backer", body)] == [
        ("Santander", "Santander Brill Racing")
    ]


def test_a_team_of_two_names_is_the_one_that_its_noun_is_about() -> None:
    body = "Harrow Bank will no longer sponsor the Tarn-Moro cycling team after the end of the season."
    assert news("Bank leaves cycling", body) == [("Harrow Bank", "Tarn-Moro", None)]


def test_a_maker_of_cars_in_the_plural_is_its_team() -> None:
    body = "Mercedes have signed a long-term extension with title sponsor Harrow Bank that starts next year."
    assert [(sponsor, holder) for sponsor, holder, _ in news("Bank stays on", body)] == [
        ("Harrow Bank", "Mercedes")
    ]
