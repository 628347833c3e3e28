"""How the newsroom keeps up with what readers write: numbers of the last days, for the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median

from django.db.models import Count, Value
from django.utils import timezone

from comments.models import Comment
from comments.receipts.usual import first_reads

DAYS = 14
SPANS = (1, 7, 30)
MOST_READ = 2_000
"""First decisions a median is taken of, the newest: what the page costs does not grow with the record."""


@dataclass(frozen=True)
class Day:
    date: date
    received: int
    decided: int


@dataclass(frozen=True)
class Median:
    """Half of what was first decided on in the last `days` had waited no longer than `wait`; None where nothing was."""

    days: int
    wait: timedelta | None
    count: int


def by_day(now: datetime, days: int = DAYS) -> list[Day]:
    """
    Comments received, and decided on by people, on each of the last days by the newsroom's clock, oldest first.

    One decided on twice counts on the day of the newest decision. Two queries.
    """
    edges = _midnights(now, days)
    readers = Comment.objects.filter(official_by=None)
    received = _counted(readers, "created_at", edges)
    decided = _counted(readers.filter(decided_by__isnull=False), "decided_at", edges)
    dates = [timezone.localdate(edge) for edge in edges]
    return [Day(*row) for row in zip(dates, received, decided, strict=False)]


def medians(now: datetime, spans: Iterable[int] = SPANS) -> list[Median]:
    """How long comments waited for their first decision by a person, over several spans of days. Two queries."""
    spans = sorted(spans)
    pairs = list(first_reads(since=now - timedelta(days=spans[-1]))[:MOST_READ])
    found = []
    for days in spans:
        waits = [at - came for came, at in pairs if at >= now - timedelta(days=days)]
        found.append(Median(days, median(waits) if waits else None, len(waits)))
    return found


def _midnights(now: datetime, days: int) -> list[datetime]:
    """The beginnings of the last days and, last, of tomorrow."""
    today = timezone.localdate(now)
    zone = timezone.get_current_timezone()
    first = datetime.combine(today - timedelta(days=days - 1), datetime.min.time())
    return [timezone.make_aware(first + timedelta(days=n), zone) for n in range(days + 1)]


def _counted(rows, column: str, edges: list[datetime]) -> list[int]:
    """How many rows lie between each two edges: a range of the index for each, in one query."""
    first, *others = (
        rows.filter(**{f"{column}__gte": begin, f"{column}__lt": end})
        .order_by()
        .annotate(place=Value(place))
        .values("place")
        .annotate(count=Count("pk"))
        .values_list("place", "count")
        for place, (begin, end) in enumerate(pairwise(edges))
    )
    found = dict(first.union(*others, all=True))
    return [found.get(place, 0) for place in range(len(edges) - 1)]
