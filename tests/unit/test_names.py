"""Where names stand in the text, how runs of capitals are divided, and what is no name at all."""

import pytest

from enrich import casing, datelines
from enrich.text import Text
from tests.names import named


@pytest.mark.parametrize(("word", "rather_a_name"), [("Governance", False), ("Retired", False), ("Concorde", True)])
def test_english_writes_some_words_rather_small_and_some_rather_with_a_capital(
    word: str, rather_a_name: bool
) -> None:
    assert (casing.ordinary(word) < 0) is rather_a_name


def test_a_word_that_english_does_not_know_is_rather_a_name() -> None:
    assert casing.ordinary("Zorvanqia") == casing.UNKNOWN


@pytest.mark.parametrize(
    ("body", "place", "rest"),
    [
        ("MORO CITY, Ohio, Jan. 5, 2026 /OdeWire/ -- Brill Bank signed.", "MORO CITY, Ohio", "Brill"),
        ("OSLO (Ode Press) — Brill Bank signed.", "OSLO", "Brill"),
        ("SOUTH MORO, CT - October 7, 2025 (ODEWIRE) - Brill Bank signed.", "SOUTH MORO, CT", "Brill"),
    ],
)
def test_a_dateline_is_a_place_and_the_wire_is_nobody(body: str, place: str, rest: str) -> None:
    [found] = datelines.find(body, Text(body, None, (), None).paragraphs)
    assert (body[found.start : found.end], body[found.text :].split()[0]) == (place, rest)
    assert named(body)[-1] == "organization: Brill Bank"
    assert not [name for name in named(body)[:-1] if not name.startswith("place: ")]


@pytest.mark.parametrize("body", ["Brill Bank — the lender — signed.", "Who paid? Ode Bank -- again.", "A - B"])
def test_words_before_a_dash_are_not_always_a_dateline(body: str) -> None:
    assert datelines.find(body, Text(body, None, (), None).paragraphs) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("He joined the Brill Health Advisory Board in May.", ["organization: Brill Health"]),
        ("She sits on the Moro Foundation Board of Directors.", ["organization: Moro Foundation"]),
        ("She runs the Moro Cricket Board.", ["rights_holder: Moro Cricket Board"]),
        ("It was voted Zorvane Player of the Year again.", []),
        ("They support HB 148 and SB 22.", []),
        ("The band Zorvane at Moro Theatre played.", ["organization: Zorvane", "venue: Moro Theatre"]),
        ("He left the University of Moro at Brill.", ["organization: University of Moro at Brill"]),
        ("It makes Stratus Cloud the Official Data Partner.", ["organization: Stratus Cloud"]),
        ("The Moro Open Season 6 begins in May.", ["event: Moro Open"]),
        ("On Monday in Lisbon FIFA signed.", ["place: Lisbon", "rights_holder: FIFA"]),
        (
            "Brill Air is the Official Airline of the Moro Trust.",
            ["organization: Brill Air", "organization: Moro Trust"],
        ),
        ("“Badminton is the fastest game of all,” said Anna Kessel.", ["person: Anna Kessel"]),
        ("Wade's Burritos sponsors the Moro Trust.", ["organization: Wade's Burritos", "organization: Moro Trust"]),
        ("Anna Kessel, Director of Sales & Business Development, left.", ["person: Anna Kessel"]),
        ("The club's Municipal Advisory Board thanked its Diamond Sponsors.", []),
        ("It was sent by Brill Bank's Office of Communications.", ["organization: Brill Bank"]),
        ("They left the Olympic Movement to Brill Bank.", ["organization: Brill Bank"]),
        ("Anna Kessel & John Tarnock run it.", ["person: Anna Kessel", "person: John Tarnock"]),
        ("It pays the Black & White Kessel Fest.", ["event: Black & White Kessel Fest"]),
        ("His bout against Zorvek Nurmagov drew crowds.", ["person: Zorvek Nurmagov"]),
        ("Backers including Faustino Kesselring helped. Dr. Kesselring ran.", ["person: Faustino Kesselring"]),
        ("Music came from DJ Neal with a choir.", ["person: DJ Neal"]),
        ("Sadly Anna Kessel left Brill Bank.", ["person: Anna Kessel", "organization: Brill Bank"]),
        ("The AI-assisted camera of Brill Bank works.", ["organization: Brill Bank"]),
        ("Keith Brill, CPA, sponsors the club.", ["person: Keith Brill"]),
        ("“Good,” said Anna Kessel, Head of Indigenous Relations at Brill Bank.", ["Anna Kessel", "Brill Bank"]),
    ],
)
def test_runs_of_capitals_are_divided_where_one_name_ends(body: str, found: list[str]) -> None:
    assert (
        [name if ":" in found[0] else name.split(": ")[1] for name in named(body)] == found
        if found
        else not named(body)
    )


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Zorvane Golf Inc. (NASDAQ: ZVG) grew. ZVG said so.", ["organization: Zorvane Golf Inc."]),
        ("The Moro Long Fling (MLF) announced its season.", ["organization: Moro Long Fling"]),
        ("ITW Consulting staged it. The board and ITW agreed.", ["organization: ITW Consulting"]),
        ("The replacement sponsors zorvane.bet paid.", ["organization: zorvane.bet"]),
        ("Visit zorvane.com today.", []),
        ("The clothing shop Zorvane closed.", ["organization: Zorvane"]),
        ("They met Pele, Cruyff and Eusebio.", ["person: Pele", "person: Cruyff", "person: Eusebio"]),
    ],
)
def test_bodies_and_people_are_told_by_how_the_text_speaks_of_them(body: str, found: list[str]) -> None:
    assert named(body) == found


