"""The record of decisions, to be read only."""

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from comments.by_writer import WRITER
from comments.models import Decision, Ground
from comments.reply.fate import RETURNING_WRITER, WRITER_TRUSTED
from comments.standing import OPERATOR

RULES = {
    WRITER: _("the writer, on the receipt"),
    OPERATOR: _("from the command line"),
    RETURNING_WRITER: _("known writer"),
    WRITER_TRUSTED: _("trusted writer"),
    "purge": _("kept long enough"),
}
"""Who acted where no person of the desk did."""


@admin.register(Decision)
class DecisionAdmin(admin.ModelAdmin):
    list_display = (
        "at",
        "comment_id",
        "act",
        "from_status",
        "to_status",
        "by",
        "rule_in_words",
        "ground_in_words",
        "reason",
    )
    list_filter = ("act", "to_status", "at")
    list_select_related = ("by",)
    search_fields = ("=comment_id",)
    search_help_text = _("Number of a comment")
    ordering = ("-pk",)
    list_per_page = 50
    actions = None

    def get_queryset(self, request):
        label = Ground.objects.filter(slug=OuterRef("ground")).values("label")
        return super().get_queryset(request).annotate(ground_label=Subquery(label))

    @admin.display(description=_("rule"))
    def rule_in_words(self, line):
        return RULES.get(line.rule, line.rule) or "–"

    @admin.display(description=_("told to the writer"))
    def ground_in_words(self, line):
        return line.ground_label or "–"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
