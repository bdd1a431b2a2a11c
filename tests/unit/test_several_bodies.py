"""Which of several bodies holds a deal, and which of several sponsors are the news."""

from enrich.findings import Found
from enrich.shapes import of_words
from enrich.stages.deals import find
from enrich.text import Text
from records.record import Entity, EntityKind, Span
from tests.claims import FIRM, R, deals
from tests.names import named

EVENT = EntityKind.EVENT


def parties(title: str | None, body: str, **kinds: EntityKind) -> set[tuple[str, str]]:
    """Return sponsor and rights-holder of each deal that is news."""
    found = deals(title, body, **kinds)
    return {(d.sponsor.name, d.rights_holder.name) for d in found if not d.is_background}


def test_who_signs_sponsors_for_a_league_has_them_and_all_of_them_are_news() -> None:
    body = (
        "Marrow Rovers announced on Tuesday that they have signed four sponsors for the Lorne League. Leading the "
        "line-up of principal sponsors is Quillbank. Penlow and the brewer Ostler are the other principal sponsors "
        "and their logos will be on the sleeves. Brackwater has signed on as a partner for the season."
    )
    firms = dict.fromkeys(("Quillbank", "Penlow", "Ostler", "Brackwater"), FIRM)
    found = parties("Marrow Rovers sign four sponsors", body, **firms, Marrow_Rovers=R, Lorne_League=R)
    assert found == {(firm, "Marrow Rovers") for firm in firms}


def test_who_deals_with_a_union_becomes_partner_of_its_cup() -> None:
    body = (
        "Quillbank has deepened its partnership with the Lorne Union, becoming the official partner of the Lorne "
        "Cup, in a deal that runs until 2030."
    )
    found = parties("In brief", body, Quillbank=FIRM, Lorne_Union=FIRM, Lorne_Cup=EVENT)
    assert {sponsor for sponsor, _ in found} == {"Quillbank"}


def test_a_firm_and_its_brand_have_one_deal() -> None:
    body = (
        "The Marrow Cup has secured fresh backing from the soap maker Quillbank (QB) and its Lumo deodorant brand, "
        "which will be the presenting sponsors of the tournament."
    )
    found = parties("Backing for the cup", body, Quillbank=FIRM, Lumo=EntityKind.BRAND, Marrow_Cup=EVENT)
    assert found == {("Quillbank", "Marrow Cup")}


def test_what_a_sponsor_helps_with_is_not_what_it_sponsors() -> None:
    body = (
        "The Marrow Fair returns in May with forty concerts. The airline Quillbank has signed on as a fair sponsor "
        "to help with travel for the cast."
    )
    assert parties("Marrow Fair finds a sponsor", body, Quillbank=FIRM, Marrow_Fair=EVENT) == {
        ("Quillbank", "Marrow Fair")
    }


def test_who_is_on_a_list_that_another_joins_is_no_news() -> None:
    body = (
        "Marrow Rovers have announced a sponsorship deal with Quillbank. Quillbank joins a growing list of Marrow "
        "Rovers partners, which also includes the brewer Ostler and the bank Penlow."
    )
    found = parties("Rovers land Quillbank", body, Quillbank=FIRM, Ostler=FIRM, Penlow=FIRM, Marrow_Rovers=R)
    assert found == {("Quillbank", "Marrow Rovers")}


def test_who_currently_sponsors_another_team_is_no_news() -> None:
    body = (
        "Quillbank has been named as the sponsor of Marrow Rovers for five years. Penlow is currently sponsoring "
        "Marrow Rovers Women."
    )
    found = parties(
        "Marrow Rovers name Quillbank", body, Quillbank=FIRM, Penlow=FIRM, Marrow_Rovers=R, Marrow_Rovers_Women=R
    )
    assert found == {("Quillbank", "Marrow Rovers")}


def test_a_marathon_and_the_half_beside_it_are_one_event() -> None:
    assert of_words(("Marrow", "Marathon", "&", "Half"))[EVENT] > 0


def test_who_secures_a_sponsorship_has_a_sponsor() -> None:
    body = (
        "Marrow Nine signed a title sponsorship worth more than ten million with the technology company Quillbank "
        "on Tuesday. The seven-year contract was announced in Oslo."
    )
    found = parties("Marrow Nine secures a title sponsorship", body, Quillbank=FIRM, Marrow_Nine=FIRM)
    assert found == {("Quillbank", "Marrow Nine")}


def test_who_secures_naming_rights_pays_whoever_the_deal_is_struck_with() -> None:
    body = (
        "The lender Quillbank in Denby has secured naming rights to a league franchise's home venue, striking a "
        "multi-year deal with the Marrow Generals on Wednesday."
    )
    found = parties("Lender to name a stadium", body, Quillbank=FIRM, Marrow_Generals=R, Denby=EntityKind.PLACE)
    assert found == {("Quillbank", "Marrow Generals")}


