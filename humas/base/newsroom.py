"""Changing what the newsroom says of itself."""

from django.db import transaction

from humas.base import pages
from humas.base.models import Newsroom


def save(newsroom: Newsroom) -> Newsroom:
    """Write the one row; every page shows it, so every page is touched."""
    with transaction.atomic():
        newsroom.save()
        pages.touched(pages.NEWSROOM)
    return newsroom
