"""What somebody asks for, from the address alone: a recap can be bookmarked and sent on."""

from contextlib import suppress
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Category
from humas.accounts.models import User
from humas.desk.rekap.period import FIRST_YEAR, LAST_YEAR, Period, month_of

FORMATS = ("docx", "xlsx", "cetak")
_MOST_MONTHS = 240  # a story with a mistyped year makes no list of a thousand months


class MonthForm(forms.Form):
    """One month, this one unless another is named."""

    bulan = forms.CharField(label=gettext_lazy("Month"), required=False, widget=forms.Select)

    def __init__(self, asked):
        super().__init__(asked)
        self.fields["bulan"].widget.choices = self._months()
        self.fields["bulan"].error_messages["month"] = _("This is not a month. Choose one from the list.")

    def clean_bulan(self):
        """A Period."""
        text = self.cleaned_data["bulan"]
        month = month_of(text) if text else Period.this_month()
        if month is None:
            raise ValidationError(_("This is not a month. Choose one from the list."), code="month")
        return month

    @property
    def period(self) -> Period:
        return self.cleaned_data["bulan"]

    @property
    def general_sentences(self) -> list[str]:
        """What is wrong and stands beside no field."""
        hidden = [sentence for field in self.hidden_fields() for sentence in field.errors]
        return [*self.non_field_errors(), *hidden]

    @property
    def asked(self) -> dict[str, str]:
        """What the address of this very recap says; only of a valid form."""
        return {"bulan": self.period.key}

    def _months(self) -> list[tuple[str, str]]:
        """(2026-11, November 2026), newest first, from the first story to now, and the one that was asked for."""
        oldest = Article.objects.published().order_by("published_at").values_list("published_at", flat=True).first()
        month, months = Period.this_month(), []
        start = timezone.localdate(oldest) if oldest else date.max
        while not months or (month.last >= start and len(months) < _MOST_MONTHS):
            months.append(month)
            month = month.before
        named = month_of(self.data.get("bulan", ""))
        if named and named not in months:
            months = sorted([*months, named], key=lambda one: one.first, reverse=True)
        return [(month.key, str(month)) for month in months]


class PeriodForm(MonthForm):
    """A month, or the days from one date to another, which then go before the month."""

    dari = forms.DateField(label=gettext_lazy("From"), required=False)
    sampai = forms.DateField(label=gettext_lazy("Until"), required=False)

    def __init__(self, asked):
        super().__init__(asked.dict())
        for name in ("dari", "sampai"):
            self.data[name] = _as_browsers_write(self.fields[name], asked.get(name, ""))
            self.fields[name].widget = forms.DateInput(attrs={"type": "date"})
            self.fields[name].error_messages["invalid"] = _("This is not a date. Write it like 23/11/2026.")
        if asked.get("dari") or asked.get("sampai"):
            self.fields["bulan"].widget.choices.insert(0, ("", _("by dates")))

    def clean_dari(self):
        return _in_our_times(self.cleaned_data["dari"])

    def clean_sampai(self):
        return _in_our_times(self.cleaned_data["sampai"])

    def clean(self):
        first, last = self.cleaned_data.get("dari"), self.cleaned_data.get("sampai")
        if first and last and first > last:
            self.add_error("sampai", _("The last day lies before the first. Exchange the two dates."))
        return self.cleaned_data

    @property
    def period(self) -> Period:
        first, last = self.cleaned_data["dari"], self.cleaned_data["sampai"]
        return Period(first, last) if first or last else self.cleaned_data["bulan"]

    @property
    def asked(self) -> dict[str, str]:
        days = {name: str(day) for name in ("dari", "sampai") if (day := self.cleaned_data[name])}
        return days or {"bulan": self.period.key}


class StoriesForm(PeriodForm):
    """And, where wanted, of one category or one writer."""

    kategori = forms.ChoiceField(label=gettext_lazy("Category"), required=False)
    penulis = forms.ChoiceField(label=gettext_lazy("Writer"), required=False)

    def __init__(self, asked):
        super().__init__(asked)
        self.categories = {category.slug: category for category in Category.objects.all()}
        self.writers = writers()
        choose(self.fields["kategori"], self.categories, _("All categories"))
        choose(self.fields["penulis"], self.writers, _("All writers"))

    @property
    def category(self) -> Category | None:
        return self.categories.get(self.cleaned_data["kategori"])

    @property
    def writer(self) -> User | None:
        return self.writers.get(self.cleaned_data["penulis"])

    @property
    def asked(self) -> dict[str, str]:
        return super().asked | {name: text for name in ("kategori", "penulis") if (text := self.cleaned_data[name])}


class OwnForm(PeriodForm):
    """One person's work: one's own, or of another where one may choose."""

    penulis = forms.ChoiceField(label=gettext_lazy("Writer"), required=False)

    def __init__(self, asked, *, user, may_choose: bool):
        super().__init__(asked)
        self.user = user
        self.people = {str(user.pk): user} | (writers() if may_choose else {})
        choose(self.fields["penulis"], self.people, "")
        if may_choose:
            self.initial["penulis"] = str(user.pk)
        else:
            self.fields["penulis"].error_messages["invalid_choice"] = _(
                "Only editors and administrators see the work of another one here."
            )
            self.fields["penulis"].widget = forms.HiddenInput()

    @property
    def person(self) -> User:
        return self.people.get(self.cleaned_data["penulis"], self.user)

    @property
    def asked(self) -> dict[str, str]:
        is_own = self.person.pk == self.user.pk
        return super().asked | ({} if is_own else {"penulis": str(self.person.pk)})


def writers() -> dict[str, User]:
    """Who wrote a story that readers see, by printed name. One query."""
    found = User.objects.filter(Exists(Article.objects.published().filter(author=OuterRef("pk")).order_by()))
    return {str(user.pk): user for user in sorted(found, key=lambda user: str(user).casefold())}


def choose(field, rows: dict, nothing: str) -> None:
    field.choices = ([("", nothing)] if nothing else []) + [(key, str(row)) for key, row in rows.items()]
    field.error_messages["invalid_choice"] = _("This choice is not there (any more). Choose one from the list.")


def _as_browsers_write(field, text: str) -> str:
    """A date typed by hand, as the date field of a browser shows it: 23/11/2026 → 2026-11-23; other text as it is."""
    with suppress(ValidationError):
        return str(field.to_python(text) or "")
    return text


def _in_our_times(day: date | None) -> date | None:
    if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValidationError(_("Write the year with four digits, like 2026."), code="year")
    return day
