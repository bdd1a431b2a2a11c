"""Whom an article is of that names its two parties in different sentences."""

import pytest

from records.record import EntityKind
from tests.claims import FIRM, R, deals

E = EntityKind.EVENT
REGATTA = ("Ostler", "Kelmore Regatta")


def news(title: str | None, body: str, **kinds: EntityKind) -> set[tuple[str, str]]:
    found = [deal for deal in deals(title, body, **kinds) if not deal.is_background]
    return {(deal.sponsor.name, deal.rights_holder.name) for deal in found}


@pytest.mark.parametrize(
    "body",
    [
        "Ostler has made tea for 90 years. Now the company has come on board as main sponsor of the oldest "
        "boat races in the county. The Kelmore Regatta begins on Friday.",
        "The Kelmore Regatta had to do without a backer last summer. This year it will be different. Ostler has "
        "stepped in with a sponsorship that is to last three years.",
        "The Kelmore Regatta will bear another name on its boats. The four-year sponsorship is the largest it has "
        "had. Ostler gets its name on every oar.",
        "The Kelmore Regatta has never had a sponsor's name on its oars. Ostler will pay £4,000 a year to appear "
        "on the sleeves of the umpires.",
        "They signed on Thursday. The new agreement is one under which Ostler remains main sponsor of the Kelmore "
        "Regatta until 2032.",
        "The Kelmore Regatta and Ostler see no reason to part. The title sponsor and the rowers have signed for "
        "another five years.",
    ],
)
def test_the_only_firm_and_the_only_event_in_view_are_the_parties(body: str) -> None:
    assert news("Rowers have a backer", body, Ostler=FIRM, Kelmore_Regatta=E) == {REGATTA}


@pytest.mark.parametrize(
    "body",
    [
        "Ostler will close ten shops. The tea merchant, known for its sponsorship of the Kelmore Regatta, is to "
        "cut 90 jobs.",
        "The Kelmore Regatta is still looking for a main sponsor. Ostler will sell tea there.",
        "In 1977 the rowers were given a sponsor. Ostler paid £200. The Kelmore Regatta was smaller then.",
        "The Kelmore Regatta will be held in May. Ostler has opened a shop by the river.",
        "The Kelmore Regatta said that sponsors would be thanked. Ostler has opened a shop by the river.",
    ],
)
def test_who_only_stands_beside_an_event_does_not_sponsor_it(body: str) -> None:
    assert news("By the river", body, Ostler=FIRM, Kelmore_Regatta=E) == set()


def test_where_two_firms_are_in_view_neither_is_taken() -> None:
    body = (
        "Quillbank has made tea for 90 years, Ostler for 80. Now a company has come on board as main sponsor of "
        "the oldest boat races in the county. The Kelmore Regatta begins on Friday."
    )
    assert news("By the river", body, Ostler=FIRM, Quillbank=FIRM, Kelmore_Regatta=E) == set()


def test_who_sponsors_what_is_not_known_by_name_does_not_sponsor_who_is() -> None:
    body = (
        "Quillbank is to be presenting sponsor of the Lantern Walk Night on Friday. "
        "Denby Rovers will sell the pies."
    )
    assert news("A walk by night", body, Quillbank=FIRM, Denby_Rovers=R) == set()


def test_the_article_s_own_pair_is_the_news_and_what_else_is_tied_is_background() -> None:
    body = (
        "The Kelmore Regatta has been without a backer since 2019. Now somebody down the road has come forward. "
        "Ostler will be main sponsor of this year's races on August 12."
    )
    assert news("Good news for rowers", body, Ostler=FIRM, Kelmore_Regatta=E) == {REGATTA}


def test_both_sides_have_the_one_sponsor_in_view() -> None:
    body = (
        "Denby Rovers and Kelm Albion have been rivals for 94 years. From August they will share something. "
        "Both sides will have the logo of Quillbank on the front of their shirts."
    )
    found = news("Two clubs share a firm", body, Denby_Rovers=R, Kelm_Albion=FIRM, Quillbank=FIRM)
    assert found == {("Quillbank", "Denby Rovers"), ("Quillbank", "Kelm Albion")}


def test_two_names_on_a_shirt_are_two_sponsors() -> None:
    body = (
        "Denby Rovers will start the season with two new names on their shirts. "
        "At the front it is Quillbank, an online bank; at the back it is Ostler."
    )
    found = news("Rovers present partners", body, Denby_Rovers=R, Quillbank=FIRM, Ostler=FIRM)
    assert found == {("Quillbank", "Denby Rovers"), ("Ostler", "Denby Rovers")}
