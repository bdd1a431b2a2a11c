"""The tasks the broker's messages name: one for every job, and one that asks whether anybody listens."""

from records.store import webhooks, websub
from worker.delivery import deliver
from worker.enrichment import enrich_article
from worker.hub import distribute, verify
from worker.merging import merge_article
from worker.turn import Desk, Step, take

# What each step of a job does. A step that this version does not know is left to a newer worker: its job
# stays as it is, and the sweep rings again.
STEPS: dict[str, Step] = {
    "enrich": enrich_article,
    "merge": merge_article,
    webhooks.STEP: deliver,
    websub.VERIFY: verify,
    websub.DISTRIBUTE: distribute,
}


def work(desk: Desk, subject_id: str, step: str, input_hash: str) -> None:
    """Take one turn at the job."""
    if step in STEPS:
        take(desk, STEPS[step], subject_id, step, input_hash)


def probe(desk: Desk) -> None:
    """Show that this worker takes messages and reaches the database."""
    desk.show_progress()
