"""Who is tied with whom where no turn of phrase is known: by dependencies, by names, by all signs together."""

import pytest

from enrich.claims.parties import fitness
from enrich.claims.phases import find_cues
from records.record import Entity, EntityKind, EventType, Span, Status
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
    for body in (
        "Quillbank signed a sponsorship deal with Marrow Rovers at the Lorne Forum.",
        "Quillbank and Marrow Rovers used the Lorne Forum as a platform to announce a deal which sees Quillbank "
        "become an official partner of Marrow Rovers.",
    ):
        found = parties("A deal", body, Quillbank=B, Marrow_Rovers=R, Lorne_Forum=EntityKind.EVENT)
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


@pytest.mark.parametrize(
    ("body", "leans_to_holder"),
    [
        ("Fans of the Lorne Marrow cheered.", True),
        ("Lorne Marrow have a new striker.", True),
        ("Lorne Marrow (NYSE: LMW) has a new chief.", False),
        ("Fans of Lorne Marrow cheered.", False),
    ],
)
def test_an_article_or_a_plural_verb_means_a_team_and_a_ticker_a_firm(body: str, leans_to_holder: bool) -> None:
    at = body.index("Lorne")
    entity = Entity(id="e1", kind=FIRM, name="Lorne Marrow", mentions=(Span(start=at, end=at + 12),))
    plain = fitness(entity.model_copy(update={"mentions": ()}), body)
    assert (fitness(entity, body).holder > plain.holder) is leans_to_holder


def test_a_firm_tie_early_in_an_article_on_sponsorship_is_its_news_where_nothing_else_is_told() -> None:
    body = (
        "Quillbank's logo will no longer adorn the shirts of Marrow Rovers, who had worn it since 2019. Supporters "
        "had asked for a local sponsor."
    )
    assert parties("Sponsor walks away", body, Marrow_Rovers=R, Quillbank=B) == {("Quillbank", "Marrow Rovers")}


def test_a_paper_that_is_told_something_is_no_party() -> None:
    body = "A sponsor of Marrow Rovers will pay £9m, two people briefed on the deal told the Ledger."
    assert parties("Shirt sponsor to pay £9m", body, Marrow_Rovers=R, Ledger=B) == set()


@pytest.mark.parametrize(
    "body",
    [
        "Quillbank has signed the sprinter Dana Okoro to a two-year endorsement deal.",
        "Dana Okoro has been roped in by Quillbank as brand ambassador.",
        "Dana Okoro is the new brand ambassador for Quillbank.",
        "Quillbank has suspended its relationship with Dana Okoro.",
        "Quillbank's roster of athletes includes Dana Okoro, whom it sponsors.",
    ],
)
def test_a_star_signed_or_dropped_by_a_firm_is_sponsored_by_it(body: str) -> None:
    around = "Her fans were pleased. Okoro won two medals last year. Sponsorship pays for her training."
    assert ("Quillbank", "Dana Okoro") in parties(None, f"{body} {around}", Quillbank=B, Dana_Okoro=P)


def test_whoever_takes_part_as_a_sponsor_sponsors() -> None:
    body = "Quillbank took part as a gold sponsor at the Lorne Forum, which drew 3,000 people."
    found = parties("Quillbank at Lorne Forum", body, Quillbank=B, Lorne_Forum=EntityKind.EVENT)
    assert found == {("Quillbank", "Lorne Forum")}


def test_talks_over_a_name_are_told_once_by_the_club_and_by_its_ground() -> None:
    body = "Marrow Rovers are in talks with the bank Quillbank over the naming rights to Tarn Park."
    found = deals(
        "Quillbank in talks to rename Tarn Park", body, Quillbank=B, Marrow_Rovers=R, Tarn_Park=EntityKind.VENUE
    )
    named = [(d.sponsor.name, d.rights_holder.name, d.property and d.property.name) for d in found]
    assert named == [("Quillbank", "Marrow Rovers", "Tarn Park")]


