"""Addresses that stand in letters: absolute, sealed for one purpose, and with an end."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from humas.base import tokens

DECIDE, STOP = "moderate", "stop"

DECIDE_FOR = timedelta(days=7)
STOP_FOR = timedelta(days=3 * 365)
"""Longer than most mailboxes are kept: who stops a letter found later is not turned away."""


def absolute(path: str) -> str:
    return settings.SITE_URL + path


def to_decide(user, comment) -> str:
    """Where this person decides on this comment, without signing in."""
    token = tokens.seal(DECIDE, f"{user.pk}-{comment.pk}", timezone.now() + DECIDE_FOR)
    return absolute(reverse("mail_decide", kwargs={"token": token}))


def to_stop(subject: str) -> str:
    """Where the letters to `person-<pk>` or about `comment-<pk>` are stopped."""
    token = tokens.seal(STOP, subject, timezone.now() + STOP_FOR)
    return absolute(reverse("mail_stop", kwargs={"token": token}))


def numbers(token: str, purpose: str) -> list[str] | None:
    """The two parts of what a token is about; None for a token that is none, or over."""
    opened = tokens.unseal(token, purpose)
    return opened[0].split("-") if opened else None


def stopping(subject: str) -> tuple[str, dict[str, str]]:
    """(address, headers by which a mailbox offers one press to stop, RFC 8058)."""
    address = to_stop(subject)
    return address, {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
