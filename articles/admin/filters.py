from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Status


class StateFilter(admin.SimpleListFilter):
    """What readers see of a story, in the newsroom's words; the bin is shown only when asked for."""

    title = _("state")
    parameter_name = "keadaan"

    def lookups(self, request, model_admin):
        return [
            ("draf", _("Draft")),
            ("tinjau", _("In review")),
            ("embargo", _("Embargo")),
            ("terbit", _("Published")),
            ("dicabut", _("Withdrawn")),
            ("sampah", _("Bin")),
        ]

    def queryset(self, request, queryset):
        now = timezone.now()
        if self.value() == "sampah":
            return queryset.filter(binned_at__isnull=False)
        queryset = queryset.filter(binned_at__isnull=True)
        return {
            "draf": queryset.filter(status=Status.DRAFT),
            "tinjau": queryset.filter(status=Status.IN_REVIEW),
            "embargo": queryset.filter(status=Status.PUBLISHED, published_at__gt=now),
            "terbit": queryset.filter(status=Status.PUBLISHED, published_at__lte=now),
            "dicabut": queryset.filter(status=Status.WITHDRAWN),
        }.get(self.value(), queryset)
