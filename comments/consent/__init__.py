"""
*Aturan Berkomentar*: the version in force, and proof of who agreed to which.

A version is never changed. Consent is kept by the comment's number, so that it can be
shown after the comment was erased (UU 27/2022, art. 24).
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import Comment, Consent, Terms
from humas.base import pages
from humas.base.models import Newsroom


def in_force() -> Terms | None:
    """The newest version."""
    return Terms.objects.first()


def asked(newsroom: Newsroom) -> Terms | None:
    """The version a writer has to agree to; None where the newsroom asks for none. At most one query."""
    return in_force() if newsroom.asks_terms else None


def publish(text: str, *, by=None) -> Terms:
    """Put a new version into force; the one before stays readable."""
    with transaction.atomic():
        newest = Terms.objects.select_for_update().first()
        if newest and newest.text.strip() == text.strip():
            raise ValidationError(_("This is the text that is in force already."), code="same")
        terms = Terms.objects.create(version=newest.version + 1 if newest else 1, text=text.strip(), made_by=by)
        pages.touched(pages.NEWSROOM)
    return terms


def record(comment: Comment, terms: Terms | None, given_at: datetime | None = None) -> None:
    """Note in the transaction that stores a comment what its writer agreed to."""
    if terms:
        Consent.objects.create(comment_id=comment.pk, terms=terms, given_at=given_at or timezone.now())


def of(comment: Comment) -> Consent | None:
    return Consent.objects.filter(comment_id=comment.pk).select_related("terms").first()
