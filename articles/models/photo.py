from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


def original_path(photo, filename):
    """By content, never by the name it came with."""
    return f"originals/{photo.checksum[:2]}/{photo.checksum}"


def rendition_path(photo, filename):
    return f"renditions/{photo.checksum[:2]}/{photo.checksum}.jpg"


class Photo(models.Model):
    """
    A picture the newsroom may show, public only while some public story uses it.

    Readers get the rendition: upright, in sRGB, with all metadata gone. The
    original stays in the house, for larger or better renditions later.
    """

    original = models.FileField(_("picture"), upload_to=original_path)
    rendition = models.FileField(upload_to=rendition_path, editable=False)
    checksum = models.CharField(max_length=64, unique=True, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    alt = models.CharField(
        _("alternative text"),
        max_length=250,
        help_text=_("What the picture shows, for those who cannot see it. One sentence."),
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    credit = models.CharField(_("photographer"), max_length=120, blank=True)
    rights = models.CharField(_("rights"), max_length=200, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return self.alt

    @property
    def url(self) -> str:
        """Where readers get the rendition; the checksum makes a replaced picture a new address."""
        return reverse("photo", kwargs={"pk": self.pk, "check": self.checksum[:12]})

    @property
    def absolute_url(self) -> str:
        return settings.SITE_URL + self.url
