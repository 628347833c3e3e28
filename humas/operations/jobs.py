"""What has its hour, and who sees to it: the worker, or where there is none a visit to the desk."""

import logging
import time
from datetime import time as hour
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comments import purging
from comments.mail import staff
from comments.queue import counts
from humas.base import clock, mail
from humas.base.models import Turn

DIGEST = clock.Job("comment_digest", (hour(8), hour(14)), prepare=staff.digest)
COUNTS = clock.Job("counts", tuple(hour(number, 10) for number in range(24)), work=counts.compact)
VISIT_SECONDS = 2
"""How much of the nightly work somebody's visit may do; the rest is for the next day's."""

log = logging.getLogger("humas.jobs")


def nightly(seconds: float | None = None) -> None:
    """Forget what is due, and the traces of our own work."""
    ends = time.monotonic() + seconds if seconds else None
    purging.purge(is_over=lambda: ends is not None and time.monotonic() > ends)
    now = timezone.now()
    Turn.objects.filter(due_at__lt=now - timedelta(days=60)).delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=now - timedelta(days=7)).delete()


def tick() -> list[str]:
    """Do what is due now, and try again the letters whose time has come; the names of what was done."""
    jobs = (clock.Job("nightly", (hour(2, 30),), work=nightly), COUNTS, *_of_mail())
    done = clock.run_due(jobs)
    if mail.is_on():
        mail.deliver()
    return done


def visit() -> None:
    """Called where somebody opens the desk: a newsroom without a worker does then what is due. Never raises."""
    if settings.TASKS_MODE != "immediate":
        return
    try:
        clock.run_due((clock.Job("nightly", (hour(2, 30),), work=partial(nightly, VISIT_SECONDS)), COUNTS, *_of_mail()))
        if mail.is_on():
            mail.deliver(mail.SECONDS)
    except DatabaseError as error:
        log.warning("what was due is left to the next visit: %s", type(error).__name__)


def _of_mail() -> tuple[clock.Job, ...]:
    return (DIGEST,) if mail.is_on() else ()
