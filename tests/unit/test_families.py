"""Families and figures: father and son of one name, nicknames, relatives, and whom the story is about."""

import pytest

from enrich.pipeline import enrich
from records.record import Article, Entity, EntityKind, QuoteKind


def people(body: str) -> dict[str, Entity]:
    found = enrich(Article(id="a", text=body)).entities
    return {entity.name: entity for entity in found if entity.kind is EntityKind.PERSON}


def speakers(body: str) -> list[str | None]:
    found = enrich(Article(id="a", text=body)).quotes
    return [
        quote.speaker.name if quote.speaker else None for quote in found if quote.kind is not QuoteKind.INDIRECT
    ]


FATHER_AND_SON = "Walter Kessler Jr. came with his son, Walter “Trip” Kessler III. Walter Kessler died in May."


def test_a_father_is_not_his_son() -> None:
    assert list(people(FATHER_AND_SON)) == ["Walter Kessler Jr.", "Walter Kessler III", "Walter Kessler"]


def test_a_nickname_is_a_form_of_the_name_and_no_part_of_it() -> None:
    found = people(FATHER_AND_SON + " Trip Kessler paid for it.")
    assert found["Walter Kessler III"].aliases == ("Walter “Trip” Kessler III", "Trip Kessler")


def test_a_nickname_may_begin_small_or_hold_a_digit() -> None:
    assert list(people('The founder Kieran "k1ng" Doylebury came.')) == ["Kieran Doylebury"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("“We won,” Kessler Jr. said.", "Walter Kessler Jr."),
        ("“We won,” said Trip Kessler.", "Walter Kessler III"),
    ],
)
def test_who_speaks_of_a_family_is_told_by_what_is_said_beside_the_name(said: str, expected: str) -> None:
    assert speakers(f"{FATHER_AND_SON} {said}") == [expected]


def test_the_younger_of_two_is_the_junior() -> None:
    body = (
        "William Roe Jr., an owner, and his father, William Roe, stayed away. “It was fair,” said the younger Roe."
    )
    assert speakers(body) == ["William Roe Jr."]


def test_who_has_the_surname_of_a_person_of_the_story_is_a_person() -> None:
    body = "Kevin Hartigan sang. Kevin Hartigan has two children with Torrelia Hartigan, who left."
    assert list(people(body)) == ["Kevin Hartigan", "Torrelia Hartigan"]


def test_a_ware_that_ends_like_a_person_is_none() -> None:
    assert list(people("Melanie Foxley coached. Melanie Foxley sells the Speech Foxley programme.")) == [
        "Melanie Foxley"
    ]


def test_a_rank_and_an_honour_are_no_part_of_a_name() -> None:
    body = "Rear-Admiral Hugh Fanetolley came. Kate Dunmorrow, OAM, sat. “Good,” said Rear-Admiral Fanetolley."
    assert list(people(body)) == ["Hugh Fanetolley", "Kate Dunmorrow"]


def test_where_somebody_posts_is_no_part_of_the_name() -> None:
    assert list(people("“Bravo,” wrote Sunny Hosterly on Twitter.")) == ["Sunny Hosterly"]


def test_the_age_is_rather_of_whom_the_story_is_about() -> None:
    body = (
        "Maria Sharrow signed a deal. Sharrow won in May. Sharrow is from Moro. Sharrow trains in Ode."
        " Her idol is Lena Voight. “I love it,” the 23-year-old said."
    )
    assert speakers(body) == ["Maria Sharrow"]


def test_whose_successor_somebody_is_does_not_act() -> None:
    body = (
        "Lena Voight wore a long skirt.\n\nHer modern equivalent, Maria Sharrow, has signed with Corvane.\n\n"
        "“I love it,” she said."
    )
    assert speakers(body) == ["Maria Sharrow"]


def test_a_letter_is_it_and_its_writer_speaks() -> None:
    body = (
        "Alice Pemberley left the board of Northmoor Gas.\n\nHer letter, published by Arts Monthly, went further."
        " “We have become a billboard,” it said."
    )
    assert speakers(body) == ["Alice Pemberley"]


