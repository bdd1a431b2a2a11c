"""Keeps the service's processes running on one machine: starts them in order, restarts what dies, stops all.

A child that dies is started again after 0.5 s, then twice as long each time up to 30 s; one that stayed up
for `STEADY_S` starts from 0.5 s again. No child outlives the supervisor: each leads a process group that is
ended with it, and on Linux the kernel ends a child whose supervisor was killed.
"""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from records.valkey import die_with_parent

FIRST_BACKOFF_S = 0.5
LONGEST_BACKOFF_S = 30.0
STEADY_S = 60.0
# Ctrl-C has everything stopped within 5 s: asked at 0, asked firmly (SIGQUIT, Celery's cold stop), then killed.
FIRM_AFTER_S = 2.5
KILL_AFTER_S = 4.0


@dataclass(frozen=True)
class Child:
    """A process to keep running: its name and command line."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass
class _Running:
    child: Child
    process: "subprocess.Popen[bytes] | None" = None
    started_at: float = 0.0
    backoff_s: float = FIRST_BACKOFF_S
    due_at: float = 0.0
    restarts: int = 0


class Supervisor:
    """Starts `children` in the order given, writing what each prints to `logs/NAME.log`.

    `tell` is given one line for each start, end and restart. `clock` is monotonic seconds.
    """

    def __init__(
        self,
        children: Sequence[Child],
        logs: Path,
        tell: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._children = [_Running(child) for child in children]
        self._logs = logs
        self._tell = tell
        self._clock = clock

    def start(self) -> None:
        """Start every child."""
        self._logs.mkdir(parents=True, exist_ok=True)
        for running in self._children:
            self._start(running)

    def tend(self) -> None:
        """Notice children that ended, and start those whose back-off is over; call it a few times a second."""
        for running in self._children:
            if running.process is None:
                if self._clock() >= running.due_at:
                    self._start(running)
            elif running.process.poll() is not None:
                self._bury(running)

    def pids(self) -> dict[str, int]:
        """Return the process ids of the children that run now, by name."""
        return {r.child.name: r.process.pid for r in self._children if r.process and r.process.poll() is None}

    def restarts(self) -> dict[str, int]:
        """Return how often each child was started again."""
        return {running.child.name: running.restarts for running in self._children}

    def stop(self) -> None:
        """End every child and all its descendants, the last started first; returns within 5 s."""
        alive = [r.process for r in reversed(self._children) if r.process is not None]
        for process in alive:
            _signal_group(process, signal.SIGTERM)
        began = self._clock()
        asked_firmly = False
        while any(process.poll() is None for process in alive) and self._clock() - began < KILL_AFTER_S:
            if not asked_firmly and self._clock() - began > FIRM_AFTER_S:
                asked_firmly = True
                for process in alive:
                    if process.poll() is None:
                        _signal_group(process, signal.SIGQUIT)
            time.sleep(0.05)
        for process in alive:
            _signal_group(process, signal.SIGKILL)  # also what a child left behind in its group
            process.wait()

    def _start(self, running: _Running) -> None:
        child = running.child
        with (self._logs / f"{child.name}.log").open("ab") as log:
            running.process = subprocess.Popen(
                child.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, **child.environment},
                start_new_session=True,  # Ctrl-C reaches the supervisor alone, which then ends them in order
                preexec_fn=die_with_parent,
            )
        running.started_at = self._clock()

    def _bury(self, running: _Running) -> None:
        process = running.process
        if process is None:
            return
        _signal_group(process, signal.SIGKILL)  # grandchildren must not serve beside the next generation
        if self._clock() - running.started_at >= STEADY_S:
            running.backoff_s = FIRST_BACKOFF_S
        self._tell(
            f"{running.child.name} ended ({_how(process.returncode)}); started again in "
            f"{running.backoff_s:g} s. Its log: {self._logs / (running.child.name + '.log')}"
        )
        running.process = None
        running.due_at = self._clock() + running.backoff_s
        running.backoff_s = min(running.backoff_s * 2, LONGEST_BACKOFF_S)
        running.restarts += 1


def _how(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"


def _signal_group(process: "subprocess.Popen[bytes]", number: signal.Signals) -> None:
    # Each child leads its own group. The group may be empty already; macOS answers EPERM for one of zombies.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)
