from django.db import models
from django.utils.translation import gettext_lazy as _


class Tally(models.Model):
    """
    How many comments a view of the queue holds: the sum of `count` over its rows.

    Written by triggers alone (`comments.queue.counts`). `person` is 0, or whose decisions are counted.
    """

    kind = models.CharField(max_length=12)
    person = models.BigIntegerField(default=0)
    count = models.BigIntegerField()

    class Meta:
        default_permissions = ()
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")

    def __str__(self):
        return f"{self.kind}: {self.count}"
