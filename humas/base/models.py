from django.db import models
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from humas.base.digests import digest
from humas.base.fields import EncryptedTextField, KeyLost
from humas.base.labels import LabelStyle


class Newsroom(models.Model):
    """The bureau whose site this is: one row, edited under /admin/redaksi/."""

    ONLY = 1

    name = models.CharField(_("name of the bureau"), max_length=120, default="Humas")
    place = models.CharField(
        _("place"), max_length=80, blank=True, help_text=_("Region the bureau speaks for, e.g. Kabupaten Rote Ndao.")
    )
    dateline = models.CharField(
        _("place (dateline)"), max_length=80, blank=True, help_text=_("A new story starts with it.")
    )
    credit = models.CharField(
        _("credit"),
        max_length=120,
        blank=True,
        help_text=_("A new story starts with it; shown in brackets at the end."),
    )
    label_style = models.CharField(
        _("how parts are called"), max_length=20, choices=LabelStyle, default=LabelStyle.PART_ROMAN
    )
    address = models.TextField(_("address of the office"), max_length=300, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    public_email = models.EmailField(
        _("e-mail of the office"),
        blank=True,
        help_text=_("Shown to readers: an address of the office, not of a person."),
    )
    is_demo = models.BooleanField(default=False, editable=False)
    is_open_to_comments = models.BooleanField(
        _("comments are open"),
        default=True,
        help_text=_("Switch off to close the comment form on every story at once. Comments already shown stay."),
    )

    class Meta:
        verbose_name = _("newsroom")
        verbose_name_plural = _("newsroom")
        constraints = [models.CheckConstraint(name="newsroom_is_one_row", condition=models.Q(pk=1))]

    def __str__(self):
        return self.name

    @classmethod
    def current(cls) -> "Newsroom":
        """The one row; the defaults while it is not written yet."""
        return cls.objects.filter(pk=cls.ONLY).first() or cls(pk=cls.ONLY)


class PageVersion(models.Model):
    """How often something readers can see has changed; raised by `pages.touched`."""

    subject = models.CharField(max_length=80, unique=True)
    n = models.PositiveBigIntegerField(default=0)

    def __str__(self):
        return f"{self.subject} {self.n}"


class KeyCheck(models.Model):
    """A known value under today's keys: opens only while FIELD_KEYS and DIGEST_KEY fit this database."""

    WORDS = "the keys of this newsroom fit its database"

    sealed = EncryptedTextField()
    digest = models.CharField(max_length=64)

    def __str__(self):
        return "KeyCheck"

    @classmethod
    def fresh_values(cls) -> dict[str, str]:
        return {"sealed": cls.WORDS, "digest": digest("key-check", cls.WORDS)}

    @classmethod
    def wrong_key(cls) -> str:
        """The name of the setting that does not fit the database, or ""."""
        try:
            row = cls.objects.first()
        except KeyLost:
            return "FIELD_KEYS"
        if row and not constant_time_compare(row.digest, digest("key-check", cls.WORDS)):
            return "DIGEST_KEY"
        return ""
