from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Holiday(models.Model):
    """Days on which nobody at the newsroom reads comments, both included."""

    name = models.CharField(_("what day"), max_length=80)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    closes_comments = models.BooleanField(
        _("the comment form is closed"),
        default=False,
        help_text=_("Without this, readers may write and are told when their comments are read."),
    )

    class Meta:
        ordering = ["first_day"]
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        constraints = [
            models.CheckConstraint(
                name="holiday_ends_after_it_begins",
                condition=Q(last_day__gte=F("first_day")),
                violation_error_message=_("The last day is before the first."),
            )
        ]

    def __str__(self):
        return self.name
