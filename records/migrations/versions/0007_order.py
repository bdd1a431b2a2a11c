"""The indexes that lists are read from begin with what every list asks for."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INDEXES = {
    "article_listed": ("article", ["state", "listed_at", "id"]),
    "deal_ends": ("deal", ["state", "ends_by", "id"]),
    "facet_count_most": ("facet_count", ["facet", "deals", "value"]),
}


def upgrade() -> None:
    for name, (table, columns) in INDEXES.items():
        op.drop_index(name, table)
        op.create_index(name, table, columns)
