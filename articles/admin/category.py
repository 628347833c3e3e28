from django.contrib import admin
from django.db import transaction

from articles.admin.base import DeskAdmin
from articles.models import Category
from humas.base import pages


@admin.register(Category)
class CategoryAdmin(DeskAdmin):
    list_display = ("name", "slug", "is_default")
    prepopulated_fields = {"slug": ("name",)}
    search_fields = ("name",)

    def save_model(self, request, obj, form, change):
        with transaction.atomic():
            obj.save()
            pages.touched(pages.FRONT, pages.category(obj.pk))