def test_the_event_of_a_place_is_not_the_place() -> None:
    body = (
        "Quillbank has been unveiled as the title sponsor of Oslo's indoor tennis event. The event will now be "
        "known as the Quillbank Open. The Quillbank Open was played in spring."
    )
    found = parties("Oslo event has a sponsor", body, Quillbank=FIRM, Quillbank_Open=EVENT, Oslo=EntityKind.PLACE)
    assert found == {("Quillbank", "Quillbank Open")}


def test_the_firm_that_a_new_name_begins_with_is_the_sponsor() -> None:
    body = (
        "The Lorne Nine signed a title sponsorship deal with the technology company Quillbank. The series "
        "will now be known as the Quillbank Lorne Nine Championship."
    )
    kinds = {"Lorne_Nine": FIRM, "Quillbank": FIRM, "Quillbank_Lorne_Nine_Championship": EVENT}
    assert {sponsor for sponsor, _ in parties("A new name", body, **kinds)} == {"Quillbank"}


def test_a_team_is_no_nickname_of_its_league() -> None:
    body = (
        "Acme has named a Lake Basketball League franchise's home, striking a deal with the Marrow Herons. "
        "The Marrow Herons play there."
    )
    assert [name for name in named(body) if "Marrow" in name or "Lake" in name] == [
        "rights_holder: Lake Basketball League",
        "rights_holder: Marrow Herons",
    ]


def test_a_state_whose_stadium_is_told_of_is_its_university() -> None:
    body = "Northern Lorne State has signed a deal with Quillbank for the school's football stadium."
    assert named(body)[0] == "organization: Northern Lorne State"


def test_a_museum_has_the_sponsor_of_what_it_shows_and_the_painter_has_none() -> None:
    body = (
        "Quillbank has agreed a sponsorship deal with Marrow Museum. Marrow Museum will open an exhibit of the "
        "painter Anna Ode next spring sponsored by the insurer Quillbank."
    )
    found = parties(
        "Marrow Museum has a sponsor", body, Quillbank=FIRM, Marrow_Museum=R, Anna_Ode=EntityKind.PERSON
    )
    assert found == {("Quillbank", "Marrow Museum")}


def test_a_firm_whose_suffix_stands_behind_a_comma_has_its_deal() -> None:
    body = "Marrow Rovers have named Quillbank, Inc. as their official tyre partner."
    at = body.index("Quillbank")
    so_far = Found()
    so_far.entities = [
        Entity(id="e1", kind=R, name="Marrow Rovers", mentions=(Span(start=0, end=13),)),
        Entity(id="e2", kind=FIRM, name="Quillbank Inc.", mentions=(Span(start=at, end=at + 15),)),
    ]
    found = find(Text(body, "Rovers have a tyre partner", (), None), so_far)
    assert [(deal.sponsor.name, deal.rights_holder.name) for deal in found] == [("Quillbank Inc.", "Marrow Rovers")]


def test_a_firm_of_the_name_of_an_event_runs_it() -> None:
    body = (
        "Quillbank is thrilled to announce a sponsorship agreement with Lake Week LLC for the coming Lake Week. "
        "Quillbank will be the sole sponsor of Lake Week."
    )
    found = parties("Quillbank backs a week", body, Quillbank=FIRM, Lake_Week_LLC=FIRM, Lake_Week=EVENT)
    assert {sponsor for sponsor, _ in found} == {"Quillbank"}


def test_the_firm_a_team_is_called_after_sponsors_it() -> None:
    body = (
        "Lorne Wheelers will race as Team Quillbank this season after the online marketplace stepped up as title "
        "sponsor. Quillbank has been a partner of the team for years."
    )
    found = parties("A new name", body, Quillbank=FIRM, Team_Quillbank=R, Lorne_Wheelers=R)
    assert {sponsor for sponsor, _ in found} == {"Quillbank"}


def test_a_club_that_is_called_by_its_own_plural_has_no_other_nickname() -> None:
    body = (
        "The Marrow Herons are a basketball club. The Herons announced a deal. The Trumpets play a 15-game season, "
        "and the Herons will face them."
    )
    assert "rights_holder: Marrow Herons" in named(body)
    assert not [name for name in named(body) if "Marrow Herons" not in name and "Herons" in name]


def test_who_becomes_a_partner_of_a_theatre_that_names_its_partners_is_its_sponsor_whoever_it_is() -> None:
    body = (
        "Marrow Theatre has named its partners for the season. Brackwater becomes education partner, jeweller "
        "Quillbank will be opening-night sponsor and the Ostler Hotel joins as accommodation partner."
    )
    kinds = {"Marrow_Theatre": R, "Brackwater": FIRM, "Quillbank": FIRM, "Ostler_Hotel": EntityKind.VENUE}
    found = parties("Theatre names season partners", body, **kinds)
    assert found == {(one, "Marrow Theatre") for one in ("Brackwater", "Quillbank", "Ostler Hotel")}


