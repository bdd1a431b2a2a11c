"""Who is tied with whom where no turn of phrase is known: by dependencies, by names, by all signs together."""

import pytest

from enrich.claims.parties import fitness
from records.record import Entity, EntityKind, Span
from tests.claims import FIRM, B, P, R, deals


def parties(title: str | None, body: str, **kinds: EntityKind) -> set[tuple[str, str]]:
    """Return sponsor and rights-holder of each deal that is news."""
    found = deals(title, body, **kinds)
    return {(d.sponsor.name, d.rights_holder.name) for d in found if not d.is_background}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Quillbank backs Marrow Rovers", "Quillbank has agreed to back Marrow Rovers for another season."),
        (None, "Quillbank will supply the kits of the Kenyan side Marrow Rovers."),
        (
            "Sleeve deal",
            "The women's team of Marrow Rovers have agreed a sleeve sponsorship with skincare brand Quillbank.",
        ),
        (
            "Sponsor news",
            "Quillbank, which makes watches in a village near Basel and had never before paid for any sport, is to "
            "put its name to a stand at the ground of Marrow Rovers.",
        ),
    ],
)
def test_the_dependencies_tie_two_names_whatever_stands_between(title: str | None, body: str) -> None:
    assert parties(title, body, Quillbank=B, Marrow_Rovers=R) == {("Quillbank", "Marrow Rovers")}


def test_where_and_when_a_deal_is_announced_is_not_sponsored() -> None:
    body = "Quillbank signed a sponsorship deal with Marrow Rovers at the Lorne Forum."
    found = parties("Quillbank sponsors Rovers", body, Quillbank=B, Marrow_Rovers=R, Lorne_Forum=EntityKind.EVENT)
    assert found == {("Quillbank", "Marrow Rovers")}


def test_what_would_end_a_deal_is_no_party_to_it() -> None:
    body = (
        "Quillbank, the sponsor of Marrow Rovers, says that it will drop its support of the club if they sign "
        "the striker Olu Bensen."
    )
    found = parties("Sponsor warns Rovers", body, Quillbank=B, Marrow_Rovers=R, Olu_Bensen=P)
    assert ("Quillbank", "Olu Bensen") not in found


def test_whoever_shows_a_league_does_not_sponsor_it() -> None:
    body = "Quillbank will not renew its agreement with the Marrow League, which it has shown live since 2012."
    assert parties("Quillbank drops hockey", body, Quillbank=FIRM, Marrow_League=R) == set()


@pytest.mark.parametrize(
    ("name", "pays"),
    [
        ("Bolton Whisky Festival", False),
        ("Centre for Health and Travel", False),
        ("University of Easton", False),
        ("Harborlight Credit Union", True),
        ("Bank of the Games", True),
        ("Tarn Garden Centres", True),
    ],
)
def test_the_word_at_the_head_of_a_name_says_whether_it_pays_or_is_paid(name: str, pays: bool) -> None:
    entity = Entity(id="e1", kind=FIRM, name=name, mentions=(Span(start=0, end=len(name)),))
    fit = fitness(entity, f"{name} spoke.")
    assert (fit.sponsor > fit.holder) is pays


def test_a_firm_tie_early_in_an_article_on_sponsorship_is_its_news_where_nothing_else_is_told() -> None:
    body = (
        "Quillbank's logo will no longer adorn the shirts of Marrow Rovers, who had worn it since 2019. Supporters "
        "had asked for a local sponsor."
    )
    assert parties("Sponsor walks away", body, Marrow_Rovers=R, Quillbank=B) == {("Quillbank", "Marrow Rovers")}


def test_a_paper_that_is_told_something_is_no_party() -> None:
    body = "A sponsor of Marrow Rovers will pay £9m, two people briefed on the deal told the Ledger."
    assert parties("Shirt sponsor to pay £9m", body, Marrow_Rovers=R, Ledger=B) == set()
