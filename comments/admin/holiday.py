from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.admin.base import DeskAdmin, yes_or_no
from articles.admin.changes import KeepsChanges
from comments import holidays
from comments.models import Holiday


class HolidayForm(forms.ModelForm):
    class Meta:
        model = Holiday
        fields = ("name", "first_day", "last_day", "closes_comments")

    def clean(self):
        data = super().clean()
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and (last - first).days > holidays.LONGEST:
            raise ValidationError({"last_day": _("A holiday of more than two months? Look at the years again.")})
        for name, day in (("first_day", first), ("last_day", last)):
            if day and not 2000 <= day.year <= 2100:
                raise ValidationError({name: _("Look at the year again.")})
        return data


@admin.register(Holiday)
class HolidayAdmin(KeepsChanges, DeskAdmin):
    form = HolidayForm
    list_display = ("name", "first_day", "last_day", "closes")
    list_filter = ("closes_comments",)
    search_fields = ("name",)
    ordering = ("-first_day",)

    @admin.display(description=Holiday._meta.get_field("closes_comments").verbose_name, ordering="closes_comments")
    def closes(self, holiday):
        return yes_or_no(holiday.closes_comments)

    def save_model(self, request, obj, form, change):
        holidays.save(obj, by=request.user)