def test_who_speaks_under_a_brand_s_name_is_the_person_of_that_surname() -> None:
    body = "“Good,” said Ben Fox of Brill Bank. Fox continued by saying it was right. He watched Fox News."
    assert "person: Ben Fox" in named(body)
    assert "brand: Fox" not in named(body)


def test_a_surname_that_is_a_brand_s_is_the_person_s_once_the_person_is_named() -> None:
    body = "Seth Bell runs Zorvane Group. “We grew,” said Bell. Bell joined the firm in May."
    assert named(body) == ["person: Seth Bell", "organization: Zorvane Group"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Anna Kessel of Zorvane spoke: “At Zorvane, we try.” The firm Zorvane grew.", ["Anna Kessel", "Zorvane"]),
        ("The club Zorvane won. Signing Zorvane pays.", ["Zorvane"]),
        ("Ms Kessel spoke. After Kessel left, the club Zorvane lost.", ["Kessel", "Zorvane"]),
        ("Zorvane LLC grew. Our Pledge At Zorvane LLC stands.", ["Zorvane LLC"]),
        ("The firm Under Zorvane grew. Under Zorvane sells shoes.", ["Under Zorvane"]),
        ("Christian Wyborne scored.", ["Christian Wyborne"]),
        ("“Good,” said Anna Kessel, Ph.D., M.H.S., of Brill Bank.", ["Anna Kessel", "Brill Bank"]),
        ("Dr. Anna Kessel MD spoke.", ["Anna Kessel"]),
        ("They met with Boxer Anna Kessel on Monday.", ["Anna Kessel"]),
        ("Mike Kessel, Chief Distribution Officer of Brill Bank, left.", ["Mike Kessel", "Brill Bank"]),
    ],
)
def test_words_that_open_a_sentence_and_degrees_are_no_part_of_a_name(body: str, found: list[str]) -> None:
    assert [name.split(": ")[1] for name in named(body)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The firm Zorvane Power and Light paid.", ["Zorvane Power and Light"]),
        ("The Zorvane Lions and Tigers won.", ["Zorvane Lions", "Tigers"]),
        ("Thanks to Coule, Skott & Kissane and Brill Bank.", ["Coule, Skott & Kissane", "Brill Bank"]),
        ("Thanks to Brill Bank, Coule & Kissane.", ["Brill Bank", "Coule & Kissane"]),
        ("Thanks go to Keynote Sponsor Zorvane Bank.", ["Zorvane Bank"]),
        ("The charity Brill Chapter of Moro gave.", ["Brill Chapter of Moro"]),
    ],
)
def test_firms_of_two_trades_or_several_partners_are_one_and_tiers_are_none(body: str, found: list[str]) -> None:
    assert [name.split(": ")[1] for name in named(body)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It is sponsored by Wilson Zorvane.", "organization: Wilson Zorvane"),
        ("It met Grace Advertising.", "organization: Grace Advertising"),
        ("It met Grace Rice.", "person: Grace Rice"),
    ],
)
def test_a_sponsor_or_a_trade_is_nobody_though_a_given_name_goes_before(body: str, found: str) -> None:
    assert named(body) == [found]


