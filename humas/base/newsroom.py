"""Changing what the newsroom says of itself."""

from django.db import transaction

from humas.base import changes, pages
from humas.base.models import Newsroom


def save(newsroom: Newsroom, by=None) -> Newsroom:
    """Write the one row, and who changed what; every page shows it, so every page is touched."""
    with transaction.atomic():
        before = Newsroom.objects.select_for_update().filter(pk=newsroom.pk).first()
        newsroom.save()
        changes.note(before, newsroom, by=by)
        pages.touched(pages.NEWSROOM)
    return newsroom
