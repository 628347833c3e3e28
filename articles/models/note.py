from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class NoteKind(models.TextChoices):
    NOTE = "note", _("Note")
    HANDED_OVER = "handed_over", _("Handed over for review")
    SENT_BACK = "sent_back", _("Sent back")


class Note(models.Model):
    """What one editor tells another on a story; readers never see it."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=12, choices=NoteKind, default=NoteKind.NOTE)
    text = models.TextField(_("note"), max_length=2000, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["made_at", "pk"]
        default_permissions = ()
        verbose_name = _("note")
        verbose_name_plural = _("notes")

    def __str__(self):
        return self.text[:60]
