"""Is this article sponsorship news, 0 to 1; cheap enough to run on everything."""

from enrich.findings import Found
from enrich.text import Text

NEEDS: tuple[str, ...] = ()
VERSION = 1


def find(text: Text, found: Found) -> list[float]:
    """Return one number: how much the words of the text are those of sponsorship news."""
    words = ((text.title or "") + "\n" + text.body).casefold()
    return [min(1.0, sum(words.count(word) for word in ("sponsor", "partnership", "naming rights")) / 4)]
