"""The facets beside deals and articles, with the sort keys of the lists, and their counts."""

import sqlalchemy as sa
from alembic import op

from records import columns

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("deal_facet")
    op.create_table(
        "deal_facet",
        sa.Column("deal_id", sa.String(), nullable=False),
        sa.Column("facet", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=True),
        sa.Column("updated_at", columns.Time(), nullable=False),
        sa.ForeignKeyConstraint(["deal_id"], ["deal.id"]),
        sa.PrimaryKeyConstraint("deal_id", "facet", "value"),
    )
    op.create_index("deal_facet_value", "deal_facet", ["facet", "value", "updated_at", "deal_id"])
    op.create_table(
        "facet_count",
        sa.Column("facet", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("deals", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("facet", "value"),
    )
    op.create_index("facet_count_most", "facet_count", ["facet", "deals"])
    op.create_table(
        "article_facet",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("facet", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("listed_at", columns.Time(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.PrimaryKeyConstraint("article_id", "facet", "value"),
    )
    op.create_index("article_facet_value", "article_facet", ["facet", "value", "listed_at", "article_id"])
    op.create_index("deal_changed", "deal", ["updated_at", "id"])
    op.create_index("ix_article_intake_id", "article", ["intake_id"])
