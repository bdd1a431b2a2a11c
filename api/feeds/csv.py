"""CSV (RFC 4180) in UTF-8: one row for an item, under the feed's columns; dates are ISO 8601.

A spreadsheet runs a cell that starts like a formula, so such a cell is prefixed with an apostrophe
(OWASP, CSV injection). Numbers are ours and stay numbers.
"""

import csv
import io
from collections.abc import Sequence

from api.feed import Cell, Feed, Item

SUFFIX = "csv"
MEDIA_TYPE = "text/csv"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")


def entry(item: Item) -> bytes:
    """Return `item` as a line: its cells, in the order of the feed's columns."""
    return _line([cell(value) for value in item.cells.values()])


def render(feed: Feed, entries: Sequence[bytes]) -> bytes:
    """Return `feed` with its entries as a table whose first line names the columns."""
    return _line(feed.columns) + b"".join(entries)


def _line(cells: Sequence[str]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode("utf-8")


def cell(value: Cell) -> str:
    """Return a value as the text of one cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = value.replace("\0", "")
    return f"'{text}" if text.startswith(_FORMULA) else text
