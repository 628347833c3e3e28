"""
What is done at an hour of the newsroom's clock: once for each hour, by whoever looks first.

No hour is waited for: somebody asks now and then (a worker, a visit to the desk)
what is due. After a night without anybody the newest hour is due, and no older
one. Indonesia's clocks are never put forward or back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from humas.base.models import Turn

LEASE = timedelta(minutes=30)
"""Long work that was begun and not finished in this time is taken over: whoever did it is gone."""


@dataclass(frozen=True)
class Job:
    """
    Something that has its hours.

    `prepare` looks and returns the act, or None where there is nothing to do; the act
    and the note that it was done are one transaction. `work` is for what takes long, is
    safe to begin again, and looks after its own transactions.
    """

    name: str
    hours: tuple[time, ...]
    prepare: Callable[[], Callable[[], object] | None] | None = None
    work: Callable[[], object] | None = None

    def due_at(self, now: datetime) -> datetime:
        """The newest of its hours that is not after now."""
        today = timezone.localtime(now)
        days = (today - timedelta(days=1), today)
        hours = (
            day.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0) for day in days for at in self.hours
        )
        return max(hour for hour in hours if hour <= now)


def run_due(jobs: tuple[Job, ...]) -> list[str]:
    """Do what is due and not done; the names of what this call did. One query where all is done."""
    now = timezone.now()
    due = {job.name: job.due_at(now) for job in jobs}
    finished = Turn.objects.filter(name__in=due, due_at__in=due.values(), finished_at__isnull=False)
    done = set(finished.values_list("name", "due_at"))
    open_jobs = [job for job in jobs if (job.name, due[job.name]) not in done]
    return [job.name for job in open_jobs if (_at_once if job.prepare else _at_length)(job, due[job.name])]


def _at_once(job: Job, due_at: datetime) -> bool:
    act = job.prepare()
    now = timezone.now()
    try:
        with transaction.atomic():
            Turn.objects.create(name=job.name, due_at=due_at, began_at=now, finished_at=now)
            if act:
                act()
    except IntegrityError:
        if Turn.objects.filter(name=job.name, due_at=due_at).exists():
            return False  # somebody else was faster
        raise
    return True


def _at_length(job: Job, due_at: datetime) -> bool:
    if not _is_mine(job, due_at):
        return False
    job.work()
    Turn.objects.filter(name=job.name, due_at=due_at).update(finished_at=timezone.now())
    return True


def _is_mine(job: Job, due_at: datetime) -> bool:
    now = timezone.now()
    try:
        with transaction.atomic():
            Turn.objects.create(name=job.name, due_at=due_at, began_at=now)
    except IntegrityError:
        left = Turn.objects.filter(name=job.name, due_at=due_at, finished_at=None, began_at__lt=now - LEASE)
        return bool(left.update(began_at=now))
    return True
