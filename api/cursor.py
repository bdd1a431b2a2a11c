"""Cursors of lists: opaque, and bound to their list, so that a page never starts somewhere else."""

import base64
import binascii
import re
from datetime import UTC, datetime
from typing import Any

import orjson

from api.problems import Problem
from records.store.paging import Place

_NUMBER = re.compile(r"[0-9]{1,18}", re.ASCII)
_WIRE = re.compile(r"[A-Za-z0-9_-]{1,400}")


def write(listing: str, place: Place) -> str:
    """Return the cursor that leads on from `place` of `listing`, or back from it."""
    key = place.key.isoformat() if isinstance(place.key, datetime) else str(place.key)
    return _pack([listing, key, place.id, place.back])


def read(listing: str, cursor: str | None, *, numbered: bool = False) -> Place | None:
    """Return the place a cursor of `listing` stands for, in a list by time or a `numbered` one; None for the start.

    Raises Problem 400 naming the parameter when it is none of ours.
    """
    if cursor is None:
        return None
    key, row, back = _unpack(listing, cursor, 3)
    if not isinstance(back, bool):
        raise _foreign()
    if numbered:
        if not _NUMBER.fullmatch(key):
            raise _foreign()
        return Place(int(key), row, back)
    try:
        moment = datetime.fromisoformat(key)
        moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _foreign() from error
    if moment.tzinfo is None:
        raise _foreign()
    return Place(moment, row, back)


def write_name(listing: str, place: tuple[str, str]) -> str:
    """Return the cursor of a list by name: behind the (name, id) of its last row."""
    return _pack([listing, *place])


def read_name(listing: str, cursor: str | None) -> tuple[str, str] | None:
    """Return the (name, id) a cursor stands for; None for the start. Raises Problem 400."""
    if cursor is None:
        return None
    name, row = _unpack(listing, cursor, 2)
    return name, row


def _pack(content: list[object]) -> str:
    return base64.urlsafe_b64encode(orjson.dumps(content)).rstrip(b"=").decode()


def _unpack(listing: str, cursor: str, parts: int) -> list[Any]:
    try:
        if not _WIRE.fullmatch(cursor):
            raise _foreign()
        content = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error) as error:
        raise _foreign() from error
    if not isinstance(content, list) or len(content) != parts + 1 or content[0] != listing:
        raise _foreign()
    if not all(isinstance(part, str) and "\0" not in part for part in content[1:3]):
        raise _foreign()
    return content[1:]


def _foreign() -> Problem:
    return Problem(
        400, "invalid-cursor", "This cursor was not given out by this list; start without one.", "cursor"
    )
