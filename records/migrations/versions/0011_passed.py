"""What passed through unread is counted from the same index as what was read."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("article_read", "article")
    op.create_index("article_read", "article", ["state", "enriched_with", "relevance"])
