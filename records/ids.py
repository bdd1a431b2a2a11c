"""Opaque permanent ids, the clock, and the key under which two spellings of a name are one."""

import hashlib
import secrets
import time
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
NewId = Callable[[str], str]

# Crockford's base 32: no I, L, O, U, so that an id can be read aloud.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
# A name key is part of indexes; PostgreSQL takes at most 2,700 bytes there.
KEY_CHARS = 200


def now() -> datetime:
    """Return the time, aware, in UTC."""
    return datetime.now(UTC)


def new(prefix: str) -> str:
    """Return `prefix`, an underscore and 26 characters: 48 bits of milliseconds, 80 random bits.

    The time comes first so that new rows land at the end of an index, not all over it.
    """
    number = (time.time_ns() // 1_000_000 & (1 << 48) - 1) << 80 | secrets.randbits(80)
    return f"{prefix}_{_base32(number)}"


def derived(prefix: str, *parts: str) -> str:
    """Return the id that always belongs to `parts`: the same parts, the same id."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "backslashreplace")).digest()
    return f"{prefix}_{_base32(int.from_bytes(digest[:16], 'big'))}"


def profile(kind: str, name: str, known_id: str | None = None) -> str:
    """Return the id of a person, organisation, event or place across articles: the known one's, else the name's."""
    return derived("ent", known_id) if known_id else derived("ent", kind, name_key(name))


def name_key(name: str) -> str:
    """Return `name` without case, accents, punctuation and doubled space: what filters compare."""
    letters = unicodedata.normalize("NFKD", name[: 2 * KEY_CHARS]).casefold()
    # An apostrophe joins (O'Neill, Oneill); every other mark parts.
    joined = "".join(c for c in letters if not unicodedata.combining(c) and c not in "'\u2019")
    return " ".join("".join(c if c.isalnum() else " " for c in joined).split())[:KEY_CHARS]


def _base32(number: int) -> str:
    return "".join(ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))
