"""Sentences: where they end, and where a full stop is only an abbreviation's."""

import pytest

from enrich.text import Text


def sentences(body: str) -> list[str]:
    text = Text(body, None, (), None)
    return [text.words(span) for span in text.sentences]


def test_a_stop_after_a_country_ends_the_sentence_when_the_next_word_is_a_name_used_alone() -> None:
    assert sentences(
        "Ada Ode met the press on Friday. He wants jobs in the U.S. Ode repeated the pledge. Later Ode left."
    ) == [
        "Ada Ode met the press on Friday.",
        "He wants jobs in the U.S.",
        "Ode repeated the pledge.",
        "Later Ode left.",
    ]


@pytest.mark.parametrize(
    "one",
    [
        "The U.S. Rowing Union signed Mr. Ode and Dr. J. T. Brill on Jan. 4 for $2.5 million.",
        "Brill & Sons Inc. Chairman Ada Ode spoke.",
        'He asked "Why us?" and left.',
    ],
)
def test_an_abbreviation_ends_no_sentence(one: str) -> None:
    assert sentences(one) == [one]


def test_closing_marks_belong_to_the_sentence_before() -> None:
    assert sentences("“We signed.” The club agreed (twice.) It paid.") == [
        "“We signed.”",
        "The club agreed (twice.)",
        "It paid.",
    ]


def test_a_company_s_suffix_ends_a_sentence_before_a_common_opening() -> None:
    assert sentences("It was bought by Brill Inc. The price was kept quiet.") == [
        "It was bought by Brill Inc.",
        "The price was kept quiet.",
    ]


def test_no_sentence_crosses_a_paragraph() -> None:
    assert sentences("A headline without a stop\n\nThe club won.\n") == [
        "A headline without a stop",
        "The club won.",
    ]


def test_a_sentence_is_parsed_with_the_names_of_its_tags_and_relations() -> None:
    text = Text("Velmora Bank pays £5m a year.", None, (), None)
    parsed = text.parsed(text.sentences[0])
    assert [(token.text, token.tag_, token.dep_) for token in parsed][:3] == [
        ("Velmora", "NNP", "compound"),
        ("Bank", "NNP", "nsubj"),
        ("pays", "VBZ", "ROOT"),
    ]
