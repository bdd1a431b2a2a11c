"""The doorbell: one small message a job, JSON, ids only. Losing every message costs a delay, no work."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from celery import Celery

# Never renamed while an older worker may still run: a message of an unknown name is thrown away.
WORK = "worker.tasks.work"
PROBE = "worker.tasks.probe"
# In the order in which a worker empties them: what is new does not wait behind an archive.
QUEUES = ("live", "deliver", "backfill")
PROBE_KEPT_S = 120
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
                    WORK,
                    args=[message.subject_id, message.step, message.input_hash],
                    queue=message.queue,
                    ignore_result=True,
                )
        except Exception:
            self._silent_until = self._clock() + PAUSE_S
            raise

    def probe(self, queue: str) -> None:
        """Ask the worker that listens to `queue` for a sign of life. Raises what the broker raises."""
        self._app.send_task(PROBE, queue=queue, ignore_result=True)
        # Nobody reads the queue of a worker that died; without an end such queues would pile up.
        with self._app.connection_for_write() as connection:
            connection.default_channel.client.expire(queue, PROBE_KEPT_S)

    def waiting(self, queue: str) -> int:
        """Return how many messages wait in the queue. Raises what the broker raises."""
        with self._app.connection_for_write() as connection:
            return int(connection.default_channel.client.llen(queue))

    def close(self) -> None:
        """Close the connections to the broker."""
        self._app.close()
