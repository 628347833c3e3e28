"""*Redaksi*: the page for the one Newsroom row."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.base import DeskAdmin
from articles.admin.changes import KeepsChanges
from articles.checklist import ADVISES
from humas.base import newsroom
from humas.base.discussion import Discussion
from humas.base.http import see_other
from humas.base.models import Newsroom

OWN = {field.name for field in Newsroom._meta.fields} - {field.name for field in Discussion._meta.fields}
"""Fields of this page; those of comments are on *Diskusi*."""


class NewsroomForm(forms.ModelForm):
    required_checks = forms.MultipleChoiceField(
        label=Newsroom._meta.get_field("required_checks").verbose_name,
        help_text=Newsroom._meta.get_field("required_checks").help_text,
        required=False,
        choices=[(key, name) for key, (name, *_check) in ADVISES.items()],
        widget=forms.CheckboxSelectMultiple,
    )


@admin.register(Newsroom)
class NewsroomAdmin(KeepsChanges, DeskAdmin):
    form = NewsroomForm
    change_form_template = "admin/desk/newsroom.html"
    fieldsets = (
        (None, {"fields": ("name", "place")}),
        (_("A new story starts with"), {"fields": ("dateline", "credit", "label_style")}),
        (_("Publishing"), {"fields": ("required_checks", "hashtags")}),
        (_("How readers reach the office"), {"fields": ("address", "phone", "public_email")}),
        (
            _("Who signs the monthly report"),
            {
                "fields": ("signatory_office", "signatory_name", "signatory_rank", "signatory_nip"),
                "description": _("What is left empty becomes a dotted line, to be filled in by pen."),
            },
        ),
    )

    def has_add_permission(self, request):
        return False

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if self.has_change_permission(request, obj):
            return fieldsets
        told = {"required_checks": "required_in_words"}
        return [
            (title, {**options, "fields": [told.get(name, name) for name in options["fields"]]})
            for title, options in fieldsets
        ]

    @admin.display(description=Newsroom._meta.get_field("required_checks").verbose_name)
    def required_in_words(self, newsroom):
        return self.value_in_words("required_checks", newsroom.required_checks) or "–"

    def value_in_words(self, name, value):
        if name == "required_checks":
            return ", ".join(str(words) for key, (words, *_check) in ADVISES.items() if key in value)
        return super().value_in_words(name, value)

    def noted(self, row):
        return super().noted(row).filter(after__has_any_keys=sorted(OWN))

    def keeps(self, name):
        return name in OWN

    def save_model(self, request, obj, form, change):
        newsroom.save(obj, by=request.user)

    def changelist_view(self, request, extra_context=None):
        return see_other(reverse("admin:redaksi"))

    def response_post_save_change(self, request, obj):
        return see_other(reverse("admin:redaksi"))


def redaksi(request):
    """The form of the one row, at an address people can say."""
    desk = admin.site._registry[Newsroom]
    if not desk.has_view_or_change_permission(request):
        raise PermissionDenied
    return desk.changeform_view(request, str(Newsroom.ONLY))
