from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    SAVE = "save", _("Saved")
    MERGE = "merge", _("Merged")
    RESTORE = "restore", _("Restored")
    PUBLISH = "publish", _("Published")
    IMPORT = "import", _("Imported")


class Immutable(TypeError):
    """A revision is written once: a programmer's mistake, never an editor's."""


class RevisionQuerySet(models.QuerySet):
    def for_list(self):
        """Who, when and why, without the texts."""
        return self.select_related("author").defer("snapshot")

    def update(self, **fields):
        raise Immutable("a revision is never changed")


class Revision(models.Model):
    """
    What a story said at one moment: immutable, numbered within its story.

    `parent` is the revision its writer had before them; `snapshot` holds the
    words, category, tags and photo uses as `articles.revisions.snapshot` reads
    them, in the shape that `schema` names.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("revision"))
    parent = models.ForeignKey("self", models.RESTRICT, null=True, related_name="+")
    merge_parent = models.ForeignKey("self", models.RESTRICT, null=True, related_name="+")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("writer")
    )
    made_at = models.DateTimeField(_("time"), default=timezone.now)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.SAVE)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    schema = models.PositiveSmallIntegerField()
    snapshot = models.JSONField()
    digest = models.CharField(max_length=64)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        default_permissions = ()
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [models.UniqueConstraint(name="revision_numbered_once", fields=["article", "number"])]

    def __str__(self):
        return f"{self.article_id} #{self.number}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise Immutable("a revision is never changed")
        super().save(*args, **kwargs)
