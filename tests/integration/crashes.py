"""Processes that really die at a given instant, what takes over from them, and the count of what is wrong then."""

import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import sqlalchemy as sa
from sqlmodel import col, select

from records import events, ids, tables
from records.query import Query
from records.queue import Message
from records.record import Article
from records.session import Database
from records.settings import Settings
from records.store import articles, intake, jobs, listing
from worker.sweep import Sweep
from worker.tasks import STEPS
from worker.turn import Desk, take

# Where the work can be cut: (point, how often it is passed before), each between two steps that must be one
# or that must not matter. The first two transactions of `work` are the article's intake and the job's claim.
POINTS = (
    "before_commit:1",  # of the intake
    "after_commit:1",
    "before_ring:1",
    "before_commit:2",  # of the claim
    "after_commit:2",
    "after_claim:1",
    "after_stages:1",
    "before_commit:3",  # of the findings
    "after_commit:3",
    "before_ring:3",
    "before_ack:1",
    "before_commit:4",  # of the merge's claim
    "before_commit:5",  # of the deals
    "after_commit:5",
    "before_ack:2",
)
TEXT = (
    "Nile Cola will sponsor the Harbour Regatta until 2031, the company said on Monday.\n\n"
    '"We love boats number {n}," said Jo Roe, chief executive of Nile Cola.'
)


class Queue:
    """A broker that keeps its messages in a list."""

    def __init__(self) -> None:
        self.messages: list[Message] = []

    def ring(self, messages: Sequence[Message]) -> None:
        self.messages.extend(messages)

    def waiting(self, queue: str) -> int:
        return len([message for message in self.messages if message.queue == queue])

    def probe(self, queue: str) -> None:
        raise AssertionError("no worker is registered here")


@dataclass
class Later:
    """A clock that is ahead, so that leases and pauses are over without waiting for them."""

    ahead: timedelta = field(default_factory=timedelta)

    def __call__(self) -> ids.datetime:
        return ids.now() + self.ahead


def hand_in(db: Database, n: int) -> None:
    """Store article `n` once, as the intake does it with a file that stays until this returned."""

    def store(session: jobs.Session) -> None:
        given = intake.Input(f"{n}.txt", "folder", 3, f"{n:064}", "text")
        intake_id, is_new = intake.accept(session, given)
        if is_new:
            record = Article(id="new", title=f"Boats {n}", text=TEXT.format(n=n), language="en")
            articles.store(session, record, identity=str(n), fingerprint=f"f{n}", intake_id=intake_id)

    db.run(store)


def work_off(db: Database, queue: Queue, settings: Settings) -> None:
    """Take every message, as a worker does."""
    desk = Desk(db, settings, "test")
    while queue.messages:
        message = queue.messages.pop(0)
        if message.step in STEPS:
            take(desk, STEPS[message.step], message.subject_id, message.step, message.input_hash)


def dies(crash_at: str, work: Callable[[], None]) -> bool:
    """Run `work` in a process that dies at that point; return whether it got there."""

    def child() -> None:
        os.environ["CRASH_AT"] = crash_at
        work()

    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    process.join(60)
    if process.is_alive():
        process.kill()
        raise AssertionError(f"hangs on its way to {crash_at}")
    assert process.exitcode in (0, 9), f"ended with {process.exitcode} on its way to {crash_at}"
    return process.exitcode == 9


def crash_and_recover(url: str, crash_at: str, settings: Settings, number: int) -> bool:
    """Have a process die at the point while it takes in and works off an article; then have others go on.

    Returns whether the point was reached.
    """

    def first() -> None:
        queue = Queue()
        db = Database(url, bell=queue)
        hand_in(db, number)
        work_off(db, queue, settings)

    reached = dies(crash_at, first)
    queue, clock = Queue(), Later()
    db = Database(url, bell=queue, clock=clock)
    hand_in(db, number)  # the file is still there: nobody said that it was taken
    queue.messages.clear()  # and the broker lost everything
    for _ in range(2):  # what the first round asks for is done in it, too; the second finds nothing
        clock.ahead += timedelta(hours=1)
        Sweep(db, queue, settings).once()
        for message in tuple(queue.messages):
            queue.messages.append(message)  # each message comes twice
        work_off(db, queue, settings)
    db.close()
    return reached


@dataclass(frozen=True)
class Verdict:
    """What is wrong: all must be zero."""

    lost: int
    doubled_articles: int
    doubled_events: int
    lost_deals: int
    doubled_deals: int
    unfinished_jobs: int
    holes: int
    misfated: int


def verdict(db: Database, expected: int) -> Verdict:
    """Count what is wrong after `expected` different articles were handed in."""
    with db.read() as session:
        found = listing.articles(session, Query(), limit=expected + 100)
        enriched = [a for a in found if a.enriched_revision == a.revision and a.findings["quotes"]]
        open_jobs = session.execute(
            sa.select(sa.func.count())
            .select_from(tables.Job)
            .where(col(tables.Job.state) != "done", col(tables.Job.step).in_(list(STEPS)))
        ).scalar_one()
        log = session.exec(select(tables.Event).order_by(col(tables.Event.seq))).all()
        fates = intake.counts(session)
        told = {claim.article_id for claim in session.exec(select(tables.DealClaim)).all()}
        live = session.exec(select(tables.Deal).where(tables.Deal.state == "live")).all()
    # An article has one event of a kind, a deal one for each of its revisions.
    kinds = Counter(
        (event.subject_id, event.kind if event.kind.startswith("article.") else event.revision) for event in log
    )
    read = events.read_since(db, None, 100_000).events
    return Verdict(
        lost=expected - len({article.identity for article in enriched}),
        doubled_articles=len(found) - len({article.identity for article in found}),
        doubled_events=sum(number - 1 for number in kinds.values()),
        lost_deals=expected - len(told),
        doubled_deals=len(live) - 1,  # every article reports the same one
        unfinished_jobs=open_jobs,
        holes=sum(event.seq != place for place, event in enumerate(read, start=1)) + len(log) - len(read),
        misfated=abs(fates["accepted"] - expected) + fates["rejected"] + fates["ignored"],
    )


CLEAN = Verdict(0, 0, 0, 0, 0, 0, 0, 0)
