"""Characters that may stay: controls and direction marks out, NFC, one kind of space and of line end."""

import re
import sys
import unicodedata
from functools import cache

# Line ends of every kind, among them VT, FF, NEL and the Unicode separators.
LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Every other control, the byte-order mark, soft hyphens, zero-width spaces, embeddings and isolates
# of direction, and code points that are no characters. U+200C to U+200F stay: Persian, emoji and
# mixed-direction text need them.
UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069"
    "\ufdd0-\ufdef\ufffe\uffff]"
)
SURROGATES = re.compile("[\ud800-\udfff]")
SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# NFC takes more than 30 s for a million marks on one letter; no written language stacks more than 8.
MAX_MARKS = 8


@cache
def _marks() -> re.Pattern[str]:
    """Return what finds a run of combining marks that is too long; its first group may stay."""
    ranges: list[list[int]] = []
    for code in range(0x300, min(sys.maxunicode, 0x1E950)):
        if unicodedata.combining(chr(code)):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    inside = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return re.compile(f"([{inside}]{{{MAX_MARKS}}})[{inside}]+")


def compose(text: str) -> str:
    """Return `text` in NFC, with at most 8 combining marks in a row; in linear time."""
    if text.isascii():
        return text
    # Twice: a mark that NFC takes apart (U+0344) lengthens its run.
    for _ in range(2):
        text = unicodedata.normalize("NFC", _marks().sub(r"\1", text))
    return text


def lines(text: str) -> list[str]:
    """Return the lines of `text` without unwanted characters, spaces single, none at the ends.

    Blank lines are kept as empty strings. Cleaning the result again changes nothing.
    """
    text = SURROGATES.sub("\ufffd", UNWANTED.sub("", LINE_ENDS.sub("\n", text)))
    return [SPACES.sub(" ", line).strip(" ") for line in compose(text).split("\n")]


def line(text: str, limit: int) -> str:
    """Return `text` cleaned and on one line, cut to `limit` characters at a word's end."""
    # Cut before NFC too: a name or a title is never worth more than its first characters.
    whole = SPACES.sub(" ", " ".join(lines(text[: 4 * limit]))).strip(" ")
    if len(whole) <= limit:
        return whole
    cut = whole[:limit]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).strip(" ")


def paragraphs(text: str) -> list[str]:
    """Return the lines of `text` that are not blank, cleaned: each is one paragraph."""
    return [line for line in lines(text) if line]
