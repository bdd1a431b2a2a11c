"""Feed now + stream since = feed later, under publishers that are killed at random, on both databases."""

from pathlib import Path

from benchmarks.stream import run
from tests.integration.conftest import database_url, postgresql

__all__ = ["database_url", "postgresql"]  # the fixtures


def test_the_feed_now_and_the_stream_since_make_the_feed_later(database_url: str, tmp_path: Path) -> None:
    found = run(database_url, tmp_path, 200)
    assert found.events >= 200
    assert found.read > 200
    assert found.killed > 0
    assert (found.missed, found.doubled, found.wrong) == (0, 0, 0)
