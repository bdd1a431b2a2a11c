"""The doorbell: one small message a job, JSON, ids only. Losing every message costs a delay, no work."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from celery import Celery

# The task that does a step; a task is never renamed while an older worker may still run.
TASKS = {
    "enrich": "worker.tasks.enrich",
    "merge": "worker.tasks.merge",
    "deliver": "worker.tasks.deliver",
}
QUEUES = ("live", "backfill", "deliver")
PAUSE_S = 10.0  # after a failure nobody waits for the broker again this long; the sweep repairs
QUICK = {  # a request or an intake must not wait for a broker that hangs
    "socket_connect_timeout": 1,
    "socket_timeout": 1,
    "socket_keepalive": True,
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "interval_max": 0.1,
}


@dataclass(frozen=True)
class Message:
    """Which job waits."""

    subject_id: str
    step: str
    input_hash: str
    queue: str = "live"


class Doorbell:
    """Rings at the broker; after a failure it is silent for ten seconds."""

    def __init__(self, broker_url: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = Celery("sponsorwire", broker=broker_url, set_as_current=False)
        self._app.conf.update(
            broker_transport_options=QUICK,
            broker_connection_timeout=1,
            task_ignore_result=True,
            task_publish_retry_policy={
                "max_retries": 1,
                "interval_start": 0,
                "interval_step": 0.1,
                "interval_max": 0.1,
            },
        )
        self._clock, self._silent_until = clock, 0.0

    def ring(self, messages: Sequence[Message]) -> None:
        """Send one message a job. Raises what the broker raises; nothing is sent during the pause."""
        if self._clock() < self._silent_until:
            return
        try:
            for message in messages:
                self._app.send_task(
                    TASKS[message.step],
                    args=[message.subject_id, message.step, message.input_hash],
                    queue=message.queue,
                    ignore_result=True,
                )
        except Exception:
            self._silent_until = self._clock() + PAUSE_S
            raise

    def close(self) -> None:
        """Close the connections to the broker."""
        self._app.close()
