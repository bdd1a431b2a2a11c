from records.record import Deal
from tests.claims import FIRM, B, P, R, deals


def told(found: list[Deal]) -> set[tuple[str, str]]:
    return {(deal.sponsor.name, deal.rights_holder.name) for deal in found if not deal.is_background}


# Each of them alone would be news; in one article all but the first came late and beside much else.
BRIEFS = (
    "Nets and numbers",
    "The Trade Gazette says that crowds at Larkfield Hoops rose by nine per cent over the autumn.",
    "Out of gas",
    "Marrow Rovers stay without a manager after Anna Brill turned them down on Tuesday.",
    "Sweet deal",
    "Quillbank near deal to sponsor the Lake Tour, welcome news in a lean autumn.",
    "Off the wall",
    "Tollgate drops the Hexley Hawks after five years.",
)
NAMES = {
    "Trade_Gazette": FIRM,
    "Larkfield_Hoops": R,
    "Marrow_Rovers": R,
    "Anna_Brill": P,
    "Quillbank": B,
    "Lake_Tour": R,
    "Tollgate": B,
    "Hexley_Hawks": R,
}


def test_each_story_of_a_round_up_has_its_own_news() -> None:
    body = "\n\n".join(f"{heading}\n{story}" for heading, story in zip(BRIEFS[::2], BRIEFS[1::2], strict=True))
    assert told(deals("Sports business headlines", body, **NAMES)) == {
        ("Quillbank", "Lake Tour"),
        ("Tollgate", "Hexley Hawks"),
    }


def test_the_same_sentences_in_an_article_about_one_club_are_no_round_up() -> None:
    stories = BRIEFS[1::2]
    body = "\n\n".join(f"Marrow Rovers lost again. {story}" for story in stories)
    assert ("Tollgate", "Hexley Hawks") not in told(deals("Marrow Rovers look for a manager", body, **NAMES))


def test_the_open_side_of_one_story_is_not_filled_from_another() -> None:
    body = (
        "Brewer Quillbank has extended its shirt sponsorship of Marrow Rovers until 2030.\n\n"
        "Grocer Tollgate will replace Pennick on the shirts of the Hexley Hawks.\n\n"
        "Insurer Sablecross is to be the title sponsor of the Lake Tour for three years.\n\n"
        "Airline Windrush will have its name on the front of the jerseys from August."
    )
    found = deals(
        "The week in sponsorship",
        body,
        Quillbank=B,
        Marrow_Rovers=R,
        Tollgate=B,
        Pennick=B,
        Hexley_Hawks=R,
        Sablecross=B,
        Lake_Tour=R,
        Windrush=B,
    )
    assert told(found) == {
        ("Quillbank", "Marrow Rovers"),
        ("Tollgate", "Hexley Hawks"),
        ("Sablecross", "Lake Tour"),
    }
