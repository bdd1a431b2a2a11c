"""`sponsorwire up`: the whole service on this machine, with what it does shown live."""

import errno
import fcntl
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import FrameType

import httpx
from rich.console import Console

from cli.progress import Display
from cli.samples import hand_in
from cli.supervisor import Child, Supervisor
from records import valkey
from records.errors import Unavailable
from records.migrate import migrate
from records.mounts import refuse_shared
from records.session import Database
from records.settings import Settings

TEND_S = 0.2  # how often children are looked after and the display is drawn
READY_S = 60.0  # how long the API may take to answer at first


def up(settings: Settings, *, demo: bool) -> int:
    """Run everything until a signal asks for the end, and return the exit status.

    With `demo`, the sample articles are handed in once the API answers.
    """
    console = Console(stderr=False, highlight=False)
    try:
        with _alone(settings.data_dir), _stop_asked() as stop:
            _refuse_taken_port(settings)
            return _run(settings, console, stop, demo=demo)
    except Unavailable as error:
        sys.stderr.write(f"sponsorwire: {error}\n")
        return 1


def _run(settings: Settings, console: Console, stop: threading.Event, *, demo: bool) -> int:
    settings.watch_dir.mkdir(parents=True, exist_ok=True)
    if not settings.database_url and not settings.shared_data_dir:
        refuse_shared(settings.data_dir)
    settings.address_file.write_text(settings.base_url, encoding="utf-8")
    db = Database(settings.database)
    migrate(db)
    tell = partial(console.print, soft_wrap=True, markup=False)
    supervisor = Supervisor(_children(settings), settings.data_dir / "logs", tell)
    handed_in: threading.Thread | None = None
    try:
        supervisor.start()
        with Display(console, settings, db) as display:
            for _ in iter(lambda: stop.wait(TEND_S), True):
                supervisor.tend()
                display.draw(supervisor.pids(), supervisor.restarts())
                if display.announced or not _answers(settings):
                    continue
                display.announce()
                if demo:
                    handed_in = threading.Thread(target=hand_in, args=(settings.watch_dir, db, stop), daemon=True)
                    handed_in.start()
        console.print("Stopping ...")
    finally:
        supervisor.stop()
        if handed_in is not None:
            handed_in.join(timeout=1)
        db.close()
    tell(f"Stopped; the data stays in {settings.data_dir}")
    return 0


def _children(settings: Settings) -> list[Child]:
    """What runs beside each other; the broker first, since the others ring it."""
    environment = {
        "SPONSORWIRE_DATA_DIR": str(settings.data_dir.absolute()),
        "SPONSORWIRE_WATCH_DIR": str(settings.watch_dir.absolute()),
        "SPONSORWIRE_HOST": settings.host,
        "SPONSORWIRE_PORT": str(settings.port),
        "SPONSORWIRE_WORKERS": str(settings.workers),
        # The language model's small matrices lose time to threads, and the workers have the processors.
        "OMP_NUM_THREADS": "1",
        "PYTHONUNBUFFERED": "1",
    }
    python = sys.executable
    services = [
        Child("api", (python, "-m", "api.main"), environment),
        Child("worker", (python, "-m", "worker.main"), environment),
        Child("sweep", (python, "-m", "worker.sweep"), environment),
        Child("ingest", (python, "-m", "ingest.main"), environment),
    ]
    if settings.broker_url is None:
        services.insert(0, Child("valkey", valkey.command(settings.data_dir / "broker")))
    return services


def _answers(settings: Settings) -> bool:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    with suppress(httpx.HTTPError):
        return httpx.get(f"http://{host}:{settings.port}/health/live", timeout=1, trust_env=False).is_success
    return False


@contextmanager
def _alone(data_dir: Path) -> Iterator[None]:
    """Hold the data folder's lock: two services on one SQLite file would each take the other's work."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (data_dir / "service.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.EACCES):
                raise
            lock.seek(0)
            raise Unavailable(
                f"it already runs on {data_dir} (process {lock.read().strip() or 'unknown'}); "
                "stop that one, or name another folder with --data"
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _refuse_taken_port(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise Unavailable(
                f"cannot listen on {settings.host} port {settings.port} ({error.strerror}); "
                f"name another one: --port {settings.port + 1}, or make demo PORT={settings.port + 1}"
            ) from None


@contextmanager
def _stop_asked() -> Iterator[threading.Event]:
    """Yield an event that is set once a signal asks for the end; a second one changes nothing."""
    stop = threading.Event()

    def ask(number: int, frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
