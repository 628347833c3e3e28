"""*Redaksi*: the page for the one Newsroom row."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.base import DeskAdmin
from humas.base import newsroom
from humas.base.http import see_other
from humas.base.models import Newsroom


@admin.register(Newsroom)
class NewsroomAdmin(DeskAdmin):
    fieldsets = (
        (None, {"fields": ("name", "place")}),
        (_("A new story starts with"), {"fields": ("dateline", "credit", "label_style")}),
        (_("How readers reach the office"), {"fields": ("address", "phone", "public_email")}),
        (_("Comments"), {"fields": ("is_open_to_comments",)}),
    )

    def has_add_permission(self, request):
        return False

    def save_model(self, request, obj, form, change):
        newsroom.save(obj)

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
