"""The full-text search over articles and deals: FTS5 kept by triggers, or PostgreSQL's own index."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

COLUMNS = {"article": ("title", "text"), "deal": ("words",)}


def upgrade() -> None:
    for table, columns in COLUMNS.items():
        statements = _postgresql if op.get_bind().dialect.name == "postgresql" else _sqlite
        for statement in statements(table, columns):
            op.execute(statement)


def _sqlite(table: str, columns: tuple[str, ...]) -> list[str]:
    names, search = ", ".join(columns), f"search_{table}"
    new, old = (", ".join(f"{row}.{name}" for name in columns) for row in ("new", "old"))
    remove = f"INSERT INTO {search} ({search}, rowid, {names}) VALUES ('delete', old.number, {old});"
    add = f"INSERT INTO {search} (rowid, {names}) VALUES (new.number, {new});"
    return [
        f"""CREATE VIRTUAL TABLE {search} USING fts5({names}, content='{table}', content_rowid='number',
        tokenize='porter unicode61 remove_diacritics 2')""",
        f"CREATE TRIGGER {search}_insert AFTER INSERT ON {table} BEGIN {add} END",
        f"CREATE TRIGGER {search}_delete AFTER DELETE ON {table} BEGIN {remove} END",
        f"CREATE TRIGGER {search}_update AFTER UPDATE OF {names} ON {table} BEGIN {remove} {add} END",
    ]


def _postgresql(table: str, columns: tuple[str, ...]) -> list[str]:
    # The first 200,000 characters: a tsvector holds 1 MB at most. records/store/search.py asks the same words.
    joined = " || ' ' || ".join(f"coalesce({name}, '')" for name in columns)
    return [f"CREATE INDEX search_{table} ON {table} USING gin (to_tsvector('english', left({joined}, 200000)))"]
