"""The child process in which untrusted files are read; started by `ingest.reading`, never by hand.

It forks for each file, so that nothing of one file reaches the next, and the fork has limits that the
kernel enforces: memory, processor time, wall clock, no files to write, no network where the system lets
us take it away. Both directions are frames: eight bytes of length, then the content, JSON and bytes; no
pickle, since a file may take the fork over.
"""

import ctypes
import gc
import importlib
import json
import os
import resource
import signal
import sys
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from ingest import language
from ingest.draft import Dated, Draft
from ingest.format import HEAD, Format, choose
from ingest.framing import read_frame, write_frame
from ingest.normalise import Normal, normalise
from records.errors import Rejected

CLONE_NEWUSER, CLONE_NEWNET = 0x1000_0000, 0x4000_0000
OPEN_FILES = 64
READY = b"ready"  # the first frame, before any request
UNPREPARED = 3  # how a fork ends that needs the language identifier


def main() -> None:
    """Answer requests until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _warm_up()
    _leave_network()
    write_frame(1, READY)
    while (request := read_frame(0)) is not None:
        raw = read_frame(0)
        if raw is None:
            return
        write_frame(1, _answer(json.loads(request), raw))


def _answer(request: dict[str, Any], raw: bytes) -> bytes:
    """Return the answer of a fork that reads `raw`, or the signal that ended it."""
    try:
        found, reader, warning = choose(request["name"], raw[:HEAD])
    except Rejected as error:
        return json.dumps({"code": error.code, "reason": error.reason}).encode()
    # Once here instead of in every fork.
    for library in getattr(reader, "LIBRARIES", ()):
        importlib.import_module(library)
    answer, ended = _in_a_fork(request, reader, raw, warning)
    if os.WIFEXITED(ended) and os.WEXITSTATUS(ended) == UNPREPARED:  # the first text that is not plain English
        language.prepare()
        answer, ended = _in_a_fork(request, reader, raw, warning)
    if os.WIFSIGNALED(ended):
        return json.dumps({"signal": os.WTERMSIG(ended)}).encode()
    return answer or json.dumps({"code": "crashed", "reason": f"Reading the file as {found} failed."}).encode()


def _in_a_fork(
    request: dict[str, Any], reader: Format, raw: bytes, warning: str | None
) -> tuple[bytes | None, int]:
    """Return the answer of a fork that reads `raw`, if it gave one, and how it ended, as `waitpid` tells it."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receive)
        status = 1
        # Whatever happens, a fork never returns into its parent's loop.
        try:
            _limit(request["limits"])
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            write_frame(send, _read(request, reader, raw, warning))
            status = 0
        except language.Unprepared:
            status = UNPREPARED
        finally:
            os._exit(status)
    os.close(send)
    answer = None
    with suppress(OSError):
        answer = read_frame(receive)
    os.close(receive)
    return answer, os.waitpid(child, 0)[1]


def _read(request: dict[str, Any], reader: Format, raw: bytes, warning: str | None) -> bytes:
    """Return the answer for `raw`: its articles, or why there are none."""
    try:
        now = datetime.fromisoformat(request["now"])
        articles = [_told(one, request["name"], now, warning) for one in reader.read(raw)]
        if not articles:
            raise Rejected("no_text", "The file holds no article.")
        if len(articles) == 1 and "code" in articles[0]:
            return json.dumps(articles[0]).encode()
        return json.dumps({"articles": articles}).encode()
    except Rejected as error:
        return json.dumps({"code": error.code, "reason": error.reason}).encode()
    except MemoryError:
        return b'{"code": "too_much_memory", "reason": "Reading the file takes too much memory."}'


def _told(one: Draft | Rejected, name: str, now: datetime, warning: str | None) -> dict[str, Any]:
    try:
        if isinstance(one, Rejected):
            raise one
        normal: Normal = normalise(one, name, now)
    except Rejected as error:
        return {"code": error.code, "reason": error.reason}
    article = normal.article.model_dump(mode="json")
    if warning:
        article["warnings"].append(warning)
    return {**vars(normal), "article": article}


def _limit(limits: dict[str, int]) -> None:
    """Limit this process; the default action of both clocks' signals ends it, whatever it is doing."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(limits["wall_s"])
    # At the hard limit the kernel kills without saying why, so it lies behind the soft one.
    resource.setrlimit(resource.RLIMIT_CPU, (limits["cpu_s"], limits["cpu_s"] + 5))
    wanted = {
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_AS: limits["memory_bytes"],
    }
    for what, most in wanted.items():
        with suppress(ValueError, OSError):  # macOS has no RLIMIT_AS that works
            resource.setrlimit(what, (most, most))


def _warm_up() -> None:
    """Normalise once: what is loaded or compiled on first use is then there for every fork."""
    sample = Draft(
        text="Zoë Müller said: “The sponsor’s name will be on the shirts.”\n\n" * 3,  # plainly English
        dates=(Dated("3. März 2026", "text"),),
        urls=("https://news.example/2026/03/03/sponsor",),
    )
    normalise(sample, "sample.txt", datetime.now(UTC))
    gc.collect()
    gc.freeze()  # so that a fork's collector does not copy every page


def _leave_network() -> None:
    """Move to a network namespace of our own, which has no way out; where that is not allowed, stay."""
    if sys.platform != "linux":
        return
    # As root a new user namespace would take the right to read the libraries of another user's .venv.
    flags = CLONE_NEWNET if os.geteuid() == 0 else CLONE_NEWNET | CLONE_NEWUSER
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(flags)


if __name__ == "__main__":
    main()
