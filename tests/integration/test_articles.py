"""Articles are stored by identity, on both databases, with their event and their job in one transaction."""

from datetime import UTC, datetime

import pytest
from sqlmodel import select

from records import tables
from records.query import Query
from records.record import Article, Source
from records.session import Database, Session
from records.store import articles, findings, jobs, listing, log, search
from records.store.articles import Outcome, Stored
from records.store.paging import Place
from records.tables import Event, Job
from tests import library


def record(text: str = "Nile Cola backs the Harbour Regatta.", title: str | None = "Nile Cola") -> Article:
    return Article(
        id="any",
        title=title,
        text=text,
        url="https://news.example/a",
        source=Source(name="The Example", domain="news.example"),
        byline=("Jo Roe",),
        published_at=datetime(2026, 3, 4, 5, 6, 7, 890, tzinfo=UTC),
        language="en",
        captions=("A boat",),
    )


def stored(db: Database, text: str, identity: str = "i1") -> Stored:
    with db.write() as session:
        return articles.store(session, record(text), identity=identity, fingerprint=f"f:{text}")


def test_a_new_article_reads_back_as_it_was(database: Database) -> None:
    with database.write() as session:
        new = articles.store(session, record(), identity="i1", fingerprint="f1")
    with database.read() as session:
        row = articles.get(session, new.id)
        assert row is not None
        assert articles.record_of(row) == record().model_copy(update={"id": new.id})
    assert (new.revision, new.outcome) == (1, Outcome.NEW)


def test_the_same_is_same_and_an_edited_one_is_a_revision(database: Database) -> None:
    first, again, edited = (stored(database, text) for text in ("one", "one", "two"))
    assert again == Stored(first.id, 1, Outcome.SAME)
    assert edited == Stored(first.id, 2, Outcome.CHANGED)
    with database.read() as session:
        row = articles.get(session, first.id)
        assert row is not None
        assert row.text == "two"
        assert [(old.revision, old.text) for old in articles.revisions(session, first.id)] == [(1, "one")]
        assert [event.event_key for event in log.after(session, 0, 10)] == [
            f"art:{first.id}:rev:1:ingested",
            f"art:{first.id}:rev:2:ingested",
        ]
        asked = session.exec(select(Job.input_hash).order_by(Job.input_hash)).all()
        assert asked == ["r1-f:one", "r2-f:two"]


def test_a_text_that_returns_to_an_earlier_form_is_enriched_again(database: Database) -> None:
    for text in ("one", "two", "one"):
        last = stored(database, text)
    assert last.revision == 3
    with database.read() as session:
        assert jobs.counts(session) == {("enrich", "queued"): 3}


def test_an_article_read_again_is_updated_only_if_it_is_read_otherwise(database: Database) -> None:
    times = iter(datetime(2026, 5, day, tzinfo=UTC) for day in range(1, 9))
    database.clock = lambda: next(times)
    article_id, before = library.add_article(database)

    def updated(session: Session, relevance: float | None) -> bool:
        row = articles.get(session, article_id)
        assert row is not None
        again = before.model_copy(update={"relevance": relevance})
        findings.replace(session, row, again, {"deals": 2}, "v2")
        return row.updated_at == row.enriched_at

    assert [database.run(lambda session, r=r: updated(session, r)) for r in (before.relevance, 0.1)] == [
        False,
        True,
    ]


def test_nothing_of_a_failed_transaction_remains(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as session:
        articles.store(session, record(), identity="i1", fingerprint="f1")
        raise ZeroDivisionError
    with database.read() as session:
        assert session.exec(select(Event)).all() == []
        assert session.exec(select(Job)).all() == []
        assert articles.counts(session) == {"enriched": 0, "passed_through": 0}


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match="read"), database.read() as session:
        articles.store(session, record(), identity="i1", fingerprint="f1")


def test_pages_follow_each_other_without_overlap(database: Database) -> None:
    ids = [stored(database, f"text {n}", f"i{n}").id for n in range(7)]  # all of one date: the id decides
    with database.read() as session:
        pages, after = [], None
        while page := listing.articles(session, Query(), limit=3, after=after):
            pages.append([row.id for row in page])
            after = Place(page[-1].listed_at, page[-1].id)
    assert pages == [sorted(ids)[:3:-1], sorted(ids)[3:0:-1], sorted(ids)[:1]]


def test_pages_of_a_word_follow_each_other_however_far_apart_they_are(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "BITS", 1)
    for n in range(20):
        stored(database, f"{'rowing' if n in (0, 1, 2, 9, 10, 11, 19) else 'judo'} {n}", f"i{n}")
    rowing = Query(q="rowing")
    with database.read() as session:
        pages, after = [], None
        while page := listing.articles(session, rowing, limit=3, after=after):
            assert [row.id for row in listing.article_versions(session, rowing, limit=3, after=after)] == [
                row.id for row in page
            ]
            pages.append([row.identity for row in page])
            after = Place(page[-1].listed_at, page[-1].id)
        assert after is not None
        back = listing.articles(session, rowing, limit=3, after=after._replace(back=True))
    assert pages == [["i19", "i11", "i10"], ["i9", "i2", "i1"], ["i0"]]
    assert [row.identity for row in back] == ["i9", "i2", "i1"]


def found(session: Session, question: str) -> list[str]:
    ways = []
    for first in (True, False):
        held = search.holds(session, "article", question, first=first)
        ways.append(sorted(row.identity for row in session.exec(select(tables.Article).where(held)).all()))
    assert ways[0] == ways[1]
    return ways[0]


def test_search_knows_endings_phrases_and_no_syntax(database: Database) -> None:
    stored(database, "The brewer sponsors a rowing club in Port Elm.", "rowing")
    stored(database, "A club that sponsored, the port of Elm City.", "elm")
    with database.read() as session:
        assert found(session, "sponsoring") == ["elm", "rowing"]
        assert found(session, "rowing clubs") == ["rowing"]
        assert found(session, '"port elm"') == ["rowing"]
        assert found(session, "nobody") == []
        for question in ("", '"', "' OR 1=1 --", "a AND", "NEAR(", "x:y", "*", "\\", "nile & !cola", "%"):
            found(session, question)


def test_a_rare_word_is_found_beside_one_that_every_article_holds(database: Database) -> None:
    for n in range(25):
        stored(database, f"A club of {'rowers' if n == 3 else 'judoka'} number {n}.", f"i{n}")
    with database.read() as session:
        assert found(session, "rowers club") == ["i3"]
        assert found(session, 'rowers "club of"') == ["i3"]
        assert len(found(session, "club number")) == 25
        assert found(session, "rowers judoka club") == []


def test_search_forgets_the_text_before(database: Database) -> None:
    stored(database, "about sculling")
    stored(database, "about judo")
    with database.read() as session:
        assert (found(session, "sculling"), found(session, "judo")) == ([], ["i1"])
