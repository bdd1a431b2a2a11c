"""What the feed specifications demand, as checks that name each rule a document breaks.

JSON Feed 1.1; RSS 2.0 with the RSS Advisory Board's profile and the namespaces we use; Atom RFC 4287;
RFC 4180 for tables; RFC 5545 for calendars. Each function returns the list of broken rules.
"""

import csv
import io
import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
RFC822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
    r"\d{4} \d\d:\d\d:\d\d ([+-]\d{4}|GMT)"
)


def validate(suffix: str, document: bytes) -> list[str]:
    """Return every rule of its format that `document` breaks."""
    return {"json": json_feed, "atom": atom, "rss": rss, "csv": table, "ics": icalendar}[suffix](document)


def absolute(url: object) -> bool:
    """Return whether `url` is an absolute http(s) address."""
    if not isinstance(url, str):
        return False
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def json_feed(document: bytes) -> list[str]:
    """Check JSON Feed 1.1."""
    feed = json.loads(document)
    broken = []
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        broken.append("version")
    if not isinstance(feed.get("title"), str):
        broken.append("title is required")
    for name in ("home_page_url", "feed_url", "next_url"):
        if name in feed and not absolute(feed[name]):
            broken.append(f"{name} is not absolute")
    if "next_url" in feed and feed["next_url"] == feed.get("feed_url"):
        broken.append("next_url equals feed_url")
    if "author" in feed:
        broken.append("author was replaced by authors in 1.1")
    broken += [f"hub {hub}" for hub in feed.get("hubs", []) if set(hub) < {"type", "url"}]
    if not isinstance(feed.get("items"), list):
        return [*broken, "items is required"]
    ids = [item.get("id") for item in feed["items"]]
    if len(ids) != len(set(ids)):
        broken.append("an id stands twice")
    for item in feed["items"]:
        broken += [f"item {item.get('id')}: {rule}" for rule in _json_item(item)]
    broken += [f"extension name {name} has a dot" for name in feed if name.startswith("_") and "." in name]
    return broken


def _json_item(item: dict[str, object]) -> list[str]:
    broken = []
    if not isinstance(item.get("id"), str) or not item["id"]:
        broken.append("id must be a string")
    if not item.get("content_html") and not item.get("content_text"):
        broken.append("neither content_html nor content_text")
    for name in ("url", "external_url"):
        if name in item and not absolute(item[name]):
            broken.append(f"{name} is not absolute")
    for name in ("date_published", "date_modified"):
        if name in item and not RFC3339.fullmatch(str(item[name])):
            broken.append(f"{name} is not RFC 3339")
    for name in ("authors", "tags"):
        if name in item and not isinstance(item[name], list):
            broken.append(f"{name} is no array")
    if not all(isinstance(value, dict) for name, value in item.items() if name.startswith("_")):
        broken.append("an extension is no object")
    if any(value is None for name, value in item.items() if not name.startswith("_")):
        broken.append("a null stands where the name should be left out")
    return broken


def rss(document: bytes) -> list[str]:
    """Check RSS 2.0, strict XML first."""
    root = etree.fromstring(document)
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        return ["not RSS 2.0"]
    broken = [f"channel lacks {name}" for name in ("title", "link", "description") if channel.find(name) is None]
    if not absolute(channel.findtext("link")):
        broken.append("channel link is not absolute")
    if [link.get("rel") for link in channel.findall(f"{ATOM}link")].count("self") != 1:
        broken.append("not one atom:link rel=self")
    broken += [
        f"{link.get('rel')} is not absolute"
        for link in channel.findall(f"{ATOM}link")
        if not absolute(link.get("href"))
    ]
    built = channel.findtext("lastBuildDate")
    if built is not None and not RFC822.fullmatch(built):
        broken.append("lastBuildDate is not RFC 822")
    guids = [guid.text for guid in channel.iter("guid")]
    if len(guids) != len(set(guids)):
        broken.append("a guid stands twice")
    for entry in channel.findall("item"):
        broken += [f"item {entry.findtext('guid')}: {rule}" for rule in _rss_item(entry)]
    return broken


def _rss_item(entry: etree._Element) -> list[str]:
    broken = []
    if entry.find("title") is None and entry.find("description") is None:
        broken.append("neither title nor description")
    if entry.find("author") is not None and "@" not in (entry.findtext("author") or ""):
        broken.append("author must be an e-mail address")
    guid = entry.find("guid")
    if guid is None or not guid.text:
        broken.append("no guid")
    elif guid.get("isPermaLink", "true") == "true" and not absolute(guid.text):
        broken.append("a permalink guid must be an address")
    if not absolute(entry.findtext("link")):
        broken.append("link is not absolute")
    date = entry.findtext("pubDate") or ""
    if not RFC822.fullmatch(date) or parsedate_to_datetime(date).tzinfo is None:
        broken.append("pubDate is not RFC 822")
    if re.search(r"<\w+[ >]", entry.findtext("title") or ""):
        broken.append("title holds markup")
    for single in ("title", "link", "description", "pubDate", "guid", f"{CONTENT}encoded"):
        if len(entry.findall(single)) > 1:
            broken.append(f"{single} stands twice")
    return broken


