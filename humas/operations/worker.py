"""
The worker: runs queued tasks and what has its hour, until it is told to stop.

Several may run at once, on one machine or more. One that is killed leaves
nothing half done: letters and turns are claimed for a time only.
"""

import logging
import os
import time
from threading import Event

from django.db import DatabaseError, close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker as TaskWorker
from django_tasks_db.models import DBTaskResult

from humas.operations import jobs

LOOK_EVERY = 1.0
TICK_EVERY = 15.0
AFTER_ERROR = 5.0

log = logging.getLogger("humas.worker")


class Worker:
    """`run` works until `stop`, or until the process that started it is gone; `once` does what is due now."""

    def __init__(self) -> None:
        self._stopped = Event()
        self._parent = os.getppid()
        self._tasks: TaskWorker | None = None

    def stop(self, *_signal) -> None:
        self._stopped.set()
        if self._tasks:
            self._tasks.running = False  # after the task it is at

    def run(self, *, with_parent: bool = False) -> None:
        next_tick = 0.0
        while not self._stopped.is_set():
            if with_parent and os.getppid() != self._parent:
                return
            wait = LOOK_EVERY
            try:
                close_old_connections()
                self._run_queued()
                if time.monotonic() >= next_tick:
                    next_tick = time.monotonic() + TICK_EVERY
                    jobs.tick()
            except Exception as error:
                # The database may be restarting, and a bug in one task must not end the letters for good.
                log.warning(
                    "the worker tries again in %d s: %s", AFTER_ERROR, type(error).__name__, exc_info=_bug(error)
                )
                wait = AFTER_ERROR
            self._stopped.wait(wait)

    def once(self) -> list[str]:
        """Queued tasks, then what is due; the names of what had its hour."""
        self._run_queued()
        return jobs.tick()

    def _run_queued(self) -> None:
        if not DBTaskResult.objects.ready().exists():
            return  # asking takes no lock; taking one does
        self._tasks = TaskWorker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        self._tasks.run()


def _bug(error: Exception) -> bool:
    return not isinstance(error, DatabaseError)
