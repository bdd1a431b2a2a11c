"""Brings the database to the form that this version needs: at start, by one process at a time.

`python -m records.migrate` applies what is missing; `python -m records.migrate new "what it does"` writes a
migration for what `records/tables` has and the migrations do not.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import ResolutionError
from alembic.util import CommandError

from records.errors import Unavailable
from records.session import Database
from records.settings import Settings

LOCK = 0x53504F4E  # any number of ours; whoever holds it migrates


def migrate(db: Database) -> None:
    """Apply the migrations that this database lacks; a second process waits and then finds nothing to do.

    Raises Unavailable when the database has a form that only a newer version knows.
    """
    with db.alone(), db.writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
            connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'")
            connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        try:
            command.upgrade(_config(connection), "head")
        except CommandError as error:
            if not isinstance(error.__cause__, ResolutionError):
                raise
            raise Unavailable("a newer version of Sponsorwire has used this database; run that one") from error


def is_current(db: Database) -> bool:
    """Return whether the database has exactly the form that this version needs."""
    with db.reader.connect() as connection:
        found = MigrationContext.configure(connection).get_current_heads()
    return set(found) == set(ScriptDirectory.from_config(_config(None)).get_heads())


def _config(connection: sa.Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def _new(message: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = Database(f"sqlite:///{folder}/empty.db")
        migrate(db)
        with db.writer.begin() as connection:
            config = _config(connection)
            number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
            options: dict[str, Any] = {"rev_id": f"{number:04}", "autogenerate": True}
            command.revision(config, message, **options)
        db.close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["new"]:
        _new(sys.argv[2])
    else:
        migrate(Database(Settings().database))
