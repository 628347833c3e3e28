"""The days a recap is about, in the newsroom's clock."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.site.archive import FIRST_YEAR

LAST_YEAR = 2999


@dataclass(frozen=True)
class Period:
    """From the first day to the last, both included; None is an open end. At least one end is closed."""

    first: date | None
    last: date | None

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        first = date(year, month, 1)
        return cls(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))

    @classmethod
    def this_month(cls) -> "Period":
        today = timezone.localdate()
        return cls.month(today.year, today.month)

    @property
    def is_month(self) -> bool:
        return self.first is not None and self == Period.month(self.first.year, self.first.month)

    @property
    def key(self) -> str:
        """ "2026-11" of a month; "2026-11-01-sampai-2026-11-15" of other days, as names of files hold it."""
        if self.is_month:
            return f"{self.first:%Y-%m}"
        ends = (f"{self.first:%Y-%m-%d}" if self.first else "", f"sampai-{self.last:%Y-%m-%d}" if self.last else "")
        return "-".join(filter(None, ends)) if self.last else f"sejak-{ends[0]}"

    @property
    def before(self) -> "Period":
        """The month before this month."""
        day = self.first - timedelta(days=1)
        return Period.month(day.year, day.month)

    @property
    def after(self) -> "Period":
        """The month after this month."""
        day = self.last + timedelta(days=1)
        return Period.month(day.year, day.month)

    @property
    def has_begun(self) -> bool:
        return self.first is None or self.first <= timezone.localdate()

    def __str__(self):
        if self.is_month:
            return date_format(self.first, "F Y")
        if self.last is None:
            return _("since %(day)s") % {"day": date_format(self.first, "j F Y")}
        last = date_format(self.last, "j F Y")
        if self.first is None:
            return _("until %(day)s") % {"day": last}
        if self.first == self.last:
            return last
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return f"{self.first.day}–{last}"
        same_year = self.first.year == self.last.year
        return f"{date_format(self.first, 'j F' if same_year else 'j F Y')} – {last}"

    def within(self, field: str) -> Q:
        """Rows whose moment lies in these days: from 00.00 of the first to before 00.00 of the day after the last."""
        found = Q(**{f"{field}__gte": _midnight(self.first)}) if self.first else Q()
        return found & Q(**{f"{field}__lt": _midnight(self.last + timedelta(days=1))}) if self.last else found


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def month_of(text: str) -> Period | None:
    """ "2026-11" → that month; None for what is no month of the newsroom's times."""
    year, hyphen, month = text.strip().partition("-")
    if not hyphen or not (year + month).isascii() or not (year + month).isdecimal() or len(year) != 4 or len(month) > 2:
        return None
    is_known = FIRST_YEAR <= int(year) <= LAST_YEAR and 1 <= int(month) <= 12
    return Period.month(int(year), int(month)) if is_known else None
