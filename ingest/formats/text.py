"""Plain text: a headline that stands apart, lines about the article, then the body."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from ingest import body, characters, layout
from ingest.dates import read_date
from ingest.draft import Dated, Draft
from ingest.encoding import decode

NAMES = (".txt", ".text")
MAX_TITLE_WORDS = 30  # the longest headlines of news texts have 25 to 30 words
ABBREVIATED = re.compile(r"\b(?:(?:[A-Z]\.){2,}|(?:Inc|Ltd|Co|Corp|Jr|Sr|Bros)\.)\Z")
MAX_ABOUT = 10  # lines between headline and body, blank ones counted
MAX_LINE = 150  # characters of such a line
BYLINE = re.compile(
    r"(?:written |reported |words )?by:? (?P<names>[^\W\d_][^.!?:;]{1,100}?)(?:\s*[|–—].{0,80})?\Z", re.IGNORECASE
)
POST = re.compile(r"\b(?:writer|reporter|editor|correspondent|staff|contributor|columnist)\b", re.IGNORECASE)
ADDRESS = re.compile(r"(?:url|link|source|address|from)?\s*:?\s*(?P<url>https?://\S+)\Z", re.IGNORECASE)
OUTLET = re.compile(r"(?:source|outlet|publication|publisher)\s*:\s*(?P<name>[^:]{2,80})\Z", re.IGNORECASE)
DATE = (
    r"(?P<date>(?:[^\W\d_]{2,9},?\s+)?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?\s+[^\W\d_]{3,9}\.?,?\s+\d{4}"
    r"|[^\W\d_]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}))"
)
DATED = re.compile(
    rf"(?:(?:first )?published|posted|updated|last updated|date)?\s*(?:on|at|:)?\s*{DATE}"
    r"(?:[ ,|·]+(?:at )?\d{1,2}[:.]\d\d.{0,20})?\Z",
    re.IGNORECASE,
)
OUTLET_AND_DATE = re.compile(rf"(?P<name>[A-Z][^,.!?:;|]{{2,40}})(?:,| \||  *[–—-]) {DATE}\Z")
# The place and day that open an agency's report: DAVOS, Switzerland, Jan. 19, 2017 — Jack Ma came ...
DATELINE = re.compile(rf"[A-Z][^.!?;:]{{1,60}}?,? \(?{DATE}\)?\.?\s*(?:[(:–—/]|--?\s|(?<=\d\.)\s)")


def claim(name: str, head: bytes) -> int:
    """Return 1 for the names of plain-text files and names without an ending, else 0."""
    suffix = PurePath(name.lower()).suffix
    return int(suffix in NAMES or not re.fullmatch(r"\.[a-z][a-z0-9]{0,9}", suffix))


def read(raw: bytes) -> Iterable[Draft]:
    """Return one draft."""
    text, warnings = decode(raw)
    yield draft_of(text, warnings)


def draft_of(text: str, warnings: tuple[str, ...] = ()) -> Draft:
    """Return the draft of plain text: headline, byline, date and address taken off its top."""
    lines = layout.unwrap(characters.lines(text))
    while lines and not lines[0]:
        lines.pop(0)
    about = About()
    title = lines.pop(0) if _is_headline(lines) else None
    lines = about.take(lines)
    # Under the facts about it an article may have its headline after them.
    if title is None and about and _is_headline(lines):
        title = lines.pop(0)
        lines = about.take(lines)
    return Draft(
        text="\n".join(lines),
        title=title,
        byline=tuple(about.byline),
        dates=(*(Dated(date, "text") for date in about.dates), *_dateline(lines)),
        urls=tuple(about.urls[:1]),
        source_name=about.outlet,
        warnings=warnings,
    )


@dataclass
class About:
    """What the lines above the body say about the article."""

    byline: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    outlet: str | None = None

    def __bool__(self) -> bool:
        return bool(self.byline or self.dates or self.urls or self.outlet)

    def take(self, lines: list[str]) -> list[str]:
        """Note what the first `lines` say and return those from the body on."""
        at = 0
        while at < min(len(lines), MAX_ABOUT) and (not lines[at] or self.note(lines[at])):
            at += 1
        return lines[at:]

    def note(self, line: str) -> bool:
        """Note what `line` says about the article; return whether it says anything."""
        if len(line) > MAX_LINE:
            return False
        if found := ADDRESS.match(line):
            self.urls.append(found["url"])
        elif (found := DATED.match(line)) and read_date(found["date"]):
            self.dates.append(found["date"])
        elif (found := BYLINE.match(line)) and _is_names(found["names"]):
            self.sign(found["names"])
        elif found := OUTLET.match(line):
            self.outlet = found["name"]
        elif (found := OUTLET_AND_DATE.match(line)) and read_date(found["date"]):
            self.outlet = found["name"]
            self.dates.append(found["date"])
        else:
            return False
        return True

    def sign(self, names: str) -> None:
        """Note who wrote it: `Jane Roe and John Doe`, `Jane Roe, Harbour Courier`, `Jane Roe, staff writer`."""
        authors = re.split(r",? and | & ", names)
        if len(authors) == 1 and names.count(",") == 1:
            authors, belongs_to = [names.split(",")[0]], names.split(",")[1].strip()
            if not POST.search(belongs_to):
                self.outlet = self.outlet or belongs_to
        for author in authors:
            self.byline.extend(author.split(", "))


def _dateline(lines: list[str]) -> Iterator[Dated]:
    """Yield the day that the body opens with; it stays in the body, being the writer's words."""
    opening = next(filter(None, lines), "")[:120]
    if (found := DATELINE.match(opening)) and read_date(found["date"]):
        yield Dated(found["date"], "dateline")


def _is_headline(lines: list[str]) -> bool:
    """Return whether the first line is a headline: it stands apart and is no sentence of the body."""
    if len(lines) < 2 or not any(lines[1:]):
        return False
    first = lines[0]
    if len(first.split()) > MAX_TITLE_WORDS or not any(map(str.isalnum, first)):
        return False
    if first.endswith((",", ";", ":", "|")) or About().note(first):
        return False
    if first.endswith(".") and not (ABBREVIATED.search(first) and _is_capitalised(first)):
        return False
    if len(body.parts([first, "The body."])[0]) < 2:  # a caption or the page's furniture
        return False
    return not lines[1] or _stands_out(first, [line for line in lines[1:] if line])


def _stands_out(first: str, rest: list[str]) -> bool:
    """Return whether `first` is a headline above lines that are paragraphs: they end sentences, it does not."""
    rest = About().take(rest) or rest
    ended = sum(bool(layout.SENTENCE_END.search(line)) for line in rest)
    return (
        not layout.SENTENCE_END.search(first)
        and ended >= 0.8 * len(rest)
        and max(map(len, rest)) > 1.5 * len(first)
    )


def _is_capitalised(line: str) -> bool:
    """Return whether `line` Has the Capitals of a Headline."""
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _is_names(names: str) -> bool:
    """Return whether `names` reads like names: few words, most with a capital."""
    words = names.split()
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) <= 12 and capitals >= 0.5 * len(words) and words[0][:1].isupper()