def atom(document: bytes) -> list[str]:
    """Check RFC 4287, strict XML first."""
    root = etree.fromstring(document)
    if root.tag != f"{ATOM}feed":
        return ["not an Atom feed"]
    broken = _atom_required(root)
    links = root.findall(f"{ATOM}link")
    if [link.get("rel") for link in links].count("self") != 1:
        broken.append("not one link rel=self")
    broken += [
        f"{link.get('rel')} is not absolute" for link in root.iter(f"{ATOM}link") if not absolute(link.get("href"))
    ]
    entries = root.findall(f"{ATOM}entry")
    if root.find(f"{ATOM}author") is None and any(e.find(f"{ATOM}author") is None for e in entries):
        broken.append("4.1.1: an author on the feed or on every entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(ids) != len(set(ids)):
        broken.append("an id stands twice")
    for entry in entries:
        label = entry.findtext(f"{ATOM}id")
        broken += [f"entry {label}: {rule}" for rule in _atom_required(entry)]
        alternates = [
            (x.get("type"), x.get("hreflang"))
            for x in entry.findall(f"{ATOM}link")
            if x.get("rel", "alternate") == "alternate"
        ]
        if len(alternates) != len(set(alternates)):
            broken.append(f"entry {label}: 4.1.2: two alternates of one type")
        if entry.find(f"{ATOM}content") is None and not alternates:
            broken.append(f"entry {label}: 4.1.2: neither content nor an alternate")
    return broken


def _atom_required(element: etree._Element) -> list[str]:
    broken = []
    for name in ("id", "title", "updated"):
        if len(element.findall(f"{ATOM}{name}")) != 1:
            broken.append(f"not one {name}")
    if not re.match(r"[a-z][a-z0-9+.-]*:", element.findtext(f"{ATOM}id") or ""):
        broken.append("id is no IRI")
    for name in ("updated", "published"):
        for date in element.findall(f"{ATOM}{name}"):
            if not RFC3339.fullmatch(date.text or ""):
                broken.append(f"{name} is not RFC 3339")
    for author in element.findall(f"{ATOM}author"):
        if len(author.findall(f"{ATOM}name")) != 1:
            broken.append("an author needs one name")
    return broken


def table(document: bytes) -> list[str]:
    """Check RFC 4180 and that no cell starts like a formula."""
    text = document.decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    broken = [] if rows and rows[0] else ["no header"]
    broken += [f"row {number} has {len(row)} cells" for number, row in enumerate(rows) if len(row) != len(rows[0])]
    for number, row in enumerate(rows[1:], 1):
        for value in row:
            if value[:1] in ("=", "+", "@", "\t", "\r") or (value[:1] == "-" and not _number(value)):
                broken.append(f"row {number}: {value[:10]!r} starts like a formula")
    return broken


def _number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True


def icalendar(document: bytes) -> list[str]:
    """Check the line and property rules of RFC 5545 that a calendar program relies on."""
    text = document.decode("utf-8")
    broken = ["lines end with CRLF"] if not text.endswith("\r\n") or "\n" in text.replace("\r\n", "") else []
    broken += ["a line is longer than 75 octets" for line in text.split("\r\n") if len(line.encode()) > 75]
    lines = text.replace("\r\n ", "").strip().split("\r\n")
    if lines[0] != "BEGIN:VCALENDAR" or lines[-1] != "END:VCALENDAR":
        broken.append("no VCALENDAR around it")
    for name in ("VERSION:2.0", "PRODID:"):
        if sum(line.startswith(name) for line in lines) != 1:
            broken.append(f"not one {name}")
    events = "\r\n".join(lines).split("BEGIN:VEVENT\r\n")[1:]
    for event in events:
        for name in ("UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:"):
            if sum(line.startswith(name) for line in event.split("\r\n")) != 1:
                broken.append(f"an event has not one {name}")
        stamp = re.search(r"^DTSTAMP:(.*)$", event, re.MULTILINE)
        if stamp:
            datetime.strptime(stamp[1].strip(), "%Y%m%dT%H%M%SZ")  # noqa: DTZ007 - the Z is in the pattern
    uids = re.findall(r"^UID:(.*)$", text.replace("\r\n ", ""), re.MULTILINE)
    if len(uids) != len(set(uids)):
        broken.append("a UID stands twice")
    return broken
