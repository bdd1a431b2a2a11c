"""What a format reads out of a file, before it is normalised."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Dated:
    """A date as the file has it, and where it stood: `json-ld`, `meta`, `header`, `url`, ..."""

    raw: str
    basis: str


@dataclass(frozen=True)
class Draft:
    """One article as the file has it: nothing cleaned, nothing guessed.

    Every line of `text` that is not blank is a paragraph; `dates` and `urls` are candidates, the best
    first.
    """

    text: str
    title: str | None = None
    byline: tuple[str, ...] = ()
    dates: tuple[Dated, ...] = ()
    urls: tuple[str, ...] = ()
    language: str | None = None
    source_name: str | None = None
    captions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
