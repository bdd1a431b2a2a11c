"""Several processes at once on one database: one log without a gap, one article for one identity."""

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from records import events
from records.record import Article
from records.session import Database
from records.settings import Settings
from records.store import articles, intake, log
from tests.integration.crashes import CLEAN, Queue, hand_in, verdict, work_off
from worker.main import warm_up

WRITERS, EACH = 4, 25
FORK = multiprocessing.get_context("fork")


def in_processes(work: Callable[[int], None]) -> None:
    """Run `work(0)`, `work(1)`, ... at once, each in a process of its own."""
    processes = [FORK.Process(target=work, args=(n,)) for n in range(WRITERS)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0] * WRITERS


def test_processes_that_append_at_once_make_one_log_that_a_reader_follows(database_url: str) -> None:
    def write(name: int) -> None:
        db = Database(database_url)
        for n in range(EACH):

            def append(session: articles.Session, n: int = n) -> None:
                log.append(session, f"{name}.{n}", "article.ingested", f"art_{name}", 1, {})
                if n % 5 == 0:
                    raise ZeroDivisionError

            with suppress(ZeroDivisionError):
                db.run(append)

    seen = FORK.Queue()
    over = FORK.Event()

    def read() -> None:
        db, cursor = Database(database_url), None
        found: list[tuple[int | None, str]] = []
        while True:
            last = over.is_set()
            read = events.read_since(db, cursor, 7)
            found += [(event.seq, event.event_key) for event in read.events]
            cursor = read.cursor
            if last and not read.events:
                break
        seen.put(found)

    reader = FORK.Process(target=read)
    reader.start()
    in_processes(write)
    db = Database(database_url)
    db.number()
    db.close()
    over.set()
    found = seen.get(timeout=60)
    reader.join()
    assert [seq for seq, _ in found] == list(range(1, WRITERS * EACH * 4 // 5 + 1))
    assert {key for _, key in found} == {f"{name}.{n}" for name in range(WRITERS) for n in range(EACH) if n % 5}
    for name in range(WRITERS):  # what one process wrote stays in its order
        own = [key for _, key in found if key.startswith(f"{name}.")]
        assert own == sorted(own, key=lambda key: int(key.split(".")[1]))


def test_processes_that_bring_the_same_files_make_one_article_each(database_url: str) -> None:
    def bring(_name: int) -> None:
        db = Database(database_url, bell=Queue())
        for n in range(EACH):

            def store(session: articles.Session, n: int = n) -> None:
                given = intake.Input(f"{n}.txt", "folder", 1, f"{n:064}", "text")
                intake_id, is_new = intake.accept(session, given)
                if is_new:
                    record = Article(id="any", text=f"text {n}")
                    articles.store(session, record, identity=str(n), fingerprint=str(n), intake_id=intake_id)

            db.run(store)

    in_processes(bring)
    db = Database(database_url)
    with db.read() as session:
        assert intake.counts(session) == {
            "accepted": EACH,
            "duplicate": EACH * (WRITERS - 1),
            "rejected": 0,
            "ignored": 0,
        }
        assert articles.counts(session) == {"live": EACH, "enriched": 0, "passed_through": 0}
        assert log.position(session).last == EACH
    db.close()


def test_workers_at_once_on_articles_that_name_the_same_people_and_deal(database_url: str, tmp_path: Path) -> None:
    settings, queue = Settings(data_dir=tmp_path), Queue()
    db = Database(database_url, bell=queue)
    for n in range(EACH):
        hand_in(db, n)
    warm_up()

    def work(name: int) -> None:
        own = Queue()
        # Each worker gets every message, and begins somewhere else.
        own.messages = queue.messages[name * 5 :] + queue.messages[: name * 5]
        other = Database(database_url, bell=own)
        work_off(other, own, settings)

    in_processes(work)
    assert verdict(db, EACH) == CLEAN
    db.close()
