"""Firms that are partners of firms, and their staff, hold nothing that is sponsored."""

import pytest

from enrich.claims.parties import fitness
from enrich.pipeline import enrich
from enrich.sporting import is_sporting
from records.record import Article, Entity, EntityKind, Span


def kind(name: str, body: str) -> EntityKind | None:
    found = enrich(Article(id="a", text=body)).entities
    return next((entity.kind for entity in found if entity.name == name), None)


def news(title: str, body: str) -> list[tuple[str, str]]:
    found = enrich(Article(id="a", title=title, text=body)).deals
    return [(deal.sponsor.name, deal.rights_holder.name) for deal in found if not deal.is_background]


def test_a_team_is_a_club_only_where_sport_is_spoken_of() -> None:
    staff = "Quillbank bought Harrowgate last week. The Harrowgate team will stay in Leeds, its founder said."
    players = "Quillbank met Harrowgate last week. The Harrowgate team won the league in its third season."
    assert not is_sporting(staff)
    assert is_sporting(players)
    assert kind("Harrowgate", staff) is EntityKind.ORGANIZATION
    assert kind("Harrowgate", players) is EntityKind.RIGHTS_HOLDER


def test_one_word_of_sport_is_said_in_passing() -> None:
    assert not is_sporting("The shops are ready for the holiday season.")


def test_two_firms_that_only_join_up_have_no_deal() -> None:
    body = (
        "Brightloom, a provider of billing software, has announced a partnership with Tarnwell Analytics. "
        "The Tarnwell team will work from Leeds."
    )
    assert news("Brightloom and Tarnwell Analytics join up", body) == []


@pytest.mark.parametrize(
    "post", ["as Chief Commercial Officer", "as its new vice president", "to its advisory board"]
)
def test_whom_a_firm_appoints_is_no_star(post: str) -> None:
    body = f"Ordane has named Miles Corven {post}."
    name = Span(start=body.index("Miles"), end=body.index("Miles") + len("Miles Corven"))
    person = Entity(id="e1", kind=EntityKind.PERSON, name="Miles Corven", mentions=(name,))
    unknown = fitness(person, "Ordane has named Miles Corven at last.")
    assert fitness(person, body).holder < unknown.holder
