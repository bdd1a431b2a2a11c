"""Untrusted files are read in a child process whose end is no end of ours."""

import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.normalise import Normal
from ingest.opening import Vanished, read_bytes
from ingest.reading import Limits, Reader, read_file
from records.errors import Rejected

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


def titles(reader: Reader, raw: bytes, name: str) -> list[str | None]:
    return [one.article.title if isinstance(one, Normal) else one.code for one in reader.read(raw, name, NOW)]


def test_the_child_reads_what_the_formats_read(reader: Reader) -> None:
    assert titles(reader, b"A headline\n\nThe body of it.", "a.txt") == ["A headline"]
    assert titles(reader, b'{"title": "A", "text": "x."}\n{"title": \n', "a.jsonl") == ["A", "not_json"]


def test_a_text_in_another_language_is_told_after_english_ones(reader: Reader) -> None:
    german = "Der Verein hat einen neuen Hauptsponsor gefunden, teilte er am Dienstag mit."
    english = "The club said that it has found a new sponsor for the shirts of the women, and that is all. " * 3
    read = [reader.read(text.encode(), "a.txt", NOW) for text in (english, german, german, english)]
    assert [one.article.language for (one,) in read if isinstance(one, Normal)] == ["en", "de", "de", "en"]


def test_a_name_that_says_something_else_is_noted(reader: Reader) -> None:
    (one,) = reader.read(b'{"title": "A", "text": "The body."}', "a.txt", NOW)
    assert isinstance(one, Normal)
    assert one.article.warnings == ("type: read as json, named as text",)


def test_the_file_after_a_bad_one_is_read(reader: Reader) -> None:
    with pytest.raises(Rejected) as refused:
        reader.read(b"%PDF-1.7", "a.pdf", NOW)
    assert refused.value.code == "unsupported_type"
    assert titles(reader, b"A headline\n\nThe body of it.", "a.txt") == ["A headline"]


def test_a_child_that_is_killed_is_started_again(reader: Reader) -> None:
    reader.read(b"A headline\n\nThe body of it.", "a.txt", NOW)
    child = reader._process
    assert child is not None
    os.kill(child.pid, signal.SIGKILL)
    assert titles(reader, b"A headline\n\nThe body of it.", "a.txt") == ["A headline"]


def test_a_file_that_takes_too_much_memory_is_refused() -> None:
    reader = Reader(Limits(memory_bytes=400_000_000))
    raw = b'{"text": "' + b"[" * 10 + b'", "x": [' + b"[],\n" * 6_000_000 + b"[]]}"
    try:
        with pytest.raises(Rejected) as refused:
            reader.read(raw, "a.json", NOW)
        assert refused.value.code == "too_much_memory"
        assert titles(reader, b"A headline\n\nThe body of it.", "a.txt") == ["A headline"]
    finally:
        reader.close()


def test_a_file_that_takes_too_long_is_refused() -> None:
    reader = Reader(Limits(wall_s=1, cpu_s=1))
    raw = b"[" + b'{"title": "A headline", "text": "The body of it, which is read again and again."},' * 20_000
    try:
        with pytest.raises(Rejected) as refused:
            reader.read(raw + b'{"text": "x"}]', "a.json", NOW)
        assert refused.value.code == "too_slow"
    finally:
        reader.close()


def test_the_child_inherits_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPONSORWIRE_ADMIN_TOKEN", "secret")
    reader = Reader()
    try:
        reader.read(b"A headline\n\nThe body of it.", "a.txt", NOW)
        child = reader._process
        assert child is not None
        environment = Path(f"/proc/{child.pid}/environ")
        if environment.exists():  # Linux only; elsewhere the keys below say the same
            assert b"SPONSORWIRE" not in environment.read_bytes()
        from ingest import reading

        assert not any(key.startswith("SPONSORWIRE") for key in reading._environment())
    finally:
        reader.close()


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes(b"words")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "link.txt").symlink_to(tmp_path / "good.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "fifo.txt")
    (tmp_path / "folder.txt").mkdir()
    found = {}
    for path in sorted(tmp_path.iterdir()):
        try:
            found[path.name] = read_bytes(path, 100).decode()
        except Rejected as error:
            found[path.name] = error.code
    assert found == {
        "dangling.txt": "symlink",
        "empty.txt": "empty",
        "fifo.txt": "not_a_file",
        "folder.txt": "not_a_file",
        "good.txt": "words",
        "link.txt": "symlink",
    }


def test_a_sparse_giant_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as giant:
        giant.truncate(1 << 40)
    with pytest.raises(Rejected) as refused:
        read_bytes(tmp_path / "a.txt", 1000)
    assert refused.value.code == "too_large"


def test_a_second_name_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    os.link(tmp_path / "a.txt", tmp_path / "b.txt")
    with pytest.raises(Rejected) as refused:
        read_bytes(tmp_path / "b.txt", 100)
    assert refused.value.code == "hard_link"


def test_a_file_that_is_gone_is_told_from_one_that_is_bad(tmp_path: Path) -> None:
    with pytest.raises(Vanished):
        read_bytes(tmp_path / "a.txt", 100)
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "a.txt")


def test_the_command_reads_through_a_link_that_was_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A headline\n\nThe body.")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (article,) = read_file(tmp_path / "b.txt")
    assert not isinstance(article, Rejected)
    assert article.title == "A headline"
