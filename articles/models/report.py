from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.parts import Journey, journey
from humas.base.labels import LabelStyle


class ReportQuerySet(models.QuerySet):
    def public(self):
        """Reports with a part every reader may see; `latest_at` is when the newest of these opened."""
        parts = self.model._meta.get_field("articles").related_model.objects.published()
        # Joined: a subquery for each report lets SQLite walk through all stories once a report.
        return self.filter(articles__in=parts).annotate(latest_at=models.Max("articles__published_at"))


class Report(models.Model):
    """
    One long story told in parts on different days.

    It holds how parts are counted and called; their order is each article's
    position, and the number a reader sees is derived from both (`articles.parts`).
    """

    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    standfirst = models.TextField(
        _("standfirst"),
        max_length=500,
        blank=True,
        help_text=_("One or two sentences on what the report tells, above the list of its parts."),
    )
    label_style = models.CharField(
        _("how parts are called"), max_length=20, choices=LabelStyle, default=LabelStyle.PART_ROMAN
    )
    first_number = models.PositiveSmallIntegerField(
        _("number of the first part here"),
        default=1,
        help_text=_("More than 1 only where earlier parts were published elsewhere."),
    )
    is_finished = models.BooleanField(
        _("finished"), default=False, help_text=_("Readers then see how many parts there are.")
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("report in parts")
        verbose_name_plural = _("reports in parts")
        constraints = [
            models.CheckConstraint(
                name="report_counts_from_one_or_more",
                condition=models.Q(first_number__gte=1),
                violation_error_message=_("Parts are counted from 1 or more."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("report", kwargs={"slug": self.slug})

    @property
    def absolute_url(self) -> str:
        return settings.SITE_URL + self.get_absolute_url()

    def journey(self, *, here=None) -> Journey:
        """Its way as readers see it, `here` being the part they read. One query, without the texts."""
        return journey(self, self.articles.on_journey().defer("body"), here=here)
