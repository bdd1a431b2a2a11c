"""iCalendar (RFC 5545): one all-day event on the last day of each deal that says when it ends."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from api.feed import Feed, Item
from records import query

SUFFIX = "ics"
MEDIA_TYPE = "text/calendar"
_LINE_OCTETS = 75  # RFC 5545, section 3.1: longer lines are folded


def render(feed: Feed, entries: Sequence[bytes]) -> bytes:
    """Return the end dates of the items of `feed` as a calendar."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sponsorwire//Deals that end//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{escape(feed.title)}",
        f"X-WR-CALNAME:{escape(feed.title)}",
        f"SOURCE;VALUE=URI:{feed.feed_url}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ]
    return _folded(lines) + b"".join(entries) + _folded(["END:VCALENDAR"])


def entry(item: Item) -> bytes:
    """Return the last day of `item` as an event; nothing when it does not say when it ends."""
    day = last_day(item.ends_on)
    if day is None:
        return b""
    lines = [
        "BEGIN:VEVENT",
        f"UID:{escape(item.id)}",
        f"DTSTAMP:{_stamp(item.updated_at)}",
        f"LAST-MODIFIED:{_stamp(item.updated_at)}",
        f"SEQUENCE:{item.sequence}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escape('Ends: ' + item.title)}",
        f"DESCRIPTION:{escape(item.text)}",
        f"URL:{item.url}",
        *([f"CATEGORIES:{','.join(escape(tag) for tag in item.tags)}"] if item.tags else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]
    return _folded(lines)


def _folded(lines: Iterable[str]) -> bytes:
    return "".join(fold(line) for line in lines).encode("utf-8")


def last_day(ends_on: str | None) -> date | None:
    """Return the last day of a date that may be a year or a month only; None where there is none."""
    day = query.last_day(ends_on)
    found = date.fromisoformat(day) if day else None
    return found if found != date.max else None  # an event ends the day after


def escape(text: str) -> str:
    """Return TEXT as section 3.3.11 has it; other control characters are dropped."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(char for char in text if char >= " " and char != "\x7f")


def fold(line: str) -> str:
    """Return a content line of at most 75 octets a physical line, never cut inside a character."""
    folded, width = [], 0
    for char in line:
        octets = len(char.encode("utf-8", "replace"))
        if width + octets > _LINE_OCTETS:
            folded.append("\r\n ")
            width = 1
        folded.append(char)
        width += octets
    return "".join(folded) + "\r\n"


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
