"""Writing a holiday: every story's page may say it, so every page is touched."""

from django.db import transaction

from comments.models import Holiday
from humas.base import changes, pages

LONGEST = 62
"""Days: longer ones are a slip of the year."""


def save(holiday: Holiday, *, by=None) -> Holiday:
    with transaction.atomic():
        before = Holiday.objects.select_for_update().filter(pk=holiday.pk).first()
        holiday.save()
        changes.note(before, holiday, by=by)
        pages.touched(pages.NEWSROOM)
    return holiday
