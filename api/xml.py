"""XML for the feeds, by the standard library's serialiser alone: nothing is pasted together by hand."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
RECORD = "urn:sponsorwire:record:1"  # the extension elements: one for each cell of a row

for prefix, uri in (("atom", ATOM), ("content", CONTENT), ("dc", DC), ("sw", RECORD)):
    register_namespace(prefix, uri)

# XML 1.0 (fifth edition), production 2: everything that is not a Char.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Return `text` without the characters XML 1.0 cannot hold, not even escaped."""
    return _ILLEGAL.sub("", text)


def add(parent: Element, tag: str, text: str | None = None, attributes: Mapping[str, str] | None = None) -> Element:
    """Return a new last child of `parent`, its text and attributes made legal."""
    kept = {name: legal(value) for name, value in (attributes or {}).items()}
    child = SubElement(parent, tag, kept)
    if text is not None:
        child.text = legal(text)
    return child


def document(root: Element) -> bytes:
    """Return the whole document in UTF-8 with its declaration."""
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
