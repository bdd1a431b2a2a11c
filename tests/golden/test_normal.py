"""Every seed is read as it was when somebody last looked at what it gives."""

import json
from pathlib import Path

from tests.golden import normal

EXPECTED = Path(__file__).with_name("normal.json")


def test_every_seed_is_read_as_before(rewrite: bool) -> None:
    found = normal.read()
    if rewrite:
        EXPECTED.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))
    assert sorted(found) == sorted(expected)
    for name, articles in found.items():
        assert articles == expected[name], name
