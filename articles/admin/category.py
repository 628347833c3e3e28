from django import forms
from django.contrib import admin
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles import addresses
from articles.admin.base import DeskAdmin, yes_or_no
from articles.admin.changes import KeepsChanges
from articles.models import Category
from humas.base import changes, pages


class CategoryForm(forms.ModelForm):
    class Meta:
        model = Category
        fields = ("name", "slug", "is_default")

    def clean_slug(self):
        addresses.refuse_known("category", self.cleaned_data["slug"], besides=self.instance.pk)
        return self.cleaned_data["slug"]


@admin.register(Category)
class CategoryAdmin(KeepsChanges, DeskAdmin):
    form = CategoryForm
    list_display = ("name", "slug", "used_for_new")
    prepopulated_fields = {"slug": ("name",)}
    search_fields = ("name",)

    @admin.display(description=_("used for new stories"), ordering="is_default")
    def used_for_new(self, category):
        return yes_or_no(category.is_default)

    def save_model(self, request, obj, form, change):
        with transaction.atomic():
            before = Category.objects.select_for_update().filter(pk=obj.pk).first() if change else None
            obj.save()
            changes.note(before, obj, by=request.user)
            if before:
                addresses.moved(before.get_absolute_url(), obj.get_absolute_url())
            pages.touched(pages.FRONT, pages.category(obj.pk))
