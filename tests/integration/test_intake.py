"""A dropped file ends in one place with one recorded fate, whatever it is and whenever the process ends."""

import os
import shutil
import signal
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlmodel import select

from cli import samples
from ingest.intake import Intake, take_all
from ingest.main import main
from ingest.normalise import Normal
from ingest.reading import Reader
from records import spool
from records.errors import Rejected, Unavailable
from records.session import Database, Session
from records.store import workers
from records.tables import Article, Event, Job
from records.tables import Intake as Row
from tests.integration.intaking import GOOD, empty, fates, places, until, watching


def test_a_dropped_file_becomes_an_article_an_event_and_a_job(
    folder: Path, database: Database, reader: Reader
) -> None:
    with watching(folder, database, reader):
        (folder / "sport").mkdir()
        (folder / "sport" / "a.txt").write_text(GOOD.format(n=1))
        until(lambda: (folder / "done/sport/a.txt").exists())
    with database.read() as session:
        (article,) = session.exec(select(Article)).all()
        (event,) = session.exec(select(Event)).all()
        (job,) = session.exec(select(Job)).all()
        assert (article.title, article.revision, article.language) == ("A headline number 1", 1, "en")
        assert (event.kind, event.subject_id, job.step, job.subject_id) == (
            "article.ingested",
            article.id,
            "enrich",
            article.id,
        )
    assert fates(database) == {"sport/a.txt": ("accepted", None)}


def test_the_same_again_is_a_duplicate_and_an_edited_file_a_new_revision(
    folder: Path, database: Database, reader: Reader
) -> None:
    taker = Intake(database, reader)
    (folder / "a.txt").write_text(GOOD.format(n=1))
    (folder / "b.txt").write_text(GOOD.format(n=1))
    (folder / "c.txt").write_text(GOOD.format(n=1).replace(" ", "  "))
    first = [(one.fate, one.code) for one in take_all(taker, [folder])]
    (folder / "a.txt").write_text(GOOD.format(n=1) + " It is done.")
    again = [(one.fate, one.code) for one in take_all(taker, [folder / "a.txt"])]
    assert (first, again) == (
        [("accepted", None), ("duplicate", "same_bytes"), ("duplicate", "same_words")],
        [("accepted", None)],
    )
    with database.read() as session:
        (article,) = session.exec(select(Article)).all()
        assert (article.revision, article.text[-11:]) == (2, "It is done.")
        assert len(session.exec(select(Event)).all()) == 2


def test_of_a_file_with_several_articles_each_has_its_fate(
    folder: Path, database: Database, reader: Reader
) -> None:
    (folder / "a.jsonl").write_text(
        '{"title": "One", "text": "First."}\n{"title": \n{"title": "Three", "text": "Third."}\n'
    )
    (outcome,) = take_all(Intake(database, reader), [folder / "a.jsonl"])
    assert [one.outcome.value for one in outcome.articles] == ["new", "new"]
    assert fates(database) == {"a.jsonl": ("accepted", None), "a.jsonl#2": ("rejected", "not_json")}


def test_a_file_that_grows_is_taken_whole(folder: Path, database: Database, reader: Reader) -> None:
    with watching(folder, database, reader, settle_s=0.6):
        with (folder / "a.txt").open("w") as growing:
            growing.write("A headline that stands apart\n\n")
            for n in range(8):
                growing.write(f"Sentence {n} of the article that grows. ")
                growing.flush()
                time.sleep(0.15)
        until(lambda: (folder / "done/a.txt").exists())
    with database.read() as session:
        (article,) = session.exec(select(Article)).all()
        assert article.text.endswith("Sentence 7 of the article that grows.")
        assert article.revision == 1


def test_a_writer_that_pauses_longer_than_the_settle_time_still_gets_the_whole_article_in(
    folder: Path, database: Database, reader: Reader
) -> None:
    with watching(folder, database, reader):
        with (folder / "a.txt").open("w") as writer:
            writer.write("A headline that stands apart\n\nThe first half of the article.")
            writer.flush()
            until(lambda: (folder / "done/a.txt").exists())
            writer.write("\n\nThe second half of it.")
        until(lambda: _texts(database) == ["The first half of the article.\n\nThe second half of it."])
        until(lambda: empty(folder))
    assert places(folder) == ["done/a.txt"]
    with database.read() as session:
        (article,) = session.exec(select(Article)).all()
        assert article.revision == 2


