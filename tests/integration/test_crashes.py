"""A process that dies at any instant loses nothing and doubles nothing."""

from datetime import timedelta
from pathlib import Path

import pytest

from records.session import Database
from records.settings import Settings
from records.store import jobs, log
from tests.integration.crashes import (
    CLEAN,
    POINTS,
    Later,
    Queue,
    crash_and_recover,
    dies,
    hand_in,
    verdict,
    work_off,
)
from worker.main import warm_up
from worker.sweep import Sweep


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    warm_up()  # once, here: the processes that die are forked from this one


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path)


@pytest.mark.parametrize("point", POINTS)
def test_a_crash_loses_and_doubles_nothing(database_url: str, settings: Settings, point: str) -> None:
    assert crash_and_recover(database_url, point, settings, 1), "the point was not reached"
    db = Database(database_url)
    assert verdict(db, 1) == CLEAN
    db.close()


def test_an_article_that_kills_every_worker_is_set_aside_and_can_be_retried(
    database_url: str, settings: Settings
) -> None:
    queue, clock = Queue(), Later()
    db = Database(database_url, bell=queue, clock=clock)
    hand_in(db, 1)

    def worker() -> None:
        own = Queue()
        own.messages = list(queue.messages)
        other = Database(database_url, bell=own, clock=clock)
        work_off(other, own, settings)

    for _ in range(settings.attempts):
        assert dies("after_stages", worker)
        clock.ahead += timedelta(hours=1)
    Sweep(db, queue, settings).bury()
    with db.read() as session:
        assert [(event.kind, event.body.get("code")) for event in log.after(session, 0, 9)] == [
            ("article.ingested", None),
            ("article.rejected", "crash"),
        ]
        assert [job.last_error for job in jobs.stuck(session)] == ["crash: every worker that took it ended"]
    with db.write() as session:
        assert jobs.retry(session) == 1
    work_off(db, queue, settings)
    with db.read() as session:
        assert [event.kind for event in log.after(session, 2, 1)] == ["article.enriched"]
    db.close()
