"""Reads a file's bytes into articles, in a child process that can do no harm and take no more than its share."""

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from select import select
from time import monotonic
from typing import IO

from pydantic import TypeAdapter

from ingest.framing import read_frame, write_frame
from ingest.normalise import Normal
from ingest.opening import Unsettled, Vanished, read_bytes
from records.errors import Rejected, Unavailable
from records.record import Article

MAX_FILE = 50_000_000  # bytes
MAX_ANSWER = 500_000_000  # bytes of all articles of one file
START_S = 60.0  # a busy machine imports slowly
GRACE_S = 5.0  # beyond the child's own clock, before the whole process is replaced
NORMAL = TypeAdapter(Normal)
SPENT = (signal.SIGXCPU, signal.SIGALRM)


@dataclass(frozen=True)
class Limits:
    """What one file may use up."""

    wall_s: int = 30
    cpu_s: int = 20
    memory_bytes: int = 1 << 30


class Reader:
    """The parent's side of the child process; one file at a time, from any thread.

    The child (`ingest.cell`) starts with the first file and stays. When it dies it is started again and
    the file is tried once more.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False
        self._lock = threading.Lock()

    def start(self) -> None:
        """Start the child if it does not run, so that the first file need not wait for it."""
        with self._lock:
            self._pipes()

    def close(self) -> None:
        """End the child, and with it whatever it is reading."""
        with self._lock:
            self._end()

    def read(self, raw: bytes, name: str, now: datetime) -> list[Normal | Rejected]:
        """Return the articles in `raw`, normalised, or for a member that is none the reason.

        Raises Rejected when the file as a whole is at fault, among them `too_slow`, `too_much_memory`
        and `crashed` when it broke a limit or the reader; Unavailable when no child can be started.
        """
        head = {"name": name, "now": now.astimezone(UTC).isoformat(), "limits": vars(self._limits)}
        with self._lock:
            for _ in range(2):
                answer = self._ask(json.dumps(head).encode(), raw)
                if answer is not None:
                    return _believed(answer)
        raise Rejected("crashed", "Reading the file ended the reader, twice.")

    def _ask(self, head: bytes, raw: bytes) -> bytes | None:
        """Return the child's answer, or None when it died or gave none in time."""
        to_child, from_child = self._pipes()
        if not self._ready:
            if self._hear(from_child, START_S) is None:
                raise Unavailable("The reading process does not start.")
            self._ready = True
        try:
            write_frame(to_child.fileno(), head)
            write_frame(to_child.fileno(), raw)
        except OSError:
            self._end()
            return None
        return self._hear(from_child, self._limits.wall_s + GRACE_S)

    def _hear(self, from_child: IO[bytes], limit_s: float) -> bytes | None:
        """Return the next frame; None, the child ended, when it has died or takes longer than `limit_s`."""
        deadline = monotonic() + limit_s

        def wait() -> None:
            if not select([from_child], [], [], max(0.0, deadline - monotonic()))[0]:
                raise TimeoutError

        try:
            heard = read_frame(from_child.fileno(), MAX_ANSWER, wait)
        except (OSError, EOFError):
            heard = None
        if heard is None:
            self._end()
        return heard

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        """Return the pipes to and from the child, which runs. Raises Unavailable when it cannot."""
        if self._process is None or self._process.poll() is not None:
            self._end()
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-I", "-m", "ingest.cell"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    env=_environment(),
                    cwd="/",
                    start_new_session=True,  # its forks end with it, and Ctrl-C is the parent's alone
                )
            except OSError as error:
                raise Unavailable(f"The reading process could not be started: {error}") from error
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise Unavailable("The reading process has no pipes.")
        return process.stdin, process.stdout

    def _end(self) -> None:
        process, self._process, self._ready = self._process, None, False
        if process is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()


def _environment() -> dict[str, str]:
    """Return the child's environment: nothing of ours that could be a secret."""
    kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH") if key in os.environ}
    # Libraries that start a thread pool at import would meet the memory limit with it.
    return {**kept, "LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def _believed(answer: bytes) -> list[Normal | Rejected]:
    """Return what the child answered, checked like any input, since a file may have taken it over."""
    told = json.loads(answer)
    if "signal" in told:
        if told["signal"] in SPENT:
            raise Rejected("too_slow", "Reading the file took too long.")
        raise Rejected("crashed", f"Reading the file ended the reader (signal {int(told['signal'])}).")
    if "code" in told:
        raise Rejected(str(told["code"]), str(told["reason"]))
    return [
        Rejected(str(one["code"]), str(one["reason"])) if "code" in one else NORMAL.validate_python(one)
        for one in told["articles"]
    ]


@cache
def shared() -> Reader:
    """Return this process's reader; its child ends with the process."""
    reader = Reader()
    atexit.register(reader.close)
    return reader


def read_file(path: Path) -> list[Article | Rejected]:
    """Return the articles in the file at `path`, in its order, or for a member that is none the reason.

    A link is followed: the person at the keyboard named it. Raises Rejected when the file as a whole is
    at fault, OSError when it is not there.
    """
    try:
        raw = read_bytes(path, MAX_FILE, follow=True)
    except Vanished:
        raise FileNotFoundError(2, "No such file", str(path)) from None
    except Unsettled:
        raise Rejected("unsettled", "The file is still being written.") from None
    read = shared().read(raw, path.name, datetime.now(UTC))
    return [one if isinstance(one, Rejected) else one.article for one in read]