def _texts(db: Database) -> list[str]:
    with db.read() as session:
        return [article.text for article in session.exec(select(Article)).all()]


def test_a_file_deleted_before_it_is_read_leaves_no_trace_of_trouble(
    folder: Path, database: Database, reader: Reader
) -> None:
    with watching(folder, database, reader, settle_s=0.5):
        (folder / "a.txt").write_text(GOOD.format(n=1))
        time.sleep(0.1)
        (folder / "a.txt").unlink()
        (folder / "b.txt").write_text(GOOD.format(n=2))
        until(lambda: (folder / "done/b.txt").exists())
    assert fates(database) == {"b.txt": ("accepted", None)}


def test_a_claimed_file_that_is_gone_is_ignored(folder: Path, database: Database, reader: Reader) -> None:
    outcome = Intake(database, reader).take(folder / "taken" / "a.txt", "a.txt")
    assert (outcome.fate, outcome.code) == ("ignored", "vanished")


def test_a_folder_that_was_removed_and_made_again_is_watched(
    folder: Path, database: Database, reader: Reader
) -> None:
    with watching(folder, database, reader):
        (folder / "a.txt").write_text(GOOD.format(n=1))
        until(lambda: (folder / "done/a.txt").exists())
        shutil.rmtree(folder)
        folder.mkdir()
        (folder / "b.txt").write_text(GOOD.format(n=2))
        until(lambda: (folder / "done/b.txt").exists(), 40)
    assert fates(database) == {"a.txt": ("accepted", None), "b.txt": ("accepted", None)}


def test_an_upload_is_taken_under_its_own_name(folder: Path, database: Database, reader: Reader) -> None:
    with watching(folder, database, reader):
        digest = spool.hand_in(folder, "../../etc/a b%.txt", GOOD.format(n=1).encode())
        until(lambda: bool(fates(database)))
        until(lambda: empty(folder))
    with database.read() as session:
        (row,) = session.exec(select(Row)).all()
        assert (row.name, row.channel, row.sha256, row.fate) == ("a b%.txt", "upload", digest, "accepted")


def test_a_file_that_may_not_be_read_is_set_aside(
    folder: Path, database: Database, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text(GOOD.format(n=1))
    (folder / "a.txt").chmod(0)
    if os.geteuid() == 0:  # root may read anything; what the system says to everyone else
        real = os.open

        def refuse(path: object, *rest: object, **more: object) -> int:
            if str(path).endswith("a.txt"):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *rest, **more)  # type: ignore[arg-type]  # as it was called

        monkeypatch.setattr(os, "open", refuse)
    (outcome,) = take_all(Intake(database, reader), [folder])
    assert (outcome.fate, outcome.code) == ("rejected", "unreadable")


