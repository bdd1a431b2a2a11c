"""Whom a sentence means that leaves one side of a deal unnamed."""

from records.record import EntityKind
from tests.claims import FIRM, P, R, deals

E = EntityKind.EVENT


def news(title: str | None, body: str, **kinds: EntityKind) -> set[tuple[str, str]]:
    found = [deal for deal in deals(title, body, **kinds) if not deal.is_background]
    return {(deal.sponsor.name, deal.rights_holder.name) for deal in found}


def test_a_noun_means_who_was_just_introduced() -> None:
    assert news(
        "Two deals in Denby",
        "Quillbank has become the main sponsor of Denby Rovers.\n\n"
        "Ostler Tea has agreed terms with the Kelmore Regatta. The tea company becomes official drinks supplier to "
        "the Kelmore Regatta.",
        Quillbank=FIRM,
        Denby_Rovers=R,
        Ostler_Tea=FIRM,
        Kelmore_Regatta=E,
    ) == {("Quillbank", "Denby Rovers"), ("Ostler Tea", "Kelmore Regatta")}


def test_who_has_a_sponsor_has_the_one_that_is_named_within_some_sentences() -> None:
    body = (
        "The Kelmore Regatta has a title sponsor at last. How much is on the cheque? Nobody says. "
        "Two people who have seen the contract with Quillbank speak of £90,000. "
        "For comparison, Ostler puts £45,000 a year into the Denby Run."
    )
    kinds = {"Kelmore_Regatta": E, "Quillbank": FIRM, "Ostler": FIRM, "Denby_Run": E}
    assert news("A sponsor at last", body, **kinds) == {("Quillbank", "Kelmore Regatta")}


def test_a_noun_with_a_tie_of_its_own_is_not_the_other_side_of_the_sentence() -> None:
    body = (
        "Denby Borough are used to the cold. The league club have signed a sponsorship agreement with Quillbank, "
        "whose logo is already on the sleeves of Ostler Women."
    )
    kinds = {"Denby_Borough": R, "Quillbank": FIRM, "Ostler_Women": R}
    assert ("Quillbank", "Denby Borough") in news("Denby men to train in Quillbank", body, **kinds)


def test_an_event_whose_partner_speaks_to_a_club_pays_nobody() -> None:
    body = (
        "Quillbank is leaving. The title partner of the Kelmore Regatta has told the Denby Yacht Club that it will "
        "not renew its contract. For nine years Quillbank has provided half of the budget of the Kelmore Regatta."
    )
    found = deals("Regatta loses its bank", body, Quillbank=FIRM, Kelmore_Regatta=E, Denby_Yacht_Club=R)
    assert {(deal.sponsor.name, deal.rights_holder.name) for deal in found} == {("Quillbank", "Kelmore Regatta")}


def test_a_club_that_is_called_a_borough_governs_no_town() -> None:
    body = "Quillbank has signed a partnership agreement with Denby Borough. Mira Vautrin was pleased."
    assert ("Quillbank", "Denby Borough") in news(
        "Denby Borough agree terms", body, Quillbank=FIRM, Denby_Borough=R, Mira_Vautrin=P
    )
