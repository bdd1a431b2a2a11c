"""The sweep rings for what was missed, and only for that; one sweep works at a time."""

import multiprocessing
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from records import tables
from records.session import Database
from records.settings import Settings
from records.store import jobs, log
from tests.integration.crashes import Later, Queue, hand_in, work_off
from worker import enrichment, sweep
from worker.sweep import Sweep

HOUR = timedelta(hours=1)


class Fixture:
    def __init__(self, db: Database, folder: Path) -> None:
        self.db, self.queue, self.clock = db, Queue(), Later()
        db.bell, db.clock = self.queue, self.clock
        self.settings = Settings(data_dir=folder)
        self.sweep = Sweep(db, self.queue, self.settings)


@pytest.fixture
def fixture(database: Database, tmp_path: Path) -> Fixture:
    return Fixture(database, tmp_path)


def test_jobs_that_wait_behind_others_are_not_rung_for(fixture: Fixture) -> None:
    for n in range(5):
        hand_in(fixture.db, n)
    fixture.clock.ahead += HOUR
    assert fixture.sweep.ring_again() == 0
    del fixture.queue.messages[:2]
    assert fixture.sweep.ring_again() == 2
    fixture.queue.messages.clear()
    assert fixture.sweep.ring_again() == 3  # the other two were rung for just now
    assert len(fixture.queue.messages) == 3


def test_a_broker_that_is_away_stops_nothing_else(fixture: Fixture, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(queue: str) -> int:
        raise ConnectionError

    monkeypatch.setattr(fixture.queue, "waiting", away)
    hand_in(fixture.db, 1)
    fixture.clock.ahead += HOUR
    fixture.sweep.once()
    monkeypatch.undo()
    fixture.queue.messages.clear()
    assert fixture.sweep.ring_again() == 1


def test_an_archive_read_by_older_stages_is_read_again_in_the_background(
    fixture: Fixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(3):
        hand_in(fixture.db, n)
    work_off(fixture.db, fixture.queue, fixture.settings)
    assert fixture.sweep.renew_outdated() == 0
    newer = {**enrichment.pipeline.versions(), "quotes": 10**6}
    monkeypatch.setattr(enrichment.pipeline, "versions", lambda: newer)
    assert fixture.sweep.renew_outdated() == 3
    assert fixture.sweep.renew_outdated() == 0  # asked for once
    assert {message.queue for message in fixture.queue.messages} == {"backfill"}
    work_off(fixture.db, fixture.queue, fixture.settings)
    assert fixture.sweep.renew_outdated() == 0
    with fixture.db.read() as session:
        kinds = [event.kind for event in log.after(session, 0, 99)]
        assert kinds.count("article.enriched") == 6
        versions = session.exec(select(tables.StageRun.version).where(tables.StageRun.stage == "quotes")).all()
    assert set(versions) == {10**6}


def test_jobs_long_done_are_forgotten_and_old_events_as_far_as_asked(fixture: Fixture) -> None:
    hand_in(fixture.db, 1)
    work_off(fixture.db, fixture.queue, fixture.settings)
    fixture.clock.ahead += HOUR
    fixture.sweep.forget()
    with fixture.db.read() as session:
        assert sum(jobs.counts(session).values()) == 2
    fixture.clock.ahead += 24 * HOUR
    fixture.sweep.forget()
    with fixture.db.read() as session:
        assert jobs.counts(session) == {}
        assert log.position(session).first == 1


def test_one_sweep_works_at_a_time_and_a_second_takes_over(database: Database) -> None:
    context = multiprocessing.get_context("fork")
    holds, end = context.Event(), context.Event()
    url = database.url.render_as_string(hide_password=False)

    def first() -> None:
        with sweep.alone(Database(url), threading.Event(), lambda: None) as mine:
            assert mine
            holds.set()
            end.wait(60)

    process = context.Process(target=first)
    process.start()
    assert holds.wait(60)
    stop = threading.Event()
    with sweep.alone(database, stop, stop.set) as mine:
        assert not mine
    process.kill()  # with the lock in its hands
    process.join()
    with sweep.alone(database, threading.Event(), lambda: None) as mine:
        assert mine
