"""PolNeAR: 1,008 articles of US political news in which every attribution is marked (networkdynamics/PolNeAR).

Its directory holds data/<split>/text/STEM.txt and data/<split>/attributions/STEM*.ann (brat stand-off
annotation). A quotation of the gold is a stretch of at least four words between double quotation marks of
which more than 60 % lies in the content of an attribution that has a source; its speaker is that source's
words. A found speaker is right when it shares a capitalised word with them; only sources that bear a name
count. These are the rules under which the peers were measured.
"""

import re
from pathlib import Path
from typing import NamedTuple

QUOTED = re.compile(r"[“\"]([^“”\"]{3,}?)[”\"]|“([^“”\"]{3,}?)(?=\n\s*\n|\Z)", re.DOTALL)
MIN_WORDS = 4
MIN_INSIDE = 0.6

# A source of one or two words that ends in one of these names nobody.
_NAMELESS = frozenset(
    "he she they who it we i you him her them his their someone one others many some people".split()
)

Span = tuple[int, int]


class Quotation(NamedTuple):
    """Quoted words, and the words of the source they are attributed to."""

    text: str
    source: str

    @property
    def names(self) -> frozenset[str]:
        """Return the capitalised words of the source, folded; none if it bears no name."""
        all_words = re.findall(r"\w+", self.source.casefold())
        if not all_words or (len(all_words) <= 2 and all_words[-1] in _NAMELESS):
            return frozenset()
        return frozenset(word.casefold() for word in re.findall(r"\b[A-Z]\w+", self.source))


def read(directory: Path, split: str) -> list[tuple[str, str, list[Quotation]]]:
    """Return name, text and quotations of every annotated article of `split`."""
    articles = []
    for path in sorted((directory / "data" / split / "text").glob("*.txt")):
        annotations = sorted(
            found
            for found in (directory / "data" / split / "attributions").iterdir()
            if found.suffix == ".ann" and found.name.startswith(path.stem)
        )
        if annotations:
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            articles.append((path.stem, text, _quotations(text, annotations[0].read_text(encoding="utf-8"))))
    return articles


def _quotations(text: str, annotation: str) -> list[Quotation]:
    attributions = _attributions(annotation)
    quotations = []
    for match in QUOTED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        if len(text[start:end].split()) < MIN_WORDS:
            continue
        covering = [
            sources
            for contents, sources in attributions
            if any(min(end, e) - max(start, s) > MIN_INSIDE * (end - start) for s, e in contents)
        ]
        if covering:
            quotations.append(Quotation(text[start:end], " ".join(text[s:e] for s, e in covering[-1])))
    return quotations


def _attributions(annotation: str) -> list[tuple[list[Span], list[Span]]]:
    """Return content and source spans of every attribution that has a source."""
    spans: dict[str, list[Span]] = {}
    events: list[list[tuple[str, str]]] = []
    for line in annotation.splitlines():
        key, _, rest = line.partition("\t")
        fields = rest.split("\t")[0]
        if key.startswith("T") and " " in fields:
            parts = (part.split() for part in fields.split(" ", 1)[1].split(";"))
            spans[key] = [(int(start), int(end)) for start, end in parts]
        elif key.startswith("E"):
            roles = (part.split(":") for part in fields.split())
            events.append([(re.sub(r"\d+$", "", role), target) for role, target in roles])

    def spans_of(event: list[tuple[str, str]], wanted: str) -> list[Span]:
        return [span for role, target in event if role == wanted for span in spans.get(target, [])]

    pairs = [(spans_of(event, "Content"), spans_of(event, "Source")) for event in events]
    return [(contents, sources) for contents, sources in pairs if sources]
