"""What the list of stories can be narrowed to, in the words of a newsroom."""

from datetime import date, datetime, time, timedelta

from django.contrib import admin
from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Category, Report, Status
from articles.site.archive import FIRST_YEAR
from humas.accounts.models import User

MOST_MONTHS = 60
"""So many are offered; an older month is still answered where an address names it."""


def in_state(name: str) -> Q:
    """The stories of one state, as `StateFilter` names it; an unknown name is all outside the bin."""
    now = timezone.now()
    inside = Q(binned_at__isnull=False)
    states = {
        "draf": Q(status=Status.DRAFT),
        "tinjau": Q(status=Status.IN_REVIEW),
        "embargo": Q(status=Status.PUBLISHED, published_at__gt=now),
        "terbit": Q(status=Status.PUBLISHED, published_at__lte=now),
        "berubah": Q(pk__in=Article.objects.with_unpublished_changes().order_by().values("pk")),
        "dicabut": Q(status=Status.WITHDRAWN),
    }
    return inside if name == "sampah" else ~inside & states.get(name, Q())


class StateFilter(admin.SimpleListFilter):
    """What readers see of a story; the bin is shown only when asked for."""

    title = _("state")
    parameter_name = "keadaan"

    def lookups(self, request, model_admin):
        return [
            ("draf", _("Draft")),
            ("tinjau", _("In review")),
            ("berubah", _("Changes not published yet")),
            ("embargo", _("Embargo")),
            ("terbit", _("Published")),
            ("dicabut", _("Withdrawn")),
            ("sampah", _("Bin")),
        ]

    def queryset(self, request, queryset):
        return queryset.filter(in_state(self.value() or ""))

    def tabs(self, changelist):
        """[{label, address, count, is_current}], all stories first. One query."""
        names = [("", _("All")), *self.lookup_choices]
        asked = {f"n{place}": Count("pk", filter=in_state(name)) for place, (name, _label) in enumerate(names)}
        counts = Article.everything.order_by().aggregate(**asked)
        known = {name for name, _label in names}
        current = self.value() if self.value() in known else ""
        return [
            {
                "label": label,
                "address": changelist.get_query_string({self.parameter_name: name or None}),
                "count": counts[f"n{place}"],
                "is_current": name == current,
            }
            for place, (name, label) in enumerate(names)
        ]


class Choice(admin.SimpleListFilter):
    """One select beside the search. A value that is not offered is as if nothing was asked."""

    all_of_them: str

    def has_output(self):
        return True

    def chosen(self) -> str:
        """What the page shows as chosen."""
        return self.value() if self.value() in dict(self.lookup_choices) else ""

    def queryset(self, request, queryset):
        return self.narrowed(request, queryset, self.chosen()) if self.chosen() else queryset

    def narrowed(self, request, queryset: QuerySet, value: str) -> QuerySet:
        raise NotImplementedError


class WriterFilter(Choice):
    title = _("writer")
    parameter_name = "penulis"
    all_of_them = _("All writers")
    MINE = "saya"

    def lookups(self, request, model_admin):
        writers = User.objects.filter(pk__in=Article.everything.order_by().values("author")).exclude(pk=request.user.pk)
        people = sorted(((str(person), person.pk) for person in writers), key=lambda one: one[0].casefold())
        return [(self.MINE, _("My own")), *((str(pk), name) for name, pk in people)]

    def narrowed(self, request, queryset, value):
        return queryset.filter(author=request.user.pk if value == self.MINE else int(value))


class CategoryFilter(Choice):
    title = _("category")
    parameter_name = "kategori"
    all_of_them = _("All categories")
    NONE = "tanpa-kategori"

    def lookups(self, request, model_admin):
        named = [(category.slug, category.name) for category in Category.objects.order_by("name")]
        return [*named, (self.NONE, _("Without a category"))]

    def narrowed(self, request, queryset, value):
        if value == self.NONE:
            return queryset.filter(category__isnull=True)
        return queryset.filter(category__slug=value)


class MonthFilter(Choice):
    """By the hour of publication, come or still to come; an address may also name a day: 2026-11-23."""

    title = _("month")
    parameter_name = "bulan"
    all_of_them = _("All months")

    def lookups(self, request, model_admin):
        ends = Article.everything.order_by().aggregate(first=Min("published_at"), last=Max("published_at"))
        months = _months(ends["first"], ends["last"]) if ends["first"] else []
        asked = self.value() or ""
        known = [(f"{month:%Y-%m}", date_format(month, "F Y")) for month in months]
        day = _day(asked)
        if day and asked not in dict(known):
            known.insert(0, (asked, date_format(day, "j F Y" if asked.count("-") > 1 else "F Y")))
        return known

    def narrowed(self, request, queryset, value):
        first = _day(value)
        after = first + timedelta(days=1) if value.count("-") > 1 else (first + timedelta(days=31)).replace(day=1)
        return queryset.filter(published_at__gte=_midnight(first), published_at__lt=_midnight(after))


class ReportFilter(Choice):
    title = _("report in parts")
    parameter_name = "laporan"
    all_of_them = _("All reports")
    NONE = "tanpa-laporan"

    def lookups(self, request, model_admin):
        named = [(str(pk), title) for pk, title in Report.objects.values_list("pk", "title")]
        return [(self.NONE, _("Stories of their own")), *named]

    def narrowed(self, request, queryset, value):
        if value == self.NONE:
            return queryset.filter(report__isnull=True)
        return queryset.filter(report=int(value))


class PhotoFilter(Choice):
    title = _("photo")
    parameter_name = "foto"
    all_of_them = _("All")

    def lookups(self, request, model_admin):
        return [("tanpa", _("Without a photo")), ("ada", _("With a photo"))]

    def narrowed(self, request, queryset, value):
        return queryset.filter(lead_photo__isnull=value == "tanpa")


FILTERS = (StateFilter, WriterFilter, CategoryFilter, MonthFilter, ReportFilter, PhotoFilter)


def _months(first: datetime, last: datetime) -> list[date]:
    """First days of the months between, newest first."""
    start, month = timezone.localdate(first).replace(day=1), timezone.localdate(last).replace(day=1)
    months = []
    while month >= start and len(months) < MOST_MONTHS:
        months.append(month)
        month = (month - timedelta(days=1)).replace(day=1)
    return months


def _day(text: str) -> date | None:
    """The first day of "2026-11", or the day "2026-11-23"; None for what is neither."""
    try:
        day = date.fromisoformat(f"{text}-01" if len(text) == 7 else text)
    except ValueError:
        return None
    return day if text == f"{day:%Y-%m-%d}"[: len(text)] and FIRST_YEAR <= day.year < 3000 else None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
