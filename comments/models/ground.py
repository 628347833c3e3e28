from django.db import models
from django.utils.translation import gettext_lazy as _


class Ground(models.Model):
    """
    One reason for which a comment is not shown, with the sentence its writer receives.

    The record and the receipts name it by `slug`, so a row is never removed, only
    offered no longer.
    """

    slug = models.SlugField(_("short name"), max_length=40, unique=True)
    label = models.CharField(_("reason"), max_length=80)
    sentence = models.CharField(_("what its writer is told"), max_length=300)
    position = models.PositiveSmallIntegerField(_("place in the list"), default=100)
    is_offered = models.BooleanField(_("offered"), default=True)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("reason for not showing")
        verbose_name_plural = _("reasons for not showing")

    def __str__(self):
        return self.label
