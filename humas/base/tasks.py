"""What runs beside a request where TASKS=database, and at its end where TASKS=immediate."""

from django.conf import settings

try:
    from django.tasks import task
except ImportError:  # before Django 6
    from django_tasks import task

from humas.base.mail import delivery


@task
def deliver_letters() -> int:
    """Send what is due; within a press only as long as somebody may be kept waiting."""
    return delivery.deliver(None if settings.TASKS_MODE == "database" else delivery.SECONDS)
