"""What is sponsored is told from its owner by how English says that somebody has, runs or plays in something."""

import pytest

from records.record import EntityKind
from tests.claims import FIRM, B, R, deals

EVENT, VENUE = EntityKind.EVENT, EntityKind.VENUE


@pytest.mark.parametrize(
    ("body", "kinds", "holder", "thing"),
    [
        (
            "Quillbank has bought the naming rights to Marrow Rovers' ground. It will be the Quillbank Arena.",
            {"Marrow_Rovers": R, "Quillbank_Arena": VENUE},
            "Marrow Rovers",
            "Quillbank Arena",
        ),
        (
            "Quillbank sponsors Marrow Rovers. Under the deal their ground will be known as Quillbank Field.",
            {"Marrow_Rovers": R},
            "Marrow Rovers",
            "Quillbank Field",
        ),
        (
            "Quillbank becomes title sponsor of the Tarn Trophy, which is organised by Marrow Lacrosse Union.",
            {"Tarn_Trophy": EVENT, "Marrow_Lacrosse_Union": R},
            "Marrow Lacrosse Union",
            "Tarn Trophy",
        ),
        (
            "Quillbank has been named presenting sponsor of Marrow Museum's Night Walks.",
            {"Marrow_Museum": FIRM, "Night_Walks": FIRM},
            "Marrow Museum",
            "Night Walks",
        ),
        (
            "Quillbank is the new sponsor of Marrow Rovers. The bank becomes the main partner of its women's team.",
            {"Marrow_Rovers": R},
            "Marrow Rovers",
            "women's team",
        ),
        (
            "Quillbank is the broadcast sponsor of Tackle Time, Marrow Television's rugby programme.",
            {"Marrow_Television": FIRM},
            "Marrow Television",
            "Tackle Time",
        ),
        (
            "Quillbank is to be an official supplier of the Lake Tour organised by the Marrow Union.",
            {"Marrow_Union": R},
            "Marrow Union",
            "Lake Tour",
        ),
        (
            "Quillbank has been named official partner of the Marrow Rovers academy.",
            {"Marrow_Rovers": R},
            "Marrow Rovers",
            "academy",
        ),
        (
            "Quillbank will sponsor the women's team of Marrow Rovers.",
            {"Marrow_Rovers": R},
            "Marrow Rovers",
            "women's team",
        ),
        (
            "Marrow Rovers have renamed Old Field the Quillbank Field in a naming-rights deal with Quillbank.",
            {"Marrow_Rovers": R, "Old_Field": VENUE},
            "Marrow Rovers",
            "Quillbank Field",
        ),
        (
            "Quillbank has signed a sponsorship deal with Marrow Rovers for their women's team.",
            {"Marrow_Rovers": R},
            "Marrow Rovers",
            "women's team",
        ),
        (
            "Quillbank is a new sponsor. Marrow Orchestra's summer concerts will be sponsored by Quillbank.",
            {"Marrow_Orchestra": R},
            "Marrow Orchestra",
            "summer concerts",
        ),
        # Things that another word tells from their like, and names that are none of the article's.
        (
            "Quillbank will sponsor the dance tent at the Marrow Festival.",
            {"Marrow_Festival": EVENT},
            "Marrow Festival",
            "dance tent",
        ),
        (
            "Marrow Opera has secured Quillbank as the sponsor of its young artists programme.",
            {"Marrow_Opera": R},
            "Marrow Opera",
            "young artists programme",
        ),
        (
            "Marrow Museum has named Quillbank as lead sponsor of Masters of the North, its spring exhibition.",
            {"Marrow_Museum": R},
            "Marrow Museum",
            "Masters of the North",
        ),
        (
            "Marrow League has agreed with Quillbank that it will sponsor its Fair Play Award.",
            {"Marrow_League": R},
            "Marrow League",
            "Fair Play Award",
        ),
        (
            "Quillbank is the new shirt sponsor of the wheelchair team of Marrow Tigers.",
            {"Marrow_Tigers": R},
            "Marrow Tigers",
            "wheelchair team",
        ),
        (
            "Quillbank has signed a deal with Marrow Basketball to sponsor the women's national team.",
            {"Marrow_Basketball": R},
            "Marrow Basketball",
            "women's national team",
        ),
        (
            "Quillbank has bought naming rights to the home of Marrow Rovers. They will play on Quillbank Court.",
            {"Marrow_Rovers": R},
            "Marrow Rovers",
            "Quillbank Court",
        ),
        # What another sponsors, and who buys a name, are no parts of it.
        (
            "Quillbank is the new sponsor of Marrow Rovers. Their junior team is sponsored by a baker.",
            {"Marrow_Rovers": R},
            "Marrow Rovers",
            None,
        ),
        # Where a club only plays is not what is sponsored.
        (
            "Quillbank is the new shirt sponsor of Marrow Rovers, who play at Old Field.",
            {"Marrow_Rovers": R, "Old_Field": VENUE},
            "Marrow Rovers",
            None,
        ),
        ("Quillbank is the new sponsor of Marrow Rovers.", {"Marrow_Rovers": R}, "Marrow Rovers", None),
    ],
)
def test_a_thing_and_its_owner_are_told_apart(
    body: str, kinds: dict[str, EntityKind], holder: str, thing: str | None
) -> None:
    (deal,) = (d for d in deals(None, body, Quillbank=B, **kinds) if d.sponsor.name == "Quillbank")
    assert (deal.rights_holder.name, deal.property.name if deal.property else None) == (holder, thing)
    words = [body[one.start : one.end] for one in deal.evidence if one.field == "property"]
    assert words == ([thing] if thing else [])


