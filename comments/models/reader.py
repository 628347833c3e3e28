from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from comments.models.terms import Terms
from humas.base.cleaning import shown_line
from humas.base.fields import EncryptedTextField


class Reader(models.Model):
    """
    Somebody who registered to write: a name, an address, and the rules agreed to.

    Registered is who has `confirmed_at`: the first comment sent through a mailed link
    proves the address. Until then the row only holds what somebody typed.
    """

    email = EncryptedTextField(_("e-mail"))
    email_digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(_("name"), max_length=245, blank=True)
    terms = models.ForeignKey(Terms, models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(_("address confirmed"), null=True)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("reader")
        verbose_name_plural = _("readers")

    def __str__(self):
        return self.name


class LetterSent(models.Model):
    """That a link was mailed to an address within the last day: a digest made for this count alone, and an hour."""

    address_digest = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("letter")
        verbose_name_plural = _("letters")

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M}"


class ReaderLink(models.Model):
    """
    A reader's private address for writing, found by its digest; ended by *Keluar*, or by `ends_at`.

    Name and agreement stand here as they were asked for, and become the reader's with the
    first use: else anybody could rename anybody.
    """

    reader = models.ForeignKey(Reader, models.CASCADE, related_name="links")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    name = models.CharField(max_length=245)
    terms = models.ForeignKey(Terms, models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    token_digest = models.CharField(max_length=64, unique=True)
    network_digest = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(default=timezone.now, db_index=True)
    ends_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("link for writing")
        verbose_name_plural = _("links for writing")

    def __str__(self):
        return f"{self.reader_id}: {self.ends_at:%Y-%m-%d}"

    @property
    def shown_name(self) -> str:
        return shown_line(self.name)
