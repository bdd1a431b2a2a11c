"""Bytes to text: byte-order mark, UTF-8, the declared character set, then detection."""

import codecs
import re

from records.errors import Rejected

# The sets of the WHATWG Encoding Standard that news files use. UTF-7, HZ and ISO-2022 are refused: they
# smuggle markup past whoever reads the bytes as ASCII.
ALLOWED = re.compile(
    r"(utf-?8|utf-?16(-?[lb]e)?|utf-?32(-?[lb]e)?|(windows|cp)-?125\d|iso-?8859-?\d+|latin-?\d|(us-)?ascii"
    r"|gb18030|gbk|gb2312|shift[_-]?jis|euc[_-](jp|kr)|big5(-hkscs)?|koi8-?[ru]|mac-?roman)\Z",
    re.IGNORECASE,
)
# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 262_144  # bytes that detection looks at
MAX_LOST = 0.01  # share of characters that may be unreadable
CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b") | {127})
MAX_CONTROL = 0.05  # share of control bytes in text; noise has about 0.1


def decode(raw: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of `raw` and warnings about how it was read.

    `declared` is what the file says of itself; it counts when it is a known set and fits.
    Raises Rejected: `not_text` for bytes that are no text, `encoding` for text nobody can read.
    """
    for mark, name in MARKS:
        if raw.startswith(mark):
            return _checked(raw[len(mark) :].decode(name, "replace"), name, warn=False)
    sample = raw[:SAMPLE]
    wide = _wide(sample)
    if wide:
        return _checked(raw.decode(wide, "replace"), wide, warn=True)
    if len(sample.translate(None, CONTROL)) < len(sample) * (1 - MAX_CONTROL):
        raise Rejected("not_text", "The file holds binary data, not text.")
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if declared and _known(declared) and not declared.lower().startswith("utf"):
        try:
            return raw.decode(_web(declared)), ()
        except UnicodeDecodeError:
            pass
    name = detect(sample)
    return _checked(raw.decode(name, "replace"), name, warn=True)


def detect(sample: bytes) -> str:
    """Return the likeliest allowed character set of `sample`, windows-1252 when nothing else fits."""
    from resiliparse.parse.encoding import detect_encoding

    if sample.count(b"\n") and _mostly_utf8(sample):
        return "utf-8"
    found = detect_encoding(sample)
    if found and _known(found) and not found.lower().startswith(("utf", "ascii", "us-ascii")):
        return _web(found)
    return "cp1252"


def _mostly_utf8(sample: bytes) -> bool:
    """Return whether all but a hundredth of `sample` is UTF-8, with at least one letter beyond ASCII."""
    text = sample.decode("utf-8", "replace")
    beyond = sum(1 for char in text if char > "\x7f" and char != "\ufffd")
    return beyond > text.count("\ufffd") and text.count("\ufffd") <= MAX_LOST * len(text)


def _wide(sample: bytes) -> str | None:
    """Return the UTF-16 flavour of `sample` by where its NUL bytes are: Latin text has every other one."""
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _known(name: str) -> bool:
    """Return whether `name` is an allowed character set that Python can read."""
    if not ALLOWED.match(name.strip()):
        return False
    try:
        codecs.lookup(_web(name))
    except LookupError:
        return False
    return True


def _web(name: str) -> str:
    """Return the set that browsers use for `name`: Latin-1 and ASCII labels mean windows-1252."""
    name = name.strip().lower()
    if re.match(r"(iso-?8859-?1|latin-?1|(us-)?ascii)\Z", name):
        return "cp1252"
    return "gb18030" if name in ("gb2312", "gbk") else name


def _checked(text: str, name: str, *, warn: bool) -> tuple[str, tuple[str, ...]]:
    """Return `text` with a warning that names the set, unless too much of it is unreadable."""
    lost = text.count("\ufffd")
    if lost > MAX_LOST * len(text):
        raise Rejected("encoding", f"The file's character encoding could not be determined (tried {name}).")
    warnings = [f"encoding: read as {name}"] if warn else []
    if lost:
        warnings.append(f"encoding: {lost} unreadable characters replaced")
    return text, tuple(warnings)
