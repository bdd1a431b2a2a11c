"""The language an article is written in, from its title and body."""

import re
from functools import cache
from typing import Any

ENOUGH = 20  # letters; below that a guess is worth nothing
SAMPLE = 4000  # characters; more changes no result
# Words that only English texts are full of. Where this finds a text English the identifier does, too, which takes
# 0.4 s to load; of texts in fifty other languages none has more than a share of 0.11.
EVERYDAY = frozenset(
    "the of and to in a is that for it was on with as at by from this be are have has not but".split()
)
PLAIN = 0.2  # their share from which a text is English without asking; news has 0.2 to 0.45
PLAIN_WORDS = 30
WORD = re.compile(r"[^\W\d_]+")
SURE = 0.9  # probability from which what we read beats what the file says of itself
TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*\Z")


class Unprepared(Exception):
    """The identifier is needed here, and cannot be loaded here: it is unpacked into a temporary file."""


def language(text: str, declared: str | None) -> str | None:
    """Return the BCP 47 primary tag (`en`) of `text`; the `declared` one where the text is too short to tell.

    Raises Unprepared where no file may be written and `prepare` was not called before.
    """
    said = TAG.match(declared.strip()) if declared else None
    stated = said[1].lower() if said else None
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < ENOUGH:
        return stated
    if is_plainly_english(sample):
        return "en"
    found, probability = _identifier().classify(sample)
    return str(found) if probability >= SURE or stated is None else stated


def is_plainly_english(text: str) -> bool:
    """Whether a text is English beyond doubt by its everyday words."""
    words = WORD.findall(text.lower())
    return len(words) >= PLAIN_WORDS and sum(word in EVERYDAY for word in words) >= PLAIN * len(words)


def prepare() -> None:
    """Load the identifier, for this process and its forks."""
    _identifier()


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:
        raise Unprepared from error
