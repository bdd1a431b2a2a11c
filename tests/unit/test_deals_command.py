"""`sponsorwire deals` prints the merged deals of files, the same for the same files, and names what it refused."""

import json
from pathlib import Path

import pytest

from cli import deals as command
from cli.analyze import Refused
from tests.stories import article, claim


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the files of three articles, one of them twice, and of one that nobody can read."""
    read = {
        "a.txt": article("a", claim("Velmora"), at="2031-03-01"),
        "b.txt": article("b", claim("Velmora Bank", end="2034"), at="2031-03-02"),
        "c.txt": article("c", claim("Ostrey", "Tessel Open"), at="2031-01-01"),
        "a-again.txt": article("a", claim("Velmora"), at="2031-03-01"),
        "d.pdf": Refused(Path("d.pdf"), "not a text"),
    }
    monkeypatch.setattr(command, "articles", lambda files: [read[path.name] for path in files])
    return [Path(name) for name in read]


def test_every_deal_is_printed_with_all_its_sources(files: list[Path]) -> None:
    lines, refused = command.deals(files)
    found = [json.loads(line) for line in lines]
    assert [(each["sponsor"]["name"], [s["article_id"] for s in each["sources"]]) for each in found] == [
        ("Ostrey", ["c"]),
        ("Velmora Bank", ["a", "b"]),
    ]
    assert refused == [Refused(Path("d.pdf"), "not a text")]


def test_the_same_files_in_another_order_give_the_same_lines(files: list[Path]) -> None:
    assert command.deals(files[::-1])[0] == command.deals(files)[0]
