"""The supervisor, with real processes."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.supervisor import Child, Supervisor
from tests.integration.processes import is_running

SLEEPER = (sys.executable, "-c", "import time; time.sleep(600)")
STUBBORN = (
    sys.executable,
    "-c",
    "import signal, subprocess, sys, time\n"
    "[signal.signal(number, signal.SIG_IGN) for number in (signal.SIGTERM, signal.SIGQUIT)]\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
    "print(child.pid, flush=True)\n"
    "time.sleep(600)",
)


def until(condition: Callable[[], object], deadline_s: float = 15.0) -> None:
    end = time.monotonic() + deadline_s
    while not condition():
        assert time.monotonic() < end, "the condition did not come true in time"
        time.sleep(0.02)


@contextmanager
def supervised(tmp_path: Path, *children: Child) -> Iterator[tuple[Supervisor, list[str]]]:
    told: list[str] = []
    supervisor = Supervisor(children, tmp_path, told.append)
    supervisor.start()
    try:
        yield supervisor, told
    finally:
        supervisor.stop()


def test_a_child_that_dies_is_started_again_and_its_end_is_told(tmp_path: Path) -> None:
    with supervised(tmp_path, Child("sleeper", SLEEPER)) as (supervisor, told):
        first = supervisor.pids()["sleeper"]
        os.kill(first, signal.SIGKILL)

        until(lambda: supervisor.tend() or supervisor.pids().get("sleeper") not in (first, None))

        assert told == [
            f"sleeper ended (signal SIGKILL); started again in 0.5 s. Its log: {tmp_path / 'sleeper.log'}"
        ]
        assert supervisor.restarts() == {"sleeper": 1}


def test_the_pause_before_a_restart_doubles_while_a_child_keeps_dying(tmp_path: Path) -> None:
    broken = Child("broken", (sys.executable, "-c", "raise SystemExit(3)"))
    with supervised(tmp_path, broken) as (supervisor, told):
        until(lambda: supervisor.tend() or len(told) == 2)

    assert [line.split(". Its")[0] for line in told] == [
        "broken ended (exit status 3); started again in 0.5 s",
        "broken ended (exit status 3); started again in 1 s",
    ]


def test_stopping_ends_a_child_that_ignores_signals_and_its_own_child(tmp_path: Path) -> None:
    log = tmp_path / "stubborn.log"
    with supervised(tmp_path, Child("stubborn", STUBBORN)) as (supervisor, _):
        until(lambda: log.read_bytes().endswith(b"\n"))
        pids = [supervisor.pids()["stubborn"], int(log.read_text())]
        assert [is_running(pid) for pid in pids] == [True, True]

        supervisor.stop()

        until(lambda: not any(is_running(pid) for pid in pids))
        assert supervisor.pids() == {}


def test_what_a_child_prints_is_in_its_log(tmp_path: Path) -> None:
    speaker = Child("speaker", (sys.executable, "-uc", "print('here'); import time; time.sleep(600)"))
    with supervised(tmp_path, speaker):
        until(lambda: (tmp_path / "speaker.log").read_text() == "here\n")

        assert (tmp_path / "speaker.log").read_text() == "here\n"
