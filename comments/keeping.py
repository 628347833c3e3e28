"""Writing the lists the desk keeps for itself: offices and saved answers, each change noted."""

from django.db import transaction

from comments.models import Office, SavedAnswer
from humas.base import changes, pages


def save(row: Office | SavedAnswer, *, by=None) -> None:
    with transaction.atomic():
        before = type(row).objects.select_for_update().filter(pk=row.pk).first()
        row.save()
        changes.note(before, row, by=by)
        if isinstance(row, Office) and before and before.name != row.name:
            pages.touched(pages.NEWSROOM)  # any story may say that a comment was handed there
