"""The migrations make exactly the tables that the code knows."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from records import tables
from records.migrate import is_current, migrate
from records.session import Database


def test_migrations_and_tables_agree(database: Database) -> None:
    assert tables.Event.metadata is SQLModel.metadata
    with database.writer.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, *_: not (name or "").startswith("search"), "compare_type": True},
        )
        assert compare_metadata(context, SQLModel.metadata) == []


def test_migrating_twice_changes_nothing(database: Database) -> None:
    assert is_current(database)
    migrate(database)
    assert is_current(database)


def test_an_empty_database_is_not_current(tmp_path: object) -> None:
    db = Database(f"sqlite:///{tmp_path}/empty.db")
    assert not is_current(db)
    db.close()
