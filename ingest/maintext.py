"""The article's own words out of a page: trafilatura, with what the page states as evidence."""

import re
from typing import Any

MIN_BODY = 250  # characters below which an extraction has most likely missed the article
SHORT = 0.6  # share of the stated body below which the extraction is the poorer of the two


def main_text(tree: Any, source: str, stated: str) -> str:
    """Return the article's paragraphs, a line each; the tree is used up.

    `source` is the page's markup, `stated` the `articleBody` of its JSON-LD or an empty string. Where
    trafilatura found clearly less than the page states, the stated body counts; where neither has
    anything, resiliparse's reading does.
    """
    import trafilatura

    # Its own fallbacks cost a third of the time and lose precision on news pages; ours are below.
    text = trafilatura.extract(tree, include_comments=False, fast=True) or ""
    if len(stated) > MIN_BODY and len(text) < SHORT * len(stated):
        return stated
    if len(text) < MIN_BODY:
        text = max(text, stated, key=len) or _whole(source)
    return text


def _whole(source: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(
        source, main_content=True, list_bullets=False, alt_texts=False, links=False, noscript=False
    )
    return re.sub(r"[ \t]*\n[ \t]*", "\n", str(text))
