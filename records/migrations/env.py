"""What Alembic runs: one transaction on the connection that `records/migrate.py` opened."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from sqlmodel.sql.sqltypes import AutoString

from records import tables
from records.columns import Time

# The search indexes are written by hand for each database; the tables know nothing of them.
BY_HAND = ("search",)


def render_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Return how our own column types are written in a migration."""
    if kind != "type":
        return False
    if isinstance(item, Time):
        return "columns.Time()"
    if isinstance(item, sa.JSON):
        return "columns.Json"
    if isinstance(item, AutoString):
        return "sa.String()"
    if isinstance(item, sa.BigInteger) and item._variant_mapping:
        return "columns.Number"
    return False


def include_name(name: str | None, kind: str, _parents: Any) -> bool:
    """Return whether the comparison of tables and database looks at this."""
    return not (name or "").startswith(BY_HAND)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.Event.metadata,
    transactional_ddl=True,
    render_item=render_type,
    include_name=include_name,
)
context.run_migrations()