def test_one_who_is_spoken_of_as_he_is_no_brand() -> None:
    body = "Okoro's brand of football is loved. He signed for Rovers, and his fans cheered."
    him = (Span(start=0, end=5), Span(start=36, end=38), Span(start=62, end=65))
    entity = Entity(id="e1", kind=EntityKind.PERSON, name="Okoro", mentions=him)
    assert [body[m.start : m.end] for m in him] == ["Okoro", "He", "his"]
    fit = fitness(entity, body)
    assert fit.holder > fit.sponsor


def test_what_a_sponsor_has_already_is_recalled() -> None:
    body = (
        "Quillbank has signed a five-year deal to become title sponsor of the Lorne Open. Quillbank is already a "
        "global partner of the Marrow Cup."
    )
    kinds = {"Lorne_Open": EntityKind.EVENT, "Marrow_Cup": EntityKind.EVENT}
    assert parties("Quillbank to sponsor Lorne Open", body, Quillbank=B, **kinds) == {("Quillbank", "Lorne Open")}


def test_a_politician_is_no_star() -> None:
    senator = Entity(id="e1", kind=P, name="Hale", title="Senator", mentions=(Span(start=8, end=12),))
    fit = fitness(senator, "Senator Hale spoke.")
    assert fit.holder < fitness(senator.model_copy(update={"title": None}), "And then Hale spoke.").holder


def test_a_maker_of_cars_is_its_team_in_an_article_on_formula_one() -> None:
    body = "The insurer Quillbank has withdrawn its sponsorship of the Renault Formula One team after the race."
    found = parties("Quillbank leaves Renault", body, Quillbank=B, Renault=B, Formula_One=R)
    assert found == {("Quillbank", "Renault")}


def test_a_deal_that_a_sentence_leaves_open_is_with_whom_the_sentence_before_names() -> None:
    body = (
        "Marrow Rovers will need a new name for their shirts. Quillbank, the ferry line that has been there for "
        "six seasons, will not renew when its contract ends. The fans were sad. The shirts will be plain for a "
        "while, the club said. Quillbank is the title sponsor of the Lorne Cup."
    )
    found = deals("Rovers to lose shirt sponsor", body, Quillbank=B, Marrow_Rovers=R, Lorne_Cup=EntityKind.EVENT)
    ended = [d.rights_holder.name for d in found if d.status is Status.EXPIRED or d.status is Status.TERMINATED]
    assert "Marrow Rovers" in ended


def test_a_headline_names_a_club_without_its_fc() -> None:
    body = "Quillbank's contract to put its name on the shirts of Marrow FC is worth £9m over four years."
    title = "Quillbank to pay £9m for Marrow shirts"
    assert parties(title, body, Quillbank=B, Marrow_FC=R) == {("Quillbank", "Marrow FC")}


def test_who_speaks_after_a_designation_holds_nothing() -> None:
    body = "Quillbank will stay on as title sponsor of the Lorne Cup, Ben Ode added."
    found = parties("Quillbank stays", body, Quillbank=B, Ben_Ode=P, Lorne_Cup=EntityKind.EVENT)
    assert ("Ben Ode", "Lorne Cup") not in found


def test_what_somebody_said_he_would_not_renew_is_not_renewed() -> None:
    found = [cue.event for cue in find_cues("Quillbank said in May that it would not renew.")]
    assert found == [EventType.NON_RENEWAL]


def test_what_a_designation_says_is_over_is_recalled() -> None:
    body = (
        "Tarnbrew's contract to put its name on the shirts of Marrow Rovers is worth £9m over four years. It would "
        "be a record for the club, whose former shirt sponsor, Quillbank, paid £1m a year."
    )
    title = "Tarnbrew to pay £9m for Marrow Rovers shirts"
    assert parties(title, body, Quillbank=B, Tarnbrew=B, Marrow_Rovers=R) == {("Tarnbrew", "Marrow Rovers")}


def test_a_deal_whose_end_is_only_considered_stands() -> None:
    body = (
        "Marrow Rovers may lose a sponsor after the bank Quillbank said it was considering ending its sponsorship "
        "of the club. The current contract runs until 31 December 2031."
    )
    found = deals("Rovers may lose sponsor", body, Quillbank=B, Marrow_Rovers=R)
    assert [(d.status, d.term.end) for d in found] == [(Status.ACTIVE, "2031-12-31")]


