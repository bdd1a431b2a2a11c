"""PostgreSQL's index of words also says in which block of numbers an article stands, so that few blocks are searched.

A second index beside it, of ranges of pages, had every article of those pages looked into.
"""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

POSTGRESQL = (
    "DROP INDEX search_near",
    "DROP INDEX search_article",
    "CREATE INDEX search_article ON article USING gin (searched, (ARRAY[number >> 15]))",
)


def upgrade() -> None:
    for statement in POSTGRESQL if op.get_bind().dialect.name == "postgresql" else ():
        op.execute(statement)
