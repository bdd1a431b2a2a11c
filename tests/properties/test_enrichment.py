"""Enriching an article twice stores the same rows, whatever it says."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from enrich import pipeline
from records import tables
from records.migrate import migrate
from records.record import Article
from records.session import Database
from records.store import articles
from worker.enrichment import store_findings

SENTENCES = (
    "Nile Cola will sponsor the Harbour Regatta until 2031, the company said on Monday.",
    "The deal is worth $4.5 million a year.",
    '"We love boats," said Jo Roe, chief executive of Nile Cola.',
    '"They know how to row," she added.',
    "Roe declined to say what Port Elm Rowing Club is paid.",
    "Alder Bank remains the club's official banking partner.",
    "The regatta, founded in 1931, draws 40,000 people to Port Elm.",
    "Zaïre Tea's agreement with the club ended in 2024.",
    '"No comment',
    "!?\u2014 \u201c\u2019\u00a0",
)
texts = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join) | st.text(
    st.characters(codec="utf-8", exclude_characters="\x00"), max_size=80
)


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    with TemporaryDirectory() as folder:
        db = Database(f"sqlite:///{Path(folder) / 'test.db'}")
        migrate(db)
        yield db
        db.close()


def rows(db: Database, article_id: str) -> dict[str, list[dict[str, Any]]]:
    """Return everything that is stored about the article, without the times of storing."""
    about = (
        tables.Article,
        tables.Entity,
        tables.Mention,
        tables.Quote,
        tables.Claim,
        tables.Evidence,
        tables.ArticleFacet,
        tables.StageRun,
    )
    found = {}
    with db.read() as session:
        for table in about:
            key = table.id if table is tables.Article else table.article_id
            dumps = [row.model_dump() for row in session.exec(select(table).where(key == article_id))]
            for dump in dumps:
                for time in ("updated_at", "enriched_at", "ran_at"):
                    dump.pop(time, None)
            found[table.__tablename__] = sorted(dumps, key=repr)
        found["event"] = [
            row.event_key for row in session.exec(select(tables.Event)) if row.subject_id == article_id
        ]
        found["job"] = [row.input_hash for row in session.exec(select(tables.Job)) if row.subject_id == article_id]
    return found


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts, title=st.none() | st.sampled_from(SENTENCES))
def test_enriching_twice_stores_the_same_rows(database: Database, text: str, title: str | None) -> None:
    given = Article(id="any", title=title, text=text, language="en")
    with database.write() as session:
        stored = articles.store(session, given, identity=f"{title}|{text}", fingerprint=f"{title}|{text}")

    def enrich() -> dict[str, list[dict[str, Any]]]:
        with database.read() as session:
            row = articles.get(session, stored.id)
        assert row is not None
        record = pipeline.enrich(articles.as_ingested(row))
        with database.write() as session:
            now = articles.get_locked(session, stored.id)
            assert now is not None
            store_findings(session, now, record)
        return rows(database, stored.id)

    first = enrich()
    assert enrich() == first
    with database.read() as session:
        row = articles.get(session, stored.id)
    assert row is not None
    assert articles.record_of(row) == pipeline.enrich(given.model_copy(update={"id": stored.id}))