def test_who_sells_a_university_s_rights_is_no_party() -> None:
    body = (
        "Marrow Athletics and Marrow Sports Properties announced a multi-year partnership with the dealer "
        "Quillbank, naming it the official truck of Marrow Athletics."
    )
    kinds = {"Marrow_Athletics": R, "Marrow_Sports_Properties": FIRM, "Quillbank": FIRM}
    assert parties("Marrow Athletics has a partner", body, **kinds) == {("Quillbank", "Marrow Athletics")}


def test_the_series_that_a_sponsored_car_races_in_is_no_party() -> None:
    body = (
        "The driver Anders Ode and his team Lorne Racing have signed a sponsorship agreement with Quillbank that "
        "will see the dealer's colours on the No. 9 car in the Marrow Rally Series."
    )
    kinds = {"Anders_Ode": EntityKind.PERSON, "Lorne_Racing": R, "Quillbank": FIRM, "Marrow_Rally_Series": EVENT}
    found = parties("Quillbank backs Ode and Lorne Racing", body, **kinds)
    assert found == {("Quillbank", "Anders Ode"), ("Quillbank", "Lorne Racing")}


def test_who_only_stands_behind_a_plain_tie_is_no_holder() -> None:
    body = (
        "Quillbank has launched its sponsorship of the Lorne Line for the Marrow Rovers' season. The buses run "
        "until May."
    )
    found = parties("Buses have a sponsor", body, Quillbank=FIRM, Lorne_Line=R, Marrow_Rovers=R)
    assert found == {("Quillbank", "Lorne Line")}


def test_of_a_summit_at_an_expo_the_summit_is_sponsored() -> None:
    body = "Quillbank participated as a gold sponsor in the Lorne Summit at Marrow Expo in Oslo on Monday."
    kinds = {"Quillbank": FIRM, "Lorne_Summit": EVENT, "Marrow_Expo": EVENT, "Oslo": EntityKind.PLACE}
    assert parties("Quillbank a sponsor of Lorne Summit", body, **kinds) == {("Quillbank", "Lorne Summit")}


def test_a_series_race_at_a_speedway_is_the_speedway_s() -> None:
    body = "Quillbank has extended its title sponsorship of the Lorne Series race at Marrow Speedway until 2030."
    found = parties("Quillbank renews", body, Quillbank=FIRM, Lorne_Series=R, Marrow_Speedway=R)
    assert found == {("Quillbank", "Marrow Speedway")}


def test_who_is_at_an_event_held_somewhere_as_a_sponsor_sponsors_it() -> None:
    body = "Quillbank marked its presence at Lorne Summit, held in Oslo, as a gold sponsor."
    kinds = {"Quillbank": FIRM, "Lorne_Summit": EVENT, "Oslo": EntityKind.PLACE}
    assert parties("Quillbank at Lorne Summit", body, **kinds) == {("Quillbank", "Lorne Summit")}


def test_a_firm_signs_with_a_club_and_with_its_league() -> None:
    body = "Quillbank has signed separate agreements with Marrow Rovers and with the Lorne League."
    found = parties("Sponsor signs twice", body, Quillbank=FIRM, Marrow_Rovers=R, Lorne_League=R)
    assert found == {("Quillbank", "Marrow Rovers"), ("Quillbank", "Lorne League")}


def test_whoever_is_joined_by_a_sponsor_is_no_news() -> None:
    body = (
        "The watchmaker Quillbank has been named official timekeeper of the Marrow Marathon. It said Quillbank "
        "joins title sponsor Penlow and nutrition partner Ostler in backing the Marrow Marathon."
    )
    found = parties("Watchmaker at marathon", body, Quillbank=FIRM, Penlow=FIRM, Ostler=FIRM, Marrow_Marathon=EVENT)
    assert found == {("Quillbank", "Marrow Marathon")}


def test_whom_an_unnamed_firm_takes_the_naming_rights_over_from_is_no_news() -> None:
    body = (
        "The Marrow Open will be played under another name after the whisky maker took over the naming rights from "
        "Penlow Cars."
    )
    assert parties("Marrow Open gets a new name", body, Penlow_Cars=FIRM, Marrow_Open=EVENT) == set()


def test_training_wear_is_sponsored_and_training_is_not() -> None:
    body = "Marrow Rovers have unveiled their sponsors. The accountants Quillbank will sponsor the training wear."
    assert parties("Rovers unveil sponsors", body, Quillbank=FIRM, Marrow_Rovers=R) == {
        ("Quillbank", "Marrow Rovers")
    }
