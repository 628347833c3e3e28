"""
Handing letters to the mail server: each at most once at a time, tried again, and never somebody's burden for long.

A letter is claimed before it is tried, so that several workers never send the
same one; who is killed in between leaves it to be tried again when the claim
has run out. What has gone loses its address and its words at once.
"""

import logging
import smtplib
import time
from contextlib import suppress
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

from humas.base.digests import digest
from humas.base.fields import KeyLost
from humas.base.models import Letter

SECONDS = 5
"""How long somebody's press waits for a mail server that does not answer."""

PATIENCE = 30
"""How long a worker waits for each of its answers."""

REST = 60
"""Seconds a server that failed, or was too slow for a press, is left alone."""

AGAIN_AFTER = (timedelta(minutes=1), timedelta(minutes=30), timedelta(hours=6))
"""A letter that was not taken is tried again after these; then it has failed, and stays to be seen."""

CLAIM = timedelta(minutes=10)

_RESTS = "mail-rests"
_ABOUT_THE_LETTER = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, ValueError, KeyLost)
log = logging.getLogger("humas.mail")


def deliver(seconds: float | None = None) -> int:
    """
    Send what is due, letters not tried yet before all others; how many went out.

    `seconds` is for whoever does it while somebody waits: no more time is spent,
    and a server that takes longer is left alone for a minute. Nothing is raised
    but what the database says.
    """
    if cache.get(_RESTS):
        return 0
    ends = time.monotonic() + seconds if seconds else None
    sent, server = 0, None
    try:
        while ends is None or time.monotonic() < ends:
            if (letter := _claimed()) is None:
                return sent
            server = server or get_connection(**({"timeout": seconds, "ends": ends} if ends else {"timeout": PATIENCE}))
            try:
                server.open()
                server.send_messages([_message(letter)])
            except Exception as error:  # an act that was accepted is not undone by a letter
                _not_taken(letter, error)
                if not isinstance(error, _ABOUT_THE_LETTER):
                    cache.set(_RESTS, True, REST)
                    return sent
            else:
                _gone(letter)
                sent += 1
        cache.set(_RESTS, True, REST)
        return sent
    finally:
        if server is not None:
            with suppress(Exception):
                server.close()


def wake() -> None:
    """Somebody says that the server is well again."""
    cache.delete(_RESTS)


def _claimed() -> Letter | None:
    """The next letter that is due, for nobody else until the claim runs out."""
    while True:
        now = timezone.now()
        due = Letter.objects.filter(sent_at=None, next_try_at__lte=now)
        letter = due.defer("to", "body").order_by("tries", "pk").first()
        if letter is None:
            return None
        mine = due.filter(pk=letter.pk, tries=letter.tries, next_try_at=letter.next_try_at)
        if mine.update(tries=letter.tries + 1, next_try_at=now + CLAIM):
            letter.tries += 1
            return letter


def _message(letter: Letter) -> EmailMessage:
    """Its Message-ID is its own for good: a letter sent twice over a broken line is shown once by most programs."""
    headers = letter.headers | {
        "Auto-Submitted": "auto-generated",
        "Message-ID": f"<{digest('letter', str(letter.pk))[:32]}@{urlsplit(settings.SITE_URL).hostname}>",
    }
    return EmailMessage(letter.subject, letter.body, settings.DEFAULT_FROM_EMAIL, [letter.to], headers=headers)


def _gone(letter: Letter) -> None:
    sent = {"sent_at": timezone.now(), "next_try_at": None, "error": "", "to": "", "body": "", "headers": {}}
    Letter.objects.filter(pk=letter.pk).update(**sent)


def _not_taken(letter: Letter, error: Exception) -> None:
    is_over = _is_final(error) or letter.tries > len(AGAIN_AFTER)
    next_try_at = None if is_over else timezone.now() + AGAIN_AFTER[letter.tries - 1]
    Letter.objects.filter(pk=letter.pk).update(next_try_at=next_try_at, error=_name_of(error))
    log.warning("a letter was not sent: %s", _name_of(error))


def _is_final(error: Exception) -> bool:
    """The server will say the same of this letter at any time."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, (ValueError, KeyLost))


def _name_of(error: Exception) -> str:
    """Without the server's words, which like to repeat the address."""
    codes = {code for code, _words in getattr(error, "recipients", {}).values()} or {getattr(error, "smtp_code", "")}
    return " ".join([type(error).__name__, *sorted(map(str, codes - {""}))])
