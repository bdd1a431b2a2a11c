"""Changes deals for ever, each change with its event in one transaction; some are rolled back.

`python -m benchmarks.publisher URL SEED`, to be killed at any instant by `benchmarks.stream`.
"""

import random
import sys

from records.errors import Unavailable
from records.session import Database, Session
from records.store import deals, log
from tests import library

DEALS = 12


def publish(url: str, seed: int) -> None:
    """Change deals for ever, each change with its event in one transaction."""
    chance = random.Random(seed)
    database = Database(url)
    record = library.article()

    def work(session: Session) -> None:
        row = deals.get(session, f"deal_{chance.randrange(DEALS)}")
        assert row is not None
        session.refresh(row, with_for_update=True)
        revision = row.revision + 1
        deal = library.merged(row.id, row.body["claims"][0]["article_id"], record, revision)
        deals.save(session, deal, keys=(), replaces=False)
        body = {"deal": deal.model_dump(mode="json")}
        log.append(session, f"deal:{row.id}:{revision}", "deal.updated", row.id, revision, body)
        if chance.random() < 0.05:
            raise _ChangedMind

    while True:
        try:
            database.run(work)
        except (_ChangedMind, Unavailable):
            continue


class _ChangedMind(Exception):
    """A transaction that is rolled back after its event was appended."""


if __name__ == "__main__":
    publish(sys.argv[1], int(sys.argv[2]))
