from django import forms
from django.contrib import admin
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.addresses import report_slug
from articles.admin.base import DeskAdmin, yes_or_no
from articles.models import Report
from humas.base import pages


class ReportForm(forms.ModelForm):
    slug = Report._meta.get_field("slug").formfield(required=False)

    class Meta:
        model = Report
        fields = ("title", "slug", "label_style", "first_number", "is_finished")

    def clean(self):
        data = super().clean()
        if not data.get("slug") and data.get("title"):
            data["slug"] = report_slug(data["title"])
        return data


@admin.register(Report)
class ReportAdmin(DeskAdmin):
    form = ReportForm
    list_display = ("title", "label_style", "first_number", "finished")
    list_filter = ("is_finished",)
    search_fields = ("title",)

    @admin.display(description=_("finished"), ordering="is_finished")
    def finished(self, report):
        return yes_or_no(report.is_finished)

    def save_model(self, request, obj, form, change):
        with transaction.atomic():
            obj.save()
            pages.touched(pages.FRONT, pages.report(obj.pk))
