"""Relevance: sponsorship news is far above the gate, other news at nothing, look-alikes between."""

import pytest

from enrich.findings import Found
from enrich.pipeline import GATE
from enrich.stages import relevance
from enrich.text import Text
from records.store.findings import NEWS_RELEVANCE


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


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Care homes may sponsor staff no longer",
            "Nine care homes lost the licence to sponsor visas on Friday.\n\nTheir 80 nurses have two months "
            "to find another sponsor or leave, a charity for migrants said. “Mine never wrote,” said one of them.",
        ),
        (
            "Harbour dues bill gathers sponsors",
            "The bill has eleven sponsors in the upper house. Its first sponsor, Edda Krone, said lawmakers of "
            "both parties had asked to be sponsors, too.",
        ),
        (
            "Families are asked to sponsor a child",
            "For twelve dollars a month one can sponsor a child in the hills. Sponsors write to the orphanage; 300 "
            "sponsored children went to school last year.",
        ),
        (
            "New drug fails",
            "The sponsor of the clinical trial stopped it early. Patients on placebo did better, the sponsor said, "
            "and the trial sponsor will publish the data.",
        ),
        (
            "Sponsorship manager wanted",
            "We are looking for a sponsorship manager with five years' experience of selling it. Salary by "
            "agreement; closing date 3 May. You will look after our title sponsor and twelve official partners.",
        ),
    ],
)
def test_another_kind_of_sponsor_is_not_in_the_news_of_sponsorship(title: str, body: str) -> None:
    assert of(body, title) < NEWS_RELEVANCE


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Visa stays with the Moro Games",
            "Visa has renewed its sponsorship of the Moro Games until 2031. The sponsor first signed in 1996.",
        ),
        (
            "Clubs fear for betting sponsors",
            "Nine clubs may lose a shirt sponsor if the bill becomes law. Lawmakers vote on the bill in May; one "
            "amendment would spare the sleeve sponsor.",
        ),
        (
            "Brill leaves Ode Rovers",
            "The brewer Brill will not renew its sponsorship of Ode Rovers. The club is looking for a new sponsor.",
        ),
        (
            "Clubs to vote on betting cash",
            "The clubs will be asked to extend the league's title deal with Brill by five years. The firm would "
            "have its name on the trophy until 2031.",
        ),
        (
            "Marathon gets its money",
            "The Moro Marathon will go ahead with money from the clothing company Brill. Its name will go on the "
            "bibs and the finish arch.",
        ),
    ],
)
def test_sponsorship_news_stays_in_whatever_else_it_speaks_of(title: str, body: str) -> None:
    assert of(body, title) >= NEWS_RELEVANCE


def test_a_word_in_the_title_counts_for_more_than_one_in_the_body() -> None:
    body = "A sponsor was found."
    assert of("Rovers play on.", body) > of(body, "Rovers play on")


def test_a_word_in_the_opening_counts_for_more_than_one_further_down() -> None:
    filler = "Rovers play on Sunday.\n\n" * 50
    assert of("A sponsor was found.\n\n" + filler) > of(filler + "A sponsor was found.")
