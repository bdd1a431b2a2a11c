"""A file is ready when it has been quiet; what is not finished or not dropped is never seen."""

import os
from pathlib import Path

import pytest

from ingest.watch import MAX_DEPTH, TEMPORARY, Settling, scan


def put(path: Path, text: str = "words") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_scan_sees_files_links_and_pipes_in_all_sub_folders_but_not_what_is_ours(tmp_path: Path) -> None:
    for name in (
        "a.txt",
        "sub/b.html",
        "taken/c.txt",
        "done/d.txt",
        "failed/e.txt",
        "duplicates/f.txt",
        "sub/done/g.txt",
    ):
        put(tmp_path / name)
    (tmp_path / "link.txt").symlink_to("/etc/hostname")
    (tmp_path / "folder-link").symlink_to("/etc")
    os.mkfifo(tmp_path / "pipe.txt")
    assert sorted(scan(tmp_path)) == [
        "a.txt",
        "folder-link",
        "link.txt",
        "pipe.txt",
        "sub/b.html",
        "sub/done/g.txt",
    ]


def test_a_name_that_is_not_utf_8_is_seen(tmp_path: Path) -> None:
    put(tmp_path / os.fsdecode(b"bad-\xff.txt"))
    put(tmp_path / "good.txt")
    assert sorted(map(os.fsencode, scan(tmp_path))) == [b"bad-\xff.txt", b"good.txt"]


@pytest.mark.parametrize(
    "name",
    [
        "x.tmp",
        ".x.swp",
        "~x",
        "x~",
        "x.part",
        "x.crdownload",
        ".DS_Store",
        "Thumbs.db",
        "._x",
        "#x#",
        "x.txt.reason.txt",
    ],
)
def test_names_of_unfinished_files_are_left_alone(name: str) -> None:
    assert TEMPORARY.match(name)


@pytest.mark.parametrize(
    "name", ["x.txt", "partner.html", "temp.md", "download.json", "lock.txt", "reason.txt", "a"]
)
def test_names_of_articles_are_not(name: str) -> None:
    assert not TEMPORARY.match(name)


def test_a_folder_that_is_too_deep_is_seen_itself(tmp_path: Path) -> None:
    put(tmp_path.joinpath(*["d"] * (MAX_DEPTH + 3)) / "a.txt")
    assert list(scan(tmp_path)) == ["/".join(["d"] * (MAX_DEPTH + 1))]


def test_a_file_is_ready_when_it_has_not_changed_for_the_settle_time() -> None:
    settling = Settling(2.0)
    one, two = (1, 1, 10, 0, 0), (1, 1, 20, 0, 0)
    told = [
        settling.ready({"a.txt": one}, 100.0),
        settling.ready({"a.txt": two}, 101.5),  # it grew
        settling.ready({"a.txt": two}, 103.0),
        settling.ready({"a.txt": two}, 103.5),
        settling.ready({}, 104.0),
        settling.ready({"a.txt": two}, 104.1),  # another file of that name
    ]
    assert told == [[], [], [], ["a.txt"], [], []]
    assert settling.due_s(104.6) == 1.5


def test_an_upload_is_ready_at_once() -> None:
    settling = Settling(2.0)
    assert settling.ready({"uploads/ab.x.txt": (1, 1, 1, 0, 0)}, 5.0) == ["uploads/ab.x.txt"]


def test_what_just_arrived_goes_before_a_backlog_and_the_oldest_first() -> None:
    settling = Settling(2.0)
    backlog = {f"old-{n}.txt": (1, n, 1, 1000 - n, 0) for n in range(3)}
    settling.ready(backlog, 0.0)
    settling.ready({**backlog, "new.txt": (1, 9, 1, 2000, 0)}, 100.0)
    ready = settling.ready({**backlog, "new.txt": (1, 9, 1, 2000, 0)}, 102.0)
    assert ready == ["new.txt", "old-2.txt", "old-1.txt", "old-0.txt"]


def test_a_file_that_could_not_be_moved_waits_again() -> None:
    settling, found = Settling(2.0), {"a.txt": (1, 1, 1, 0, 0)}
    settling.ready(found, 0.0)
    assert settling.ready(found, 2.0) == ["a.txt"]
    settling.put_off("a.txt", 2.0)
    assert [settling.ready(found, at) for at in (3.0, 23.9, 24.0)] == [[], [], ["a.txt"]]
