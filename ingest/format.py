"""What an input format is, and which one reads a file: the one of the highest claim."""

import re
from collections.abc import Iterable
from functools import cache
from types import ModuleType
from typing import Protocol, cast

from ingest import formats
from ingest.draft import Draft
from records.errors import Rejected
from records.plugins import discover

HEAD = 4096  # bytes that `claim` sees
# How files begin that are no text, and what people call them.
MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"PK\x05\x06": "an empty ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"{\\rtf": "a rich-text document",
    b"WARC/": "a web archive",
}
FEED = re.compile(
    rb"[\xef\xbb\xbf\s]*(?:<\?[^>]*>\s*|<!--.{0,1500}?-->\s*)*<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE | re.DOTALL
)


class Format(Protocol):
    """A module of `ingest.formats`."""

    def claim(self, name: str, head: bytes) -> int:
        """Return 2 when the first 4096 bytes are this format's, 1 when the name is, else 0."""

    def read(self, raw: bytes) -> Iterable[Draft | Rejected]:
        """Yield a draft for each article, or why one member of the file is none.

        Raises Rejected when the whole file is at fault, and nothing else, on any bytes.
        """


@cache
def known() -> dict[str, Format]:
    """Return the formats by name."""
    return {name: _format(module) for name, module in discover(formats, ("claim", "read")).items()}


def choose(name: str, head: bytes) -> tuple[str, Format, str | None]:
    """Return the format of the highest claim, its name, and a warning when the name says another one.

    Raises Rejected (`unsupported_type`) when no format claims the file.
    """
    kind = next((kind for magic, kind in MAGIC.items() if head.startswith(magic)), None)
    if FEED.match(head[:HEAD]):
        raise Rejected("unsupported_type", "The file is a news feed (RSS or Atom); save the pages of its articles.")
    if kind:
        raise Rejected("unsupported_type", f"The file is {kind}; only articles as text can be read.")
    claims = {found: reader.claim(name, head[:HEAD]) for found, reader in known().items()}
    best = max(claims, key=lambda found: claims[found])
    if not claims[best]:
        read = ", ".join(sorted(claims))
        raise Rejected("unsupported_type", f"Files of this type are not read: {name!a}. What is read: {read}.")
    by_name = next((found for found, claim in claims.items() if claim == 1), best)
    warning = f"type: read as {best}, named as {by_name}" if by_name != best else None
    return best, known()[best], warning


def _format(module: ModuleType) -> Format:
    return cast(Format, module)
