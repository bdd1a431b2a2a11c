"""Whether a service of this machine gets work done: what a container's health check asks, in little time."""

import os
import sys
import urllib.error
import urllib.request

from records import heartbeat

# The sweep asks each worker for a sign of life every 30 s; three missed ones are a fault, not a delay.
SILENT_S = 90.0


def health(role: str) -> int:
    """Return 0 when the service called `role` works on this host, else 1 with the reason on standard error.

    Progress is life: a process that is there and gets nothing done is ill.
    """
    reason = _api() if role == "api" else _silent(role)
    if reason:
        sys.stderr.write(f"sponsorwire: {reason}\n")
    return 1 if reason else 0


def _api() -> str | None:
    url = f"http://127.0.0.1:{os.environ.get('SPONSORWIRE_PORT', '8000')}/health/ready"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=5):
            return None
    except urllib.error.HTTPError as error:
        return f"the API is not ready: {error.read(2000).decode('utf-8', 'replace')}"
    except OSError as error:
        return f"the API does not answer: {error}"


def _silent(role: str) -> str | None:
    silent_s = heartbeat.silent_s(role)
    if silent_s is None:
        return f"no {role} on this host got anything done yet"
    return None if silent_s < SILENT_S else f"the {role} on this host got nothing done for {silent_s:.0f} s"
