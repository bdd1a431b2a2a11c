"""How the service is: for the machine that watches it, and for the person who does."""

import os
import shutil
from typing import Any

from fastapi import APIRouter, Request
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from pydantic import BaseModel, Field
from starlette.responses import Response

from api.access import Reader
from api.answers import json_answer
from api.feed import rfc3339
from api.problems import responses
from records import metrics
from records.migrate import is_current
from records.store import articles, figures, intake, jobs, log, workers

router = APIRouter(tags=["operations"])


class Check(BaseModel):
    """One thing the service needs."""

    name: str
    ok: bool
    detail: str | None = None


class Readiness(BaseModel):
    """Whether the service can do its work."""

    ready: bool
    checks: list[Check]


class Stuck(BaseModel):
    """A file that is not done, and why."""

    subject_id: str
    name: str | None = Field(description="The file, as it was named when it came in.")
    step: str
    state: str
    attempts: int
    asked_at: str
    error: str | None


class Status(BaseModel):
    """What came in, what became of it, what is under way, what is stuck."""

    intake: dict[str, int]
    articles: dict[str, int]
    jobs: dict[str, dict[str, int]]
    log: dict[str, Any]
    stuck: list[Stuck]
    rejected: list[dict[str, Any]]
    workers: list[dict[str, Any]]


@router.get("/health/live", response_model=dict[str, bool])
async def live() -> Response:
    """Answer as long as the process does."""
    return Response(b'{"live":true}', media_type="application/json")


@router.get(
    "/health/ready", response_model=Readiness, responses={503: {"model": Readiness, "description": "Not ready."}}
)
def ready(request: Request) -> Response:
    """Tell whether the database answers in the form this version needs, and the disk has room."""
    state = request.app.state
    checks = [_database(state.database), _disk(state.settings)]
    found = Readiness(ready=all(check.ok for check in checks), checks=checks)
    return Response(
        found.model_dump_json(), 200 if found.ready else 503, {"cache-control": "no-store"}, "application/json"
    )


@router.get("/status", response_model=Status, responses=responses(401, 422))
def status(request: Request, caller: Reader) -> Response:
    """Count what came in and what became of it; name the files that are stuck, with the reason."""
    with request.app.state.database.read() as session:
        position = log.position(session)
        stuck = jobs.stuck(session)
        names = intake.names_of(session, [job.subject_id for job in stuck])
        by_step: dict[str, dict[str, int]] = {}
        for (step, state), number in jobs.counts(session).items():
            by_step.setdefault(step, {})[state] = number
        content = {
            "intake": intake.counts(session),
            "articles": articles.counts(session),
            "jobs": by_step,
            "log": position._asdict(),
            "stuck": [
                {
                    "subject_id": job.subject_id,
                    "name": names.get(job.subject_id),
                    "step": job.step,
                    "state": job.state,
                    "attempts": job.attempts,
                    "asked_at": rfc3339(job.asked_at),
                    "error": (job.last_error or "").splitlines()[0][:200] if job.last_error else None,
                }
                for job in stuck
            ],
            "rejected": [
                {"name": row.name, "code": row.code, "reason": row.reason, "received_at": rfc3339(row.received_at)}
                for row in intake.recent(session, fate="rejected", limit=20)
            ],
            "workers": [
                {
                    "name": row.name,
                    "role": row.role,
                    "seen_at": rfc3339(row.seen_at),
                    "done": row.done,
                    "doing": row.doing,
                }
                for row in workers.present(session)
            ],
        }
    return json_answer(request, content)


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}, **responses(401)})
def read_metrics(request: Request, caller: Reader) -> Response:
    """Return the figures in Prometheus' text format; no label holds a title, an address or a key."""
    with request.app.state.database.read() as session:
        figures.show(session)
    return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)


def _database(database: Any) -> Check:
    try:
        current = is_current(database)
    except Exception as error:
        # What a driver says may hold an address; its kind says enough.
        return Check(name="database", ok=False, detail=type(error).__name__)
    return Check(name="database", ok=current, detail=None if current else "its form is not this version's")


def _disk(settings: Any) -> Check:
    folder = settings.data_dir if settings.data_dir.is_dir() else os.curdir
    free = shutil.disk_usage(folder).free
    return Check(name="disk", ok=free >= settings.free_bytes, detail=f"{free // 1_000_000} MB free")
