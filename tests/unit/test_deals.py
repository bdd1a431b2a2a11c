import pytest

from enrich.claims.aliases import join_short_names
from records.record import Deal, Entity, EntityKind, Known, Span
from tests.claims import FIRM, B, P, R, deals


def told(found: list[Deal]) -> list[tuple[str, str, str, str, bool]]:
    return [(d.sponsor.name, d.rights_holder.name, d.role, d.event_type, d.is_background) for d in found]


def test_a_new_deal_has_its_parties_role_term_and_value() -> None:
    body = (
        "Marrow Rovers have named Quillbank as their official banking partner in a three-year deal worth "
        "£4m a season. The partnership runs until the end of the 2028-29 season."
    )
    (deal,) = deals("Rovers sign Quillbank", body, Marrow_Rovers=R, Quillbank=B)
    assert told([deal]) == [("Quillbank", "Marrow Rovers", "official_partner", "new", False)]
    assert deal.designations == ("official banking partner",)
    assert deal.categories == ("banking",)
    assert (deal.term.years, deal.term.end, deal.term.precision) == (3.0, "2029", "season")
    assert [(v.amount, v.currency, v.basis) for v in deal.value] == [(4e6, "GBP", "per_season")]


def test_every_field_keeps_the_characters_it_was_read_from() -> None:
    body = "Quillbank has renewed its shirt sponsorship of Marrow Rovers through 2031."
    (deal,) = deals(None, body, Marrow_Rovers=R, Quillbank=B)
    read = {one.field: body[one.start : one.end] for one in deal.evidence}
    assert read == {
        "sponsor": "Quillbank",
        "rights_holder": "Marrow Rovers",
        "role": "shirt sponsorship",
        "designations": "shirt sponsor",
        "event_type": "renewed",
        "status": "renewed",
        "term.end": "through 2031",
    }


def test_a_headline_leaves_out_the_form_of_a_firm() -> None:
    body = "The company is glad. Quillbank Tiles LLC was founded in 1990 and Marrow Rovers in 1890."
    found = deals(
        "Quillbank Tiles named official sponsor of Marrow Rovers", body, Marrow_Rovers=R, Quillbank_Tiles_LLC=FIRM
    )
    assert [(deal.sponsor.name, deal.rights_holder.name) for deal in found] == [
        ("Quillbank Tiles LLC", "Marrow Rovers")
    ]


def test_the_words_decide_what_happened() -> None:
    for body, event, status in (
        ("Quillbank will end its sponsorship of Marrow Rovers.", "termination", "terminated"),
        ("Quillbank has extended its partnership with Marrow Rovers.", "extension", "announced"),
        ("Quillbank is in talks over a shirt deal with Marrow Rovers.", "rumour", "in_talks"),
        ("Quillbank will not renew its sponsorship of Marrow Rovers.", "non_renewal", "expired"),
    ):
        (deal,) = deals(None, body, Marrow_Rovers=R, Quillbank=B)
        assert (deal.sponsor.name, deal.event_type, deal.status) == ("Quillbank", event, status)


def test_an_ambassador_is_the_one_who_is_sponsored() -> None:
    body = "Quillbank has named golfer Ines Vautrin as its global brand ambassador."
    (deal,) = deals("Vautrin joins Quillbank", body, Quillbank=B, Ines_Vautrin=P)
    assert told([deal]) == [("Quillbank", "Ines Vautrin", "ambassador", "new", False)]


def test_coordinated_sponsors_make_a_deal_each() -> None:
    body = "Quillbank and Tarn Motors sponsor Marrow Rovers."
    assert [
        (d.sponsor.name, d.rights_holder.name)
        for d in deals(None, body, Quillbank=B, Tarn_Motors=B, Marrow_Rovers=R)
    ] == [
        ("Quillbank", "Marrow Rovers"),
        ("Tarn Motors", "Marrow Rovers"),
    ]


def test_two_businesses_in_partnership_make_no_deal() -> None:
    body = "Quillbank has extended its strategic partnership with Tarn Networks to accelerate cloud deployment."
    assert deals("Quillbank and Tarn Networks extend partnership", body, Quillbank=FIRM, Tarn_Networks=FIRM) == []


def test_a_replaced_sponsor_is_only_recalled() -> None:
    body = "Quillbank will replace Tarn Motors as principal partner of Marrow Rovers."
    found = deals("Quillbank replaces Tarn Motors", body, Quillbank=B, Tarn_Motors=B, Marrow_Rovers=R)
    assert {(d.sponsor.name, d.is_background) for d in found if not d.is_background} == {("Quillbank", False)}


