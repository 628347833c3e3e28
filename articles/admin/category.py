from django.contrib import admin
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.admin.base import DeskAdmin, yes_or_no
from articles.models import Category
from humas.base import pages


@admin.register(Category)
class CategoryAdmin(DeskAdmin):
    list_display = ("name", "slug", "used_for_new")
    prepopulated_fields = {"slug": ("name",)}
    search_fields = ("name",)

    @admin.display(description=_("used for new stories"), ordering="is_default")
    def used_for_new(self, category):
        return yes_or_no(category.is_default)

    def save_model(self, request, obj, form, change):
        with transaction.atomic():
            obj.save()
            pages.touched(pages.FRONT, pages.category(obj.pk))
