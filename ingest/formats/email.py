"""E-mail (.eml): subject, sender and date of the message, and the text it carries; and saved pages (.mhtml).

A browser saves a page as a message (RFC 2557): its sender is the browser and its date the day of the saving, so
only what the page itself says counts, and the address that it was saved from.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from itertools import islice

from ingest.draft import Dated, Draft
from ingest.encoding import decode
from ingest.formats import html, text
from records.errors import Rejected

NAMES = (".eml", ".mhtml", ".mht")
LIBRARIES = html.LIBRARIES
KNOWN = rb"(?:from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type)"
HEADERS = re.compile(
    rb"(?:from [^\n]*\n)?(?:[!-9;-~]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*?){0,30}?" + KNOWN + rb":", re.IGNORECASE
)
LINE = re.compile(rb"^" + KNOWN + rb":", re.IGNORECASE | re.MULTILINE)
MAX_PARTS = 50
MAX_DEPTH = 20  # multiparts in one another
MAX_HEADERS = 256_000  # bytes; a longer head is no message a person wrote
FORWARDED = re.compile(r"(?:(?:fwd?|re|aw|wg)\s*:\s*)+", re.IGNORECASE)
SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)
SAVED = re.compile(rb"^(?:from:\s*<?saved by\b|snapshot-content-location:)", re.IGNORECASE | re.MULTILINE)
SAVED_FROM = ("snapshot-content-location", "content-location")
BOUNDARY = re.compile(rb"content-type:\s*multipart/", re.IGNORECASE)


def claim(name: str, head: bytes) -> int:
    """Return 2 when `head` begins with the header of a message, 1 for a message's name, else 0."""
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if HEADERS.match(top) and len({found.lower() for found in LINE.findall(top)}) >= 3:
        return 2
    return int(name.lower().endswith(NAMES))


def read(raw: bytes) -> Iterable[Draft]:
    """Return one draft: the message's plain text, or its HTML where it has no plain text, or the saved page.

    Raises Rejected: `too_deep`, `bad_header`, `no_text`.
    """
    head = re.split(rb"\r?\n\r?\n", raw, maxsplit=1)[0]
    if len(head) > MAX_HEADERS:
        raise Rejected("bad_header", "The message's header is too long.")
    if len(BOUNDARY.findall(raw)) > MAX_DEPTH:
        raise Rejected("too_deep", f"The message has more than {MAX_DEPTH} nested parts.")
    try:
        message = message_from_bytes(raw, policy=policy.default)
        subject = _header(message, "subject")
        sender = _header(message, "from")
        dates = _header(message, "date")
        saved_from = [found for name in SAVED_FROM if (found := _header(message, name))]
        inner = _body(message)
    except Rejected:
        raise
    except Exception as error:  # the standard parser raises many kinds on broken headers
        raise Rejected("bad_header", "The message could not be read as e-mail.") from error
    if SAVED.search(head):
        yield replace(inner, title=inner.title or subject, urls=(*inner.urls, *saved_from))
        return
    name = parseaddr(sender)[0] if sender else ""
    title = FORWARDED.sub("", subject, count=1)
    # The subject is the title; a headline of the text that says something else stays in the text.
    headline = [inner.title] if title and inner.title and inner.title != title else []
    yield Draft(
        text="\n".join([*headline, inner.text]),
        title=title or inner.title,
        byline=inner.byline,
        dates=(*((Dated(dates, "header"),) if dates else ()), *inner.dates),
        urls=inner.urls,
        language=inner.language,
        source_name=name or inner.source_name,
        captions=inner.captions,
        warnings=inner.warnings,
    )


def _header(message: EmailMessage, name: str) -> str:
    """Return a header's text, encoded words decoded, an empty string when it is absent."""
    value = message.get(name)
    return " ".join(str(value).split()) if value is not None else ""


def _body(message: EmailMessage) -> Draft:
    """Return the draft of the message's own text; attachments are not read."""
    parts = list(islice(message.walk(), MAX_PARTS))
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() != wanted or part.get_content_disposition() == "attachment":
                continue
            raw = part.get_payload(decode=True)
            if not isinstance(raw, bytes) or not raw.strip():
                continue
            source, warnings = decode(raw, part.get_content_charset())
            if wanted == "text/html":
                return html.draft_of(source, warnings)
            return text.draft_of(SIGNATURE.split(source)[0], warnings)
    raise Rejected("no_text", "The message carries no text.")
