"""Entities: who and what is named, under the fullest name, as one thing however often and however shortened."""

from itertools import pairwise

import pytest

from enrich.findings import Found
from enrich.stages import entities
from enrich.text import Text
from records.record import Entity


def read(body: str) -> tuple[str, list[Entity]]:
    return body, entities.find(Text(body, None, (), None), Found())


def names(body: str, *kinds: str) -> list[str]:
    return [entity.name for entity in read(body)[1] if entity.kind.value in kinds]


def bodies(body: str) -> list[str]:
    return names(body, "organization", "brand", "rights_holder")


def mentions(body: str, name: str) -> list[str]:
    _, found = read(body)
    [entity] = [entity for entity in found if entity.name == name]
    return [body[span.start : span.end] for span in entity.mentions]


def test_a_surname_an_acronym_a_pronoun_and_a_noun_join_the_one_they_mean() -> None:
    body = (
        "Ode Rovers have signed Brill Bank. Rovers chairman Martin Kessel said the club was proud.\n"
        "“We grew,” Kessel said. He thanked the International Moro Federation (IMF). The IMF agreed."
    )
    assert mentions(body, "Martin Kessel") == ["Martin Kessel", "Kessel", "He"]
    assert mentions(body, "Ode Rovers") == ["Ode Rovers", "Rovers", "the club"]
    assert mentions(body, "International Moro Federation") == ["International Moro Federation", "IMF", "IMF"]


def test_an_acronym_may_stand_before_its_long_form() -> None:
    body = (
        "The lender BB (Brill Bank) has left. “We wish them well,” said Brill Bank. Moss & Kessel, or M&K, stays."
    )
    assert mentions(body, "Brill Bank") == ["BB", "Brill Bank", "Brill Bank"]
    assert mentions(body, "Moss & Kessel") == ["Moss & Kessel", "M&K"]


def test_the_company_is_the_one_the_sentence_before_began_with() -> None:
    body = (
        "Kessel Learning Ltd called in the insolvency firm Moro Ashton last week. The company had run out of money."
    )
    assert mentions(body, "Kessel Learning Ltd") == ["Kessel Learning Ltd", "The company"]


def test_two_people_of_one_surname_stay_two() -> None:
    body = "Anna Kessel met David Kessel in Oslo. David Kessel spoke first. Kessel then sat down."
    assert names(body, "person") == ["Anna Kessel", "David Kessel"]
    assert mentions(body, "David Kessel") == ["David Kessel", "David Kessel", "Kessel"]


@pytest.mark.parametrize(
    ("body", "title", "affiliation"),
    [
        ("Brill Bank chief executive Anna Kessel spoke.", "chief executive", "Brill Bank"),
        ("Anna Kessel, the chief executive of Brill Bank, spoke.", "chief executive", "Brill Bank"),
        ("Anna Kessel, Brill Bank's head of partnerships, spoke.", "head of partnerships", "Brill Bank"),
        ("Anna Kessel, who runs Brill Bank, spoke.", None, "Brill Bank"),
        ("“Good,” said the chairman of Brill Bank, Anna Kessel.", "chairman", "Brill Bank"),
        ("Brill Bank signed. “Good,” said Head Coach Anna Kessel.", "Head Coach", None),
        ("Anna Kessel, Director of Sales at Brill Bank, spoke.", "Director of Sales", "Brill Bank"),
    ],
)
def test_job_title_and_affiliation_are_as_worded(body: str, title: str | None, affiliation: str | None) -> None:
    _, found = read(body)
    [person] = [entity for entity in found if entity.kind.value == "person"]
    assert (person.name, person.title, person.affiliation) == ("Anna Kessel", title, affiliation)


def test_the_title_between_two_people_is_of_the_second() -> None:
    body = "There were Anna Kessel, Brill Bank president Tom Ode and others."
    found = [entity for entity in read(body)[1] if entity.kind.value == "person"]
    assert [(e.name, e.title) for e in found] == [("Anna Kessel", None), ("Tom Ode", "president")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Zorvane, a drinks brand, will sponsor the race.", ["Zorvane"]),
        ("The deal with Zorvane's owner, Brill Group, ends.", ["Zorvane", "Brill Group"]),
        ("Bookseller Page & Moro backs the prize.", ["Page & Moro"]),
        ("It was sold to Brill Telecom for Rs 20 crore.", ["Brill Telecom"]),
        ("McDonald’s signed; so did Lay’s.", ["McDonald’s", "Lay’s"]),
        ("The Title Sponsor and the Official Jersey Partner were thanked by the TV crew.", []),
    ],
)
def test_bodies_are_found_without_what_stands_beside_them(body: str, found: list[str]) -> None:
    assert bodies(body) == found


def test_the_kind_is_decided_for_the_document_not_for_the_mention() -> None:
    body = "Alibaba paid. The Moro Games welcomed Alibaba. Alibaba, a technology company, is based in Hangzhou."
    assert (names(body, "place"), names(body, "event"), bodies(body)) == (["Hangzhou"], ["Moro Games"], ["Alibaba"])


def test_what_the_knowledge_base_holds_carries_its_id_and_the_article_s_own_name() -> None:
    _, found = read("The IOC and adidas met.")
    assert [(entity.name, entity.kind.value, entity.known and entity.known.id) for entity in found] == [
        ("IOC", "rights_holder", "kb:international-olympic-committee"),
        ("adidas", "brand", "kb:adidas"),
    ]


def test_no_two_mentions_overlap_and_each_is_trimmed() -> None:
    body = "“Brill Bank’s logo,” said Mr. Martin Kessel’s lawyer, “stays.” Brill Bank, of Oslo, paid; he agreed."
    spans = sorted((s.start, s.end) for entity in read(body)[1] for s in entity.mentions)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    texts = [body[start:end] for start, end in spans]
    assert texts == [text.strip(" .,;’'“”") for text in texts]


@pytest.mark.parametrize("body", ["Anna Kessel of Brill Bank spoke.", "Brill Bank chairman Anna Kessel spoke."])
def test_a_caption_gives_the_title_that_the_body_leaves_out_or_shortens(body: str) -> None:
    caption = "Martin Ode (left) with Anna Kessel, founder and executive chairman of Brill Bank, in Oslo."
    [person] = [e for e in entities.find(Text(body, None, (caption,), None), Found()) if e.kind.value == "person"]
    assert (person.name, person.title, person.affiliation) == (
        "Anna Kessel",
        "founder and executive chairman",
        "Brill Bank",
    )
