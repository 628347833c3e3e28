"""The reasons writers are told: a list of the bureau's own, from which no row ever goes."""

from django import forms
from django.contrib import admin
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from articles.admin.base import DeskAdmin, yes_or_no
from articles.admin.changes import KeepsChanges
from comments.models import Ground
from humas.base import changes

LONGEST_SLUG = Ground._meta.get_field("slug").max_length


class GroundForm(forms.ModelForm):
    class Meta:
        model = Ground
        fields = ("label", "sentence", "position", "is_offered")
        help_texts = {
            "label": _("For the moderator's list, and in brackets on the writer's page."),
            "sentence": _(
                "Kind and whole: what is so, and what to do about it. Who was told an earlier wording of this reason "
                "reads the new one from now on."
            ),
            "position": _("Small numbers come first."),
            "is_offered": _("Without this nobody can choose it any more; who was told it still reads it."),
        }


@admin.register(Ground)
class GroundAdmin(KeepsChanges, DeskAdmin):
    form = GroundForm
    list_display = ("label", "sentence", "offered")
    search_fields = ("label", "sentence")
    actions = None

    @admin.display(description=Ground._meta.get_field("is_offered").verbose_name, ordering="is_offered")
    def offered(self, ground):
        return yes_or_no(ground.is_offered)

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        with transaction.atomic():
            before = Ground.objects.select_for_update().filter(pk=obj.pk).first() if change else None
            obj.slug = before.slug if before else free_slug(obj.label)
            obj.save()
            changes.note(before, obj, by=request.user)


def free_slug(label: str) -> str:
    """A short name that no reason bears yet; it never changes, since the record keeps it."""
    name = slugify(label)[: LONGEST_SLUG - 4].strip("-") or "alasan"
    taken = set(Ground.objects.filter(slug__startswith=name).values_list("slug", flat=True))
    others = (f"{name}-{number}" for number in range(2, 1000))
    return name if name not in taken else next(other for other in others if other not in taken)
