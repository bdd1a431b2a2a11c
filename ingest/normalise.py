"""Draft -> Article: pure, and the same the second time."""

import hashlib
from pathlib import Path

from ingest.draft import Draft
from ingest.formats import text
from records.record import Article


def normalise(draft: Draft) -> Article:
    """Return the article of `draft`, its id derived from its content."""
    digest = hashlib.sha256(f"{draft.title}\n{draft.text}".encode()).hexdigest()
    return Article(id=f"art_{digest[:24]}", title=draft.title, text=draft.text, language="en")


def read_file(path: Path) -> list[Article]:
    """Return the articles in the file at `path`."""
    return [normalise(draft) for draft in text.read(path.read_bytes())]
