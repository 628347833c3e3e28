from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment


class SavedAnswer(models.Model):
    """Words the newsroom answers with again and again, put into the form to be changed there."""

    title = models.CharField(_("title"), max_length=80, unique=True)
    text = models.TextField(_("text"), max_length=5000)

    class Meta:
        ordering = ["title"]
        verbose_name = _("saved answer")
        verbose_name_plural = _("saved answers")

    def __str__(self):
        return self.title


class Note(models.Model):
    """What moderators tell one another about a comment. No reader ever sees it."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="notes")
    text = models.CharField(_("note"), max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"), default=timezone.now)

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        verbose_name = _("note")
        verbose_name_plural = _("notes")

    def __str__(self):
        return self.text[:60]


class Redaction(models.Model):
    """
    Which parts of a comment readers are not shown, from when on, by whom and why.

    The newest row holds; an empty `spans` gives everything back. `Comment.redactions`
    repeats what holds, so that pages need not ask. The words as typed stay in the comment.
    """

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="+")
    spans = models.JSONField(default=list)
    reason = models.CharField(_("reason"), max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"), default=timezone.now)

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        verbose_name = _("redaction")
        verbose_name_plural = _("redactions")

    def __str__(self):
        return f"{self.comment_id}: {self.spans}"
