"""What a worker does with a job that fails, whose article was edited, or whose database went away."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from enrich import pipeline
from records import tables
from records.errors import Rejected, Unavailable
from records.record import Article
from records.session import Database, Session
from records.settings import Settings
from records.store import articles, jobs, log
from records.store.jobs import Lease
from tests.integration.crashes import Later, Queue, hand_in
from tests.integration.servers import wait_for
from worker.enrichment import enrich_article
from worker.turn import Desk, Step, take


class Bench:
    """A desk with one article on it, and the steps that tests give it."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db, self.queue, self.clock = db, Queue(), Later()
        db.bell, db.clock = self.queue, self.clock
        self.desk = Desk(self.db, Settings(data_dir=folder), "test")
        hand_in(self.db, 1)
        (self.message,) = self.queue.messages

    def take(self, step: Step) -> str:
        message = self.message
        return take(self.desk, step, message.subject_id, message.step, message.input_hash)

    def job(self) -> tables.Job:
        message = self.message
        with self.db.read() as session:
            job = session.get(tables.Job, (message.subject_id, message.step, message.input_hash))
        assert job is not None
        return job

    def told(self) -> list[str]:
        with self.db.read() as session:
            return [event.kind for event in log.after(session, 1, 99)]


@pytest.fixture
def bench(database: Database, tmp_path: Path) -> Bench:
    return Bench(database, tmp_path)


def fails(error: Exception) -> Step:
    def step(desk: Desk, lease: Lease) -> None:
        raise error

    return step


def test_a_bug_is_tried_three_times_and_then_sets_the_article_aside(bench: Bench) -> None:
    step = fails(MemoryError("too much"))
    for delay_s in (5, 20):
        assert bench.take(step) == "later"
        assert bench.take(step) == "refused"  # not before its time
        assert bench.told() == []
        bench.clock.ahead += timedelta(seconds=delay_s + 1)
    assert bench.take(step) == "dead"
    assert bench.take(step) == "refused"
    assert (bench.job().state, bench.job().last_error) == ("dead", "failed: MemoryError: too much")
    assert bench.told() == ["article.rejected"]


def test_a_rejected_article_is_set_aside_at_once(bench: Bench) -> None:
    assert bench.take(fails(Rejected("too_deep", "It is nested too deeply."))) == "dead"
    with bench.db.read() as session:
        (event,) = log.after(session, 1, 9)
        row = articles.get(session, bench.message.subject_id)
    assert row is not None
    assert row.state == "rejected"
    assert (event.body["code"], event.body["reason"]) == ("too_deep", "It is nested too deeply.")


@pytest.mark.parametrize(
    "error", [Unavailable("busy"), OperationalError("SELECT 1", None, Exception("server closed"))]
)
def test_an_outage_is_not_the_articles_fault(bench: Bench, error: Exception) -> None:
    for _ in range(5):
        assert bench.take(fails(error)) == "later"
        bench.clock.ahead += timedelta(hours=1)
    assert bench.job().attempts == 0
    assert bench.take(enrich_article) == "done"
    assert bench.told() == ["article.enriched"]


def test_what_was_found_in_a_text_that_was_edited_meanwhile_is_thrown_away(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pipeline.enrich

    def edited_meanwhile(article: Article, *, gate: bool = False) -> Article:
        with bench.db.write() as session:
            articles.store(session, Article(id="any", text="Now it says nothing."), identity="1", fingerprint="new")
        return real(article, gate=gate)

    monkeypatch.setattr(pipeline, "enrich", edited_meanwhile)
    assert bench.take(enrich_article) == "done"
    monkeypatch.undo()
    assert bench.told() == ["article.ingested"]
    bench.message = bench.queue.messages[-1]
    assert bench.take(enrich_article) == "done"
    assert bench.told() == ["article.ingested", "article.enriched"]
    with bench.db.read() as session:
        row = articles.get(session, bench.message.subject_id)
    assert row is not None
    assert (row.revision, row.enriched_revision, articles.record_of(row).quotes) == (2, 2, ())


def test_a_worker_that_lost_its_lease_stores_nothing(bench: Bench) -> None:
    def slow(desk: Desk, lease: Lease) -> None:
        bench.clock.ahead += timedelta(hours=1)
        assert bench.take(enrich_article) == "done"  # another worker, meanwhile
        enrich_article(desk, lease)

    assert bench.take(slow) == "lost"
    assert bench.told() == ["article.enriched"]
    assert bench.job().attempts == 2


def test_the_lease_of_a_slow_job_is_renewed(bench: Bench) -> None:
    bench.desk = Desk(bench.db, Settings(lease_s=0.3), "test")
    bench.clock.ahead = timedelta()
    seen = []

    def slow(desk: Desk, lease: Lease) -> None:
        first = bench.job().lease_until
        wait_for(lambda: bench.job().lease_until > first, what="the lease is renewed")
        seen.append(bench.take(enrich_article))
        enrich_article(desk, lease)

    assert bench.take(slow) == "done"
    assert seen == ["refused"]


def test_a_retracted_article_leaves_the_log_told_and_is_not_read_again(bench: Bench) -> None:
    assert bench.take(enrich_article) == "done"
    with bench.db.write() as session:
        assert articles.reject(
            session, bench.message.subject_id, "retracted", "The paper withdrew it.", retract=True
        )
    assert bench.told() == ["article.enriched", "article.rejected"]

    def again(session: Session) -> None:
        jobs.ask(session, "enrich", bench.message.subject_id, bench.message.input_hash, again=True)

    bench.db.run(again)
    assert bench.take(enrich_article) == "done"
    assert bench.told() == ["article.enriched", "article.rejected"]
    with bench.db.read() as session:
        assert session.get(tables.Entity, (bench.message.subject_id, "e1")) is None
