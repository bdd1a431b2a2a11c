"""Every seed is read as it was when somebody last looked at what it gives."""

import json

import pytest

from tests.golden import normal

EXPECTED = json.loads(normal.EXPECTED.read_text(encoding="utf-8"))


def test_every_seed_has_its_expectation() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in normal.SEEDS.iterdir() if path.is_file())


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_seed_is_read_as_before(name: str) -> None:
    assert normal.read()[name] == EXPECTED[name]
