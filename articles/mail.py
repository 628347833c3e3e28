"""
Letters to editors and writers about a story, only where `EMAIL_URL` is set.

Written inside the transaction of the act, sent when it is accepted. A mail
server that fails changes nothing of the act, and no address is ever logged.
"""

import logging
import smtplib
from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article
from humas.accounts.models import User
from humas.base.models import Newsroom
from humas.base.times import long_time

SECONDS = 5
"""How long an editor's press waits for a mail server that does not answer."""

REST = 60
"""Seconds a server that failed is left alone: thirty stories handed over do not wait thirty times."""

_RESTS = "mail-rests"
log = logging.getLogger("humas.mail")


def is_on() -> bool:
    """Whether this newsroom sends mail: without it, no screen speaks of it."""
    return bool(settings.EMAIL_URL)


def handed_over(article: Article, *, by, note: str) -> None:
    """To everybody who may publish it, besides its writer and who handed it over."""
    if not is_on():
        return
    editors = User.objects.with_perm("articles.publish_article", include_superusers=False)
    others = editors.exclude(pk__in={article.author_id, by.pk if by else None} - {None})
    _send(
        others, article, by, _("For review: %(headline)s"), _("%(person)s has handed this story over for review."), note
    )


def sent_back(article: Article, *, by, note: str) -> None:
    """To its writer."""
    _to_writer(article, by, _("Sent back: %(headline)s"), _("%(person)s has sent this story back to you."), note)


def published(article: Article, *, by) -> None:
    """To its writer, when somebody else published it; `article` as it now stands."""
    if article.is_under_embargo:
        subject = _("Embargo: %(headline)s")
        said = _("%(person)s has published this story. It opens to readers on %(time)s.")
    else:
        subject, said = _("Published: %(headline)s"), _("%(person)s has published this story.")
    _to_writer(article, by, subject, said, "")


def _to_writer(article, by, subject, said, note) -> None:
    if is_on() and article.author_id and by and article.author_id != by.pk:
        _send(User.objects.filter(pk=article.author_id, is_active=True), article, by, subject, said, note)


def _send(people: Iterable[User], article: Article, by, subject: str, said: str, note: str) -> None:
    """One letter to each, so that nobody's address is told to the others; sent on commit."""
    addresses = sorted({person.email for person in people if person.email})
    if not addresses:
        return
    words = {
        "headline": _one_line(article.headline),
        "person": _one_line(str(by or Newsroom.current().name)),
        "time": long_time(article.published_at) if article.published_at else "",
    }
    body = [words["headline"], "", said % words]
    if note:
        body += ["", _("Note:"), *(f"> {line}" for line in note.splitlines())]
    body += ["", settings.SITE_URL + reverse("admin:articles_article_change", args=[article.pk]), ""]
    body += ["-- ", _one_line(Newsroom.current().name)]
    letters = [EmailMessage(subject % words, "\n".join(body), to=[address]) for address in addresses]
    transaction.on_commit(partial(_post, letters))


def _post(letters: list[EmailMessage]) -> None:
    """Hand the letters to the mail server, one by one; whatever fails is logged without an address."""
    if cache.get(_RESTS):
        return
    try:
        with get_connection(timeout=SECONDS) as server:
            for letter in letters:
                try:
                    server.send_messages([letter])
                except (smtplib.SMTPRecipientsRefused, ValueError, UnicodeError) as error:
                    log.warning("a letter was refused: %s", type(error).__name__)
    except Exception as error:  # an act that was accepted is not undone by a letter
        cache.set(_RESTS, True, REST)
        log.warning("letters were not sent: %s", type(error).__name__)


def _one_line(text: str) -> str:
    """For a header, or a line of its own: no breaks, nothing that does not print."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
