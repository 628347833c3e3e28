"""
One-time links: how people without a mail server come to their password.

An administrator makes one, copies it into WhatsApp, and the person chooses a
password behind it. It works once, for 24 hours, and a newer one ends the older.
"""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from humas.accounts.models import OneTimeLink, User
from humas.base.digests import digest

LIFETIME = timedelta(hours=24)


def make(user: User, *, by: User | None) -> tuple[str, OneTimeLink]:
    """(absolute address, its row); links made for this person before stop working."""
    token = secrets.token_urlsafe(32)
    now = timezone.now()
    with transaction.atomic():
        _open(user=user).update(expires_at=now)
        link = OneTimeLink.objects.create(user=user, made_by=by, token_digest=_digest(token), expires_at=now + LIFETIME)
    return settings.SITE_URL + reverse("one_time_link", kwargs={"token": token}), link


def find(token: str) -> OneTimeLink | None:
    """The link of this token while it may be used; None for used, expired and unknown ones alike."""
    return _open(token_digest=_digest(token), user__is_active=True).select_related("user").first()


def use(link: OneTimeLink, password: str) -> bool:
    """Give the account this password and end the link; False if somebody was faster."""
    now = timezone.now()
    with transaction.atomic():
        if not _open(pk=link.pk).update(used_at=now):
            return False
        link.user.set_password(password)
        link.user.save(update_fields=["password"])
    return True


def _open(**which):
    return OneTimeLink.objects.filter(used_at=None, expires_at__gt=timezone.now(), **which)


def _digest(token: str) -> str:
    return digest("one-time-link", token)