@pytest.mark.parametrize(
    "body",
    [
        "Quillbank will be the title sponsor of the Lorne Open, the Marrow Tour said on Thursday.",
        "The Marrow Tour is delighted to announce Quillbank as title sponsor of the Lorne Open.",
        "Quillbank and the Marrow Tour have extended the title sponsorship of the Lorne Open.",
        "The Marrow Tour and Quillbank have extended the title sponsorship of the Lorne Open.",
        "Quillbank will sponsor the Marrow Tour race at Denby, which will be called the Quillbank 400.",
    ],
)
def test_who_announces_the_sponsor_of_an_event_runs_it(body: str) -> None:
    kinds = {"Quillbank": B, "Marrow_Tour": R, "Lorne_Open": EVENT, "Quillbank_400": EVENT}
    event = "Quillbank 400" if "400" in body else "Lorne Open"
    named = {name: kind for name, kind in kinds.items() if name.replace("_", " ") in body}
    found = [(d.rights_holder.name, d.property and d.property.name) for d in deals(None, body, **named)]
    assert found == [("Marrow Tour", event)]


@pytest.mark.parametrize(
    "body",
    [
        "Quillbank is to sponsor the Lorne Open, the Marrow Tour announced.",
        "Quillbank has signed on for four editions of the Lorne Open as title sponsor, the Marrow Tour said.",
        "Quillbank has signed on as title sponsor of the Lorne Open. The deal with the Marrow Tour runs to 2034.",
        "The Marrow Tour has confirmed Quillbank as title sponsor of its premier competition, the Lorne Open.",
    ],
)
def test_who_tells_of_an_event_s_sponsor_or_signs_the_contract_runs_it(body: str) -> None:
    found = deals(None, body, Quillbank=B, Marrow_Tour=R, Lorne_Open=EVENT)
    assert ("Marrow Tour", "Lorne Open") in [(d.rights_holder.name, d.property and d.property.name) for d in found]


def test_a_home_is_a_ground_whatever_its_name_looks_like() -> None:
    body = "Quillbank is to buy the naming rights to the Lornedrome, the home of Marrow Rovers."
    (deal,) = deals(None, body, Quillbank=B, Marrow_Rovers=R, Lornedrome=FIRM)
    assert (deal.rights_holder.name, deal.property and deal.property.name) == ("Marrow Rovers", "Lornedrome")


def test_a_governing_body_that_announces_its_team_s_sponsor_gives_the_rights() -> None:
    body = (
        "The Marrow Olympic Association has named Quillbank an official partner of Team Marrow ahead of the games."
    )
    kinds = {"Quillbank": B, "Marrow_Olympic_Association": R, "Team_Marrow": R}
    found = [(d.rights_holder.name, d.property and d.property.name) for d in deals(None, body, **kinds)]
    assert found == [("Marrow Olympic Association", "Team Marrow")]
