from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment


class Finding(models.Model):
    """
    That a named rule (`comments.reply.fate`) held a comment; `rule_id` is the newsroom's own rule, or 0.

    The evidence itself is in the comment; these rows are for finding comments by rule.
    """

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="findings", db_index=False)
    name = models.CharField(_("rule"), max_length=80)
    rule_id = models.BigIntegerField(default=0)

    class Meta:
        default_permissions = ()
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        constraints = [
            models.UniqueConstraint(fields=["comment", "name", "rule_id"], name="finding_once"),
        ]
        indexes = [
            models.Index(fields=["name", "comment"], name="finding_by_name"),
            models.Index(fields=["rule_id", "comment"], name="finding_by_rule"),
        ]

    def __str__(self):
        return f"{self.comment_id}: {self.name}"
