"""The language an article is written in, from its title and body."""

import re
from functools import cache
from typing import Any

ENOUGH = 20  # letters; below that a guess is worth nothing
SAMPLE = 4000  # characters; more changes no result
SURE = 0.9  # probability from which what we read beats what the file says of itself
TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*\Z")


def language(text: str, declared: str | None) -> str | None:
    """Return the BCP 47 primary tag (`en`) of `text`; the `declared` one where the text is too short to tell."""
    said = TAG.match(declared.strip()) if declared else None
    stated = said[1].lower() if said else None
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < ENOUGH:
        return stated
    found, probability = _identifier().classify(sample)
    return str(found) if probability >= SURE or stated is None else stated


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
