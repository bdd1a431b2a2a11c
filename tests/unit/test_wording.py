"""A deal is told as a sentence: what the sponsor is, was or may become, and of whom."""

from typing import Any

import pytest

from api.wording import deal_summary, deal_title, happened_words

DEAL: dict[str, Any] = {
    "sponsor": {"name": "Nordlicht"},
    "rights_holder": {"name": "FC Hafen"},
    "property": None,
    "role": "title",
    "status": "active",
    "event_type": "new",
    "term": {},
    "value": [],
    "independent_sources": 1,
}


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "Nordlicht is title sponsor of FC Hafen"),
        ({"role": "naming_rights"}, "Nordlicht holds the naming rights of FC Hafen"),
        ({"role": "principal"}, "Nordlicht is principal partner of FC Hafen"),
        ({"role": "ambassador"}, "Nordlicht has FC Hafen as ambassador"),
        ({"role": "other"}, "Nordlicht is sponsor of FC Hafen"),
        (
            {"roles": ["title", "naming_rights", "kit_supplier"]},
            "Nordlicht is title sponsor and kit supplier and holds the naming rights of FC Hafen",
        ),
        ({"status": "rumoured"}, "Nordlicht is rumoured to be title sponsor of FC Hafen"),
        ({"status": "in_talks", "role": "ambassador"}, "Nordlicht is in talks to have FC Hafen as ambassador"),
        ({"status": "expired"}, "Nordlicht was title sponsor of FC Hafen; the deal has ended"),
        (
            {"status": "terminated", "event_type": "termination"},
            "Nordlicht was title sponsor of FC Hafen; the deal was terminated",
        ),
        ({"status": "denied"}, "It is denied that Nordlicht is title sponsor of FC Hafen"),
        ({"event_type": "renewal"}, "Nordlicht is title sponsor of FC Hafen (renewed)"),
        ({"state": "retracted"}, "Retracted: Nordlicht is title sponsor of FC Hafen"),
    ],
)
def test_a_title_says_what_the_sponsor_is(changes: dict[str, Any], title: str) -> None:
    assert deal_title({**DEAL, **changes}) == title


def test_a_summary_adds_property_term_and_sources() -> None:
    deal = {**DEAL, "property": {"name": "Hafen Cup"}, "term": {"end": "2029-06"}, "event_type": "extension"}
    said = "Nordlicht is title sponsor of FC Hafen (Hafen Cup). Extended. Until June 2029. 1 independent source."
    assert deal_summary(deal) == said


@pytest.mark.parametrize(
    ("status", "event_type", "words"),
    [
        ("announced", "new", ""),
        ("active", "background_mention", ""),
        ("announced", "renewal", "renewed"),
        ("expired", "non_renewal", "not renewed"),
        ("terminated", "termination", ""),
        ("denied", "denial", ""),
        ("in_talks", "denial", "denial"),
    ],
)
def test_what_happened_is_said_where_the_status_does_not_say_it(status: str, event_type: str, words: str) -> None:
    assert happened_words({"status": status, "event_type": event_type}) == words
