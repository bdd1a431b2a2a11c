"""An insert that leaves or updates the row that is there already, for both databases."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from records.session import Session


def insert(session: "Session", table: Any) -> Any:
    """Return INSERT INTO `table`, with `on_conflict_do_nothing` and `on_conflict_do_update`."""
    known = postgresql.insert if session.connection().dialect.name == "postgresql" else sqlite.insert
    return known(table)


def insert_new(session: "Session", table: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Insert the `rows` whose key is not there yet; the others stay as they are."""
    if rows:
        session.execute(insert(session, table).on_conflict_do_nothing(), list(rows))


def insert_all(session: "Session", table: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Insert the `rows`, each with every column that has no value of its own, in one statement."""
    if rows:
        session.connection().execute(table.__table__.insert(), list(rows))
