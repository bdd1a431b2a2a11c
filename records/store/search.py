"""Full-text search behind one function: which articles or deals hold all the words of a question.

A question is words and "phrases in double quotation marks"; every other sign is a space, so that nothing a
reader types is an error. Endings do not matter (sponsors finds sponsored) and neither do accents on SQLite.
"""

import re
from typing import Any, Literal

import sqlalchemy as sa
from sqlmodel import col

from records.session import Session
from records.tables import Article, Deal

# A question longer than this is nobody's; it bounds the work of one search.
WORDS = 32
# Up to so many matches are found and sorted sooner than a list of 100,000 rows is walked for fifty of them: looking
# the words up in one row takes sixty times as long as reading one match.
FEW = 10_000
# So many of the newest rows show which words most rows hold.
SAMPLE = 40
# PostgreSQL's index of words has no order, but says of each article in which block of 32,768 numbers it stands. The
# three blocks next to a page are searched before all others: words that one article in a thousand holds fill a page
# of fifty from them, and the rest of a million is not read.
BITS, NEAR = 15, 3
Table = Literal["article", "deal"]
PART = re.compile(r'"([^"]*)"|(\S+)')


def parts_of(question: str) -> list[str]:
    """Return the words and phrases of a question, without signs."""
    parts = []
    for phrase, word in PART.findall(question[:1000]):
        cleaned = " ".join(re.findall(r"\w+", phrase or word))
        if cleaned:
            parts.append(cleaned)
    return parts[:WORDS]


def walks(session: Session) -> bool:
    """Return whether the index can be walked in the order of arrival, which FTS5 can."""
    return session.connection().dialect.name == "sqlite"


def asked(question: str) -> str:
    """Return a question as FTS5 takes it; one without a word asks for a word that nobody writes."""
    return " AND ".join(f'"{part}"' for part in parts_of(question)) or '"\U0010fffd"'


def few(session: Session, table: Table, question: str) -> bool:
    """Return whether SQLite should find all rows that hold the words first, as few as they are, and sort them.

    Words that many rows hold are looked up row by row while the list is walked in its order, and the page is
    full before all that hold them have been found. PostgreSQL's planner knows by itself.
    """
    if not walks(session):
        return False
    index, match = _fts5(table, question)
    some = sa.select(index.c.rowid).where(match).limit(FEW).subquery()
    return bool(session.execute(sa.select(sa.func.count()).select_from(some)).scalar_one() < FEW)


def holds(session: Session, table: Table, question: str, *, first: bool) -> sa.ColumnElement[bool]:
    """Return the condition that the article or deal holds all words of the question; none at all: false.

    `first` has SQLite find all of them before anything else.
    """
    parts = parts_of(question)
    if not parts:
        return sa.false()
    if not walks(session):
        return _postgresql(session, table, parts)
    number: sa.ColumnElement[int] = _numbers(table)
    index, match = _fts5(table, question)
    if first:
        return number.in_(sa.select(index.c.rowid).where(match))
    return sa.exists().where(match, index.c.rowid == number)


def walked(session: Session, table: Table, question: str, chosen: Any) -> tuple[Any, Any]:
    """Return what chooses the rows that hold the words, and the number by which they are to be sorted."""
    if not walks(session):
        return chosen.where(holds(session, table, question, first=False)), _numbers(table)
    index, match = _fts5(table, question)
    return chosen.join(index, index.c.rowid == _numbers(table)).where(match), index.c.rowid


def near_first(first: int, *, back: bool) -> list[sa.ColumnElement[bool]]:
    """Return the conditions on PostgreSQL that part the articles before a number, or after it if `back`.

    First those in the blocks next to it, then all others; one alone where none lies beyond the near ones.
    """
    block, number = first >> BITS, col(Article.number)
    blocks = range(block, block + NEAR) if back else range(block - NEAR + 1, block + 1)
    if blocks.start <= 0 and not back:
        return [sa.true()]
    # As the index has it, with nothing bound on the left.
    held = sa.text(f"ARRAY[article.number >> {BITS}] && CAST(:blocks AS bigint[])").bindparams(blocks=list(blocks))
    near = sa.type_coerce(held, sa.Boolean)
    return [near, number >= blocks.stop << BITS if back else number < blocks.start << BITS]


def _numbers(table: Table) -> Any:
    """Return the numbers of the index: articles in the order of arrival, deals in that of their last change."""
    return col(Article.number) if table == "article" else col(Deal.change)


def _fts5(table: Table, question: str) -> tuple[sa.TableClause, sa.TextClause]:
    index = sa.table(f"search_{table}", sa.column("rowid", sa.BigInteger()))
    return index, sa.text(f"search_{table} MATCH :asked").bindparams(asked=asked(question))


def _postgresql(session: Session, table: Table, parts: list[str]) -> sa.ColumnElement[bool]:
    document = f"{table}.searched"
    common = _common(session, table, parts) if len(parts) > 1 else []
    rare = [place for place in range(len(parts)) if place not in common]
    asked_of_index, looked_up = (rare, common) if rare else (common, [])
    conditions = [f"{document} @@ ({' && '.join(map(_part, asked_of_index))})"]
    # The function behind the operator, which no index has.
    conditions += [f"ts_match_vq({document}, {_part(place)})" for place in looked_up]
    bound = sa.text(" AND ".join(conditions)).bindparams(**_values(parts))
    return sa.type_coerce(bound.self_group(), sa.Boolean)


def _common(session: Session, table: Table, parts: list[str]) -> list[int]:
    """Return the places of the parts that most of the newest rows hold.

    To ask the index for "17 club" reads where "club" stands in a million articles; a look into each that holds "17"
    is cheaper.
    """
    number = "number" if table == "article" else "change"
    rows = sa.table(table, sa.column("searched"), sa.column(number))
    newest = sa.select(rows.c.searched).order_by(rows.c[number].desc()).limit(SAMPLE)
    counts = [sa.func.count().filter(sa.text(f"newest.searched @@ {_part(place)}")) for place in range(len(parts))]
    chosen = sa.select(*counts).select_from(newest.subquery("newest"))
    row = session.connection().execute(chosen, _values(parts)).one()
    return [place for place, count in enumerate(row) if count > SAMPLE // 2]


def _part(place: int) -> str:
    return f"phraseto_tsquery('english', :part_{place})"


def _values(parts: list[str]) -> dict[str, str]:
    return {f"part_{place}": part for place, part in enumerate(parts)}
