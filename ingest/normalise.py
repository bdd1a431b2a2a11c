"""Draft -> Article: pure, and the same the second time."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from ingest import address, body, characters
from ingest.dates import date_in_address, published
from ingest.draft import Dated, Draft
from ingest.language import language
from records.errors import Rejected
from records.record import Article, Source

MAX_TEXT = 2_000_000  # characters of body that are kept
MAX_TITLE = 1_000
MAX_NAME = 200  # characters of an author's or an outlet's name
MAX_BYLINE = 20  # authors
MAX_CAPTIONS = 50
MAX_CAPTION = 1_000
BY = re.compile(r"\A[ ,;|]*(?:(?:(?:written|reported|words|text) )?by:?[ ,;|]+)+", re.IGNORECASE)


AUTHORS = re.compile(r",? and |,? & |;|\|", re.IGNORECASE)
ADDRESS = re.compile(r"://|@|\.\w{2,4}\Z")  # of a page, of a mailbox, of a file


@dataclass(frozen=True)
class Normal:
    """An article with what tells it from others (`identity`) and its versions apart (`fingerprint`).

    `published_basis` is where its date stood (`json-ld`, `meta`, `url`, ...), with ` (day)` when the file
    states no time or no zone: then `published_at` stands for the whole day.
    """

    article: Article
    identity: str
    fingerprint: str
    published_basis: str | None = None


def normalise(draft: Draft, name: str, now: datetime) -> Normal:
    """Return the article of `draft`, read from a file called `name`, at the time `now`.

    The article's id follows from its identity: the address of its page, or, where there is none, the
    file's name and the title. The fingerprint follows from its words: layout, spaces and letter case do
    not change it. Raises Rejected (`no_text`) when no word is left.
    """
    warnings = list(draft.warnings)
    paragraphs, captions = body.parts(
        characters.paragraphs(draft.text[: 2 * MAX_TEXT]),
        tuple(characters.line(caption, MAX_CAPTION) for caption in draft.captions[:MAX_CAPTIONS]),
    )
    text = "\n\n".join(paragraphs)
    if not any(map(str.isalnum, text)):
        raise Rejected("no_text", "The file holds no article text.")
    if len(text) > MAX_TEXT:
        text = text[:MAX_TEXT].rstrip()
        warnings.append(f"text: cut at {MAX_TEXT} characters")
    title = characters.line(draft.title or "", MAX_TITLE) or None
    url, disputed = _url(draft.urls)
    if disputed:
        warnings.append("url: the file names addresses on several sites")
    stamp, basis, passed_over = published(_dates(draft, url), now)
    article = Article(
        id="",
        url=url,
        source=Source(
            name=_outlet(draft.source_name),
            domain=address.domain(url) if url and not disputed else None,
        ),
        title=title,
        byline=_byline(draft.byline),
        published_at=stamp.at if stamp else None,
        captions=captions,
        language=language(f"{title or ''}\n{text}", draft.language),
        text=text,
        warnings=tuple(dict.fromkeys(warnings + passed_over)),
    )
    identity = _identity(article, name, disputed=disputed)
    article = article.model_copy(update={"id": f"art_{_digest(identity)[:24]}"})
    if stamp and stamp.precision == "day":
        basis = f"{basis} (day)"
    return Normal(article, identity, _fingerprint(article), basis)


def _url(urls: tuple[str, ...]) -> tuple[str | None, bool]:
    """Return the first usable address and whether the others are on other sites.

    A page may claim any address as its own; one that contradicts itself is not believed.
    """
    usable = [url for url in map(address.canonical, urls) if url]
    return (usable[0] if usable else None), len({address.domain(url) for url in usable}) > 1


def _dates(draft: Draft, url: str | None) -> tuple[Dated, ...]:
    """Return the candidates of the file, and after those that it states the date in the address.

    What is merely shown on the page comes last: it may be the day on which the page was saved.
    """
    found = date_in_address(url) if url else None
    in_address = [Dated(found, "url")] if found else []
    shown = [dated for dated in draft.dates if dated.basis == "shown"]
    return (*(dated for dated in draft.dates if dated not in shown), *in_address, *shown)


def _outlet(name: str | None) -> str | None:
    """Return the outlet's name; an address in its place says no more than the domain."""
    clean = characters.line(name or "", MAX_NAME)
    return clean if clean and "://" not in clean else None


def _byline(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the authors one by one, without "By" and without what stands behind their names."""
    clean = []
    for name in names[:MAX_BYLINE]:
        for one in AUTHORS.split(BY.sub("", characters.line(name, MAX_NAME))):
            # Jane Roe, Staff Writer; but Roe, Jane is one name.
            first = one.split(",")[0].strip(" ,;|")
            author = first if " " in first else one.strip(" ,;|")
            if author and not ADDRESS.search(author):
                clean.append(BY.sub("", author).strip(" ,;|"))
    return tuple(dict.fromkeys(filter(None, clean)))[:MAX_BYLINE]


def _identity(article: Article, name: str, *, disputed: bool) -> str:
    """Return what stays the same when the article is corrected."""
    if article.url and not disputed:
        return f"url {address.same_page(article.url)}"
    # Without an address: an edited file keeps its name and its headline; either alone is shared by
    # strangers (article.txt, "Weekly round-up").
    opening = article.title or article.text[:80]
    return f"file {_words(name)} {_words(opening)}"


def _fingerprint(article: Article) -> str:
    """Return the hash of the article's words."""
    published_at = article.published_at.isoformat() if article.published_at else ""
    told = (article.title or "", article.text, *article.captions, *article.byline)
    return _digest("\n".join((published_at, *map(_words, told))))


def _words(text: str) -> str:
    """Return the words and marks of `text` without its layout and letter case."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
