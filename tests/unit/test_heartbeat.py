import os
import tempfile
import time
from pathlib import Path

import pytest

from cli.health import health
from records import heartbeat


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_a_service_that_never_did_anything_is_ill(capsys: pytest.CaptureFixture[str]) -> None:
    assert health("worker") == 1
    assert capsys.readouterr().err == "sponsorwire: no worker on this host got anything done yet\n"


def test_a_service_that_got_something_done_is_well() -> None:
    heartbeat.beat("worker")

    assert health("worker") == 0


def test_a_service_that_went_silent_is_ill(capsys: pytest.CaptureFixture[str]) -> None:
    heartbeat.beat("sweep")
    long_ago = time.time() - 200
    os.utime(heartbeat.path("sweep"), (long_ago, long_ago))

    assert health("sweep") == 1
    assert capsys.readouterr().err == "sponsorwire: the sweep on this host got nothing done for 200 s\n"
