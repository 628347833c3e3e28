from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Somebody who works at the desk. Never deleted while anything bears the name: made inactive instead."""

    printed_name = models.CharField(
        _("printed name"), max_length=120, blank=True, help_text=_("As it stands under a story, with degrees.")
    )
    office = models.CharField(_("office"), max_length=120, blank=True)
    preferences = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self):
        return self.printed_name or self.get_full_name() or self.username


class OneTimeLink(models.Model):
    """
    A link with which somebody gives an account its password, once and within 24 hours.

    Only a keyed digest of its token is stored: who reads the database cannot
    use it, and nobody can be shown the same link twice.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="links")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]
        default_permissions = ()
        verbose_name = _("one-time link")
        verbose_name_plural = _("one-time links")

    def __str__(self):
        return f"{self.user}, {self.expires_at:%Y-%m-%d %H:%M}"
