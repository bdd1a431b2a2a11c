"""A job is done once, whoever delivers it how often, and whoever dies at it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from records.queue import Message
from records.session import Database, Session
from records.store import jobs
from records.store.jobs import Lease

MESSAGE = Message("art_1", "enrich", "r1-f")


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2026, 5, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_s(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


class Bell:
    def __init__(self) -> None:
        self.rung: list[Message] = []

    def ring(self, messages: Sequence[Message]) -> None:
        self.rung.extend(messages)


@pytest.fixture
def clock(database: Database) -> Clock:
    clock = Clock()
    database.clock = clock
    return clock


@pytest.fixture
def bell(database: Database) -> Bell:
    bell = Bell()
    database.bell = bell
    return bell


def ask(db: Database) -> None:
    with db.write() as session:
        jobs.ask(session, "enrich", "art_1", "r1-f")


def claim(session: Session) -> Lease | None:
    return jobs.claim(session, "art_1", "enrich", "r1-f", lease_s=60, attempts=3)


def taken(db: Database) -> Lease:
    with db.write() as session:
        lease = claim(session)
    assert lease is not None
    return lease


def test_a_job_asked_twice_is_one_job(database: Database, clock: Clock, bell: Bell) -> None:
    ask(database)
    ask(database)
    with database.read() as session:
        assert jobs.counts(session) == {("enrich", "queued"): 1}
    assert bell.rung == [MESSAGE, MESSAGE]


def test_the_bell_rings_only_after_the_commit(database: Database, clock: Clock, bell: Bell) -> None:
    with database.write() as session:
        jobs.ask(session, "enrich", "art_1", "r1-f")
        assert bell.rung == []
    assert bell.rung == [MESSAGE]
    with pytest.raises(ZeroDivisionError), database.write() as session:
        jobs.ask(session, "enrich", "art_2", "r1-f")
        raise ZeroDivisionError
    assert bell.rung == [MESSAGE]


def test_a_bell_that_fails_fails_nobody(database: Database, clock: Clock) -> None:
    class Broken:
        def ring(self, messages: Sequence[Message]) -> None:
            raise ConnectionError

    database.bell = Broken()
    ask(database)
    with database.read() as session:
        assert jobs.counts(session) == {("enrich", "queued"): 1}


def test_only_one_holds_the_lease_and_only_the_holder_finishes(database: Database, clock: Clock) -> None:
    ask(database)
    first = taken(database)
    with database.write() as session:
        assert claim(session) is None
    clock.pass_s(61)
    second = taken(database)
    assert second.attempt == 2
    with database.write() as session:
        assert not jobs.finish(session, first)
    with database.write() as session:
        assert jobs.finish(session, second)
    with database.write() as session:
        assert not jobs.finish(session, second)
        assert claim(session) is None


def test_what_is_put_off_waits_and_then_rings(database: Database, clock: Clock, bell: Bell) -> None:
    ask(database)
    lease = taken(database)
    with database.write() as session:
        assert jobs.put_off(session, lease, "Unavailable: busy", 20)
        assert claim(session) is None
    bell.rung.clear()
    clock.pass_s(19)
    with database.write() as session:
        assert list(jobs.late(session, late_s=30, attempts=3)) == []
    clock.pass_s(2)
    with database.write() as session:
        jobs.late(session, late_s=30, attempts=3)
    assert bell.rung == [MESSAGE]
    assert taken(database).attempt == 2


def test_a_lost_message_and_a_lost_worker_ring_again_but_not_too_often(
    database: Database, clock: Clock, bell: Bell
) -> None:
    ask(database)
    bell.rung.clear()
    for seconds, rings in ((29, 0), (2, 1), (15, 0), (16, 1)):
        clock.pass_s(seconds)
        with database.write() as session:
            jobs.late(session, late_s=30, attempts=3)
        assert len(bell.rung) == rings
        bell.rung.clear()
    taken(database)
    clock.pass_s(61)
    with database.write() as session:
        jobs.late(session, late_s=30, attempts=3)
    assert bell.rung == [MESSAGE]


def test_a_job_is_stuck_from_its_second_attempt_on_and_not_while_it_is_first_worked_on(
    database: Database, clock: Clock
) -> None:
    ask(database)
    for attempt, named in ((1, []), (2, ["art_1"])):
        assert taken(database).attempt == attempt
        with database.read() as session:
            assert [job.subject_id for job in jobs.stuck(session)] == named
        clock.pass_s(61)


def test_a_job_that_kills_its_workers_ends_after_three_attempts(database: Database, clock: Clock) -> None:
    ask(database)
    for attempt in (1, 2, 3):
        assert taken(database).attempt == attempt
        clock.pass_s(61)
    with database.write() as session:
        assert claim(session) is None
        assert list(jobs.late(session, late_s=30, attempts=3)) == []
        dead = jobs.exhausted(session, attempts=3)
        assert [(job.state, job.last_error) for job in dead] == [("dead", "crash: every worker that took it ended")]
    with database.read() as session:
        assert [job.subject_id for job in jobs.stuck(session)] == ["art_1"]
    with database.write() as session:
        assert jobs.retry(session, "art_1") == 1
    assert taken(database).attempt == 1
