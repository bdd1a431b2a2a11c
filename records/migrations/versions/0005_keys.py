"""The block keys that tell which claims and deals a merge must look at together."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "claim_key",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.PrimaryKeyConstraint("key", "article_id", "claim_id"),
    )
    op.create_index("claim_key_article", "claim_key", ["article_id", "claim_id"])
    op.create_table(
        "deal_key",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("deal_id", sa.String(), nullable=False),
        sa.Column("replaces", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["deal_id"], ["deal.id"]),
        sa.PrimaryKeyConstraint("key", "deal_id"),
    )
    op.create_index("deal_key_deal", "deal_key", ["deal_id"])
