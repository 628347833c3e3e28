"""*Aturan Berkomentar* at the desk: a new version is added, none is changed or removed."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from articles.admin.base import DeskAdmin
from comments import consent
from comments.models import Terms


class TermsForm(forms.ModelForm):
    def clean_text(self):
        text = self.cleaned_data["text"]
        newest = consent.in_force()
        if newest and newest.text.strip() == text.replace("\r\n", "\n").strip():
            raise ValidationError(_("This is the text that is in force already."), code="same")
        return text.replace("\r\n", "\n")


@admin.register(Terms)
class TermsAdmin(DeskAdmin):
    form = TermsForm
    list_display = ("version", "made_at", "by", "agreed")
    list_select_related = ("made_by",)
    fields = ("text",)
    actions = None

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(n_consents=Count("consents"))

    def get_fields(self, request, obj=None):
        return ("text",) if obj is None else ("version", "made_at", "by", "agreed", "text")

    def get_changeform_initial_data(self, request):
        newest = consent.in_force()
        return {"text": newest.text if newest else ""}

    @admin.display(description=_("by"))
    def by(self, terms):
        return terms.made_by or "–"

    @admin.display(description=_("comments sent under it"))
    def agreed(self, terms):
        return terms.n_consents

    def has_change_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        made = consent.publish(form.cleaned_data["text"], by=request.user)
        obj.pk, obj.version = made.pk, made.version
