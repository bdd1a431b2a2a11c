"""HTML pages: the main text apart from the page around it, with what the page says about it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest import page
from ingest.draft import Draft
from ingest.encoding import decode
from ingest.maintext import main_text
from ingest.markup import tree_of

NAMES = (".html", ".htm", ".xhtml", ".shtml")
LIBRARIES = ("bs4", "lxml.html", "trafilatura", "resiliparse.extract.html2text")  # slow to import
START = re.compile(
    rb"[\xef\xbb\xbf\xff\xfe\s\x00]*(?:<!--.{0,1500}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|article|div|h1|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)


def claim(name: str, head: bytes) -> int:
    """Return 2 when `head` begins like a page, 1 for a page's name, else 0."""
    if START.match(head.replace(b"\x00", b"")):
        return 2
    return int(name.lower().endswith(NAMES))


def read(raw: bytes) -> Iterable[Draft]:
    """Return one draft: the page's main article."""
    declared = CHARSET.search(raw[:4096])
    source, warnings = decode(raw, declared[1].decode("ascii") if declared else None)
    yield draft_of(source, warnings)


def draft_of(source: str, warnings: tuple[str, ...] = ()) -> Draft:
    """Return the draft of a page's markup. Raises Rejected as `ingest.markup.tree_of` does."""
    tree = tree_of(source)
    facts = page.facts(source, tree)
    text = main_text(tree, source, facts.text)
    return replace(facts, text=without_title(text, facts.title), warnings=warnings + facts.warnings)


def without_title(text: str, title: str | None) -> str:
    """Return `text` without a first line that repeats the title."""
    first, _, rest = text.partition("\n")
    same = title and re.sub(r"\W", "", first).casefold() == re.sub(r"\W", "", title).casefold()
    return rest if same and rest.strip() else text
