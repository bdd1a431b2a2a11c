"""What /metrics says of the service is what the database holds, whichever process did it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from prometheus_client import generate_latest

from records import metrics
from records.session import Database
from records.settings import Settings
from records.store import figures, workers
from tests.integration.crashes import Queue, hand_in, work_off


def shown(db: Database) -> list[str]:
    with db.read() as session:
        figures.show(session)
    lines = generate_latest(metrics.registry).decode().splitlines()
    names = ("inputs{", "articles{", "jobs{", "oldest_job_seconds ", "silent_seconds{", "log_last ")
    return sorted(line for line in lines if line.startswith(tuple(f"sponsorwire_{name}" for name in names)))


def test_the_figures_are_those_of_the_database(database: Database, tmp_path: Path) -> None:
    queue, now = Queue(), datetime(2026, 5, 1, tzinfo=UTC)
    database.bell, database.clock = queue, lambda: now
    hand_in(database, 1)
    hand_in(database, 1)
    work_off(database, queue, Settings(data_dir=tmp_path))
    hand_in(database, 2)
    with database.write() as session:
        workers.arrive(session, "host-1", "worker", 1)
    database.clock = lambda: now + timedelta(seconds=40)
    assert shown(database) == sorted(
        [
            'sponsorwire_inputs{fate="accepted"} 2.0',
            'sponsorwire_inputs{fate="duplicate"} 1.0',
            'sponsorwire_inputs{fate="rejected"} 0.0',
            'sponsorwire_inputs{fate="ignored"} 0.0',
            'sponsorwire_articles{state="live"} 2.0',
            'sponsorwire_articles{state="enriched"} 1.0',
            'sponsorwire_articles{state="passed_through"} 0.0',
            'sponsorwire_jobs{state="done",step="enrich"} 1.0',
            'sponsorwire_jobs{state="queued",step="enrich"} 1.0',
            'sponsorwire_jobs{state="done",step="merge"} 1.0',
            "sponsorwire_oldest_job_seconds 40.0",
            'sponsorwire_silent_seconds{role="worker"} 40.0',
            "sponsorwire_log_last 4.0",
        ]
    )
