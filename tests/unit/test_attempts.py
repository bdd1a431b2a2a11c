"""Whoever shows wrong keys is not heard for a while, and nobody else is concerned."""

from api import attempts
from api.attempts import ALLOWED, DRAIN_S, Attempts


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def failing(times: int, address: str = "192.0.2.1") -> tuple[Attempts, Clock]:
    clock = Clock()
    counted = Attempts(clock)
    for _ in range(times):
        counted.fail(address)
    return counted, clock


def test_an_address_is_heard_until_its_measure_is_full_and_again_when_it_has_drained() -> None:
    assert failing(ALLOWED - 1)[0].wait_s("192.0.2.1") == 0
    counted, clock = failing(ALLOWED)
    assert counted.wait_s("192.0.2.1") == DRAIN_S
    assert counted.wait_s("192.0.2.2") == 0
    clock.now += DRAIN_S
    assert counted.wait_s("192.0.2.1") == 0
    counted.fail("192.0.2.1")
    assert counted.wait_s("192.0.2.1") == DRAIN_S


def test_a_network_of_version_6_is_one_address() -> None:
    counted, _clock = failing(ALLOWED, "2001:db8::1")
    assert counted.wait_s("2001:db8::ffff:1") == DRAIN_S
    assert counted.wait_s("2001:db8:0:1::1") == 0


def test_many_addresses_take_no_more_room(monkeypatch) -> None:  # type: ignore[no-untyped-def]  # pytest's own
    monkeypatch.setattr(attempts, "KEPT", 3)
    counted, _clock = failing(ALLOWED, "a")
    for address in "bcd":
        counted.fail(address)
    assert (counted.wait_s("a"), len(counted._measures)) == (0, 3)
