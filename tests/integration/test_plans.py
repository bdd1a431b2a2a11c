"""Every list is read from an index in the order it is shown in: no table is scanned, nothing is sorted."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from records.migrate import migrate
from records.query import Query
from records.session import Database
from records.store import facets, listing, log, pairs, search
from records.store.paging import Place
from tests import library

HERE = Place(datetime(2026, 5, 4, 12, tzinfo=UTC), "deal_1")
ONE = Query(sponsor="Velmora Bank")
SEVERAL = Query(sponsor="Velmora Bank", role="shirt_front", category="energy", person="Mara Quill")
SPAN = Query(since=datetime(2026, 1, 1, tzinfo=UTC), until=datetime(2027, 1, 1, tzinfo=UTC))


def test_every_list_is_read_in_order_from_an_index(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/test.db")
    migrate(database)
    library.fill(database, 3)
    asked: list[tuple[str, Any]] = []

    @sa.event.listens_for(database.reader, "before_cursor_execute")
    def remember(_connection, _cursor, statement, parameters, _context, _many):  # type: ignore[no-untyped-def]
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))

    with database.read() as session:
        for after in (None, HERE, HERE._replace(back=True)):
            for query in (Query(), ONE, SEVERAL, SPAN):
                for live in (True, False):
                    listing.deals(session, query, limit=50, after=after, live=live)
                for news in (True, False):
                    listing.articles(session, query, limit=50, after=after, news=news)
                listing.quotes(session, query, limit=50, after=after)
            for span in (Query(), SPAN):
                listing.deal_versions(session, span, limit=50, after=after)
                listing.deal_versions(session, span, limit=50, after=after, live=False)
                listing.article_versions(session, span, limit=50, after=after)
                listing.article_versions(session, span, limit=50, after=after, news=True)
            listing.articles(session, Query(q="club"), limit=50, after=after)
            for live in (True, False):
                numbered = after and after._replace(key=3)
                listing.deal_versions(session, Query(q="club"), limit=50, after=numbered, live=live)
            listing.quotes(session, Query(person="Mara Quill"), limit=50, after=after)
        listing.profiles(session, limit=50, kind="person")
        listing.profiles(session, limit=50, q="ma", after=("mara", "x"))
        listing.ending(session, before=date(2030, 1, 1), after=None, limit=50)
        facets.counts(session, "sponsor", limit=50)
        pairs.counts(session, ("sponsor", "velmora bank"), ("role", "month"), limit=50)
        log.after(session, 1, 50)
    plans = {}
    with database.reader.connect() as connection:
        for statement, parameters in asked:
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            plans[statement] = [str(row[3]) for row in rows]
    database.close()
    assert len(plans) > 30
    # A page whose entries are kept reads the index alone, whatever its rows hold.
    versions = [plan for statement, plan in plans.items() if ' AS "key"' in statement]
    assert len(versions) == 4 * 2 * 3 + 2 * 3
    assert [plan for plan in versions if not any("COVERING INDEX" in step for step in plan)] == []
    bad = {statement[-400:]: plan for statement, plan in plans.items() if any(map(is_costly, plan))}
    assert bad == {}, "\n\n".join(f"{statement}\n{plan}" for statement, plan in bad.items())


def is_costly(step: str) -> bool:
    """Return whether a step of a plan costs more the more rows there are."""
    if step.startswith("SCAN"):
        return "INDEX" not in step and step not in ("SCAN head", "SCAN CONSTANT ROW")
    # The last term or right part alone is the order among rows of one moment.
    return "TEMP B-TREE" in step and "LAST TERM" not in step and "RIGHT PART" not in step


def test_words_of_few_rows_lead_and_words_of_many_are_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(f"sqlite:///{tmp_path}/test.db")
    migrate(database)
    library.fill(database, 3)

    def plans(query: Query) -> list[list[str]]:
        asked: list[tuple[str, Any]] = []

        def remember(_connection, _cursor, statement, parameters, _context, _many):  # type: ignore[no-untyped-def]
            if "ORDER BY" in statement:
                asked.append((statement, parameters))

        sa.event.listen(database.reader, "before_cursor_execute", remember)
        with database.read() as session:
            of_a_role = query.model_copy(update={"role": "shirt_front"})
            found = [listing.deals(session, of_a_role, limit=50), listing.quotes(session, query, limit=50)]
            found.append(listing.articles(session, of_a_role, limit=50))
        sa.event.remove(database.reader, "before_cursor_execute", remember)
        assert all(found)
        with database.reader.connect() as connection:
            told = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", given) for asked, given in asked]
            return [[str(row[3]) for row in rows] for rows in told]

    few = plans(Query(q="nordlicht"))
    assert [any("LIST SUBQUERY" in step for step in plan) for plan in few] == [True] * 3
    assert not any(step.startswith("SCAN deal USING INDEX") for plan in few for step in plan)
    monkeypatch.setattr(search, "FEW", 1)
    many = plans(Query(q="nordlicht"))
    assert [any("CORRELATED SCALAR SUBQUERY" in step for step in plan) for plan in many] == [True] * 3
    assert not any(map(is_costly, (step for plan in many for step in plan if "search_" not in step)))
    database.close()
