from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Terms(models.Model):
    """
    One version of *Aturan Berkomentar*; never changed, a new text is a new version.

    Pedoman Pemberitaan Media Siber, point 3c, asks for a written agreement; UU 27/2022
    art. 24 for proof of it, so the words agreed to must stay as they were.
    """

    version = models.PositiveIntegerField(_("version"), unique=True)
    text = models.TextField(_("rules for comments"), max_length=20_000)
    made_at = models.DateTimeField(_("valid since"), default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        ordering = ["-version"]
        verbose_name = _("rules for comments")
        verbose_name_plural = _("rules for comments")

    def __str__(self):
        return f"{self.version}"


class Consent(models.Model):
    """That the writer of a comment agreed to a version, when; by number, so that it outlives the comment."""

    comment_id = models.BigIntegerField(unique=True)
    terms = models.ForeignKey(Terms, models.PROTECT, related_name="consents")
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        verbose_name = _("consent")
        verbose_name_plural = _("consents")

    def __str__(self):
        return f"{self.comment_id}: {self.terms_id}"
