"""Letters that were given up: how many, since when, and another try for them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min
from django.utils import timezone
from django.utils.translation import ngettext

from humas.base.mail import delivery
from humas.base.models import Letter
from humas.base.times import long_time

LONG = timedelta(minutes=30)


@dataclass(frozen=True)
class Failed:
    count: int
    since: datetime

    def __str__(self):
        words = ngettext(
            "%(count)d letter was not sent, since %(time)s.",
            "%(count)d letters were not sent, since %(time)s.",
            self.count,
        )
        return words % {"count": self.count, "time": long_time(self.since)}


def failed() -> Failed | None:
    """One query; None where every letter has gone or is still tried."""
    found = _given_up().aggregate(count=Count("pk"), since=Min("created_at"))
    return Failed(**found) if found["count"] else None


def unsent() -> int:
    """How many letters have not gone: given up, or still to be tried."""
    return Letter.objects.filter(sent_at=None).count()


def stuck() -> int:
    """How many are due for so long that nobody can be there to send them."""
    return Letter.objects.filter(sent_at=None, next_try_at__lt=timezone.now() - LONG).count()


def try_again() -> int:
    """Make what was given up due again, with all its tries; how many."""
    delivery.wake()
    return _given_up().update(next_try_at=timezone.now(), tries=0)


def _given_up():
    return Letter.objects.filter(sent_at=None, next_try_at=None).order_by()
