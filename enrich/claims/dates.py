"""Dates as worded: "30 June 2031", "May 2031", "2031", "'31", "2031-32"; what may stand before one."""

import re
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "season", "year"]

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip

YEAR = r"(?:19|20)\d\d"
_SHORT = r"['’‘]\d\d(?![\ds])"  # "through '31"
_SHORT_SPAN = r"['’‘]\d\d\s?[-–—/]\s?['’‘]?\d\d(?!\d)"  # "through the '30-31 season"
SPAN = rf"{YEAR}\s?[-–—/]\s?(?:{YEAR}|\d\d)(?!\d)"
_SHORT_MONTHS = [month for month in MONTHS if len(month) < 5 and month not in ("may", "june", "july")]
_LONG_MONTHS = [month for month in MONTHS if month not in _SHORT_MONTHS]
MONTH = rf"(?:(?:{'|'.join(_LONG_MONTHS)})\b|(?:{'|'.join(_SHORT_MONTHS)})\b\.?)"
DATE = (
    rf"(?:(?P<dm>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<mon1>{MONTH}),?\s(?P<y1>{YEAR})"
    rf"|(?P<mon2>{MONTH})\s(?P<md>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>{YEAR})"
    rf"|(?P<mon3>{MONTH}),?\s(?:of\s)?(?P<y3>{YEAR})"
    rf"|(?P<span>{SPAN}|{_SHORT_SPAN})|(?P<y4>{YEAR}|{_SHORT})(?!\d|[-–/]\d))"
)
# What may stand between "until" and the date: "the end of the", "at least", "and including".
FILL = (
    r"(?:at\sleast\s|and\sincluding\s|the\s|upcoming\s|forthcoming\s|coming\s|new\s|domestic\s|financial\s|fiscal\s|academic\s|calendar\s|year\s|until\s|to\s|of\s|end\s|close\s|conclusion\s|completion\s|expiry\s|start\s|beginning\s|"
    r"summer\s|spring\s|autumn\s|winter\s|fall\s|early\s|late\s|mid-?\s?|end-|season\s|in\s|on\s|first\sof\s|its\s|their\s|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s|(?:race|event|edition|tournament|festival|finals?|show|regatta|championships?|games|stage|round|match|concert|last)\s|(?:opening|first)\s(?:match|game|day|round|race|weekend)\s|\w+\sseason\s|"
    r"(?-i:[A-Z][\w'’]{1,15}\s)){0,7}?"
)


def _year(words: str) -> str:
    """Return "2031" of "2031" and of "'31"."""
    return words if len(words) == 4 else f"20{words[-2:]}"


def years_of(span: str) -> tuple[int, int]:
    """Return the first and the last year of "2026-27", "2026/2027" or "'26-27"."""
    if not span[0].isdigit():
        span = f"20{span[1:]}"
    first, last = int(span[:4]), re.sub(r"\D", "", span[4:])
    return first, int(last) if len(last) == 4 else int(str(first)[:2] + last)


def read_date(found: re.Match[str], *, ends: bool) -> tuple[str, Precision] | None:
    """Return the ISO date of a `DATE` match, as precise as the text; a season counts as its last or first year."""
    groups = found.groupdict()
    if groups.get("span"):
        first, last = years_of(found["span"])
        if not first < last <= first + 15:
            return None
        return str(last if ends else first), "season"
    if found["y4"]:
        after = found.string[found.end() : found.end() + 40]
        season = re.match(r"\s(?:[A-Z]\w+\s|\w+\s){0,3}(?:season|campaign)", after)
        return _year(found["y4"]), "season" if season else "year"
    for month, day, year in (("mon1", "dm", "y1"), ("mon2", "md", "y2"), ("mon3", "", "y3")):
        if groups.get(month):
            number = MONTHS[found[month].rstrip(".").lower()]
            if not day:
                return f"{found[year]}-{number:02}", "month"
            if 1 <= int(found[day]) <= 31:
                return f"{found[year]}-{number:02}-{int(found[day]):02}", "day"
    return None


DAY = re.compile(DATE, re.IGNORECASE)


def find_dates(body: str) -> list[tuple[date, int, int]]:
    """Return the full dates in `body` (day, month and year), each with where it stands."""
    days = []
    for found in DAY.finditer(body):
        read = read_date(found, ends=True)
        if read and read[1] == "day":
            try:
                days.append((date.fromisoformat(read[0]), found.start(), found.end()))
            except ValueError:  # 31 June
                continue
    return days
