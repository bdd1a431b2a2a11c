"""Deals are numbered by their last change, which the text search walks; counts of two facets at once."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

SQLITE = (
    "DROP TRIGGER search_deal_insert",
    "DROP TRIGGER search_deal_update",
    "DROP TRIGGER search_deal_delete",
    "DROP TABLE search_deal",
    """CREATE VIRTUAL TABLE search_deal USING fts5(words, content='deal', content_rowid='change',
    tokenize='porter unicode61 remove_diacritics 2')""",
    "INSERT INTO search_deal (search_deal) VALUES ('rebuild')",
    """CREATE TRIGGER search_deal_insert AFTER INSERT ON deal BEGIN
    INSERT INTO search_deal (rowid, words) VALUES (new.change, new.words); END""",
    """CREATE TRIGGER search_deal_delete AFTER DELETE ON deal BEGIN
    INSERT INTO search_deal (search_deal, rowid, words) VALUES ('delete', old.change, old.words); END""",
    """CREATE TRIGGER search_deal_update AFTER UPDATE OF words, change ON deal BEGIN
    INSERT INTO search_deal (search_deal, rowid, words) VALUES ('delete', old.change, old.words);
    INSERT INTO search_deal (rowid, words) VALUES (new.change, new.words); END""",
)
POSTGRESQL = (
    "CREATE SEQUENCE deal_changes",
    "SELECT setval('deal_changes', (SELECT coalesce(max(change), 0) + 1 FROM deal), false)",
    # Kept, not made anew for each row that is looked at while the list is walked.
    "DROP INDEX search_deal",
    """ALTER TABLE deal ADD COLUMN searched tsvector
    GENERATED ALWAYS AS (to_tsvector('english', left(words, 200000))) STORED""",
    "CREATE INDEX search_deal ON deal USING gin (searched)",
)
NUMBERED = """UPDATE deal SET change = place.number
FROM (SELECT id, row_number() OVER (ORDER BY updated_at, id) AS number FROM deal) AS place
WHERE place.id = deal.id"""
# records/store/pairs.py, MANY: from so many deals on the counts beside a value are kept.
VALUES = """SELECT deal_facet.facet, deal_facet.value FROM deal_facet JOIN deal ON deal.id = deal_facet.deal_id
WHERE deal.state = 'live' GROUP BY deal_facet.facet, deal_facet.value HAVING count(*) >= 200"""
TOTALS = f"""INSERT INTO facet_pair (facet, value, other, other_value, label, deals)
SELECT mine.facet, mine.value, '', '', '', count(*)
FROM ({VALUES}) AS kept
JOIN deal_facet AS mine ON mine.facet = kept.facet AND mine.value = kept.value
JOIN deal ON deal.id = mine.deal_id
WHERE deal.state = 'live' GROUP BY mine.facet, mine.value"""
PAIRS = f"""INSERT INTO facet_pair (facet, value, other, other_value, label, deals)
SELECT mine.facet, mine.value, beside.facet, beside.value, min(beside.label), count(*)
FROM ({VALUES}) AS kept
JOIN deal_facet AS mine ON mine.facet = kept.facet AND mine.value = kept.value
JOIN deal ON deal.id = mine.deal_id
JOIN deal_facet AS beside ON beside.deal_id = mine.deal_id AND beside.label IS NOT NULL
WHERE deal.state = 'live' GROUP BY mine.facet, mine.value, beside.facet, beside.value"""


def upgrade() -> None:
    op.add_column("deal", sa.Column("change", sa.BigInteger(), nullable=False, server_default="0"))
    op.execute(NUMBERED)
    op.create_index("deal_change", "deal", ["change", "state", "id", "revision", "updated_at"])
    op.create_table(
        "facet_pair",
        sa.Column("facet", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("other_value", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("deals", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("facet", "value", "other", "other_value"),
    )
    op.create_index("facet_pair_most", "facet_pair", ["facet", "value", "other", "deals", "other_value"])
    for statement in (TOTALS, PAIRS):
        op.execute(statement)
    for statement in POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE:
        op.execute(statement)
