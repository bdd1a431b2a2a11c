"""The labelled articles the benchmarks score against."""

from collections import Counter

import pytest

from benchmarks import labels, names


@pytest.mark.parametrize("half", labels.HALVES)
def test_every_labelled_text_is_in_its_article(half: str) -> None:
    assert [fault for labelled in labels.read(labels.GOLD / half) for fault in labels.faults(labelled)] == []


def test_a_label_that_is_not_in_its_article_is_a_fault() -> None:
    wrong = labels.Labelled(
        "wrong",
        "Acme signs\n\nAcme backs the Tigers until 2027.\n",
        labels.Label.model_validate(
            {
                "kind": "negative",
                "title": "Acme signs",
                "source": None,
                "published": None,
                "deals": [
                    {
                        "sponsor": "Acme",
                        "rights_holder": "Lions",
                        "end": "2028",
                        "value": [{"amount": 5e6, "currency": "GBP", "disclosure": "reported"}],
                        "main": True,
                    }
                ],
                "quotes": [{"start": 0, "end": 4, "text": "Tigers", "kind": "direct", "speaker": "Ann Bee"}],
                "people": [],
                "organizations": ["Acme"],
                "places": [],
                "events": [],
                "aliases": {},
                "optional_names": [],
            }
        ),
    )
    assert labels.faults(wrong) == [
        "wrong: the offsets of 'Tigers' are wrong",
        "wrong: the speaker 'Ann Bee' is neither among the people nor the organizations",
        "wrong: 'Ann Bee' is not in the article",
        "wrong: 'Lions' is not in the article",
        "wrong: the main deal of 'Acme' has no role, status or event type",
        "wrong: the sum 5e+06 is not in the article",
        "wrong: the year of 2028 is not in the article",
        "wrong: an article without a deal has a main deal",
    ]


@pytest.mark.parametrize("half", labels.HALVES)
def test_a_group_joins_deals_of_several_articles_of_one_half(half: str) -> None:
    articles = Counter(
        group
        for labelled in labels.read(labels.GOLD / half)
        for group in {deal.group for deal in labelled.label.deals if deal.group}
    )
    elsewhere = {
        deal.group
        for other in labels.HALVES
        if other != half
        for labelled in labels.read(labels.GOLD / other)
        for deal in labelled.label.deals
    }
    assert not set(articles) & elsewhere
    assert all(count <= 5 for count in articles.values())


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("The Harbour Bank plc", "harbour bank"),
        ("Sir Ken Abara", "Ken Abara"),
        ('Ana "Zip" Sousa', "Ana Sousa"),
        ("Lumen’s", "Lumen"),
        ("Acme, Inc.", "ACME"),
    ],
)
def test_what_makes_no_difference_to_a_name_is_left_out(name: str, other: str) -> None:
    assert names.same(name, [None, other])


@pytest.mark.parametrize(("name", "other"), [("Ken Abara", "Abara"), ("Acme Bank", "Acme"), ("Ann Lee", "Ann Li")])
def test_a_part_of_a_name_is_not_the_name(name: str, other: str) -> None:
    assert not names.same(name, [other])


def test_overlap_counts_the_words_of_the_longer_stretch() -> None:
    assert names.overlap("One two, three four", "“one two three”") == 0.75
    assert names.overlap("", "") == 0.0
