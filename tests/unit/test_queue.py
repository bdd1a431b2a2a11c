from pathlib import Path

import pytest

from records.queue import PAUSE_S, Doorbell, Message

MESSAGE = Message("art_1", "enrich", "r1-f")


class Clock:
    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def test_after_a_failure_nobody_waits_for_the_broker_until_the_pause_is_over(tmp_path: Path) -> None:
    clock = Clock()
    bell = Doorbell(f"redis+socket://{tmp_path}/nobody.sock?virtual_host=0", clock=clock)
    with pytest.raises(Exception, match=r"nobody|connect"):
        bell.ring([MESSAGE])
    clock.at += PAUSE_S - 1
    bell.ring([MESSAGE])  # it would raise, were it sent
    clock.at += 2
    with pytest.raises(Exception, match=r"nobody|connect"):
        bell.ring([MESSAGE])
    bell.close()
