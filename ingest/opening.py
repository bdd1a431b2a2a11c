"""Opens what somebody dropped: only regular files, never through a link, never waiting for a writer."""

import os
import stat
from pathlib import Path

from records.errors import Rejected

CHUNK = 1 << 20


class Vanished(Exception):
    """The file is no longer there."""


class Unsettled(Exception):
    """The file changed while it was read; it is looked at again later."""


def read_bytes(path: Path | str | bytes, max_bytes: int, *, follow: bool = False) -> bytes:
    """Return the whole content of the regular file at `path`; nothing is read when it is larger.

    `follow` allows a symbolic link, for paths that the person at the keyboard named.
    Raises Rejected: `symlink`, `not_a_file`, `hard_link`, `empty`, `too_large`, `unreadable`; Vanished;
    Unsettled.
    """
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW)
    try:
        descriptor = os.open(path, flags)
    except OSError as error:
        raise _refusal(error, path) from error
    try:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            what = "a folder" if stat.S_ISDIR(before.st_mode) else "no regular file"
            raise Rejected("not_a_file", f"This is {what}.")
        if before.st_nlink > 1 and not follow:
            raise Rejected("hard_link", "The file is also known under another name (a hard link).")
        if before.st_size > max_bytes:
            raise Rejected("too_large", f"The file is larger than {max_bytes // 1_000_000} MB.")
        content = _read(descriptor, max_bytes)
        after = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    if version(before) != version(after) or len(content) != after.st_size:
        raise Unsettled
    if not content:
        raise Rejected("empty", "The file is empty.")
    return content


def version(status: os.stat_result) -> tuple[int, int, int, int, int]:
    """Return what changes when the file does: device, inode, size, and both times in nanoseconds."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _read(descriptor: int, max_bytes: int) -> bytes:
    content = bytearray()
    while len(content) <= max_bytes and (part := os.read(descriptor, CHUNK)):
        content += part
    return bytes(content)


def _is_link(path: Path | str | bytes) -> bool:
    return Path(os.fsdecode(path)).is_symlink()


def _refusal(error: OSError, path: Path | str | bytes) -> Exception:
    """Return what an error of `open` means."""
    if isinstance(error, FileNotFoundError):
        # A link to nothing is there; a deleted file is not.
        return Rejected("symlink", "The link leads nowhere.") if _is_link(path) else Vanished()
    if _is_link(path):
        return Rejected("symlink", "This is a symbolic link; links are not followed.")
    if isinstance(error, PermissionError):
        return Rejected("unreadable", "The file may not be read: permission denied.")
    if isinstance(error, OSError) and error.errno in (6, 102):  # ENXIO, ENOTSUP: sockets and devices
        return Rejected("not_a_file", "This is no regular file.")
    return Rejected("unreadable", f"The file could not be read: {error.strerror}.")
