"""How the reader and its child talk: a frame is eight bytes of length, big-endian, then the content."""

import os
import struct
from collections.abc import Callable

SIZE = struct.Struct(">Q")
CHUNK = 1 << 20


def read_frame(descriptor: int, max_bytes: int = 1 << 32, wait: Callable[[], None] | None = None) -> bytes | None:
    """Return the next frame, or None when the other side has ended.

    `wait` is called before each read; what it raises ends the reading. Raises EOFError on half a frame
    or one of more than `max_bytes`.
    """
    head = _exactly(descriptor, SIZE.size, wait)
    if not head:
        return None
    size = SIZE.unpack(head)[0] if len(head) == SIZE.size else max_bytes + 1
    if size > max_bytes:
        raise EOFError
    content = _exactly(descriptor, size, wait)
    if len(content) < size:
        raise EOFError
    return content


def write_frame(descriptor: int, content: bytes) -> None:
    """Write one frame. Raises BrokenPipeError when the other side has ended."""
    for part in (SIZE.pack(len(content)), content):
        rest = memoryview(part)
        while rest:
            rest = rest[os.write(descriptor, rest) :]


def _exactly(descriptor: int, size: int, wait: Callable[[], None] | None) -> bytes:
    """Return `size` bytes, fewer only at the end."""
    got = bytearray()
    while len(got) < size:
        if wait:
            wait()
        part = os.read(descriptor, min(size - len(got), CHUNK))
        if not part:
            break
        got += part
    return bytes(got)
