from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article


class Scope(models.TextChoices):
    """What is hidden at one press."""

    ALL = "all", _("all comments")
    STORY = "story", _("comments of one story")
    RULE = "rule", _("comments found by one rule")
    LIST = "list", _("comments at the addresses of a letter")


class HidingQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(lifted_at=None)


class Hiding(models.Model):
    """
    Comments taken from every public place at once, without deciding on any; *Darurat*.

    Lifting it gives back exactly what it took. The row stays as proof of what was done
    about a letter: its number and day, what was found, hidden by whom, looked at again when.
    """

    scope = models.CharField(_("what is hidden"), max_length=5, choices=Scope)
    article = models.ForeignKey(Article, models.PROTECT, null=True, related_name="+", verbose_name=_("story"))
    rule = models.CharField(_("rule"), max_length=80, blank=True)
    addresses = models.TextField(_("addresses in the letter"), max_length=20_000, blank=True)
    letter_number = models.CharField(_("number of the letter"), max_length=120, blank=True)
    letter_on = models.DateField(_("date of the letter"), null=True, blank=True)
    found = models.TextField(_("what was found"), max_length=2000, blank=True)
    count = models.PositiveIntegerField(_("comments hidden"), default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("hidden"), default=timezone.now)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(_("shown again"), null=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(_("looked at again"), null=True)
    looked_at = models.PositiveIntegerField(_("addresses looked at again"), default=0)
    still_seen = models.JSONField(_("still public when looked at again"), default=list)

    objects = HidingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()
        verbose_name = _("hiding")
        verbose_name_plural = _("hidings")
        constraints = [
            models.CheckConstraint(
                name="hiding_of_a_story_names_it", condition=~Q(scope="story") | Q(article__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["scope"], condition=Q(scope="all", lifted_at=None), name="all_comments_are_hidden_once"
            ),
            models.CheckConstraint(
                name="hiding_is_lifted_after_it_began", condition=Q(lifted_at=None) | Q(lifted_at__gte=F("at"))
            ),
        ]

    def __str__(self):
        return f"{self.get_scope_display()} {self.at:%Y-%m-%d %H:%M}"


class HiddenComment(models.Model):
    """One comment that a hiding took; by number, so that the proof outlives the comment."""

    hiding = models.ForeignKey(Hiding, models.CASCADE, related_name="hidden")
    comment_id = models.BigIntegerField(db_index=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("hidden comment")
        verbose_name_plural = _("hidden comments")
        constraints = [models.UniqueConstraint(fields=["hiding", "comment_id"], name="hidden_once_by_each")]

    def __str__(self):
        return f"{self.hiding_id}: {self.comment_id}"
