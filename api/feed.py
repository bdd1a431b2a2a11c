"""A feed before it has a format: what a reader subscribes to, as plain values.

The renderers of `api/feeds/` turn each `Item` into an entry, and a `Feed` with its entries into a document;
they read nothing else, so a format is a pure function of this page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime


def rfc3339(moment: datetime) -> str:
    """Return an aware moment in UTC as RFC 3339 has it, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


Cell = str | int | float | bool | None


@dataclass(frozen=True)
class Item:
    """One deal or one article of a feed.

    `id` is permanent and independent of title and address. `url` is our page, `external_url` the
    publisher's. `html` is safe to show: every value in it was escaped. `record` is the structured record,
    `cells` the same as one flat row under the feed's `columns`.
    """

    id: str
    url: str
    title: str
    html: str
    text: str
    published_at: datetime
    updated_at: datetime
    external_url: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str | None = None
    record: Mapping[str, object] = field(default_factory=dict)
    cells: Mapping[str, Cell] = field(default_factory=dict)
    ends_on: str | None = None  # ISO 8601, as precise as the text: YYYY, YYYY-MM or YYYY-MM-DD
    sequence: int = 0  # how often it was revised


@dataclass(frozen=True)
class Feed:
    """A page of items, newest change first, without the items: what it is, and how a reader goes on.

    `self_url` is this very document, `feed_url` the first page in the same format, `next_url` the next
    page.
    """

    id: str
    title: str
    description: str
    home_url: str
    self_url: str
    feed_url: str
    updated_at: datetime
    next_url: str | None = None
    hubs: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    language: str | None = None
    author: str = "Sponsorwire"
