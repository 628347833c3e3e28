from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.category import Category
from articles.models.photo import Photo
from articles.models.report import Report
from articles.parts import part_label
from articles.text import first_words, with_dateline
from humas.base.fields import CleanHtmlField


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Ground(models.TextChoices):
    """Why a published story may be withdrawn: Pedoman Pemberitaan Media Siber (Dewan Pers 2012), point 5."""

    SARA = "sara", _("Ethnicity, religion, race or group relations (SARA)")
    DECENCY = "decency", _("Decency")
    CHILD = "child", _("The future of a child")
    TRAUMA = "trauma", _("The trauma of a victim")
    PRESS_COUNCIL = "press_council", _("Another special consideration set by the Press Council")


def _is_public(now):
    """What somebody opened at its hour stays open though the clock be set back behind it."""
    return Q(status=Status.PUBLISHED) & (Q(published_at__lte=now) | Q(published_at=F("first_published_at")))


def _is_open(now):
    return Q(first_published_at__isnull=False) | _is_public(now)


class ArticleQuerySet(models.QuerySet):
    def published(self):
        """Articles every reader may see: released and past their embargo."""
        return self.filter(_is_public(timezone.now()))

    def with_unpublished_changes(self):
        """Opened stories of which something newer is saved than readers see."""
        return self.exclude(head=F("live"))

    def opened(self, now=None):
        """Articles readers see or once saw: these are counted when a part is numbered."""
        return self.filter(_is_open(now or timezone.now()))

    def never_opened(self):
        """Drafts, and embargoes whose hour has not come and never came."""
        return self.exclude(_is_open(timezone.now()))

    def on_journey(self):
        """All that `parts.journey` counts, shows or announces, in the order of the report."""
        return self.filter(Q(first_published_at__isnull=False) | Q(status=Status.PUBLISHED)).order_by("position")

    def with_part_number(self):
        """Add `part_number`: the place among the report's opened parts, in one query; None where there is none."""
        now = timezone.now()  # one clock: two parts that open in the same moment are counted alike
        earlier = (
            Article.objects.opened(now)
            .filter(report=models.OuterRef("report"), position__lt=models.OuterRef("position"))
            .order_by()
            .values("report")
            .annotate(n=models.Count("pk"))
            .values("n")
        )
        return self.annotate(
            part_number=models.Case(
                models.When(
                    _is_open(now) & Q(report__isnull=False, binned_at__isnull=True),
                    then=F("report__first_number") + models.functions.Coalesce(models.Subquery(earlier), 0),
                ),
                default=None,
                output_field=models.IntegerField(null=True),
            )
        )

    def for_list(self):
        """Load in a fixed number of queries all that a list of headlines shows."""
        return self.select_related("category", "report", "lead_photo").with_part_number().defer("body")

    def for_page(self):
        """Load all that a story's own page shows of the story itself."""
        return self.select_related("category", "report", "lead_photo").prefetch_related("tags").with_part_number()


class ArticleManager(models.Manager.from_queryset(ArticleQuerySet)):
    """Leaves out what lies in the bin; `Article.everything` does not."""

    def get_queryset(self):
        return super().get_queryset().filter(binned_at__isnull=True)


