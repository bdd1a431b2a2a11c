"""PostgreSQL keeps an article's lexemes, so that a list that is walked need not make them anew for each row."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# The first 200,000 characters: a tsvector holds 1 MB at most.
POSTGRESQL = (
    "DROP INDEX search_article",
    """ALTER TABLE article ADD COLUMN searched tsvector
    GENERATED ALWAYS AS (to_tsvector('english', left(coalesce(title, '') || ' ' || coalesce(text, ''), 200000))) STORED""",
    "CREATE INDEX search_article ON article USING gin (searched)",
)


def upgrade() -> None:
    for statement in POSTGRESQL if op.get_bind().dialect.name == "postgresql" else ():
        op.execute(statement)
