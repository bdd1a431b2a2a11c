"""Conditional requests (RFC 9110, section 13): whether the reader already has what we would send."""

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

_ENTITY_TAG = re.compile(r'(?:W/)?"([\x21\x23-\x7e\x80-\xff]*)"')


def entity_tag(content: bytes) -> str:
    """Return a strong entity tag: equal for equal bytes, on every process and after a restart."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def http_date(moment: datetime) -> str:
    """Return a moment as the fixed-length date of RFC 9110."""
    return format_datetime(moment.astimezone(UTC).replace(microsecond=0), usegmt=True)


def tags(header: str) -> set[str]:
    """Return the opaque tags of an If-None-Match header, weak or strong, in any list form."""
    return set(_ENTITY_TAG.findall(header))


def unchanged(headers: Mapping[str, str], tag: str | None, modified_at: datetime | None) -> bool:
    """Return whether a GET may be answered with 304.

    If-None-Match is compared weakly and, where it is given, decides alone; If-Modified-Since counts only
    without it, at the precision of a second, and is ignored when it is no valid date.
    """
    match = headers.get("if-none-match")
    if match is not None:
        return match.strip() == "*" or (tag is not None and bool(tags(tag) & tags(match)))
    since = headers.get("if-modified-since")
    if since is None or modified_at is None:
        return False
    try:
        known = parsedate_to_datetime(since)
    except (ValueError, TypeError, IndexError, OverflowError):
        return False
    if known.tzinfo is None:
        known = known.replace(tzinfo=UTC)
    return modified_at.replace(microsecond=0) <= known