def test_who_joins_sponsors_too() -> None:
    body = "Quillbank has joined Tarn Motors as founding partners of Marrow Rovers."
    found = deals(None, body, Quillbank=B, Tarn_Motors=B, Marrow_Rovers=R)
    assert {(d.sponsor.name, d.role) for d in found} == {
        ("Quillbank", "founding_partner"),
        ("Tarn Motors", "founding_partner"),
    }


def test_who_sells_the_naming_rights_does_not_sponsor() -> None:
    body = "Marrow Rovers have sold the naming rights to Quillbank for six years at $1.1 million per year."
    (deal,) = deals(None, body, Quillbank=B, Marrow_Rovers=R)
    assert told([deal]) == [("Quillbank", "Marrow Rovers", "naming_rights", "new", False)]
    assert [(v.amount, v.basis) for v in deal.value] == [(1.1e6, "per_year")]


def test_a_ground_whose_name_a_body_sells_is_the_body_s() -> None:
    body = (
        "Marrow Rovers announced they had sold the naming rights to Denby Park to Quillbank. "
        "Denby Park will be renamed the Quillbank Park in May."
    )
    (deal,) = deals(None, body, Quillbank=B, Marrow_Rovers=R, Denby_Park=EntityKind.VENUE)
    assert told([deal]) == [("Quillbank", "Marrow Rovers", "naming_rights", "new", False)]
    assert deal.property is not None
    assert deal.property.name == "Quillbank Park"


def test_partnerships_that_a_sponsor_s_work_includes_are_recalled() -> None:
    body = (
        "Quillbank has signed a one-year contract to become title sponsor of Kelmore Cup. "
        "Its work in the sport includes partnerships with Denby Town."
    )
    found = deals(None, body, Quillbank=B, Kelmore_Cup=EntityKind.EVENT, Denby_Town=R)
    assert [d.rights_holder.name for d in found if not d.is_background] == ["Kelmore Cup"]


def test_a_firm_and_its_branch_in_a_country_are_one_sponsor() -> None:
    body = (
        "Quillbank is ending its sponsorship of Marrow Rovers. "
        "“Quillbank USA announces the decision to end its sponsorship of Marrow Rovers,” it said."
    )
    (deal,) = deals(None, body, Quillbank=B, Quillbank_USA=FIRM, Marrow_Rovers=R)
    assert (deal.sponsor.name, deal.rights_holder.name) == ("Quillbank USA", "Marrow Rovers")


def test_a_sponsorship_under_review_is_news() -> None:
    body = "Quillbank is reviewing its £10m sponsorship of Marrow Rovers and is already hunting for others to pay."
    (deal,) = deals(None, body, Quillbank=B, Marrow_Rovers=R)
    assert not deal.is_background


def test_the_last_one_paid_another_sum() -> None:
    body = (
        "Quillbank will be the shirt sponsor of Marrow Rovers in a deal worth £2m a season. "
        "That beats the £1m a season that was paid before."
    )
    (deal,) = deals(None, body, Quillbank=B, Marrow_Rovers=R)
    assert [v.amount for v in deal.value] == [2e6]


def test_a_club_goes_by_its_last_word_and_a_firm_by_its_first() -> None:
    body = "Tarn Motors has met Marrow Rovers. On Monday Rovers named Tarn as official car partner."
    (deal,) = deals(None, body, Tarn_Motors=B, Marrow_Rovers=R, Tarn=FIRM)
    assert told([deal]) == [("Tarn Motors", "Marrow Rovers", "official_partner", "new", False)]


@pytest.mark.parametrize(
    ("words", "called", "trades"),
    [
        (
            "the club's official robotics and timing partner",
            ("official robotics and timing partner",),
            ("robotics", "timing"),
        ),
        ("its food and drink partner", ("food and drink partner",), ("food and drink",)),
        ("the Worldwide Marrow Partner", ("Worldwide Marrow Partner",), ()),
        ("a founding partner", ("founding partner",), ()),
        ("a digital sponsor", (), ()),
        ("a three-term sponsor", (), ()),
    ],
)
def test_a_designation_is_what_the_sponsor_alone_is_given(
    words: str, called: tuple[str, ...], trades: tuple[str, ...]
) -> None:
    (deal,) = deals(None, f"Quillbank has become {words} of Marrow Rovers.", Marrow_Rovers=R, Quillbank=B)
    assert (deal.designations, deal.categories) == (called, trades)


