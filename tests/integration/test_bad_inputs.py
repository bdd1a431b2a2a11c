"""Bad files each have their fate and a reason, and hold nothing up."""

import os
import socket
from pathlib import Path

from ingest.reading import Reader
from records.session import Database
from records.store import intake
from tests.integration.intaking import GOOD, empty, fates, until, watching


def bad_inputs(folder: Path) -> dict[str, tuple[str, str | None]]:
    """Make one of each in `folder`, and return the fates they must have."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\t\n")
    (folder / "noise.txt").write_bytes(os.urandom(200_000))
    (folder / "mixed.txt").write_bytes("“Ja” ".encode() * 50 + "Größe für Köln ".encode("cp1252") * 50)
    (folder / "latin.txt").write_bytes("Der Sponsor heißt Müller & Söhne, sagt der Verein.".encode("cp1252"))
    (folder / "nul.txt").write_bytes(b"The sponsor\x00 is named\x00 in the text of this article.")
    (folder / "huge.html").write_bytes(
        b"<html><body><p>" + b"a sponsor is named here and there " * 590_000 + b"</p>"
    )
    (folder / "too-large.txt").write_bytes(b"a sponsor " * 2_200_000)
    (folder / "deep.html").write_bytes(b"<html><body>" + b"<div>" * 1_000_000)
    (folder / "deep.json").write_bytes(b"[" * 100_000)
    (folder / "broken.json").write_bytes(b'{"title": "A", "text": ')
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(100))
    (folder / "program.py").write_bytes(b"print('no article')")
    (folder / "front.md").write_bytes(b"---\nx: !!python/object/apply:os.system [id]\n---\n\nText.\n")
    (folder / "dangling.txt").symlink_to(folder / "nothing-here")
    (folder / "outside.txt").symlink_to("/etc/passwd")
    (folder / "folder-link").symlink_to("/etc")
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.open(folder, os.O_RDONLY)  # a socket's path may be too long, a relative one is not
        before = os.open(".", os.O_RDONLY)
        os.fchdir(here)
        listener.bind("socket.txt")
        os.fchdir(before)
        os.close(here)
        os.close(before)
    (folder / "twin.txt").write_text("One file with two names, which may be anything.")
    os.link(folder / "twin.txt", folder.parent / "other-name.txt")
    (folder / "line\nbreak \x1b[31m.txt").write_text("An article under a name with a line break and colours in it.")
    Path(os.fsdecode(os.fsencode(folder) + b"/bad-\xff.txt")).write_text(
        "An article under a name that is not UTF-8."
    )
    (folder / ("n" * 251 + ".txt")).write_text("An article under the longest name that there can be.")
    (folder / "-rf $(id);.txt").write_text("An article under a name that a shell would obey.")
    return {
        "empty.txt": ("ignored", "empty"),
        "blank.txt": ("rejected", "no_text"),
        "noise.txt": ("rejected", "not_text"),
        "mixed.txt": ("rejected", "encoding"),
        "latin.txt": ("accepted", None),
        "nul.txt": ("accepted", None),
        "huge.html": ("rejected", "too_large"),
        "too-large.txt": ("rejected", "too_large"),
        "deep.html": ("rejected", "too_deep"),
        "deep.json": ("rejected", "too_deep"),
        "broken.json": ("rejected", "not_json"),
        "picture.txt": ("rejected", "unsupported_type"),
        "program.py": ("rejected", "unsupported_type"),
        "front.md": ("rejected", "front_matter"),
        "dangling.txt": ("ignored", "symlink"),
        "outside.txt": ("ignored", "symlink"),
        "folder-link": ("ignored", "symlink"),
        "pipe.txt": ("ignored", "not_a_file"),
        "socket.txt": ("ignored", "not_a_file"),
        "twin.txt": ("rejected", "hard_link"),
        "line\\nbreak \\x1b[31m.txt": ("accepted", None),
        "bad-\\xff.txt": ("accepted", None),
        "n" * 251 + ".txt": ("accepted", None),
        "-rf $(id);.txt": ("accepted", None),
    }


def test_bad_inputs_each_have_their_fate_and_the_good_ones_go_on(
    folder: Path, database: Database, reader: Reader
) -> None:
    wanted = bad_inputs(folder)
    for n in range(20):
        (folder / f"good-{n}.txt").write_text(GOOD.format(n=n))
        wanted[f"good-{n}.txt"] = ("accepted", None)
    with watching(folder, database, reader):
        until(lambda: empty(folder), 60)
        (folder / "after.txt").write_text(GOOD.format(n="after"))
        until(lambda: (folder / "done/after.txt").exists())
    assert fates(database) == {**wanted, "after.txt": ("accepted", None)}
    with database.read() as session:
        assert sum(intake.counts(session).values()) == len(wanted) + 1
    told = (folder / "failed/broken.json.reason.txt").read_text()
    assert "The file is not JSON" in told
