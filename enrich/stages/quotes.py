"""Who said what: every quotation, its kind, and its speaker where the text names one."""

from enrich.findings import Found
from enrich.quotations import turns
from enrich.text import Text
from records.record import Quote

NEEDS: tuple[str, ...] = ("entities",)
VERSION = 7


def find(text: Text, found: Found) -> list[Quote]:
    """Return the quotations in order; `text.body[start:end]` is each one's text."""
    return list(turns.quotes(text, found))
