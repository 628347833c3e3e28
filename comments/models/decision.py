from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Status


class Act(models.TextChoices):
    """What was done to a comment."""

    DECIDED = "decided", _("decided")
    UNDONE = "undone", _("undone")
    CONFIRMED = "confirmed", _("address confirmed by the writer")
    EDITED = "edited", _("mended by the writer")
    WITHDRAWN = "withdrawn", _("withdrawn by the writer")
    ERASED = "erased", _("erased by rule")
    EMAIL_SEEN = "email_seen", _("e-mail address looked at")
    REDACTED = "redacted", _("parts taken out")


NOT_DECIDING = (Act.EMAIL_SEEN, Act.REDACTED)
"""Lines that say something was done, and leave the comment where it stands."""

NOT_A_DECISION = (*NOT_DECIDING, Act.ERASED)
"""The same of comments that are still kept: of them only the address was erased."""


class Decision(models.Model):
    """
    One line of the record: who or which rule, from what to what, when and why.

    Append-only: the database itself refuses to change or remove a line (see
    `comments.record`). It names its comment by number and holds no words and no
    address, so that erasing a comment leaves the record whole.
    """

    comment_id = models.BigIntegerField(_("comment"), db_index=True)
    act = models.CharField(_("act"), max_length=12, choices=Act, default=Act.DECIDED)
    from_status = models.CharField(_("status before"), max_length=12, choices=Status)
    to_status = models.CharField(_("status after"), max_length=12, choices=Status)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    rule = models.CharField(_("rule"), max_length=80, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    ground = models.CharField(_("ground told to the writer"), max_length=40, blank=True)
    batch = models.UUIDField(_("batch"), db_index=True)
    at = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def __str__(self):
        return f"{self.comment_id}: {self.get_from_status_display()} → {self.get_to_status_display()}"
