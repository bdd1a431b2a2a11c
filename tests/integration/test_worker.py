"""A real worker, sweep and broker: what is handed in gets done, whoever is killed on the way."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import redis

from records import tables, valkey
from records.migrate import migrate
from records.queue import Doorbell
from records.session import Database
from records.store import jobs, workers
from tests.integration import servers
from tests.integration.crashes import CLEAN, hand_in, verdict
from tests.integration.processes import children
from tests.integration.servers import wait_for
from worker.main import probe_queue

QUICK = {  # the same rules, in less time
    "SPONSORWIRE_SWEEP_S": "0.5",
    "SPONSORWIRE_LATE_S": "1",
    "SPONSORWIRE_LEASE_S": "2",
    "SPONSORWIRE_WORKERS": "2",
    "OMP_NUM_THREADS": "1",
}


class Service:
    """A worker and a sweep as processes of their own, and the database beside them."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url
        self.broker = folder / "broker"
        self.bell = Doorbell(valkey.broker_url(self.broker))
        self.db = Database(url, bell=self.bell)

    @contextmanager
    def run(self, module: str, **environment: str) -> Iterator["subprocess.Popen[bytes]"]:
        """Run one process of the service; it is killed at the end of the block if it still runs."""
        settings = {"SPONSORWIRE_DATA_DIR": str(self.folder), "SPONSORWIRE_DATABASE_URL": self.url, **QUICK}
        with (self.folder / f"{module}.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", module],
                env={**os.environ, **settings, **environment},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def done(self, number: int) -> bool:
        """Return whether that many articles are enriched and merged."""
        with self.db.read() as session:
            counts = jobs.counts(session)
        return all(counts.get((step, "done"), 0) >= number for step in ("enrich", "merge"))

    def worker_is_up(self) -> bool:
        """Return whether a worker takes messages."""
        with self.db.read() as session:
            return bool(workers.present(session, "worker"))


@pytest.fixture
def service(tmp_path: Path, database_url: str) -> Iterator[Service]:
    service = Service(tmp_path, database_url)
    yield service
    service.db.close()


@pytest.mark.timeout(400)
def test_nothing_is_lost_or_doubled_when_workers_and_broker_are_killed(service: Service, tmp_path: Path) -> None:
    flag = tmp_path / "died"
    with servers.broker(service.broker) as broker, service.run("worker.sweep"):
        # The first child that has found something dies before it can store it.
        with service.run("worker.main", CRASH_AT="after_stages:3", CRASH_FLAG=str(flag)) as worker:
            wait_for(service.worker_is_up, what="a worker is up")
            for n in range(10):
                hand_in(service.db, n)
            wait_for(flag.exists, what="a child died in mid-task")
            for child in children(worker.pid):
                with suppress(ProcessLookupError):  # the one that died by itself may be gone by now
                    os.kill(child, signal.SIGKILL)  # in whatever each is doing
            wait_for(lambda: service.done(5), what="the worker goes on with new children")
            for n in range(10, 20):
                hand_in(service.db, n)
        # The worker's process group is killed now, and the broker forgets everything.
        with redis.Redis.from_url(valkey.client_url(service.broker)) as client:
            client.flushall()
        broker.kill()
        broker.wait()
        for n in range(20, 25):
            hand_in(service.db, n)  # nobody hears the bell
        with servers.broker(service.broker), service.run("worker.main") as worker:
            wait_for(lambda: service.done(25), what="all are done")
            os.kill(worker.pid, signal.SIGTERM)
            assert worker.wait(60) == 0
    assert verdict(service.db, 25) == CLEAN


def test_a_worker_answers_for_its_life_by_progress(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/test.db"
    service = Service(tmp_path, url)
    migrate(service.db)
    with servers.broker(service.broker), service.run("worker.main"):
        wait_for(service.worker_is_up, what="a worker is up")

        def worker() -> tables.Worker:
            with service.db.read() as session:
                return workers.present(session, "worker")[0]

        assert worker().progressed_at is None
        service.bell.probe(probe_queue(worker().name))
        wait_for(lambda: worker().progressed_at, what="the worker answers the probe")
    service.db.close()
