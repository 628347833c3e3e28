from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Stance(models.TextChoices):
    """How the newsroom stands to what somebody sends."""

    TRUST = "trust", _("shown at once where the address is confirmed")
    HOLD = "hold", _("always read first")
    BLOCK = "block", _("put with the spam")


class Writer(models.Model):
    """
    How the newsroom stands to whoever writes from one address, known by its digest alone.

    Over after `until`. There is a row only where somebody decided something; `why` and `by`
    are about the last time.
    """

    email_digest = models.CharField(max_length=64, unique=True, editable=False)
    stance = models.CharField(_("what becomes of new comments"), max_length=5, choices=Stance)
    until = models.DateTimeField(_("until"), null=True, blank=True)
    why = models.CharField(_("why"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        default_permissions = ()
        verbose_name = _("writer")
        verbose_name_plural = _("writers")

    def __str__(self):
        return self.get_stance_display()

    def is_in_force(self, now) -> bool:
        return self.until is None or self.until > now
