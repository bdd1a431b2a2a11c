"""A page of a list: where it begins, which rows stand on it, and what it says of each without its content.

A page begins after the (sort key, id) of the last row of the page before, never at a number of rows.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from records.columns import Time
from records.query import Query

Row = TypeVar("Row")


class Place(NamedTuple):
    """A row's place in its list: sort key and id; `back` asks for the page before it, not after.

    The key is a number in a list of deals that is sorted by the number of their change, else a time.
    """

    key: datetime | int
    id: str
    back: bool = False


Content = tuple[str, int, datetime]


class Version(NamedTuple):
    """A row of a list without its content, which is the same for the same id, revision and time of change.

    `key` is what its list is sorted by.
    """

    id: str
    revision: int
    updated_at: datetime
    key: datetime | int

    @property
    def content(self) -> Content:
        """What tells the row's content from any other."""
        return self.id, self.revision, self.updated_at

    @property
    def place(self) -> Place:
        """Where the row stands in its list."""
        return Place(self.key, self.id)


class Shape(NamedTuple):
    """What the statement of a page depends on beside the filter; the values are given when it is executed."""

    since: bool
    until: bool
    after: bool
    back: bool


def shape_of(query: Query, after: Place | None) -> Shape:
    """Return what the statement of this page is made from."""
    back = after is not None and after.back
    return Shape(query.since is not None, query.until is not None, after is not None, back)


def values_of(query: Query, after: Place | None) -> dict[str, Any]:
    """Return the values of a statement that `page` made."""
    values: dict[str, Any] = {"since": query.since, "until": query.until}
    if after is not None:
        values |= {"after_key": after.key, "after_id": after.id}
    return {name: value for name, value in values.items() if value is not None}


def page(chosen: Any, key: Any, row_id: Any, shape: Shape, limit: int) -> Any:
    """Return what chooses the rows of one page, by key and id; `values_of` has its values."""
    if shape.since:
        chosen = chosen.where(key >= sa.bindparam("since", type_=Time()))
    if shape.until:
        chosen = chosen.where(key < sa.bindparam("until", type_=Time()))
    if shape.after:
        last = sa.tuple_(sa.bindparam("after_key", type_=Time()), sa.bindparam("after_id", type_=sa.String()))
        here = sa.tuple_(key, row_id)
        chosen = chosen.where(here > last if shape.back else here < last)
    order = (key, row_id) if shape.back else (key.desc(), row_id.desc())
    return chosen.order_by(*order).limit(limit)


def newest_first(rows: Iterable[Row], after: Place | None) -> list[Row]:
    """Return the rows of a page in the list's order: a page before another is read backwards."""
    found = list(rows)
    return found[::-1] if after is not None and after.back else found
