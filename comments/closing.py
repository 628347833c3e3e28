"""
Whether a story takes comments now, what readers are told when it does not, and when that changes.

Asked in this order: whether all comments are hidden (*Darurat*), the newsroom's
switch, the story's own, its age counted from the hour it first opened, holidays
that close the form. A holiday that does not close only tells readers when their
comments are read again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import BooleanField, CharField, DateField, Value
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.models import Hiding, Holiday
from comments.models.hiding import Scope
from humas.base.models import Newsroom

A_DAY = timedelta(days=1)
SATURDAY = 5
FARTHEST = 400
"""Days looked ahead for one on which somebody reads."""


@dataclass(frozen=True)
class Closed:
    """Why there is no form, for readers; `opens_at` is None where no hour is known."""

    sentence: str
    opens_at: datetime | None = None


@dataclass(frozen=True)
class Standing:
    """What readers find under a story: the form, perhaps with a line above it, or why there is none."""

    closed: Closed | None
    notice: str
    changes_at: datetime | None


def closed(article, newsroom: Newsroom, now: datetime | None = None) -> Closed | None:
    """None while the story takes comments. At most one query."""
    return standing(article, newsroom, now).closed


def changes_at(article, newsroom: Newsroom, now: datetime | None = None) -> datetime | None:
    """The next moment at which any of this changes by the clock alone: how long a kept page stays true."""
    return standing(article, newsroom, now).changes_at


def standing(article, newsroom: Newsroom, now: datetime | None = None) -> Standing:
    """All three answers, from one query at most."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    is_hidden, holidays = _asked(today)
    if is_hidden:
        return Standing(Closed(_("Comments are closed for the time being")), "", None)
    for_good = _closed_for_good(article, newsroom, now)
    if for_good:
        return Standing(for_good, "", None)
    turns = [_midnight(day) for row in holidays for day in (row.first_day, row.last_day + A_DAY)]
    turns += [end for end in [_end_of(article, newsroom)] if end]
    next_turn = min((turn for turn in turns if turn > now), default=None)
    current = [row for row in holidays if row.first_day <= today]
    closing = [row for row in current if row.closes_comments]
    if closing:
        return Standing(_closed_by_holiday(closing[0], holidays, today), "", next_turn)
    return Standing(None, _notice(current[0], holidays, today) if current else "", next_turn)


def _asked(today: date) -> tuple[bool, list[Holiday]]:
    """(whether all comments are hidden, holidays from today on), in one query: every story's page and reply asks."""
    columns = ("name", "first_day", "last_day", "closes_comments")
    coming = Holiday.objects.filter(last_day__gte=today, first_day__lte=today + FARTHEST * A_DAY)
    hiding = Hiding.objects.filter(scope=Scope.ALL, lifted_at=None).order_by()
    nameless = {"name": Value("", CharField()), "first_day": Value(today, DateField())}
    nameless |= {"last_day": Value(today, DateField()), "closes_comments": Value(True, BooleanField())}
    rows = (
        coming.order_by()
        .values_list(*columns)
        .union(
            hiding.annotate(**{f"as_{name}": value for name, value in nameless.items()}).values_list(
                *(f"as_{name}" for name in columns)
            ),
            all=True,
        )
    )
    found = [Holiday(**dict(zip(columns, row, strict=True))) for row in rows]
    holidays = sorted((row for row in found if row.name), key=lambda row: row.first_day)
    return len(holidays) < len(found), holidays


def read_again(holidays: Iterable[Holiday], today: date) -> date:
    """The first day from today on that is neither a weekend nor a holiday."""
    rows = list(holidays)
    day = today
    for _day in range(FARTHEST):
        if day.weekday() < SATURDAY and not _is_in(rows, day):
            break
        day += A_DAY
    return day


def _closed_for_good(article, newsroom, now) -> Closed | None:
    if not newsroom.is_open_to_comments:
        return Closed(_("Comments are closed on all stories at present."))
    if not article.is_open_to_comments:
        return Closed(_("Comments on this story are closed."))
    end = _end_of(article, newsroom)
    if end and end <= now:
        days = newsroom.closes_after_days
        return Closed(
            ngettext(
                "Comments on this story closed %(days)d day after it was published.",
                "Comments on this story closed %(days)d days after it was published.",
                days,
            )
            % {"days": days}
        )
    return None


def _end_of(article, newsroom) -> datetime | None:
    """When its age closes a story. Re-dating moves nothing: the hour it first opened counts."""
    opened = article.first_published_at or article.published_at
    days = newsroom.closes_after_days
    return opened + timedelta(days=days) if days and opened else None


def _closed_by_holiday(holiday, holidays, today) -> Closed:
    closing = [row for row in holidays if row.closes_comments]
    opens = today
    for row in sorted(closing, key=lambda row: row.first_day):
        if row.first_day <= opens <= row.last_day:
            opens = row.last_day + A_DAY
    sentence = _("Comments are closed for %(holiday)s and open again on %(opens)s. Read again on %(read)s.")
    words = {"holiday": holiday.name, "opens": _day(opens), "read": _day(read_again(holidays, opens))}
    return Closed(sentence % words, _midnight(opens))


def _notice(holiday, holidays, today) -> str:
    sentence = _("The newsroom is away for %(holiday)s. Your comment is kept, and read again on %(read)s.")
    return sentence % {"holiday": holiday.name, "read": _day(read_again(holidays, today))}


def _is_in(holidays: Iterable[Holiday], day: date) -> bool:
    return any(row.first_day <= day <= row.last_day for row in holidays)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _day(day: date) -> str:
    """Senin, 5 Januari"""
    return date_format(day, "l, j F")
