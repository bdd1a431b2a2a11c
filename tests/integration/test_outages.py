"""A database that restarts and a broker that hangs delay the work; they do not lose or double it."""

import os
import signal
import threading
from pathlib import Path

import pytest

from records import events, valkey
from records.errors import Unavailable
from records.migrate import migrate
from records.queue import Doorbell
from records.session import Database, Session
from records.store import jobs, log
from tests.integration import servers
from tests.integration.servers import wait_for

WRITERS, EACH = 4, 60


def test_a_postgresql_that_crashes_and_restarts_under_load_costs_only_time() -> None:
    with servers.postgresql() as server:
        db = Database(server.create("outage"))
        migrate(db)
        done: list[str] = []

        def write(name: int) -> None:
            for n in range(EACH):

                def append(session: Session, n: int = n) -> None:
                    log.append(session, f"{name}.{n}", "article.ingested", "art_1", 1, {})

                while True:
                    try:
                        db.run(append)
                        break
                    except Unavailable:
                        continue  # as a task does that is put off
                done.append(f"{name}.{n}")

        writers = [threading.Thread(target=write, args=(name,)) for name in range(WRITERS)]
        for thread in writers:
            thread.start()
        for share in (1, 2):
            wait_for(lambda share=share: len(done) >= share * WRITERS * EACH // 3, what="some were written")
            server.stop()
            server.start()
        for thread in writers:
            thread.join()
        db.number()
        found = events.read_since(db, None, 1000).events
        assert [event.seq for event in found] == list(range(1, WRITERS * EACH + 1))
        assert {event.event_key for event in found} == set(done)
        db.close()


def test_a_broker_that_hangs_or_is_down_does_not_keep_anything_from_being_stored(tmp_path: Path) -> None:
    bell = Doorbell(valkey.broker_url(tmp_path / "broker"))
    db = Database(f"sqlite:///{tmp_path}/test.db", bell=bell)
    migrate(db)

    def ask(subject: str) -> None:
        with db.write() as session:
            jobs.ask(session, "enrich", subject, "r1")

    with servers.broker(tmp_path / "broker") as process:
        ask("art_1")
        assert bell.waiting("live") == 1
        os.kill(process.pid, signal.SIGSTOP)
        ask("art_2")
        ask("art_3")
        os.kill(process.pid, signal.SIGCONT)
    ask("art_4")
    with db.read() as session:
        assert jobs.counts(session) == {("enrich", "queued"): 4}
    db.close()
    bell.close()


def test_a_writer_that_stops_is_not_waited_for_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("records.session.LOCK_WAIT_S", 0.2)
    db, other = (Database(f"sqlite:///{tmp_path}/test.db") for _ in range(2))
    migrate(db)
    with db.write() as session:
        log.append(session, "a", "article.ingested", "art_1", 1, {})
        with pytest.raises(Unavailable):
            other.run(lambda session: log.append(session, "b", "article.ingested", "art_1", 1, {}))
        with other.read() as reading:  # readers do not wait at all
            assert log.position(reading).last == 0
    assert other.run(lambda session: log.append(session, "b", "article.ingested", "art_1", 1, {}))
    db.close()
    other.close()
