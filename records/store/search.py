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
        return _postgresql(table, parts)
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


def _numbers(table: Table) -> Any:
    """Return the numbers of the index: articles in the order of arrival, deals in that of their last change."""
    return col(Article.number) if table == "article" else col(Deal.change)


def _fts5(table: Table, question: str) -> tuple[sa.TableClause, sa.TextClause]:
    index = sa.table(f"search_{table}", sa.column("rowid", sa.BigInteger()))
    return index, sa.text(f"search_{table} MATCH :asked").bindparams(asked=asked(question))


def _postgresql(table: str, parts: list[str]) -> sa.ColumnElement[bool]:
    document = f"{table}.searched"
    queries = [f"phraseto_tsquery('english', :part_{place})" for place in range(len(parts))]
    condition = sa.text(f"{document} @@ ({' && '.join(queries)})")
    bound = condition.bindparams(**{f"part_{place}": part for place, part in enumerate(parts)})
    return sa.type_coerce(bound.self_group(), sa.Boolean)
