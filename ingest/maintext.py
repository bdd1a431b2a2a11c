"""The article's own words out of a page: trafilatura, with our own care for what it leaves in or out."""

import re
from typing import Any

from ingest.markup import text_of, tree_of

MIN_BODY = 250  # characters below which an extraction has most likely missed the article
SHORT = 0.6  # share of the body the page states below which the extraction is the poorer of the two
MISSED = 1.8  # times the extraction that the page has in paragraphs, from which a second reading is worth it
MENU_LINES, MENU_SHARE, MENU_LINE = 40, 0.9, 40  # so many lines, nearly all this short, are a menu
TEASER = 15  # characters of a link below which it may be a word of the text
LAYOUT_CELL = 400  # characters; a table cell with more holds a page, not a figure
SENTENCES = re.compile(r"[.!?…][\"'”’»)]*\Z")
BULLET = re.compile(r"^(?:- |\* |• )", re.MULTILINE)
RULE = re.compile(r"^\|[-| ]+\n", re.MULTILINE)  # between a table's head and its rows
CELLS = re.compile(r"^\|(.*)\| *$", re.MULTILINE)


def main_text(tree: Any, source: str, stated: str) -> str:
    """Return the article's paragraphs, a line each; the tree is used up.

    `source` is the page's markup, `stated` the `articleBody` of its JSON-LD or an empty string. Where
    the page states clearly more than was found, what it states counts; where neither has anything,
    resiliparse's reading does.
    """
    prose = sum(map(len, _prose(tree)))
    _drop_teasers(tree)
    _open_layout_tables(tree)
    text = _extract(tree)
    if _is_menu(text):
        text = _extract(tree_of(source), fast=False)
    if len(stated) > MIN_BODY and len(text) < SHORT * len(stated):
        return stated
    if len(text) < MIN_BODY:
        return max(text, stated, key=len) or _second_reading(source)
    if prose > MISSED * len(text):
        text = _longer(text, _second_reading(source))
    return text


def _extract(tree: Any, *, fast: bool = True) -> str:
    """Return trafilatura's reading, table rows and list items as plain lines."""
    import trafilatura

    # Fast: its fallbacks cost a third of the time and lose precision on news pages.
    try:
        text = str(trafilatura.extract(tree, include_comments=False, fast=fast) or "")
    except Exception:  # a tree that it did not foresee; the other readings may still do
        return ""
    text = CELLS.sub(lambda row: " ".join(row[1].replace("|", " ").split()), RULE.sub("", text))
    return BULLET.sub("", text)


def _drop_teasers(tree: Any) -> None:
    """Remove the blocks that are one link and nothing else: they lead to other articles."""
    for block in list(tree.iter("p", "li", "h2", "h3", "h4")):
        links = list(block.iter("a"))
        if not links or block.getparent() is None:
            continue
        length = len(text_of(block))
        if length >= TEASER and sum(len(text_of(link)) for link in links) >= 0.9 * length:
            block.drop_tree()


def _open_layout_tables(tree: Any) -> None:
    """Turn tables that lay out the page, rather than hold figures, into plain blocks."""
    for table in tree.iter("table"):
        if any(len(text_of(cell)) > LAYOUT_CELL for cell in table.iter("td")):
            for part in list(table.iter("table", "thead", "tbody", "tr", "th", "td")):
                part.tag = "div"


def _prose(tree: Any) -> list[str]:
    """Return the paragraphs of the page, wherever they stand, that read like an article's."""
    found = []
    for paragraph in tree.iter("p"):
        text = text_of(paragraph)
        if len(text) >= 60 and sum(len(text_of(link)) for link in paragraph.iter("a")) <= 0.4 * len(text):
            found.append(text)
    return found


def _is_menu(text: str) -> bool:
    """Return whether the extraction caught the page's navigation instead of the article."""
    lines = text.split("\n")
    short = sum(len(line) < MENU_LINE and not SENTENCES.search(line) for line in lines)
    return len(lines) >= MENU_LINES and short >= MENU_SHARE * len(lines)


def _longer(text: str, other: str) -> str:
    """Return `other` where it has all of `text` and more of its kind: nothing but sentences."""
    lines = [line for line in other.split("\n") if line.strip()]
    sentences = sum(len(line) for line in lines if len(line) >= 80 and SENTENCES.search(line))
    letters = _letters(other)
    inside = sum(len(line) for line in text.split("\n") if _letters(line) in letters)
    whole = inside >= 0.95 * (len(text) - text.count("\n")) and sentences >= 0.95 * sum(map(len, lines))
    return other if whole and len(other) > 1.5 * len(text) else text


def _second_reading(source: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(
        source, main_content=True, list_bullets=False, alt_texts=False, links=False, noscript=False
    )
    return "\n".join(line.strip() for line in str(text).split("\n"))


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()
