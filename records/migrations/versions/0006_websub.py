"""What a WebSub subscriber asked for until it confirms it, and what it was last sent."""

import sqlalchemy as sa
from alembic import op

from records import columns

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("websub_subscription", sa.Column("asked", columns.Json, nullable=False, server_default="[]"))
    op.add_column("websub_subscription", sa.Column("content_tag", sa.String(), nullable=True))
