"""Dates told by the day of publication: "from 1 July", "until the end of next year", "until next June".

Only what can mean one year is read. "Until the end of next season", said in March, is next year whether the sport
plays from autumn to spring or within a year; said in October it is not, and stays unread.
"""

import re
from datetime import date

from enrich.claims.terms import FILL, MONTH, MONTHS, STARTS, TO, Precision, Reading

# A date without a year may lie this many days back and still be meant: "from 1 July", written on 12 July.
_BACK_DAYS = 31
_WHEN = (
    rf"(?:(?P<year>(?:this|next|the)\s(?:calendar\s)?year)|(?P<season>(?:this|next|the(?:\scurrent)?)\s(?:season|campaign))|"
    rf"(?:next\s|this\s)?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m1>{MONTH})|(?P<m2>{MONTH})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)|(?P<m3>{MONTH})))"
    r"(?!\w|,?\s(?:\d{1,2},\s)?(?:19|20)\d\d)"
)
_AT = r"(?:(?:with|from|in|on|at|by|after|as\sof)\s)?"
_STARTS_AT = re.compile(rf"\b{STARTS}\s{_AT}{FILL}{_WHEN}", re.IGNORECASE)
_ENDS_AT = re.compile(rf"\b(?P<to>{TO})\s{_AT}{FILL}{_WHEN}", re.IGNORECASE)


def find_starts_by(body: str, day: date) -> list[Reading]:
    """Return the dates without a year from which the text, published on `day`, says that something runs."""
    readings = []
    for found in _STARTS_AT.finditer(body):
        read = _date(found, day, ends=False)
        if read:
            readings.append(Reading("start", found.start(), found.end(), *read, derived=True))
    return readings


def find_ends_by(body: str, day: date) -> list[Reading]:
    """Return the dates without a year until which the text, published on `day`, says that something lasts."""
    readings = []
    for found in _ENDS_AT.finditer(body):
        read = _date(found, day, ends=True)
        if read:
            readings.append(Reading("end", found.start(), found.end(), *read, derived=True))
    return readings


def _date(found: re.Match[str], day: date, *, ends: bool) -> tuple[str, Precision] | None:
    if found["year"]:
        return str(day.year + found["year"].lower().startswith("next")), "year"
    if found["season"]:
        return _season(found["season"].lower(), day, ends=ends)
    month = MONTHS[(found["m1"] or found["m2"] or found["m3"]).rstrip(".").lower()]
    number = found["d1"] or found["d2"]
    try:
        meant = date(day.year, month, int(number) if number else 28)
    except ValueError:  # 31 June
        return None
    back = (day - meant).days
    year = day.year + (back > (0 if ends else _BACK_DAYS))
    if number:
        return f"{year}-{month:02}-{int(number):02}", "day"
    return f"{year}-{month:02}", "month"


def _season(words: str, day: date, *, ends: bool) -> tuple[str, Precision] | None:
    """Return a season's year where it is the same for sports that play over the winter and for the others."""
    following = words.startswith("next")
    if ends and day.month <= 7:
        return str(day.year + following), "season"
    if not ends and following and day.month >= 9:
        return str(day.year + 1), "season"
    return None
