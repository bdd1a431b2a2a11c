"""Every sample of `seeds/`, read and enriched as the service does it, against what was last approved.

After a change that is meant: `make golden`, then read `git diff tests/golden`.
"""

from functools import cache
from pathlib import Path

import pytest

from enrich.ledger.merging import merge
from enrich.ledger.statement import statements
from enrich.pipeline import enrich
from ingest import reading
from records.record import Article
from tests.golden import told

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())
EXPECTED = Path(__file__).parent / "seeds"


@cache
def read(path: Path) -> list[Article]:
    return [enrich(one) for one in reading.read_file(path) if isinstance(one, Article)]


def agree(name: str, found: str, rewrite: bool) -> None:
    """Compare with the expected file, or write it."""
    at = EXPECTED / f"{name}.txt"
    if rewrite:
        EXPECTED.mkdir(exist_ok=True)
        at.write_text(found, encoding="utf-8")
    assert found.splitlines() == at.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_a_sample_is_read_as_it_was_approved(seed: Path, rewrite: bool) -> None:
    agree(seed.name, "\n".join(told.article(one) for one in read(seed)), rewrite)


def test_the_samples_make_the_deals_that_were_approved(rewrite: bool) -> None:
    once = {one.id: one for seed in SEEDS for one in read(seed)}
    outcome = merge((claim for one in once.values() for claim in statements(one)), new_id=lambda ref: ref)
    agree("deals", told.deals(list(outcome.deals)), rewrite)


def test_every_expected_file_belongs_to_a_sample() -> None:
    assert {path.stem for path in EXPECTED.iterdir()} == {"deals", *(seed.name for seed in SEEDS)}
