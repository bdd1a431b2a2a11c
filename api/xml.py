"""XML for the feeds: every value is written by lxml's serialiser, and whole entries are put into the document.

An entry is written by itself and kept, so it leaves out the namespaces, which the document declares.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from lxml.etree import Element, QName, SubElement, _Element, tostring

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
RECORD = "urn:sponsorwire:record:1"  # the extension elements: one for each cell of a row

# XML 1.0 (fifth edition), production 2: everything that is not a Char.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Return `text` without the characters XML 1.0 cannot hold, not even escaped."""
    return _ILLEGAL.sub("", text)


def element(tag: str, spaces: Mapping[str, str]) -> _Element:
    """Return a new element without a parent, with these prefixes for namespaces; "" is the default one."""
    prefixes: dict[Any, str] = {prefix or None: uri for prefix, uri in spaces.items()}
    return Element(tag, nsmap=prefixes)


def add(
    parent: _Element, tag: str, text: str | None = None, attributes: Mapping[str, str] | None = None
) -> _Element:
    """Return a new last child of `parent`, its text and attributes made legal."""
    kept = {name: legal(value) for name, value in (attributes or {}).items()}
    child = SubElement(parent, tag, kept)
    if text is not None:
        child.text = legal(text)
    return child


def fragment(root: _Element) -> bytes:
    """Return an element without attributes in UTF-8, for a document that declares the same namespaces."""
    _start, _end, rest = tostring(root, encoding="utf-8").partition(b">")
    return f"<{QName(root).localname}>".encode() + rest


def document(root: _Element, entries: Sequence[bytes] = (), ends: bytes = b"") -> bytes:
    """Return the whole document in UTF-8 with its declaration, entries standing before the tags it `ends` with."""
    whole = tostring(root, encoding="utf-8", xml_declaration=True)
    return whole.removesuffix(ends) + b"".join(entries) + ends + b"\n"
