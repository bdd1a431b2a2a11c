"""What is likely a body's name and what only looks like one, from its signs at all its places."""

import pytest

from enrich import aliases, bodies, names
from enrich.findings import Found
from enrich.stages import entities
from enrich.text import Text


def chances(body: str, title: str | None = None) -> dict[str, float]:
    text = Text(body, title, (), None)
    return {
        group.names[0].text: bodies.chance(body, title, group) for group in aliases.find(body, names.find(text))
    }


def test_a_name_that_employs_and_speaks_is_likelier_a_body_s_than_one_that_is_used() -> None:
    acting = chances("“Good,” said Anna Kessel, director of Zorvane Smart. Zorvane Smart said it will grow.")
    used = chances("The nurses log in via Zorvane Smart software, the latest Zorvane Smart edition.")
    assert acting["Zorvane Smart"] > used["Zorvane Smart"]


def test_a_name_of_the_headline_is_likelier_a_body_s() -> None:
    story = "The town met Zorvane Smart on Monday."
    assert chances(story, "Zorvane Smart comes")["Zorvane Smart"] > chances(story, "Others come")["Zorvane Smart"]


@pytest.mark.parametrize(
    "body",
    [
        "The nurses learn Quality Management System rules.",
        "She holds a Degree in Business Administration and an Organizational Development certificate.",
        "He enjoyed an iced Hazelnut Dream Shake in a Big Garden Chair.",
    ],
)
def test_wares_degrees_and_methods_in_capitals_are_no_bodies(body: str) -> None:
    found = entities.find(Text(body, None, (), None), Found())
    assert [
        entity.name for entity in found if entity.kind.value in ("organization", "brand", "rights_holder")
    ] == []


def test_every_sign_that_has_a_weight_is_found() -> None:
    text = Text("The firm Zorvane grew.", None, (), None)
    [group] = aliases.find(text.body, names.find(text))
    assert set(bodies.weights()) <= set(bodies.signs(text.body, None, group))
