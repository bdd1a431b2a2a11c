"""The processes of this machine: from /proc where there is one, else from ps, which minimal Linuxes lack."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")


class Process(NamedTuple):
    """One process; `words` are its command line and what of its environment may be seen."""

    pid: int
    parent: int
    words: str


def running() -> Iterator[Process]:
    """Yield every process that has not ended; one that nobody has waited for yet has ended."""
    if not (PROC / "self" / "stat").exists():
        yield from _listed()
        return
    for folder in PROC.iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            # The name in brackets may hold anything, brackets too.
            state, parent, *_rest = (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if state not in "ZX":
            yield Process(int(folder.name), int(parent), " ".join(_words(folder)))


def is_running(pid: int) -> bool:
    """Return whether the process has not ended."""
    return any(process.pid == pid for process in running())


def children(pid: int) -> list[int]:
    """Return the processes that this one has started and that have not ended."""
    return [process.pid for process in running() if process.parent == pid]


def _words(folder: Path) -> Iterator[str]:
    for name in ("cmdline", "environ"):
        try:
            yield (folder / name).read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:  # it has just ended, or is another user's
            continue


def _listed() -> Iterator[Process]:
    columns = ["ps", "axeww", "-o", "pid=,ppid=,stat=,command="]
    with subprocess.Popen(columns, stdout=subprocess.PIPE, text=True, errors="replace") as asked:
        assert asked.stdout is not None
        for line in asked.stdout:
            pid, parent, state, words = (*line.split(maxsplit=3), "")[:4]
            if not state.startswith("Z") and int(pid) not in (asked.pid, os.getpid()):
                yield Process(int(pid), int(parent), words)