def test_what_only_the_headline_ties_is_proved_by_the_sentence_that_names_both() -> None:
    body = "Marrow Rovers were in high spirits. Quillbank and Marrow Rovers met on Monday."
    for deal in deals("Quillbank to sponsor Marrow Rovers", body, Marrow_Rovers=R, Quillbank=B):
        assert {"role", "status", "event_type"} <= {one.field for one in deal.evidence}


def test_the_sponsor_who_paid_a_sum_is_the_one_it_is_of() -> None:
    body = (
        "Quillbank has become the shirt sponsor of Marrow Rovers. It is a record for Rovers, whose outgoing shirt "
        "sponsor, the ferry line Tarn Motors, paid £1.1m a year."
    )
    found = deals(None, body, Quillbank=B, Marrow_Rovers=R, Tarn_Motors=B)
    assert not [value for deal in found if deal.sponsor.name == "Quillbank" for value in deal.value]


def test_an_event_of_one_sponsor_under_two_names_is_one_deal() -> None:
    body = (
        "Kelmore Open has named Quillbank as its new title sponsor for five years. "
        "“Tennis is coming back,” said the director of the newly named Quillbank Open. "
        "The title sponsorship begins in May."
    )
    found = deals(
        "Kelmore Open names Quillbank as title sponsor",
        body,
        Quillbank=B,
        Kelmore_Open=EntityKind.EVENT,
        Quillbank_Open=EntityKind.EVENT,
    )
    assert [(d.sponsor.name, d.rights_holder.name) for d in found if not d.is_background] == [
        ("Quillbank", "Kelmore Open")
    ]


def test_a_firm_that_all_know_is_not_called_by_its_ware() -> None:
    body = "Quillbank Access is here. Quillbank signed in May."
    ware = Entity(id="e1", kind=FIRM, name="Quillbank Access", mentions=(Span(start=0, end=16),))
    firm = Entity(id="e2", kind=B, name="Quillbank", mentions=(Span(start=26, end=35),))
    known = firm.model_copy(update={"known": Known(id="kb:quillbank", name="Quillbank")})
    assert [one.name for one in join_short_names([ware, firm], body)] == ["Quillbank Access"]
    assert [one.name for one in join_short_names([ware, known], body)] == ["Quillbank Access", "Quillbank"]


def joined(body: str, **kinds: EntityKind) -> list[Entity]:
    """Return the entities of a text, each named once in it, after short names have joined long ones."""
    entities = []
    for name, kind in kinds.items():
        spelt = name.replace("_", " ").replace(" com ", ".com ")
        at = body.find(spelt)
        entities.append(Entity(id=name, kind=kind, name=spelt, mentions=(Span(start=at, end=at + len(spelt)),)))
    return join_short_names(entities, body)


def test_an_event_and_a_town_s_club_go_by_a_part_of_their_names() -> None:
    body = "The Kelmore Cup is on. The Cup is new. A Denby football team has won. It was Denby Tigers."
    found = joined(body, Kelmore_Cup=EntityKind.EVENT, Denby=EntityKind.PLACE, Denby_Tigers=R)
    assert [(one.name, [body[m.start : m.end] for m in one.mentions]) for one in found] == [
        ("Kelmore Cup", ["Kelmore Cup", "Cup"]),
        ("Denby Tigers", ["Denby", "Denby Tigers"]),
    ]


def test_an_event_with_its_sponsor_s_address_before_its_name_is_that_event() -> None:
    body = "The Kelmore Cup is now called the QuillBank.com Kelmore Cup. Quill Bank pays. The Cup is new."
    event = EntityKind.EVENT
    found = joined(body, Kelmore_Cup=event, QuillBank_com_Kelmore_Cup=event, Quill_Bank=B)
    assert [(one.name, len(one.mentions)) for one in found] == [("Kelmore Cup", 3), ("Quill Bank", 1)]


def test_the_new_name_of_a_league_is_no_league_of_its_own() -> None:
    body = (
        "Quillbank has been unveiled as the title sponsor of Moro Premier Netball for three years. "
        "The competition will now be known as the Quillbank Premier Netball League."
    )
    found = deals(None, body, Quillbank=B, Moro_Premier_Netball=R, Quillbank_Premier_Netball_League=R)
    assert {deal.rights_holder.name for deal in found if not deal.is_background} == {"Moro Premier Netball"}
