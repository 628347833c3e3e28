"""Stories by year and month, in the newsroom's own clock."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, Subquery
from django.utils import timezone

from articles.models import Article

FIRST_YEAR = 1900
"""A mistyped time of an earlier year is found in its list, but does not fill the foot of every page."""


class YearConverter:
    regex = "[12][0-9]{3}"
    to_python = staticmethod(int)

    @staticmethod
    def to_url(value) -> str:
        return f"{value:04}"


class MonthConverter:
    regex = "0[1-9]|1[0-2]"
    to_python = staticmethod(int)

    @staticmethod
    def to_url(value) -> str:
        return f"{value:02}"


def span(year: int, month: int | None = None) -> tuple[datetime, datetime]:
    """The first moment of a year or month here, and the first after it."""
    start = datetime(year, month or 1, 1)
    end = datetime(year, month + 1, 1) if month and month < 12 else datetime(year + 1, 1, 1)
    return timezone.make_aware(start), timezone.make_aware(end)


def stories_within(year: int, month: int | None = None):
    start, end = span(year, month)
    return Article.objects.published().filter(published_at__gte=start, published_at__lt=end)


@dataclass(frozen=True)
class Archive:
    """What the foot of a list leads to: years, and the months of one of them, newest first."""

    years: list[int]
    year: int | None
    months: list[date]


def archive(year: int | None = None) -> Archive:
    """
    Years and months that hold a public story; months of the newest year unless one is named.

    Two queries, which look into the index once a year and once a month and count nothing.
    """
    stories = Article.objects.published()
    oldest = stories.order_by("published_at").values("published_at")[:1]
    ends = stories.order_by("-published_at").values_list("published_at", Subquery(oldest))[:1]
    for newest, first in ends:
        last_year = timezone.localtime(newest).year
        first_year = max(timezone.localtime(first).year, FIRST_YEAR)
        return _archive(range(last_year, first_year - 1, -1), year or last_year)
    return Archive([], year, [])


def _archive(years: range, year: int) -> Archive:
    asked = {f"y{y}": (y,) for y in years} | {f"m{m}": (year, m) for m in range(12, 0, -1)}
    held = {name: Exists(stories_within(*place).order_by()) for name, place in asked.items()}
    row: dict[str, bool] = next(iter(Article.objects.published().order_by().annotate(**held).values(*held)[:1]), {})
    return Archive(
        years=[y for y in years if row.get(f"y{y}")],
        year=year,
        months=[date(year, m, 1) for m in range(12, 0, -1) if row.get(f"m{m}")],
    )
