"""Where an uploaded file waits for the intake: `uploads` in the watch folder, under its hash and its name.

The API hands a file in and answers 202 with its SHA-256; the ingest process takes it from there like any
dropped file. Nothing is acknowledged before it is on the disk, and neither process calls the other.
"""

import hashlib
import os
import secrets
from pathlib import Path
from urllib.parse import quote, unquote

UPLOADS = "uploads"
MAX_NAME_BYTES = 150  # with the hash, and quoted, a file name stays below the 255 bytes of file systems


def hand_in(watch_dir: Path, name: str, content: bytes) -> str:
    """Put an upload into the spool and return its SHA-256; it is on the disk, whole, when this returns.

    `name` is only ever data: it is quoted, and never a path. Handing in the same again changes nothing.
    Raises OSError when the disk is full or the folder cannot be written.
    """
    digest = hashlib.sha256(content).hexdigest()
    folder = watch_dir / UPLOADS
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f".{digest}.{secrets.token_hex(4)}.part"
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(folder / spooled_name(digest, name))
    finally:
        unfinished.unlink(missing_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return digest


def spooled_name(digest: str, name: str) -> str:
    """Return the spool's file name for an upload."""
    kept = name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1] or "upload"
    while len(quote(kept, safe="")) > MAX_NAME_BYTES:
        # The ending tells the format, so the front is cut.
        kept = kept[max(1, len(kept) // 8) :]
    return f"{digest}.{quote(kept, safe='')}"


def uploaded_name(spooled: str) -> str:
    """Return the name that the upload came under."""
    return unquote(spooled.partition(".")[2])
