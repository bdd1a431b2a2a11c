"""Each test of the store runs on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from ingest.reading import Reader
from records.migrate import migrate
from records.session import Database
from tests.integration import servers

_numbers = count()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[servers.PostgreSQL]:
    """Yield a PostgreSQL whose database `migrated` has the tables, to be copied for each test."""
    with servers.postgresql() as server:
        db = Database(server.create("migrated"))
        migrate(db)
        db.close()
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty database with all tables, on each kind of server."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/test.db"
        db = Database(url)
        migrate(db)
        db.close()
        return url
    server: servers.PostgreSQL = request.getfixturevalue("postgresql")
    return server.create(f"test_{next(_numbers)}", "migrated")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """Yield the empty database."""
    db = Database(database_url)
    yield db
    db.close()


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Path]:
    """Yield the folder of a running Valkey."""
    folder = tmp_path / "broker"
    with servers.broker(folder):
        yield folder


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    """Yield the process that reads files."""
    reader = Reader()
    yield reader
    reader.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty watch folder."""
    folder = tmp_path / "watch"
    folder.mkdir()
    return folder
