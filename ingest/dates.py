"""When an article was published: from what the file states, never a future date, never an invented zone."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Literal

from ingest.draft import Dated

# English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish and Norwegian, Polish (genitive).
MONTHS = """
january february march april may june july august september october november december
januar februar märz april mai juni juli august september oktober november dezember
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november desember
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
"""
MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:(?:of|de)\s+)?{MONTH},?(?:\s+de)?\s+(?P<year>\d{{4}})\b"
)
MONTH_FIRST = re.compile(rf"\b{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b")
NUMBERS = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b")
ISO = re.compile(r"\d{4}-?\d{2}-?\d{2}(?:[T ]\S.*)?\Z")
IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-]?(\d{2}|[a-z]{3})[/-]?(\d{2})(?:[/-]|\b)")
EARLIEST = 1900  # before it, a year is a mistake or a placeholder such as 0001
MAX_LENGTH = 200  # characters of a date line


@dataclass(frozen=True)
class Stamp:
    """A moment in UTC; with precision `day` it stands for the whole date, at 00:00."""

    at: datetime
    precision: Literal["day", "second"]


def read_date(raw: str) -> Stamp | None:
    """Return the date in `raw`, or None where there is none or it is ambiguous (03/04/2026).

    A time of day counts only with its zone; without one the date alone is kept.
    """
    raw = raw.strip()[:MAX_LENGTH]
    return _iso(raw) or _mail(raw) or _worded(raw) or _numbers(raw)


def date_in_address(url: str) -> str | None:
    """Return the ISO date in the path of `url` (/2026/11/20/ or /2026/nov/20/), or None."""
    found = IN_ADDRESS.search(url)
    if not found:
        return None
    year, month, day = found.groups()
    number = int(month) if month.isdigit() else _month(month)
    day_of = _day(int(year), number, int(day))
    return day_of.at.date().isoformat() if day_of else None


def published(dates: tuple[Dated, ...], now: datetime) -> tuple[Stamp | None, str | None, list[str]]:
    """Return the first usable of `dates`, its basis, and a warning for each that was passed over."""
    warnings = []
    for dated in dates:
        stamp = read_date(dated.raw)
        if stamp is None:
            warnings.append(f"date: {dated.basis} date not understood")
        elif stamp.at > now:
            warnings.append(f"date: {dated.basis} date lies in the future")
        else:
            return stamp, dated.basis, warnings
    return None, None, warnings


def _stamp(at: datetime) -> Stamp | None:
    """Return the stamp of a moment, the date alone when its zone is unknown."""
    if at.year < EARLIEST or at.year > 9998:  # 9999 and a zone overflow
        return None
    if at.tzinfo is None or at.utcoffset() is None:
        return Stamp(datetime(at.year, at.month, at.day, tzinfo=UTC), "day")
    return Stamp(at.astimezone(UTC).replace(microsecond=0), "second")


def _day(year: int, month: int | None, day: int) -> Stamp | None:
    try:
        when = date(year, month or 0, day)
    except ValueError:
        return None
    return _stamp(datetime(when.year, when.month, when.day))  # noqa: DTZ001 - no zone: the date alone


def _iso(raw: str) -> Stamp | None:
    if not ISO.match(raw):
        return None
    try:
        return _stamp(datetime.fromisoformat(raw.replace(" ", "T", 1).replace(" ", "")))
    except ValueError:
        return _stamp_or_none(raw[:10])


def _stamp_or_none(raw: str) -> Stamp | None:
    try:
        return _stamp(datetime.fromisoformat(raw))
    except ValueError:
        return None


def _mail(raw: str) -> Stamp | None:
    """RFC 5322: `Fri, 20 Nov 2026 07:30:00 +0100`."""
    if ":" not in raw:
        return None
    try:
        return _stamp(parsedate_to_datetime(raw))
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


@cache
def _months() -> dict[str, int]:
    """Return the number of each month name and of its short forms: three letters or more, if only one fits."""
    found: dict[str, set[int]] = {}
    for line in MONTHS.strip().splitlines():
        for number, name in enumerate(line.split(), 1):
            for length in range(3, len(name) + 1):
                found.setdefault(name[:length], set()).add(number)
    # English first: `mar` and `jun` are short for something in every language.
    english = MONTHS.split()[:12]
    clear = {name: next(iter(numbers)) for name, numbers in found.items() if len(numbers) == 1}
    return clear | {name[:length]: n for n, name in enumerate(english, 1) for length in range(3, len(name) + 1)}


def _month(name: str) -> int | None:
    """Return the number of a month by its name in a language of the table, in full or cut short."""
    return _months().get(name.casefold())


def _worded(raw: str) -> Stamp | None:
    for pattern in (DAY_FIRST, MONTH_FIRST):
        for found in pattern.finditer(raw):
            number = _month(found["month"])
            if number:
                return _day(int(found["year"]), number, int(found["day"]))
    return None


def _numbers(raw: str) -> Stamp | None:
    """Read 20/11/2026, 11/20/2026 and 3.4.2026; 03/04/2026 is anybody's guess and stays unread."""
    found = NUMBERS.search(raw)
    if not found:
        return None
    first, mark, second, year = int(found[1]), found[2], int(found[3]), int(found[4])
    if mark == "." or first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None
