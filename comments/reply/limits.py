"""
How much one writer, and one network, may send for now.

A newsroom's own limit counts; where it has none, that of the environment. Readers
share networks, so the limit of a network only slows: nothing is ever held for it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from comments.models import Comment
from comments.reply.fate import NETWORK_LIMIT, WRITER_LIMIT
from humas.base.digests import digest
from humas.base.models import Newsroom

USUAL_MINUTES = 10


@dataclass(frozen=True)
class TooMany:
    """All is sent that may be for now; `until` is when the next is taken, `rule` which limit it was."""

    until: datetime
    rule: str = WRITER_LIMIT


Limit = tuple[int, timedelta] | None


def of_writer(newsroom: Newsroom) -> Limit:
    return _chosen(newsroom.writer_limit_count, newsroom.writer_limit_minutes, settings.REPLY_LIMIT_WRITER)


def of_network(newsroom: Newsroom) -> Limit:
    return _chosen(newsroom.network_limit_count, newsroom.network_limit_minutes, settings.REPLY_LIMIT_NETWORK)


def reached(comment: Comment, newsroom: Newsroom) -> TooMany | None:
    """What stands in the way of this comment at its hour, if anything does. At most two queries, each of one row."""
    now = comment.created_at
    network = comment.network_digest
    asked = [(WRITER_LIMIT, of_writer(newsroom), {"email_digest": comment.email_digest})]
    if network and network != digest("network", ""):  # an address nobody told is no network
        asked.append((NETWORK_LIMIT, of_network(newsroom), {"network_digest": network}))
    for rule, limit, whose in asked:
        if limit:
            count, span = limit
            recent = Comment.objects.filter(**whose, created_at__gt=now - span).order_by("-created_at")
            nth = list(recent.values_list("created_at", flat=True)[count - 1 : count])
            if nth:
                return TooMany(until=nth[0] + span, rule=rule)
    return None


def _chosen(count: int | None, minutes: int | None, otherwise: Limit) -> Limit:
    """A count of 0 is no limit. What is left empty comes from the environment."""
    if count is None and minutes is None:
        return otherwise
    if count is None:
        count = otherwise[0] if otherwise else 0
    if minutes is None:
        span = otherwise[1] if otherwise else timedelta(minutes=USUAL_MINUTES)
    else:
        span = timedelta(minutes=minutes)
    return (count, span) if count else None