@pytest.mark.parametrize(
    "body",
    [
        "They fly unmanned aerial systems (UAS). The UAS market grows.",
        "People with major depressive disorder (MDD) met.",
        "The grants BAC855 and TC190A449 ended.",
        "It fell (FSE: 49Q) again.",
    ],
)
def test_short_forms_of_common_words_codes_and_share_signs_are_no_bodies(body: str) -> None:
    assert named(body) == []


def test_what_the_text_also_writes_in_small_letters_is_no_name() -> None:
    assert named("Champions and masters play. The champions of Champions win.") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "The sponsors of the fair include:\n\n* Lazy (Gold)\n\n* Salt (Gold)\n\n* City of Moro\n\nIt opens.",
            ["organization: Lazy", "organization: Salt", "organization: City of Moro"],
        ),
        (
            "The trust thanked its sponsors: 1792 Capital, Zorvane, Brill Atlanta and Arrow.",
            [
                "organization: 1792 Capital",
                "organization: Zorvane",
                "organization: Brill Atlanta",
                "organization: Arrow",
            ],
        ),
        ("Their clients include Anna Kessel.", ["person: Anna Kessel"]),
    ],
)
def test_who_stands_in_a_roll_of_sponsors_is_a_body(body: str, found: list[str]) -> None:
    assert named(body) == found


