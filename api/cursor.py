"""Cursors of lists: opaque, and bound to their list, so that a page never starts somewhere else."""

import base64
import binascii
import re
from datetime import datetime

import orjson

from api.problems import Problem

Place = tuple[datetime, str]  # the sort key of the last row of a page, and its id
_WIRE = re.compile(r"[A-Za-z0-9_-]{1,400}")


def write(listing: str, place: Place) -> str:
    """Return the cursor that stands behind `place` of `listing`."""
    content = orjson.dumps([listing, place[0].isoformat(), place[1]])
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def read(listing: str, cursor: str | None) -> Place | None:
    """Return the place a cursor of `listing` stands for; None for the start.

    Raises Problem 400 naming the parameter when it is none of ours.
    """
    if cursor is None:
        return None
    try:
        if not _WIRE.fullmatch(cursor):
            raise ValueError(cursor)
        name, key, row = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        moment = datetime.fromisoformat(key)
        if name != listing or not isinstance(row, str) or "\0" in row or moment.tzinfo is None:
            raise ValueError(cursor)
    except (ValueError, TypeError, binascii.Error) as error:
        reason = "This cursor was not given out by this list; start without one."
        raise Problem(400, "invalid-cursor", reason, "cursor") from error
    return moment, row
