"""Relevance: sponsorship news is far above the gate, other news at nothing, look-alikes between."""

import pytest

from enrich.findings import Found
from enrich.pipeline import GATE
from enrich.stages import relevance
from enrich.text import Text


def of(body: str, title: str | None = None) -> float:
    [found] = relevance.find(Text(body, title, (), None), Found())
    return found


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Moro Bank to name Ode Rovers' ground", "The club sold naming rights to its ground for ten years."),
        ("Ode Open finds a backer", "The tournament, presented by Brill, starts on Monday."),
        (None, "Brill Airways becomes the official airline partner of the Moro Symphony."),
        (None, "The striker ended his endorsement deal with the boot maker."),
    ],
)
def test_sponsorship_news_is_far_above_the_gate(title: str | None, body: str) -> None:
    assert of(body, title) > 2 * GATE


@pytest.mark.parametrize(
    "body",
    [
        "Rovers drew 1-1 at home; the late goal was scored by Brill.",
        "The senator, a sponsor of the bill, spoke of state-sponsored attacks and co-sponsored amendments.",
        "The firm offers visa sponsorship to nurses.",
        "",
    ],
)
def test_other_news_is_below_the_gate(body: str) -> None:
    assert of(body) < GATE


def test_a_word_in_the_title_counts_for_more_than_one_in_the_body() -> None:
    body = "A sponsor was found."
    assert of("Rovers play on.", body) > of(body, "Rovers play on")
