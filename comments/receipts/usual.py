"""How long this newsroom usually takes to read a comment, by its own record."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from math import ceil
from statistics import median

from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.models import Comment, Decision, Holiday
from comments.models.decision import Act

LOOKS_BACK = timedelta(days=90)
FEWEST, MOST = 20, 500
LINES_LOOKED_AT = 5_000
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LONGEST_HOLIDAY = 60
"""Days of one row that count: a holiday until the year 9999 is a slip, and must not cost a page its time."""


class OfficeDays:
    """Time as an office counts it: Saturdays, Sundays and holidays take none of it. Days are those of its clock."""

    def __init__(self, holidays: Iterable[tuple[date, date]]):
        self._holidays = {
            first + DAY * n for first, last in holidays for n in range(min((last - first).days + 1, LONGEST_HOLIDAY))
        }
        self._on_weekdays = sorted(day for day in self._holidays if day.weekday() < 5)

    @classmethod
    def around(cls, now: datetime) -> "OfficeDays":
        """With the holidays that matter today: those of the last months and those to come. One query."""
        today = timezone.localdate(now)
        rows = Holiday.objects.filter(last_day__gte=today - LOOKS_BACK * 2, first_day__lte=today + LOOKS_BACK)
        return cls(rows.values_list("first_day", "last_day"))

    def is_holiday(self, day: date) -> bool:
        return day in self._holidays

    def is_off(self, day: date) -> bool:
        return day.weekday() >= 5 or day in self._holidays

    def next_after(self, day: date) -> date:
        """The first day after this one on which somebody reads."""
        while self.is_off(day := day + DAY):
            pass
        return day

    def between(self, begin: datetime, end: datetime) -> timedelta:
        """How much office time passed; a day counts 24 hours."""
        return max(timedelta(), (end - begin) - (self._off_until(end) - self._off_until(begin)))

    def _off_until(self, moment: datetime) -> timedelta:
        """Time off from the first day there is until this moment."""
        local = timezone.localtime(moment)
        day = local.date()
        weeks, weekday = divmod(day.toordinal() - 1, 7)  # 1 January of the year 1 was a Monday
        days = 2 * weeks + max(0, weekday - 5) + bisect_left(self._on_weekdays, day)
        since_midnight = local - local.replace(hour=0, minute=0, second=0, microsecond=0)
        return days * DAY + (since_midnight if self.is_off(day) else timedelta())


def first_reads(*, since: datetime):
    """
    Pairs (when a comment came, when a person first decided on it), the newest decision first.

    Asks for the newest line of the record at once, and looks only at so many before it.
    """
    newest = Decision.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    read = Decision.objects.filter(act=Act.DECIDED, by__isnull=False)
    earlier = read.filter(comment_id=OuterRef("comment_id"), pk__lt=OuterRef("pk"))
    readers = Comment.objects.filter(pk=OuterRef("comment_id"), official_by=None)  # nobody waits for our own answers
    comment = readers.annotate(came=Coalesce("confirmed_at", "created_at"))
    first = read.filter(~Exists(earlier), pk__gt=newest - LINES_LOOKED_AT, at__gte=since)
    waits = first.annotate(came=Subquery(comment.values("came")[:1])).filter(came__isnull=False)
    return waits.order_by("-pk").values_list("came", "at")


def usual_time(days: OfficeDays, now: datetime) -> timedelta | None:
    """
    The median, over at most 500 comments read by people in the last 90 days; None under 20 of them.

    Two queries, which look at the newest lines of the record whatever its length.
    """
    pairs = list(first_reads(since=now - LOOKS_BACK)[:MOST])
    if len(pairs) < FEWEST:
        return None
    return timedelta(seconds=median(_seconds(days, came, at) for came, at in pairs))


def _seconds(days: OfficeDays, came: datetime, at: datetime) -> float:
    return days.between(max(came, at - LOOKS_BACK), at).total_seconds()


def when_read() -> list[str]:
    """What may be said about when a comment is read: nothing, its usual time, the end of the holiday."""
    now = timezone.now()
    days, today = OfficeDays.around(now), timezone.localdate(now)
    said = []
    if (usual := usual_time(days, now)) is not None:
        said.append(_in_words(usual))
    if days.is_holiday(today):
        said.append(_("Read again on %(day)s.") % {"day": date_format(days.next_after(today), "l, j F")})
    return said


def _in_words(usual: timedelta) -> str:
    if usual <= DAY:
        hours = max(1, ceil(usual / HOUR))
        return ngettext("Usually read within %(count)d hour.", "Usually read within %(count)d hours.", hours) % {
            "count": hours
        }
    working_days = ceil(usual / DAY)
    return ngettext(
        "Usually read within %(count)d working day.", "Usually read within %(count)d working days.", working_days
    ) % {"count": working_days}
