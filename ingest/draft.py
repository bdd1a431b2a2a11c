"""What a format reads out of a file, before it is normalised."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Draft:
    """One article as the file has it: nothing cleaned, nothing guessed."""

    text: str
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None  # as written in the file
    language: str | None = None
    url: str | None = None
    source_name: str | None = None
    captions: tuple[str, ...] = ()
