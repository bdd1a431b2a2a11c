"""Markdown, with YAML front matter: the text as a reader sees it, without marks, links or code."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ingest import fields
from ingest.draft import Draft
from ingest.encoding import decode
from records.errors import Rejected

NAMES = (".md", ".markdown", ".mdown")
FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
HEAD = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n[A-Za-z_][\w-]{0,40}[ \t]*:")
MAX_FRONT = 100_000  # characters
MAX_ALIASES = 50
MAX_NESTING = 100  # lists and quotations in one another; markdown-it's own limit is 100 as well


def claim(name: str, head: bytes) -> int:
    """Return 2 when `head` begins with front matter, 1 for Markdown's names, else 0."""
    return 2 if HEAD.match(head) else int(name.lower().endswith(NAMES))


def read(raw: bytes) -> Iterable[Draft]:
    """Return one draft. Raises Rejected (`front_matter`) when its front matter is not plain YAML."""
    text, warnings = decode(raw)
    about: dict[str, Any] = {}
    if front := FRONT.match(text):
        about, text = front_matter(front[1]), text[front.end() :]
    title, paragraphs, captions = visible(text)
    draft = fields.draft_of(about, "front matter", body="\n".join(paragraphs))
    yield Draft(
        text=draft.text,
        title=draft.title or title,
        byline=draft.byline,
        dates=draft.dates,
        urls=draft.urls,
        language=draft.language,
        source_name=draft.source_name,
        captions=(*draft.captions, *captions),
        warnings=(*warnings, *draft.warnings),
    )


def front_matter(text: str) -> dict[str, Any]:
    """Return the front matter's mapping, read by the safe loader with at most 50 aliases."""
    import yaml

    if len(text) > MAX_FRONT:
        raise Rejected("front_matter", "The front matter is too long.")
    try:
        aliases = sum(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.SafeLoader))
        if aliases > MAX_ALIASES:
            raise Rejected("front_matter", "The front matter refers to itself too often.")
        found = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        raise Rejected("front_matter", "The front matter is not plain YAML.") from error
    if not isinstance(found, dict | None):
        raise Rejected("front_matter", "The front matter is no list of names and values.")
    return {str(key): value for key, value in (found or {}).items()}


def visible(text: str) -> tuple[str | None, list[str], list[str]]:
    """Return the first heading of level 1, the paragraphs and the captions of images, as a reader sees them."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_NESTING})
    title: str | None = None
    paragraphs: list[str] = []
    captions: list[str] = []
    kind = ""
    for token in parser.parse(text):
        if token.type.endswith("_open"):
            kind = token.tag
        if token.type != "inline":
            continue
        images = (child for child in token.children or () if child.type == "image")
        captions += [str(image.attrs.get("title") or image.content or "") for image in images]
        words = "".join(_words(token.children or ()))
        if kind == "h1" and title is None and not paragraphs:
            title = words
        elif words.strip():
            paragraphs.append(words)
    return title, paragraphs, [caption for caption in captions if len(caption.split()) > 2]


def _words(tokens: Iterable[Any]) -> Iterator[str]:
    """Yield what a reader sees of a paragraph's parts; raw markup and images are not text."""
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
