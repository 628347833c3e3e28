from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Where a rule looks."""

    WORD = "word", _("word")
    PHRASE = "phrase", _("phrase")
    LINK = "link", _("part of a link")
    DOMAIN = "domain", _("domain")
    ADDRESS = "address", _("e-mail address")
    NETWORK = "network", _("network")


class Does(models.TextChoices):
    """What becomes of a comment it finds something in; the heaviest of several rules counts."""

    HOLD = "hold", _("hold for a moderator")
    SPAM = "spam", _("put with the spam")
    TRASH = "trash", _("put into the trash")


class RuleQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True)


class Rule(models.Model):
    """
    One thing a newsroom does not let through unread: a word, a domain, an address.

    `pattern` is kept as it was typed for words, phrases, links and domains. Of
    an address or a network only its keyed digest is kept, with a few characters
    of it in `hint` for those who must recognise it.
    """

    kind = models.CharField(_("looks for"), max_length=8, choices=Kind, default=Kind.WORD)
    pattern = models.CharField(_("what"), max_length=200)
    hint = models.CharField(max_length=80, blank=True, editable=False)
    does = models.CharField(_("then"), max_length=5, choices=Does, default=Does.HOLD)
    is_active = models.BooleanField(_("switched on"), default=True)
    note = models.CharField(_("why"), max_length=200, blank=True)
    hits = models.PositiveIntegerField(_("found"), default=0, editable=False)
    last_hit_at = models.DateTimeField(_("last found"), null=True, editable=False)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("by")
    )

    objects = RuleQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "pattern"]
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "pattern"],
                name="rule_once",
                violation_error_message=_("There is this rule already."),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.hint or self.pattern}"
