"""Untrusted HTML to a tree: measured in linear time before any parser sees it.

libxml2 gives up in silence on nesting and on long text, and keeps what came before; other parsers take
minutes. So pages that are too deep or whose tags carry too many attributes are refused here, and a tree
that the parser cut short is refused as well.
"""

import re
from typing import Any

from records.errors import Rejected

MAX_DEPTH = 250  # libxml2 stops at 256
MAX_ATTRIBUTES = 500  # of one tag
# Control characters, written out or as a reference: lxml reads them and then refuses to write them.
NOT_XML = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
    "|&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]))(?![0-9a-f]);?",
    re.IGNORECASE,
)
RAW = re.compile(r"<(?:(script|style|textarea|noscript|template|title)\b|!--)", re.IGNORECASE)
NAME = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9:-]*)")
LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{2 * MAX_ATTRIBUTES},}}")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# Elements that have no content, and those that the next of their kind closes: they do not nest.
VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot"
    " option optgroup colgroup rt rp html head body".split()
)
# Formatting left open a thousand times is a careless page, not an attack; it carries no text of its own.
FORMATTING = frozenset("a abbr b big em font i mark s small span strike strong sub sup tt u".split())
FORMATTING_TAGS = re.compile(rf"</?(?:{'|'.join(sorted(FORMATTING))})\b[^<>]*>", re.IGNORECASE)


def tree_of(page: str) -> Any:
    """Return the lxml tree of `page`.

    Raises Rejected: `too_deep`, `too_many_attributes`, `too_large` for what no parser should be given,
    `no_text` where there is no element at all.
    """
    from lxml import etree
    from lxml import html as lxml_html

    page = without_excess(NOT_XML.sub(" ", page))
    parser = lxml_html.HTMLParser(
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
        huge_tree=True,  # deep ones were refused above
    )
    try:
        tree = lxml_html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Rejected("no_text", "The page holds no element that could be read.") from error
    limits = (etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_NAME_TOO_LONG)
    if any(entry.type in limits for entry in parser.error_log):
        raise Rejected("too_large", "A part of the page is larger or deeper than the parser takes.")
    return tree


def without_excess(page: str) -> str:
    """Return `page`, its formatting tags dropped when they alone nest too deep. Raises as `tree_of`."""
    for found in LONG_TAG.finditer(page):
        attributes = QUOTED.sub("q", page[found.start() : found.end()]).split()
        if len(attributes) > MAX_ATTRIBUTES:
            raise Rejected("too_many_attributes", f"A tag of the page has more than {MAX_ATTRIBUTES} attributes.")
    names = NAME.findall(_outside_scripts(page))
    if _depth(names, VOID) <= MAX_DEPTH:
        return page
    if _depth(names, VOID | FORMATTING) > MAX_DEPTH:
        raise Rejected("too_deep", f"The page's elements are nested more than {MAX_DEPTH} deep.")
    return FORMATTING_TAGS.sub(" ", page)


def text_of(element: Any) -> str:
    """Return the text inside an element of a tree, on one line."""
    return " ".join(str(element.xpath("string()")).split())


def _outside_scripts(page: str) -> str:
    """Return `page` without comments and without the content of elements whose content is no markup."""
    kept, at, missing = [], 0, set()
    lower = page.lower() if RAW.search(page) else page
    while found := RAW.search(page, at):
        kept.append(page[at : found.start()])
        close = f"</{found[1].lower()}" if found[1] else "-->"
        # A close that was not found once is not there further on; looking again would be quadratic.
        end = -1 if close in missing else lower.find(close, found.end())
        if end < 0:
            missing.add(close)
            at = found.end()
        else:
            at = end + len(close)
    kept.append(page[at:])
    return "".join(kept)


def _depth(names: list[str], flat: frozenset[str]) -> int:
    """Return how deep the tags nest at most, those in `flat` not counted."""
    depth = deepest = 0
    for name in names:
        if name[0] == "/":
            if depth and name[1:].lower() not in flat:
                depth -= 1
        elif name.lower() not in flat:
            depth += 1
            deepest = max(depth, deepest)
    return deepest
