"""The verbs that attribute words to somebody, read from `enrich/knowledge/cues.txt`."""

from functools import cache
from importlib import resources

SPEECH = "speech"
OPINION = "opinion"


@cache
def _classes() -> dict[str, str]:
    """Return the class of every form of every verb."""
    classes: dict[str, str] = {}
    section = ""
    for line in resources.files("enrich.knowledge").joinpath("cues.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            for form in line.split():
                classes.setdefault(form, section)
    return classes


def kind(word: str) -> str | None:
    """Return "speech" or "opinion" when `word` is a form of an attributing verb, else None."""
    return _classes().get(word)


def speaks(word: str) -> bool:
    """Whether `word` is a form of a verb of speaking or writing."""
    return _classes().get(word) == SPEECH
