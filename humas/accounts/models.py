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
