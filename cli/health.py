"""Whether a service of this machine gets work done: what a container's health check asks."""

import socket
import sys
from datetime import timedelta

import httpx

from records.errors import Unavailable
from records.session import Database
from records.settings import Settings
from records.store import workers

# The sweep asks each worker for a sign of life every 30 s; three missed ones are a fault, not a delay.
SILENT_S = 90.0


def health(settings: Settings, role: str) -> int:
    """Return 0 when the service called `role` works on this host, else 1 with the reason on standard error."""
    try:
        reason = _api(settings) if role == "api" else _silent(Database(settings.database), role)
    except Unavailable as error:
        reason = str(error)
    if reason:
        sys.stderr.write(f"sponsorwire: {reason}\n")
    return 1 if reason else 0


def _api(settings: Settings) -> str | None:
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)  # noqa: S104 - compared, not bound
    try:
        answer = httpx.get(f"http://{host}:{settings.port}/health/ready", timeout=5, trust_env=False)
    except httpx.HTTPError as error:
        return f"the API does not answer: {type(error).__name__}"
    return None if answer.is_success else f"the API is not ready: {answer.text}"


def _silent(db: Database, role: str) -> str | None:
    """Progress is life: a process that is there and gets nothing done is ill. Names begin with the host."""
    with db.read() as session:
        here = [row for row in workers.present(session, role) if row.name.startswith(f"{socket.gethostname()}-")]
        since = session.now - timedelta(seconds=SILENT_S)
        if any((row.progressed_at or row.started_at) > since for row in here):
            return None
    return f"no {role} on this host got anything done for {SILENT_S:g} s"
