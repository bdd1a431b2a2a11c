"""PostgreSQL finds the articles next to a page that hold a word without reading the others that hold it."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# A few bytes for every megabyte of articles: with it the index of words is asked for a range of numbers.
POSTGRESQL = "CREATE INDEX search_near ON article USING brin (number)"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(POSTGRESQL)
