"""Keeps the embedded database off folders that machines share: SQLite's log needs one machine's memory.

Source: sqlite.org/wal.html ("all processes using a database must be on the same host computer") and
sqlite.org/howtocorrupt.html on the locks of network file systems.
"""

import re
import subprocess
from pathlib import Path

from records.errors import Unavailable

# As Linux (/proc/self/mountinfo) and macOS (mount) name them.
SHARED = frozenset(
    "nfs nfs4 cifs smb3 smbfs afpfs webdav davfs 9p virtiofs ceph glusterfs lustre vboxsf vmhgfs".split()
)
LOCAL_FUSE = frozenset({"fuseblk", "fuse.ntfs-3g", "fuse.fuse-overlayfs", "fuse.mergerfs"})
MACOS = re.compile(r"^.+? on (?P<point>.+) \((?P<kind>[^,)]+)")
OCTAL = re.compile(r"\\([0-7]{3})")


def refuse_shared(folder: Path) -> None:
    """Return when `folder` (it need not exist yet) is on this machine's own disk, as far as the system tells.

    A machine whose root is itself such a mount, as some virtual machines have, is let be. Raises Unavailable with
    what to do instead.
    """
    kind = shared_kind(folder.absolute(), _mounts())
    if kind is not None:
        raise Unavailable(
            f"{folder.absolute()} is on a shared folder ({kind}), where SQLite can lose data. Take a local disk "
            "for --data, set SPONSORWIRE_DATABASE_URL to PostgreSQL, or, if no other machine writes there, set "
            "SPONSORWIRE_SHARED_DATA_DIR=true."
        )


def shared_kind(folder: Path, mounts: dict[Path, str]) -> str | None:
    """Return the type of the file system that holds `folder`, an absolute path, when machines share it."""
    folder = folder.resolve()
    point = next((place for place in (folder, *folder.parents) if place in mounts), None)
    if point is None or point == Path("/"):
        return None
    kind = mounts[point]
    shared = kind in SHARED or (kind.startswith("fuse") and kind not in LOCAL_FUSE) or kind.endswith("fuse")
    return kind if shared else None


def linux_mounts(lines: str) -> dict[Path, str]:
    """Return the type of each mount point by the lines of mountinfo; the last one at a point counts."""
    found = {}
    for line in lines.splitlines():
        fields, _, rest = line.partition(" - ")
        point = OCTAL.sub(lambda code: chr(int(code[1], 8)), fields.split()[4])
        found[Path(point)] = rest.split()[0]
    return found


def macos_mounts(lines: str) -> dict[Path, str]:
    """Return the type of each mount point from what `mount` prints."""
    return {Path(found["point"]): found["kind"] for line in lines.splitlines() if (found := MACOS.match(line))}


def _mounts() -> dict[Path, str]:
    table = Path("/proc/self/mountinfo")
    if table.exists():
        return linux_mounts(table.read_text(encoding="utf-8", errors="replace"))
    try:
        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=True)
    except (OSError, subprocess.SubprocessError):
        return {}  # not told, not refused
    return macos_mounts(told.stdout)
