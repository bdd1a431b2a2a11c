"""A crash at an exact instant, repeatable: the process that reaches the point named by CRASH_AT dies there.

With `CRASH_AT=before_commit:3` it dies the third time it gets there; with `CRASH_FLAG=file` only the first
process to get there dies, the one that could make that file. Nothing is flushed, closed or told, as if the
power had gone.
"""

import os

_passed: dict[str, int] = {}


def crash_point(name: str) -> None:
    """End this process at once, with status 9, if `CRASH_AT` names this point; else do nothing."""
    wanted = os.environ.get("CRASH_AT")
    if not wanted:
        return
    point, _, nth = wanted.partition(":")
    if point != name:
        return
    _passed[name] = _passed.get(name, 0) + 1
    if _passed[name] >= int(nth or 1) and _first():
        os._exit(9)


def _first() -> bool:
    flag = os.environ.get("CRASH_FLAG")
    if flag is None:
        return True
    try:
        os.close(os.open(flag, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return False
    return True
