from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from comments import numbers
from comments.models.lineage import LineageQuerySet
from comments.models.shown import is_shown
from humas.base.cleaning import shown_line, to_text
from humas.base.fields import CleanHtmlField, EncryptedTextField
from humas.base.paging import address_of


class Status(models.TextChoices):
    UNCONFIRMED = "unconfirmed", _("Unconfirmed")
    PENDING = "pending", _("Waiting")
    APPROVED = "approved", _("Shown")
    SPAM = "spam", _("Spam")
    TRASH = "trash", _("Trash")
    WITHDRAWN = "withdrawn", _("Withdrawn by the writer")


DECIDABLE = (Status.PENDING, Status.APPROVED, Status.SPAM, Status.TRASH)
"""What a moderator may make of a comment; the other states are its writer's."""


class CommentQuerySet(LineageQuerySet):
    def public(self):
        """Comments every reader may see, as long as their story is public too."""
        return self.filter(is_shown())

    def decided_to_show(self):
        """The same, and those that are only hidden for now: nothing was decided about these."""
        return self.filter(status=Status.APPROVED)

    def on_public_stories(self):
        """The same, of stories that are public."""
        return self.public().filter(article__in=Article.objects.published())

    def kept(self):
        """Without the hollow ones: erased, but for their place above answers (`comments.purging`)."""
        return self.exclude(body="")

    def waiting(self):
        """What a moderator has still to read, oldest first."""
        return self.filter(status=Status.PENDING).order_by("created_at", "pk")

    def for_queue(self):
        """Load in a fixed number of queries what a line of the queue shows; never the address."""
        return self.select_related("article__report", "parent").defer(*PRIVATE)


class Comment(models.Model):
    """
    What a reader wrote under a story, kept as it was typed, whatever becomes of it.

    The address is stored encrypted and found by a keyed digest; the network
    only as the keyed digest of its prefix. Spam and trash are states. An answer of
    the newsroom itself (`official_by`) has no address.

    `decided_by` and `decided_at` repeat the newest decision of the record, for lists;
    `is_hidden` says that a hiding in force holds it (`comments.models.hiding`).
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="comments", verbose_name=_("story"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="answers", verbose_name=_("in answer to")
    )
    name = models.CharField(_("name"), max_length=245)
    email = EncryptedTextField(_("e-mail"))
    email_digest = models.CharField(max_length=64, editable=False)
    site = models.CharField(_("website"), max_length=200, blank=True)
    body = models.TextField(_("comment"))
    body_html = CleanHtmlField(editable=False)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.PENDING)
    held_for = models.JSONField(_("held for"), default=list, blank=True)
    evidence = models.JSONField(default=dict, blank=True)
    is_suspect = models.BooleanField(_("something speaks against it"), default=False, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        db_index=False,
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    is_hidden = models.BooleanField(_("hidden for now"), default=False, editable=False)
    redactions = models.JSONField(_("parts taken out"), default=list, blank=True, editable=False)
    official_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        db_index=False,
        verbose_name=_("answered by"),
    )
    office = models.ForeignKey(
        "comments.Office", models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )
    created_at = models.DateTimeField(_("received"), db_index=True)
    network_digest = models.CharField(max_length=64, blank=True, editable=False)
    same_key = models.CharField(max_length=64, unique=True, null=True, editable=False)
    edited_at = models.DateTimeField(_("mended by its writer"), null=True, editable=False)
    confirmed_at = models.DateTimeField(_("address confirmed"), null=True, editable=False)
    mail_consent_at = models.DateTimeField(_("wants mail since"), null=True, editable=False)
    receipt_digest = models.CharField(max_length=64, unique=True, null=True, editable=False)
    receipt_token = EncryptedTextField(blank=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        permissions = [
            ("moderate_comment", _("Can decide on comments")),
            ("view_email", _("Can look at the e-mail address of a comment's writer (logged)")),
            ("answer_comment", _("Can answer as the newsroom and hand comments to an office")),
            ("redact_comment", _("Can take parts out of a comment, and sees what was taken out")),
            ("hide_comment", _("Can hide all comments at once")),
        ]
        indexes = [
            models.Index(fields=["status", "created_at"], name="comment_queue"),
            models.Index(fields=["article", "status", "created_at"], name="comment_of_article"),
            models.Index(fields=["email_digest", "created_at"], name="comment_of_writer"),
            models.Index(fields=["network_digest", "created_at"], name="comment_of_network"),
            models.Index(fields=["is_suspect", "created_at"], condition=Q(status="pending"), name="comment_to_read"),
            models.Index(
                fields=["decided_by", "decided_at"], condition=Q(decided_by__isnull=False), name="comment_decided_by"
            ),
            models.Index(fields=["decided_at"], condition=Q(decided_at__isnull=False), name="comment_decided_at"),
            models.Index(fields=["is_hidden"], condition=Q(is_hidden=True), name="comment_hidden"),
        ]
        constraints = [
            models.CheckConstraint(
                name="comment_answers_another",
                condition=~Q(parent=models.F("pk")),
                violation_error_message=_("A comment cannot answer itself."),
            )
        ]

    def __str__(self):
        return f"{self.name}: {self.body[:60]}"

    def get_absolute_url(self):
        """Where it stands now among the pages of its story; the story itself while it is not shown."""
        story = self.article.get_absolute_url()
        if self.is_held_back or not self.page:
            return story
        return f"{address_of(story, self.page)}#komentar-{self.pk}"

    @property
    def is_held_back(self) -> bool:
        """Whether this row itself says that no reader sees it; a hiding of all comments is asked for in queries."""
        return self.status != Status.APPROVED or self.is_hidden

    @property
    def lasting_url(self) -> str:
        """The address to keep: it leads to the comment wherever others have moved it."""
        return settings.SITE_URL + reverse("comment", args=[self.pk])

    @cached_property
    def page(self) -> int:
        """The page of its story's comments that it stands on, or 0; lists ask for all at once (`find_pages`)."""
        Comment.objects.find_pages([self])
        return self.__dict__["page"]

    @property
    def short_number(self) -> str:
        """What people say on the telephone: KMT-7K4M2. It opens nothing by itself."""
        return numbers.of(self.pk)

    @property
    def open_text(self) -> str:
        """The words without what was taken out (`comments.redaction`): for whoever may not see the rest."""
        return to_text(self.body_html) if self.redactions else self.body

    @property
    def shown_name(self) -> str:
        """The name as pages show it; `name` stays as it was typed."""
        return shown_line(self.name)


PRIVATE = ("email", "email_digest", "network_digest", "same_key", "receipt_digest", "receipt_token")
"""Columns that no screen loads unless it is about just them."""
