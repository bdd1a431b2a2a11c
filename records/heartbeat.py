"""A file that says when this machine's services last got work done.

A container's health check looks at it every few seconds; asking the database would cost a second of imports.
"""

import os
import tempfile
import time
from pathlib import Path


def path(role: str) -> Path:
    """Return the file of the service called `role` (ingest, worker, sweep) of this user on this machine."""
    return Path(tempfile.gettempdir()) / f"sponsorwire-{os.getuid()}-{role}.alive"


def beat(role: str) -> None:
    """Note that the service got something done just now; call it after the database took it."""
    path(role).touch(mode=0o600)


def silent_s(role: str) -> float | None:
    """Return the seconds since the service got something done, or None when it never did."""
    try:
        return max(0.0, time.time() - path(role).stat().st_mtime)
    except FileNotFoundError:
        return None
