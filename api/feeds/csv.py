"""CSV (RFC 4180) in UTF-8: one row for an item, under the feed's columns; dates are ISO 8601.

A spreadsheet runs a cell that starts like a formula, so such a cell is prefixed with an apostrophe
(OWASP, CSV injection). Numbers are ours and stay numbers.
"""

import csv
import io

from api.feed import Cell, Feed

SUFFIX = "csv"
MEDIA_TYPE = "text/csv"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")


def render(feed: Feed) -> bytes:
    """Return `feed` as a table whose first line names the columns."""
    table = io.StringIO(newline="")
    rows = csv.writer(table, lineterminator="\r\n")
    rows.writerow(feed.columns)
    for item in feed.items:
        rows.writerow([cell(item.cells.get(name)) for name in feed.columns])
    return table.getvalue().encode("utf-8")


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
