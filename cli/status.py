"""How much came in, how far it got, what is stuck and why."""

from dataclasses import asdict

import orjson

from records import room
from records.session import Database, Session
from records.settings import Settings
from records.store import intake, jobs, totals, workers

SHOWN = 20  # of the stuck jobs and of the rejected inputs


def intake_waits(session: Session, settings: Settings) -> str | None:
    """Return why no file is taken in, or None while files are; a full disk may keep the service from noting it."""
    return room.lacking(settings) or workers.waiting(session, "ingest")


def report(db: Database, settings: Settings, *, as_json: bool) -> str:
    """Return the report as text for a person, or as one JSON object; it ends with a line's end."""
    with db.read() as session:
        waits = intake_waits(session, settings)
        numbers = asdict(totals.count(session))
        stuck = [
            {
                "subject": job.subject_id,
                "step": job.step,
                "state": job.state,
                "attempts": job.attempts,
                "error": job.last_error,
            }
            for job in jobs.stuck(session, SHOWN)
        ]
        rejected = [
            {"name": row.name, "code": row.code, "reason": row.reason}
            for row in intake.recent(session, fate="rejected", limit=SHOWN)
        ]
    if as_json:
        told = {**numbers, "stuck": stuck, "recently_rejected": rejected, "intake_waits": waits}
        return orjson.dumps(told).decode() + "\n"
    lines = [f"{name.replace('_', ' '):<15}{number:>8}" for name, number in numbers.items()]
    if waits:
        lines += ["", f"intake waits: {waits}"]
    if stuck:
        lines += ["", "stuck:"]
        lines += [f"  {job['subject']}  {job['step']}  {job['attempts']} attempts  {job['error']}" for job in stuck]
        lines += ["  `sponsorwire retry` tries them again."]
    if rejected:
        lines += ["", "rejected:", *(f"  {row['name']}: {row['reason']}" for row in rejected)]
    return "\n".join(lines) + "\n"
