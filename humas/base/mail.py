"""
Letters: written in the transaction of the act they tell of, sent when it is accepted.

A mail server that fails changes nothing of the act, and no address is ever logged.
Only where `EMAIL_URL` is set; without it no screen offers or promises mail.
"""

import logging
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone

from humas.base.models import Letter, Newsroom

SECONDS = 5
"""How long somebody's press waits for a mail server that does not answer."""

log = logging.getLogger("humas.mail")


def is_on() -> bool:
    """Whether this newsroom sends mail."""
    return bool(settings.EMAIL_URL)


def post(kind: str, to: str, subject: str, body: str, *, about: str = "", headers: dict | None = None) -> Letter | None:
    """
    Put one letter to one address on its way; None, and nothing done, where this newsroom sends no mail.

    Call it inside the transaction of the act. `kind` names the sort ("comment_shown"),
    `about` what it tells of ("comment:5"); subject and headers lose line breaks here.
    """
    if not is_on():
        return None
    letter = Letter.objects.create(
        kind=kind,
        about=about,
        to=one_line(to),
        subject=one_line(subject)[:200],
        body=body.replace("\0", "") + f"\n\n-- \n{one_line(Newsroom.current().name)}\n",
        headers={name: one_line(value) for name, value in (headers or {}).items()},
        next_try_at=timezone.now(),
    )
    transaction.on_commit(partial(send, letter.pk))
    return letter


def send(pk: int) -> None:
    """Hand one letter to the mail server; what fails is noted on its row."""
    letter = Letter.objects.filter(pk=pk, sent_at=None, next_try_at__isnull=False).first()
    if letter is None:
        return
    message = EmailMessage(letter.subject, letter.body, to=[letter.to], headers=letter.headers)
    letter.tries += 1
    try:
        with get_connection(timeout=SECONDS) as server:
            server.send_messages([message])
    except Exception as error:  # an act that was accepted is not undone by a letter
        letter.error = type(error).__name__
        log.warning("a letter was not sent: %s", letter.error)
    else:
        letter.sent_at, letter.next_try_at, letter.error = timezone.now(), None, ""
    letter.save(update_fields=["tries", "sent_at", "next_try_at", "error"])


def one_line(text: str) -> str:
    """For a header, or a line of its own: no breaks, nothing that does not print."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
