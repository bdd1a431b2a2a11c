"""What the worker merges one article at a time is what the ledger makes of all articles at once."""

import shutil
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import select

from records.deal import MergedDeal
from records.migrate import migrate
from records.record import Article
from records.session import Database
from records.tables import Deal
from tests.integration.test_merging import merge, store
from tests.properties.test_ledger import archives, content
from tests.stories import merged

_numbers = count()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database with all tables, to be copied for each example."""
    path = tmp_path_factory.mktemp("merging") / "empty.db"
    db = Database(f"sqlite:///{path}")
    migrate(db)
    db.close()
    return path


@given(articles=archives(), data=st.data())
@settings(max_examples=25, deadline=None)
def test_the_worker_and_the_ledger_make_the_same_deals(
    empty: Path, articles: list[Article], data: st.DataObject
) -> None:
    path = empty.with_name(f"{next(_numbers)}.db")
    shutil.copy(empty, path)
    db = Database(f"sqlite:///{path}")
    ids = {each.id: store(db, each) for each in articles}
    for each in data.draw(st.permutations(articles)):
        merge(db, ids[each.id])
    with db.read() as session:
        stored = [
            MergedDeal.model_validate(row.body) for row in session.exec(select(Deal).where(Deal.state == "live"))
        ]
    db.close()
    renamed = [each.model_copy(update={"id": ids[each.id]}) for each in articles]
    assert content(stored) == content(merged(*renamed).deals)
