"""The indexes of the lists hold the rows' versions, so that a page whose entries are kept reads no row."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

INDEXES = {
    "article_listed": ("article", ["state", "listed_at", "id", "revision", "updated_at"]),
    "article_news": ("article", ["state", "is_news", "listed_at", "id", "revision", "updated_at"]),
    "deal_updated": ("deal", ["state", "updated_at", "id", "revision"]),
    "deal_changed": ("deal", ["updated_at", "id", "revision"]),
}


def upgrade() -> None:
    for name, (table, columns) in INDEXES.items():
        op.drop_index(name, table)
        op.create_index(name, table, columns)
