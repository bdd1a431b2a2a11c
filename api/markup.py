"""Jinja2 for the pages and for the HTML inside feed items: every value is escaped, a missing one is loud."""

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api import wording

TEMPLATES = Path(__file__).parent / "templates"
_EXCERPT_CHARS = 360


@cache
def environment() -> Environment:
    """Return the one environment of this process."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "words": wording.words,
        "happened_words": wording.happened_words,
        "date_words": wording.date_words,
        "moment_words": wording.moment_words,
        "term_words": wording.term_words,
        "value_words": wording.value_words,
        "deal_title": wording.deal_title,
        "deal_summary": wording.deal_summary,
        "told": wording.told,
        "sponsored": wording.sponsored,
        "closed": lambda text: text.removesuffix(","),  # the comma belongs to the article's sentence
        "deal_details": wording.deal_details,
        "spoken": spoken,
        "excerpt": excerpt,
        "web": is_web,
        "capitalise": lambda text: text[:1].upper() + text[1:],
        "first_of": lambda rows, count: rows[:count],
    }
    return made


def markup(template: str, **values: Any) -> str:
    """Return a template as HTML, without space around it."""
    return environment().get_template(template).render(**values).strip()


def is_web(url: str | None) -> bool:
    """Return whether an address is one a browser may be sent to."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def spoken(value: Any) -> str:
    """Return a field's value, of whatever shape, as a person reads it."""
    if value is None:
        return "not said"
    if isinstance(value, dict):
        if "disclosure" in value:
            return wording.value_words(value)
        return str(value.get("name") or ", ".join(f"{name} {spoken(part)}" for name, part in value.items()))
    if isinstance(value, list | tuple):
        return ", ".join(spoken(part) for part in value)
    return f"{value:g}" if isinstance(value, float) else wording.words(str(value))


def excerpt(text: str) -> str:
    """Return the first words of a text, whole ones, with an ellipsis where it goes on."""
    line = " ".join(text[: _EXCERPT_CHARS * 3].split())
    if len(line) <= _EXCERPT_CHARS:
        return line
    return line[:_EXCERPT_CHARS].rsplit(" ", 1)[0].rstrip(",;:") + " …"
