from records.record import EntityKind
from tests.claims import B, P, R, deals

EVENT = EntityKind.EVENT


def test_an_event_where_stars_compete_is_not_sponsored_with_them() -> None:
    body = "Ines Vautrin is the face of Quillbank. Quillbank and its partner will follow the Harrow Games together."
    found = deals("Vautrin signs", body, Quillbank=B, Ines_Vautrin=P, Harrow_Games=EVENT)
    assert [deal.rights_holder.name for deal in found] == ["Ines Vautrin"]


def test_an_event_of_this_year_is_where_and_not_who() -> None:
    body = "Quillbank is proud to announce its official sponsorship of three players at the 2024 Harrow Open."
    assert deals("Players find a sponsor", body, Quillbank=B, Harrow_Open=EVENT) == []


def test_a_person_s_academy_is_sponsored_and_not_its_founder() -> None:
    body = (
        "Quillbank has signed with Ines Vautrin's Harrow Academy. "
        "Quillbank sponsors Ines Vautrin's work, and is the main sponsor of the Harrow Academy."
    )
    found = deals(
        "Quillbank sponsors Ines Vautrin's Harrow Academy", body, Quillbank=B, Ines_Vautrin=P, Harrow_Academy=R
    )
    assert [deal.rights_holder.name for deal in found] == ["Harrow Academy"]
