"""The month as a table of weeks, and the week as a list of days."""

from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from articles.models import Article
from humas.desk.rekap.period import Period, month_of

MOST_A_DAY = 4
"""So many stand in a field of the calendar; the list of that day has all."""


@dataclass(frozen=True)
class Day:
    """`stories` by their hour. `rest` of them are not shown here."""

    date: date
    stories: list[Article]
    rest: int
    is_today: bool
    is_inside: bool = True


def by_day(stories: list[Article]) -> dict[date, list[Article]]:
    """In the newsroom's clock."""
    days = defaultdict(list)
    for story in stories:
        days[timezone.localdate(story.published_at)].append(story)
    return days


def weeks(month: Period, stories: list[Article]) -> list[list[Day]]:
    """Monday first; days of the months beside are there, and empty."""
    days, today = by_day(stories), timezone.localdate()
    return [
        [
            Day(
                date=day,
                stories=days[day][:MOST_A_DAY] if (is_inside := day.month == month.first.month) else [],
                rest=max(0, len(days[day]) - MOST_A_DAY) if is_inside else 0,
                is_today=day == today,
                is_inside=is_inside,
            )
            for day in week
        ]
        for week in Calendar().monthdatescalendar(month.first.year, month.first.month)
    ]


def agenda(stories: list[Article], most: int) -> list[Day]:
    """Today, the days to come, then those behind us, up to so many stories. Today is there without any, too."""
    today, days = timezone.localdate(), by_day(stories)
    behind = sorted((day for day in days if day < today), reverse=True)
    shown, left = [], most
    for day in [today, *sorted(day for day in days if day > today), *behind]:
        here = days[day][:left]
        left -= len(here)
        if here or day == today:
            shown.append(Day(day, here, len(days[day]) - len(here), day == today))
    return shown


def asked_month(text: str) -> tuple[Period, bool]:
    """(the month an address names, or the present one; whether what it names is no month)."""
    month = month_of(text) if text else None
    return month or Period.this_month(), bool(text) and month is None
