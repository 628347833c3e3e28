"""The record of decisions, to be read only."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from comments.models import Decision


@admin.register(Decision)
class DecisionAdmin(admin.ModelAdmin):
    list_display = ("at", "comment_id", "act", "from_status", "to_status", "by", "rule", "reason")
    list_filter = ("act", "to_status", "at")
    list_select_related = ("by",)
    search_fields = ("=comment_id",)
    search_help_text = _("Number of a comment")
    ordering = ("-pk",)
    list_per_page = 50
    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