def test_a_report_of_the_council_is_its_words() -> None:
    body = (
        "Dunmere City Council will pay for the hall. The council owns it.\n\n"
        "A council report added: “The war has made it dearer.”"
    )
    assert speakers(body) == ["Dunmere City Council"]


def test_a_newspaper_that_is_told_something_is_not_the_company() -> None:
    body = (
        "Corvane Group will end the deal. Corvane told the BBC it was sorry.\n\n"
        "A spokesman for the company said: “We tried everything.”"
    )
    assert speakers(body) == ["Corvane Group"]


def test_the_year_of_a_class_parts_nobody_from_what_is_said() -> None:
    body = (
        "Tom Dalrymple came with Nancy Dalrymple. “We met on ice,” Tom Dalrymple '71 said."
        " “I won,” said Nancy Dalrymple ’72."
    )
    assert speakers(body) == ["Tom Dalrymple", "Nancy Dalrymple"]


def test_an_email_goes_on_in_the_words_of_who_wrote_it() -> None:
    body = (
        "In an email to a track's boss Charlie Venn, Olivia Penrose wrote that they felt “increasingly uneasy”."
        "\n\n“Our name belongs at the finish,” her email continued."
    )
    assert speakers(body) == ["Olivia Penrose", "Olivia Penrose"]


def test_one_manager_of_many_is_nobody() -> None:
    body = "Dean Whittle runs the Zorvan Group. “I did not care,” said one Zorvan Group manager."
    assert speakers(body) == [None]


def test_a_calling_before_a_surname_is_no_given_name() -> None:
    assert list(people("Kumar Kasliwala owes much. Promoter Kasliwala sold it. Caddie Tim Tuckman left.")) == [
        "Kumar Kasliwala",
        "Tim Tuckman",
    ]


def test_who_took_a_picture_is_not_in_the_story() -> None:
    assert list(people("Anna Kerrigan smiled. Matthew Stockwell/Getty Images")) == ["Anna Kerrigan"]


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("stunner", "Lena Voight"), ("Purple Sky hitmaker", "Lena Voight"), ("Emmy-winner", "Lena Voight")],
)
def test_what_the_papers_call_a_star_is_the_star_in_view(noun: str, expected: str) -> None:
    body = f"Lena Voight, the rapper, left in a car.\n\n“I am tired of all of it,” the {noun} said."
    assert speakers(body) == [expected]


def test_who_asks_about_somebody_is_another() -> None:
    assert speakers("Tommy Furlong sat down.\n\n“If you could meet Tommy again, would you?” the blonde asked.") == [
        None
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Nowadays, the star has been “playing board games every night”.",
        "Emotional: the star is said to have spent “more than six long hours” there.",
    ],
)
def test_a_word_that_opens_a_sentence_does_not_speak(said: str) -> None:
    assert speakers(f"Top signs of Emotional harm are known.\n\n{said}") == [None]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Zorvan Group won.\n\nOne post from a volunteer said: “I was called by a woman who had come.”",
            None,
        ),
        ("Zorvan Group told of it.\n\nThe government said “attempts to exploit people are vile”.", None),
        ("A charity head labelled the Zorvan Group scheme bad and said she was “shocked by the lack of it”.", None),
        ("The Moro Courier said the scandal pointed to a “crucial lack of commitment”.", "Moro Courier"),
        ("“We are sorry for all of it,” the Maltravers official Twitter account wrote.", "Maltravers"),
        ("Ada Kerrigan runs Zorvan Group. “It will kill radio,” thinks Kerrigan.", "Ada Kerrigan"),
        (
            "Zorvan Group has hats, according to the Moro Courier. The company said it was “made for us all”.",
            "Zorvan Group",
        ),
    ],
)
def test_whose_words_they_are_is_not_guessed_from_what_stands_near(body: str, expected: str | None) -> None:
    assert speakers(body) == [expected]


def test_a_given_name_alone_is_whom_the_story_named_in_full() -> None:
    body = (
        "Justin Bieberman sang.\n\nMeanwhile, Justin vowed to be a “good husband and future dad”.\n\n"
        "“I love it,” said Justin."
    )
    assert list(people(body)) == ["Justin Bieberman"]
    assert speakers(body) == ["Justin Bieberman", "Justin Bieberman"]
