from django.db import models
from django.utils.translation import gettext_lazy as _


class LabelStyle(models.TextChoices):
    PART_ROMAN = "part_roman", "Part I, Part II"
    BAGIAN_ROMAN = "bagian_roman", "Bagian I, Bagian II"
    BAGIAN_ARABIC = "bagian_arabic", "Bagian 1, Bagian 2"


class Report(models.Model):
    """
    One long story told in parts on different days.

    It holds how parts are counted and called; their order is each article's
    position, and the number a reader sees is derived from both (`articles.parts`).
    """

    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("slug"), max_length=120, unique=True)
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
