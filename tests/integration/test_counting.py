"""The counts that are kept say what counting anew would say, whatever happened to the deals."""

import random
from datetime import UTC, datetime

import pytest

from records.deal import DealState, MergedParty
from records.query import FACETS, Query
from records.record import Role
from records.session import Database
from records.store import counting, facets, listing, pairs
from tests import library

SPONSORS = ("Velmora Bank", "Nordlicht Energie", "Tarn Air")
COUNTED = (*FACETS, "month")


def test_kept_counts_are_those_of_the_deals(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "MANY", 3)
    chance = random.Random(7)
    article_id, record = library.add_article(database, 0)
    for step in range(40):
        name = chance.choice(SPONSORS)
        changes = {
            "sponsor": MergedParty(name=name, aliases=chance.choice([(), ("The Bank",), ("Tarn Air",)])),
            "roles": tuple(chance.sample([Role.TITLE, Role.SHIRT_FRONT, Role.OTHER], 2)),
            "categories": chance.choice([(), ("energy",), ("Energy", "banking")]),
            "state": chance.choice([DealState.LIVE, DealState.LIVE, DealState.RETRACTED]),
            "first_reported_at": datetime(2026, chance.randint(1, 3), 1, tzinfo=UTC),
        }
        deal = library.merged(f"deal_{chance.randrange(9)}", article_id, record, step + 1, **changes)
        library.put_deal(database, deal, "deal.updated")
    asked = [("sponsor", name) for name in (*SPONSORS, "The Bank", "nobody")]
    asked += [("role", "title"), ("role", "other"), ("category", "banking"), ("person", "Mara Quill")]
    with database.read() as session:
        kept = 0
        for facet, value in asked:
            query = Query.model_validate({facet: value})
            ids = [version.id for version in listing.deal_versions(session, query, limit=100)]
            told, found = counting.among(session, query, COUNTED, limit=100)
            anew = facets.counts_of(session, ids, limit=100)
            # The label of a value is one of those its deals give it; which one, is not told.
            numbers = {name: {(one.value, one.deals) for one in counts} for name, counts in found.items()}
            assert numbers == {name: {(one.value, one.deals) for one in anew.get(name, ())} for name in COUNTED}
            assert told == len(ids)
            kept += pairs.counts(session, next(query.facets()), COUNTED, limit=5) is not None
        assert kept >= 6


def test_no_page_of_a_search_misses_a_deal_that_stayed_as_it_was(database: Database) -> None:
    wanted = library.fill(database, 7)
    query = Query(q="hafen")
    seen: list[str] = []
    after = None
    for turn in range(20):
        with database.read() as session:
            page = listing.deal_versions(session, query, limit=2, after=after)
        seen += [version.id for version in page]
        if len(page) < 2:
            break
        after = page[-1].place
        # One that was seen changes, and stands at the head of the list from now on.
        article_id, record = library.add_article(database, 50 + turn)
        library.put_deal(database, library.merged(seen[-1], article_id, record, turn + 2), "deal.updated")
    assert seen == wanted[::-1]
    with database.read() as session:
        first = listing.deal_versions(session, query, limit=3)
        second = listing.deal_versions(session, query, limit=3, after=first[-1].place)
        back = listing.deal_versions(session, query, limit=3, after=second[0].place._replace(back=True))
    assert back == first