def test_remarks_below_a_heading_on_sponsors_are_no_roll() -> None:
    body = "What helps sponsors:\n\n* Greater adoption among clubs\n\n* Stronger prospects within leagues\n\nEnd."
    assert named(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "Moro has named the retailer zorvek as its sponsor. Talks with zorvek were short.",
            ["organization: Moro", "organization: zorvek"],
        ),
        (
            "Zorvane Rovers get Ksh60 million from Brill Bank.",
            ["rights_holder: Zorvane Rovers", "organization: Brill Bank"],
        ),
        ("The club West Brill Fever won. Rugby fans of the Fever sang.", ["rights_holder: West Brill Fever"]),
        ("Brill FC signed an N100m deal with Moro Bank.", ["rights_holder: Brill FC", "organization: Moro Bank"]),
        ("Zorv and Sons paid for the kit.", ["organization: Zorv and Sons"]),
        ("It has a shirt sponsorship deal with ZX8 and wears ZX8 on the shirt.", ["organization: ZX8"]),
        ("Brill Tiles of Great Zorvane pays.", ["organization: Brill Tiles", "place: Great Zorvane"]),
        ("The home of the Kessel Bats is new.", ["organization: Kessel Bats"]),
        ("Metal processors Z.Kessel paid. They thanked Z.Kessel.", ["organization: Z.Kessel"]),
        ("They sat in the Brill Stand.", ["venue: Brill Stand"]),
        ("The Pan-Moro Athletics Council agreed.", ["rights_holder: Pan-Moro Athletics Council"]),
        ("The Beekeepers' Federation waited.", ["rights_holder: Beekeepers' Federation"]),
        ("The contract with the cosmetics house Zorvane ends.", ["organization: Zorvane"]),
        ("The Moro Golf Tour said so. The Moro Golf Tour agreed.", ["organization: Moro Golf Tour"]),
        ("He met Jerry Rice on Sunday.", ["person: Jerry Rice"]),
        ("The Brill GT4 RS won.", []),
        ("Anna Kessel, an Emmy-nominated actor, left.", ["person: Anna Kessel"]),
        (
            "Kessel Rovers agreed. The Swans play in white, and Swans fans cheer the Swans.",
            ["rights_holder: Kessel Rovers"],
        ),
        ("He scored for Wirral Wanderers. Wanderers won.", ["rights_holder: Wirral Wanderers"]),
        (
            "CD Zorvane won. Club Deportivo Zorvane paid.",
            ["organization: CD Zorvane", "organization: Club Deportivo Zorvane"],
        ),
    ],
)
def test_the_words_of_a_name_tell_what_it_is(body: str, found: list[str]) -> None:
    assert named(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "The Department for Media, Moro and Sport agreed.",
            ["organization: Department for Media, Moro and Sport"],
        ),
        ("The paper Diario do Moro said so.", ["organization: Diario do Moro"]),
        ("Prince Albert II of Moro gave the prize.", ["person: Prince Albert II of Moro"]),
        ("The borrower, the firm ZorvaBank Living, paid.", ["organization: ZorvaBank Living"]),
        ("The South African legend left.", []),
        ("Channel Moro's Head of Sport Anna Kessel left.", ["organization: Channel Moro", "person: Anna Kessel"]),
        ("A team including Anna Kessel and Martin Brill won.", ["person: Anna Kessel", "person: Martin Brill"]),
        (
            "Brill Health is here. Brill Health and Moro Inc. agreed.",
            ["organization: Brill Health", "organization: Moro Inc."],
        ),
        ("See www.ZorvaBank.com now.", []),
        ("The sponsor is Anna's Bakery.", ["organization: Anna's Bakery"]),
        ("The Moro Olympic and Paralympic Museum opened.", ["rights_holder: Moro Olympic and Paralympic Museum"]),
        ("The sponsor Invest in Ghana agreed.", ["organization: Invest in Ghana"]),
        ("The winner of the July Moro Cup ran in July.", ["event: July Moro Cup"]),
        ("It is the 9th Annual Moro Race.", ["event: Moro Race"]),
        ("It is the Second Annual Brill Gala.", ["event: Brill Gala"]),
        ("It is the tyre of the Zorvane 500.", ["event: Zorvane 500"]),
        ("The Stewards’ Cup will be run in May.", ["event: Stewards’ Cup"]),
        ("The golfer Jason Day signed.", ["person: Jason Day"]),
        ("It is for the Brigadier Anna Brill Stakes.", ["event: Brigadier Anna Brill Stakes"]),
        ("Bookmaker 45Zor pays. The 45Zor Cup is new.", ["organization: 45Zor", "event: 45Zor Cup"]),
        ("Brokerage Zorvane & Moro pays.", ["organization: Zorvane & Moro"]),
        ("It was won in ’07. ZRV paid.", ["organization: ZRV"]),
        ("It races at Zorva Superspeedway.", ["venue: Zorva Superspeedway"]),
        ("The media consortium Zorvane pays.", ["organization: Zorvane"]),
        (
            "Zorvane Brill Derrick, the oil giant known as ZBD, agreed. ZBD pays.",
            ["organization: Zorvane Brill Derrick"],
        ),
        ("The Moro Wine + Food Festival returns.", ["event: Moro Wine + Food Festival"]),
        ("The Ladies’ Moro Open returns.", ["event: Ladies’ Moro Open"]),
        ("It is at Bank of Moro Arena.", ["venue: Bank of Moro Arena"]),
        ("The Women’s Tour of Wales is in May.", ["event: Women’s Tour of Wales"]),
        (
            "The Moro Padel Association (MPA Tour) agreed. The MPA Tour is new.",
            ["rights_holder: Moro Padel Association"],
        ),
        (
            "Zorvan, Inc. paid to name the Zorvan Forum. The Zorvan Forum opens in May.",
            ["organization: Zorvan Inc.", "organization: Zorvan Forum"],
        ),
        (
            "The Moro Padel League Singapore (MPL SG) agreed. The MPL SG is new.",
            ["organization: Moro Padel League Singapore"],
        ),
    ],
)
def test_names_are_joined_and_parted_as_english_does(body: str, found: list[str]) -> None:
    assert named(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Port Zorva FC lost. The Gulls had won before. Gulls left the ground.", ["rights_holder: Port Zorva FC"]),
        (
            "Port Zorva FC beat Moro Rovers. The Gulls had won before.",
            ["rights_holder: Port Zorva FC", "rights_holder: Moro Rovers"],
        ),
        (
            "The Gulls’ owner bought it. Port Zorva FC lost.",
            ["organization: Gulls", "rights_holder: Port Zorva FC"],
        ),
    ],
)
def test_a_nickname_is_the_one_club_of_the_story(body: str, found: list[str]) -> None:
    assert named(body) == found
