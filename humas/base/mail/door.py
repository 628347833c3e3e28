"""The door every letter goes out by: a row in the transaction of the act, and its sending once that is accepted."""

import logging
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from humas.base.models import Letter, Newsroom

log = logging.getLogger("humas.mail")


@dataclass(frozen=True)
class Written:
    """One letter to one address. `about` names what it tells of ("comment:5")."""

    to: str
    subject: str
    body: str
    about: str = ""
    headers: dict[str, str] = field(default_factory=dict)


def is_on() -> bool:
    """Whether this newsroom sends mail."""
    return bool(settings.EMAIL_URL)


def post(kind: str, to: str, subject: str, body: str, *, about: str = "", headers: dict | None = None) -> Letter | None:
    """
    Put one letter to one address on its way; None, and nothing done, where this newsroom sends no mail.

    Call it inside the transaction of the act. `kind` names the sort ("comment_shown"),
    `about` what it tells of ("comment:5"); subject and headers lose line breaks here.
    """
    return next(iter(post_all(kind, [Written(to, subject, body, about, headers or {})])), None)


def post_all(kind: str, written: Iterable[Written]) -> list[Letter]:
    """Put the letters of one act on their way together; an empty list where this newsroom sends no mail."""
    if not is_on() or not (written := list(written)):
        return []
    signed = f"\n\n-- \n{one_line(Newsroom.current().name)}\n"
    now = timezone.now()
    letters = Letter.objects.bulk_create(
        (
            Letter(
                kind=kind,
                about=one.about,
                to=one_line(one.to),
                subject=one_line(one.subject)[:200],
                body=printable(one.body) + signed,
                headers={name: one_line(value) for name, value in one.headers.items()},
                created_at=now,
                next_try_at=now,
            )
            for one in written
        ),
        batch_size=200,
    )
    transaction.on_commit(_hand_over)
    return letters


def _hand_over() -> None:
    """What is not taken now lies there still: it goes with the next letter."""
    from humas.base.tasks import deliver_letters

    try:
        deliver_letters.enqueue()
    except DatabaseError as error:
        log.warning("letters wait for the next occasion: %s", type(error).__name__)


def one_line(text: str) -> str:
    """For a header, or a line of its own: no breaks, nothing that does not print."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())


def printable(text: str) -> str:
    """Lines of text without what controls a terminal or turns the reading direction."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in kept if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cf"))


def quoted(text: str, most: int = 2000) -> str:
    """Somebody else's words, each line marked, so that none can pass for ours; cut after so many characters."""
    cut = text if len(text) <= most else f"{text[:most].rstrip()} …"
    return "\n".join(f"> {line}".rstrip() for line in printable(cut).splitlines())
