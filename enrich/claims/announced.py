"""The day on which a deal was given out: a weekday, "today" or a date in the lead, by the article's own date."""

import re
from collections.abc import Sequence
from datetime import timedelta

from enrich.claims.calendar import DAYS
from enrich.claims.dates import find_dates
from enrich.claims.passages import Passage
from enrich.text import Text
from records.record import Evidence

LEAD = 4  # passages in which news is told to be news
_SAID = re.compile(
    r"\b(?:announc\w+|confirm\w+|unveil\w+|said|reveal\w+|sign(?:ed|s)|agreed|statement|named|declared|launched)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"\b(?:(?P<day>{'|'.join(DAYS)})|(?P<today>today|this\s(?:morning|afternoon|evening))|(?P<ago>yesterday))\b",
    re.IGNORECASE,
)


def find_announced(text: Text, passages: Sequence[Passage]) -> tuple[str, Evidence] | None:
    """Return the day the news was given out, as an ISO date, with the words that say so; None where none do."""
    known = text.published_at.date() if text.published_at else None
    written = [day for words in (text.body[:400], *text.captions) for day, _, _ in find_dates(words)]
    for passage in passages:
        if passage.is_title or passage.order > LEAD or not _SAID.search(passage.words):
            continue
        # Where the passage's paragraph has a dateline, its date stands in front.
        head = next((x.start for x in text.datelines if x.start < passage.start <= x.text + 1), passage.start)
        for day, start, end in find_dates(text.body[head : passage.start + len(passage.words[:300])]):
            if (
                start < 120
                and re.search(r"announc|today|confirm", passage.words, re.IGNORECASE)
                and (not known or abs((known - day).days) < 8)
            ):
                return day.isoformat(), _evidence(head, start, end)
        found = _WHEN.search(passage.words)
        if not found:
            continue
        place = _evidence(passage.start, found.start(), found.end())
        for anchor in (known, *written):
            if anchor is None:
                continue
            if found["today"]:
                return anchor.isoformat(), place
            if found["ago"]:
                return (anchor - timedelta(days=1)).isoformat(), place
            back = (anchor.weekday() - DAYS.index(found["day"].lower())) % 7
            if anchor is known or back == 0:
                return (anchor - timedelta(days=back)).isoformat(), place
    return None


def _evidence(origin: int, start: int, end: int) -> Evidence:
    return Evidence(field="term.announced_on", start=origin + start, end=origin + end)