def test_the_series_in_which_a_team_takes_part_is_not_what_its_sponsor_leaves() -> None:
    body = (
        "Quillbank will end its sponsorship of the Marrow Racing team in the Lake Series, the bank said. "
        "The contract had been worth £9m a year."
    )
    found = parties("Quillbank to end Lake Series partnership", body, Quillbank=B, Marrow_Racing=R, Lake_Series=R)
    assert found == {("Quillbank", "Marrow Racing")}


def test_a_headline_leaves_out_the_end_of_a_museum_s_name() -> None:
    body = "The show is sponsored by Quillbank, and opens in May at the Marrow Museum of Art."
    found = parties("Marrow Museum show backed by Quillbank", body, Quillbank=B, Marrow_Museum_of_Art=R)
    assert found == {("Quillbank", "Marrow Museum of Art")}


def test_a_driver_s_car_is_the_team_s() -> None:
    body = (
        "Marrow Racing has signed a sponsorship deal with Quillbank, the team said. Quillbank will be the primary "
        "sponsor of Ines Vautrin's No. 31 Tarn in three races."
    )
    found = parties("Quillbank joins Marrow Racing", body, Quillbank=B, Marrow_Racing=R, Ines_Vautrin=P, Tarn=B)
    assert found == {("Quillbank", "Marrow Racing")}


def test_the_bare_noun_of_a_headline_is_whom_the_article_is_about() -> None:
    body = "Ines Vautrin has left her sponsor Quillbank after 15 years. The striker wore its boots as a girl."
    title = "Vautrin leaves Quillbank with striker in talks with Tollgate"
    found = deals(title, body + " Tollgate declined to comment.", Quillbank=B, Tollgate=B, Ines_Vautrin=P)
    assert ("Tollgate", "Ines Vautrin") in {(one.sponsor.name, one.rights_holder.name) for one in found}


def test_who_comes_in_the_place_of_one_who_goes_is_news_too() -> None:
    body = (
        "Marrow Rovers have ended their shirt deal with Quillbank with a year to go. The lender had missed two "
        "payments. Supporters were glad. The captain said little. The manager said less. The bill is a million. "
        "The agreement with the replacement sponsors Tollgate is worth less."
    )
    assert parties("Rovers end Quillbank deal", body, Quillbank=B, Tollgate=B, Marrow_Rovers=R) == {
        ("Quillbank", "Marrow Rovers"),
        ("Tollgate", "Marrow Rovers"),
    }


def test_another_sponsor_is_rather_the_club_s_than_that_of_the_player_it_speaks_of() -> None:
    body = (
        "Marrow Rovers want to sign the striker Ines Vautrin. Marrow Rovers were told off on Monday by Quillbank, "
        "which sponsors Marrow Rovers. Another sponsor, Tollgate, said it would leave if they sign Ines Vautrin."
    )
    found = deals("Sponsors warn Rovers", body, Quillbank=B, Tollgate=B, Marrow_Rovers=R, Ines_Vautrin=P)
    assert ("Tollgate", "Marrow Rovers") in {(one.sponsor.name, one.rights_holder.name) for one in found}


def test_two_who_each_have_a_verb_of_their_own_are_not_tied() -> None:
    body = (
        "Marrow Rovers sponsors Quillbank are quitting their five-year deal after three years and Tollgate will no "
        "longer back the Lake Tour."
    )
    assert parties(None, body, Quillbank=B, Tollgate=B, Marrow_Rovers=R, Lake_Tour=R) == {
        ("Quillbank", "Marrow Rovers"),
        ("Tollgate", "Lake Tour"),
    }


def test_who_only_speaks_of_a_sponsor_does_not_have_it() -> None:
    body = "“Quillbank remains a valued partner,” Tom Hale told reporters. Its logo will be covered in Denby."
    assert deals("Team covers up its sponsor", body, Quillbank=B, Tom_Hale=P) == []
