from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment


class Office(models.Model):
    """Somebody outside the newsroom who knows the answer: a *dinas*, a *badan*, a hospital."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    note = models.CharField(_("how it is reached"), max_length=200, blank=True)
    is_offered = models.BooleanField(_("offered"), default=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("office that answers")
        verbose_name_plural = _("offices that answer")

    def __str__(self):
        return self.name


class Forwarding(models.Model):
    """That a comment was handed to an office, when, and by which day an answer is expected. Never an address."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="forwardings")
    office = models.ForeignKey(
        Office, models.PROTECT, related_name="forwardings", verbose_name=_("office that answers")
    )
    note = models.CharField(_("note"), max_length=500, blank=True)
    is_public = models.BooleanField(_("readers see it"), default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("handed on"), default=timezone.now)
    due_on = models.DateField(_("answer expected by"), db_index=True)
    ended_at = models.DateTimeField(_("answered"), null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        verbose_name = _("forwarding")
        verbose_name_plural = _("forwardings")

    def __str__(self):
        return f"{self.comment_id}: {self.office_id}"