class Article(models.Model):
    """
    One story with an address of its own, alone or at a position in a report.

    The row is what readers see; before the first opening, the working text.
    `head` is the newest accepted revision, `live` the one the row shows. An
    embargo is a publication time in the future; there is no second field to
    disagree with it. The part number a reader sees is derived, never stored.
    """

    headline = models.CharField(_("headline"), max_length=200)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_("End of the address. Left empty: made from the headline."),
    )
    dateline = models.CharField(
        _("place (dateline)"), max_length=80, blank=True, help_text=_("Where the story is filed from, e.g. Rote Ndao.")
    )
    standfirst = models.TextField(
        _("standfirst"), max_length=500, blank=True, help_text=_("One or two sentences above the text.")
    )
    body = CleanHtmlField(_("text"), blank=True)
    credit = models.CharField(
        _("credit"),
        max_length=120,
        blank=True,
        help_text=_("Shown in brackets at the end, e.g. Humaspro Manggarai Barat."),
    )
    byline = models.CharField(_("byline"), max_length=120, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("writer"),
    )
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("category")
    )
    tags = TaggableManager(_("tags"), blank=True, help_text=_("One to a line. A comma belongs to the name."))
    report = models.ForeignKey(
        Report, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("report in parts")
    )
    position = models.PositiveSmallIntegerField(
        _("position"), null=True, blank=True, help_text=_("Place in the report. Left empty: after the last part.")
    )
    is_announced = models.BooleanField(
        _("announce the date"),
        default=False,
        help_text=_("While this part waits for its hour, the report says when it opens: the hour alone, no headline."),
    )
    lead_photo = models.ForeignKey(
        Photo, models.PROTECT, null=True, blank=True, related_name="lead_of", verbose_name=_("photo")
    )
    lead_alt_own = models.CharField(
        _("alternative text here"),
        max_length=250,
        blank=True,
        help_text=_("Only where this story needs another one than the photo's."),
    )
    is_open_to_comments = models.BooleanField(_("comments are open"), default=True)

    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.DRAFT, editable=False)
    published_at = models.DateTimeField(_("publication time"), null=True, blank=True, editable=False)
    first_published_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawal_reason = models.TextField(_("public reason"), blank=True, max_length=1000, editable=False)
    withdrawal_ground = models.CharField(
        _("ground"), max_length=16, choices=Ground, blank=True, default="", editable=False
    )
    binned_at = models.DateTimeField(null=True, editable=False)
    head = models.ForeignKey("articles.Revision", models.RESTRICT, null=True, editable=False, related_name="+")
    live = models.ForeignKey("articles.Revision", models.RESTRICT, null=True, editable=False, related_name="+")
    form_key = models.CharField(max_length=36, unique=True, null=True, editable=False)
    manuscript_digest = models.CharField(max_length=64, unique=True, null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    everything = ArticleQuerySet.as_manager()
    objects = ArticleManager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        default_manager_name = "objects"
        base_manager_name = "everything"
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        permissions = [
            ("publish_article", _("Can publish and schedule stories")),
            ("withdraw_article", _("Can withdraw stories and bring them back")),
            ("bin_article", _("Can put stories into the bin and take them out")),
        ]
        indexes = [
            models.Index(fields=["status", "-published_at"], name="article_front_page"),
            models.Index(fields=["category", "status", "-published_at"], name="article_by_category"),
        ]
        constraints = [
            models.CheckConstraint(
                name="article_published_has_time",
                condition=Q(published_at__isnull=False) | ~Q(status=Status.PUBLISHED),
                violation_error_message=_("Give a publication time before publishing."),
            ),
            models.CheckConstraint(
                name="article_report_with_position",
                condition=Q(report__isnull=True, position__isnull=True)
                | Q(report__isnull=False, position__isnull=False),
                violation_error_message=_(
                    "A part needs both its report and its position; a story of its own has neither."
                ),
            ),
            models.UniqueConstraint(
                name="article_one_part_a_position",
                fields=["report", "position"],
                violation_error_message=_("Another part already stands at this position of the report."),
            ),
            models.CheckConstraint(
                name="article_withdrawn_has_reason",
                condition=~Q(status=Status.WITHDRAWN) | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
                violation_error_message=_("A story is withdrawn with a reason that readers can read."),
            ),
        ]

    def __str__(self):
        return self.headline

    def get_absolute_url(self):
        return reverse("article", kwargs={"slug": self.slug})

    @property
    def absolute_url(self) -> str:
        return settings.SITE_URL + self.get_absolute_url()

    @property
    def is_public(self) -> bool:
        return (
            self.binned_at is None
            and self.status == Status.PUBLISHED
            and self.published_at is not None
            and (self.published_at <= timezone.now() or self.published_at == self.first_published_at)
        )

    @property
    def is_under_embargo(self) -> bool:
        waits = self.published_at is not None and self.published_at > timezone.now()
        return self.status == Status.PUBLISHED and waits and self.published_at != self.first_published_at

    @property
    def was_opened(self) -> bool:
        """Whether readers see it or once saw it."""
        return self.first_published_at is not None or self.is_public

    @property
    def has_unpublished_changes(self) -> bool:
        """Whether something was saved that readers of this opened story do not see yet."""
        return self.head_id != self.live_id

    @property
    def part_label(self) -> str:
        """ "Part I", or "" for what has no number (asks the database unless loaded `with_part_number`)."""
        if self.report_id is None or self.pk is None:
            return ""
        if "part_number" not in self.__dict__:
            self.part_number = (
                Article.everything.with_part_number().values_list("part_number", flat=True).get(pk=self.pk)
            )
        return part_label(self.report.label_style, self.part_number)

    @property
    def heading(self) -> str:
        """The headline, with the part's label in brackets."""
        return f"{self.headline} ({self.part_label})" if self.part_label else self.headline

    @property
    def lead_alt(self) -> str:
        return self.lead_alt_own or (self.lead_photo.alt if self.lead_photo else "")

    @property
    def lead_caption(self) -> str:
        return self.lead_photo.caption if self.lead_photo else ""

    @property
    def tag_names(self) -> list[str]:
        return [tag.name for tag in self.tags.all()]

    @property
    def description(self) -> str:
        """A sentence or two for search engines and shared links."""
        return self.standfirst or first_words(self.body)

    @property
    def body_html(self):
        """The text as readers see it, with the dateline before its first words."""
        return with_dateline(self.body, self.dateline)
