"""What the desk says of comments: how many wait, how fast they are read, and two weeks as a chart."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments import figures
from comments.figures import Day
from comments.models import Comment, Status
from comments.queue import counts

HEIGHT, STEP = 100, 40


@dataclass(frozen=True)
class Bar:
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Column:
    """One day of the chart, in units of its viewBox."""

    day: Day
    x: int
    received: Bar
    decided: Bar
    is_labelled: bool


@dataclass(frozen=True)
class Comments:
    """What waits now; `medians`, `days` and `columns` are empty where nothing came or was decided lately."""

    count: int
    honest: int
    oldest_at: datetime | None
    medians: list[tuple[str, str]]
    days: list[Day]
    columns: list[Column]
    most: int

    @property
    def suspect(self) -> int:
        return self.count - self.honest

    @property
    def is_empty(self) -> bool:
        return not self.count and not self.days


def waiting(user) -> dict[str, Any] | None:
    """Numbers of what waits, None for who may not read comments. Two queries, however much waits."""
    if not user.has_perm("comments.view_comment"):
        return None
    held = counts.of_views(user.pk)
    honest, suspect = held["perlu-dibaca"], held["diduga-judol"]
    # `IN` lets SQLite take the partial index of what waits.
    oldest = Comment.objects.kept().filter(status=Status.PENDING, is_suspect__in=[False]).order_by("created_at")
    oldest_at = oldest.values_list("created_at", flat=True).first() if honest else None
    return {"count": honest + suspect, "honest": honest, "oldest_at": oldest_at}


def told(waits: dict[str, Any]) -> Comments:
    """The whole block. Four queries."""
    now = timezone.now()
    days = figures.by_day(now)
    if not any(day.received or day.decided for day in days):
        days = []
    medians = [(_span(each.days), _in_words(each.wait)) for each in figures.medians(now) if each.wait is not None]
    most = max((max(day.received, day.decided) for day in days), default=0)
    return Comments(**waits, medians=medians, days=days, columns=_columns(days, most), most=most)


def _columns(days: list[Day], most: int) -> list[Column]:
    def bar(x: int, count: int) -> Bar:
        height = round(HEIGHT * count / most) if count else 0
        height = max(height, 2) if count else 0  # one of many is seen too
        return Bar(x, HEIGHT - height, height)

    return [
        Column(day, place * STEP, bar(place * STEP + 4, day.received), bar(place * STEP + 20, day.decided), is_labelled)
        for place, day in enumerate(days)
        for is_labelled in [(len(days) - 1 - place) % 3 == 0]
    ]


def _span(days: int) -> str:
    if days == 1:
        return _("in the last 24 hours")
    return ngettext("in the last %(days)d day", "in the last %(days)d days", days) % {"days": days}


def _in_words(wait: timedelta) -> str:
    minutes = max(1, round(wait.total_seconds() / 60))
    if minutes < 90:
        return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    hours = round(minutes / 60)
    if hours < 48:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    days = round(hours / 24)
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
