"""
A comment that waits until its writer has proven the address, by pressing a button behind a mailed link.

Until then no moderator sees it; the fate its rules gave it is kept in `evidence["fate"]`. Everything
ends 24 hours after it was received: the link, and the comment if nobody pressed. A comment
is proven by its own press alone: typing an address that was proven before opens nothing.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from comments import identity, numbers
from comments.identity import letters
from comments.models import Comment, Status
from humas.base import tokens
from humas.base.discussion import Identity
from humas.base.models import Newsroom
from humas.base.times import long_time

PURPOSE = "confirm"
LIFETIME = timedelta(hours=24)
MOST_PRESSES = 3
"""How often a writer may ask for the link again."""

SUSPECT = (Status.SPAM, Status.TRASH)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class AskedTooOften(Exception):
    """The link of this comment was asked for as often as one may."""


@dataclass(frozen=True)
class Link:
    """What a link is about; `comment` is None where it was erased."""

    number: str
    comment: Comment | None
    has_ended: bool

    @property
    def is_waiting(self) -> bool:
        return self.comment is not None and self.comment.status == Status.UNCONFIRMED and not self.has_ended


def is_asked(newsroom: Newsroom) -> bool:
    return identity.level(newsroom) == Identity.CONFIRMED


def ask(comment: Comment) -> None:
    """
    Send the link for a comment that was just stored, in the same transaction.

    What a rule took for spam sends nobody a letter by itself; its writer, if there is one, asks on the receipt.
    """
    if comment.evidence["fate"] not in SUSPECT:
        _send(comment, comment.created_at)


def ask_again(pk: int) -> None:
    """Send the link once more, if it still helps and the address has not had enough; AskedTooOften the fourth time."""
    now = timezone.now()
    with transaction.atomic():
        comment = Comment.objects.select_for_update(of=("self",)).select_related("article__report").get(pk=pk)
        if comment.status != Status.UNCONFIRMED or ends_at(comment) <= now:
            return
        pressed = comment.evidence.get("links_asked", 0)
        if pressed >= MOST_PRESSES:
            raise AskedTooOften
        comment.evidence = comment.evidence | {"links_asked": pressed + 1}
        comment.save(update_fields=["evidence"])
        _send(comment, now)


def address_of(comment: Comment) -> str:
    """The path behind which this comment is proven; the same for every letter about it."""
    token = tokens.seal(PURPOSE, comment.short_number, ends_at(comment))
    return reverse("confirm", kwargs={"token": token})


def ends_at(comment: Comment) -> datetime:
    return comment.created_at + LIFETIME


def find(token: str, *, at: datetime | None = None) -> Link | None:
    """What a link is about, ended or not; None for a token that we never made."""
    opened = tokens.unseal(token, PURPOSE, at=_LONG_AGO)
    if opened is None:
        return None
    number, until = opened
    comment = Comment.objects.filter(pk=numbers.pk_of(number)).only("pk", "status", "confirmed_at").first()
    return Link(number, comment, has_ended=until <= (at or timezone.now()))


def unconfirmed_expired(now: datetime):
    """Comments that nobody proved in time: to be erased."""
    return Comment.objects.filter(status=Status.UNCONFIRMED, created_at__lte=now - LIFETIME)


def _send(comment: Comment, now: datetime) -> None:
    if not letters.may_go(comment.email_digest, now):
        return
    number = comment.short_number
    words = {
        "newsroom": Newsroom.current().name,
        "headline": comment.article.headline,
        "time": long_time(ends_at(comment)),
    }
    letters.post(
        letters.CONFIRM,
        f"comment:{comment.pk}",
        comment.email,
        _("Confirm your address for comment %(number)s") % {"number": number},
        [
            _("Somebody wrote a comment on the site of %(newsroom)s and gave this e-mail address.") % words,
            _("Story: %(headline)s") % words,
            _("If it was you, open this page and press the button there:"),
            letters.absolute(address_of(comment)),
            _("The page works until %(time)s. A comment that nobody confirms is deleted then.") % words,
            _("If it was not you, there is nothing to do: without that press nobody reads the comment."),
        ],
    )