def test_a_database_that_does_not_answer_costs_a_delay(
    folder: Path, database: Database, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    real = database.run

    def run(work: Callable[[Session], object]) -> object:
        asked.append(1)
        if len(asked) == 3:
            raise Unavailable("the database does not answer")
        return real(work)

    monkeypatch.setattr(database, "run", run)
    (folder / "a.txt").write_text(GOOD.format(n=1))
    (folder / "b.txt").write_text(GOOD.format(n=2))
    with watching(folder, database, reader):
        until(lambda: (folder / "done/a.txt").exists() and (folder / "done/b.txt").exists(), 60)
    assert fates(database) == {"a.txt": ("accepted", None), "b.txt": ("accepted", None)}


def test_a_full_disk_pauses_the_intake_and_loses_nothing(
    folder: Path, database: Database, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(folder)._replace(free=10)
    looked = threading.Event()

    def usage(path: object) -> object:
        looked.set()
        return full

    def waits() -> str | None:
        with database.read() as session:
            return workers.waiting(session, "ingest")

    with monkeypatch.context() as disk:
        disk.setattr(shutil, "disk_usage", usage)
        (folder / "a.txt").write_text(GOOD.format(n=1))
        with watching(folder, database, reader, free_bytes=1000):
            assert looked.wait(20)
            until(lambda: waits() is not None)
            assert waits() == "the disk of the watch folder has 0 MB free, SPONSORWIRE_FREE_BYTES asks for 0 MB"
    assert places(folder) == ["a.txt"]
    with watching(folder, database, reader, free_bytes=1000):
        until(lambda: (folder / "done/a.txt").exists())
        until(lambda: waits() is None)


def test_a_fault_of_ours_with_one_file_sets_it_aside_and_the_others_go_on(
    folder: Path, database: Database, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reader.read

    def read(raw: bytes, name: str, now: datetime) -> list[Normal | Rejected]:
        if name == "a.txt":
            raise KeyError("a fault")
        return real(raw, name, now)

    monkeypatch.setattr(reader, "read", read)
    (folder / "a.txt").write_text(GOOD.format(n=1))
    (folder / "b.txt").write_text(GOOD.format(n=2))
    with watching(folder, database, reader):
        until(lambda: empty(folder))
    assert fates(database) == {"a.txt": ("rejected", "fault"), "b.txt": ("accepted", None)}
    assert (folder / "failed/a.txt").exists()


def test_two_processes_on_one_folder_store_each_file_once(folder: Path, database: Database, reader: Reader) -> None:
    other = Reader()
    try:
        with watching(folder, database, reader), watching(folder, database, other):
            for n in range(30):
                (folder / f"{n}.txt").write_text(GOOD.format(n=n))
            until(lambda: empty(folder), 60)
    finally:
        other.close()
    assert fates(database) == {f"{n}.txt": ("accepted", None) for n in range(30)}
    with database.read() as session:
        assert len(session.exec(select(Article)).all()) == 30


def begun(environment: dict[str, str]) -> int:
    """Start the ingest process as a fork, which has everything imported, and return its number."""
    process = os.fork()
    if process == 0:
        try:
            os.environ.update(environment)
            main()
            os._exit(0)
        finally:
            os._exit(1)
    return process


def ended(process: int) -> int:
    """Wait for the process's end and return its status."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


POINTS = (
    "after_claim",
    "after_read",
    "before_commit",
    "after_commit",
    "before_ring",
    "before_put_away",
    "after_put_away",
)


@pytest.mark.parametrize("point", POINTS)
def test_nothing_is_lost_or_doubled_when_the_process_ends_at_any_point(
    point: str, folder: Path, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path}/articles.db"
    settings = {
        "SPONSORWIRE_WATCH_DIR": str(folder),
        "SPONSORWIRE_DATA_DIR": str(tmp_path),
        "SPONSORWIRE_DATABASE_URL": url,
        "SPONSORWIRE_SETTLE_S": "0.1",
        "SPONSORWIRE_FREE_BYTES": "0",
    }
    (folder / "a.txt").write_text(GOOD.format(n=1))
    (folder / "broken.json").write_text("{")
    # Before the first file's transaction there are those of the start.
    nth = {"before_commit": 3, "after_commit": 3, "before_ring": 3}.get(point, 1)
    assert ended(begun({**settings, "CRASH_AT": f"{point}:{nth}"})) == 9
    process = begun(settings)
    try:
        until(lambda: empty(folder), 30)
    finally:
        os.kill(process, signal.SIGTERM)
        status = ended(process)
    assert status == 0
    db = Database(url)
    assert fates(db) == {"a.txt": ("accepted", None), "broken.json": ("rejected", "not_json")}
    with db.read() as session:
        assert len(session.exec(select(Row)).all()) == 2
        assert len(session.exec(select(Article)).all()) == 1
        assert sorted(event.kind for event in session.exec(select(Event)).all()) == [
            "article.ingested",
            "article.rejected",
        ]
    db.close()
    assert places(folder) == ["done/a.txt", "failed/broken.json", "failed/broken.json.reason.txt"]


def test_samples_are_handed_in_once_whatever_became_of_them(
    folder: Path, database: Database, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(samples, "PAUSE_S", 0)
    names = [path.name for path in samples.files()]
    with watching(folder, database, reader):
        samples.hand_in(folder, database, threading.Event())
        until(lambda: sorted(fates(database)) == names)
    assert {fate for fate, _ in fates(database).values()} == {"accepted", "duplicate"}
    samples.hand_in(folder, database, threading.Event())
    assert [path.name for path in folder.iterdir() if path.is_file()] == []
