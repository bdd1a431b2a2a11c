"""The worker: a Celery app of prefork processes that share the language model loaded before they fork.

Every setting serves one rule: the database knows what is to be done, a message only says when to look.
"""

import gc
import os
import socket
from typing import Any

from celery import Celery
from celery.signals import worker_process_init, worker_ready, worker_shutdown

from enrich import pipeline
from records import heartbeat, logs
from records.migrate import migrate
from records.queue import PROBE, QUEUES, WORK, Doorbell
from records.record import Article
from records.session import Database
from records.settings import Settings
from records.store import workers
from worker import tasks
from worker.turn import Desk

# A process is replaced after so many tasks, against slow leaks.
TASKS_PER_CHILD = 2000


def configuration(settings: Settings) -> dict[str, Any]:
    """Return the Celery settings."""
    visibility = settings.visibility_s
    return {
        "broker_url": settings.broker,
        "broker_transport_options": {
            # Above (prefetch + 1) times the hard limit; the lease makes an early second delivery harmless.
            "visibility_timeout": visibility,
            "queue_order_strategy": "priority",
            "socket_connect_timeout": 5,
            "socket_timeout": 10,  # a broker that hangs would block for ever; above BRPOP's second
            "socket_keepalive": True,
            "health_check_interval": 25,
        },
        "visibility_timeout": visibility,
        "result_backend": None,  # the job's row says how it ended
        "task_ignore_result": True,
        "task_store_errors_even_if_ignored": False,
        "task_acks_late": True,  # a dead worker's message comes back ...
        "task_reject_on_worker_lost": True,  # ... also when only the child died; the attempts end the loop
        "task_acks_on_failure_or_timeout": True,
        "task_soft_time_limit": settings.task_soft_limit_s,
        "task_time_limit": settings.task_limit_s,
        "task_track_started": False,
        "task_send_sent_event": False,
        "worker_send_task_events": False,
        "worker_prefetch_multiplier": 1,
        "worker_max_tasks_per_child": TASKS_PER_CHILD,
        "worker_max_memory_per_child": settings.worker_memory_kb or None,
        "worker_cancel_long_running_tasks_on_connection_loss": False,
        "worker_soft_shutdown_timeout": 30.0,
        "worker_proc_alive_timeout": 60,
        "worker_hijack_root_logger": False,
        "worker_redirect_stdouts": False,
        "broker_connection_retry_on_startup": True,
        "broker_connection_retry": True,
        "broker_connection_max_retries": None,  # the default gives up after 100 tries
        "broker_channel_error_retry": True,
        "task_serializer": "json",
        "accept_content": ["json"],  # nothing from a queue is ever unpickled
        "task_default_queue": QUEUES[0],
        "task_create_missing_queues": True,
        "enable_utc": True,
    }


def build(settings: Settings, desk: Desk) -> Any:
    """Return the Celery app whose tasks work at `desk`."""
    app = Celery("sponsorwire")
    app.conf.update(configuration(settings))

    def work(*job: str) -> None:
        tasks.work(desk, *job)

    def probe() -> None:
        tasks.probe(desk)

    app.task(name=WORK)(work)
    app.task(name=PROBE)(probe)
    return app


def warm_up() -> None:
    """Load the model and everything the stages read, once, so that the children share the memory."""
    pipeline.enrich(Article(id="warm", text="Nile Cola sponsors the Harbour Regatta, said Jo Roe."))
    gc.collect()
    gc.freeze()  # the collector would otherwise touch, and so copy, every shared page


def main() -> None:
    """Run the worker until it is asked to end."""
    settings = Settings()
    logs.configure(settings, "worker")
    name = f"{socket.gethostname()}-{os.getpid()}"
    db = Database(settings.database, bell=Doorbell(settings.broker))
    app = build(settings, Desk(db, settings, name))
    migrate(db)
    warm_up()

    def forked(**_: Any) -> None:
        db.after_fork()  # the parent's connections are not ours
        db.bell = Doorbell(settings.broker)

    def ready(**_: Any) -> None:
        db.run(lambda session: workers.arrive(session, name, "worker", os.getpid()))
        heartbeat.beat("worker")

    def leaving(**_: Any) -> None:
        db.run(lambda session: workers.leave(session, name))

    worker_process_init.connect(forked, weak=False)
    worker_ready.connect(ready, weak=False)
    worker_shutdown.connect(leaving, weak=False)
    # A queue of its own, too: there the sweep asks each worker for a sign of life.
    # First of all, or the answer would wait behind a long backlog.
    queues = ",".join((probe_queue(name), *settings.queues))
    app.worker_main(
        ["worker", f"--hostname={name}@%h", f"--concurrency={settings.workers}", f"--queues={queues}",
         "--pool=prefork", f"--loglevel={settings.log_level}", "--without-gossip", "--without-mingle",
         "--without-heartbeat"]
    )  # fmt: skip


def probe_queue(name: str) -> str:
    """Return the queue on which the worker of that name is asked for a sign of life."""
    return f"probe.{name}"


if __name__ == "__main__":
    main()
