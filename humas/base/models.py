from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from humas.base.digests import digest
from humas.base.discussion import Discussion
from humas.base.fields import EncryptedTextField, KeyLost
from humas.base.labels import LabelStyle
from humas.base.nip import validate_nip


class Newsroom(Discussion):
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
    hashtags = models.CharField(
        _("hashtags"),
        max_length=200,
        blank=True,
        help_text=_("Stand under what is shared on WhatsApp, e.g. #HumasNTT #RoteNdao."),
    )
    required_checks = models.JSONField(
        _("required before publishing"),
        default=list,
        blank=True,
        help_text=_(
            "Without a headline, a text and words for its photo no story goes out. What is ticked comes on top."
        ),
    )
    address = models.TextField(_("address of the office"), max_length=300, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    public_email = models.EmailField(
        _("e-mail of the office"),
        blank=True,
        help_text=_("Shown to readers: an address of the office, not of a person."),
    )
    signatory_office = models.CharField(
        _("office of who signs"), max_length=160, blank=True, help_text=_("As it stands above the signature.")
    )
    signatory_name = models.CharField(_("name"), max_length=120, blank=True, help_text=_("With degrees."))
    signatory_rank = models.CharField(
        _("rank"), max_length=80, blank=True, help_text=_("Rank and grade, as in the decree of appointment.")
    )
    signatory_nip = models.CharField(
        _("NIP"),
        max_length=30,
        blank=True,
        validators=[validate_nip],
        help_text=_("18 digits; blanks between are fine."),
    )
    is_demo = models.BooleanField(default=False, editable=False)

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


class DiscussionSettings(Newsroom):
    """The same row under /admin/diskusi/: what a bureau decides about comments. Its rights are the Newsroom's."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("discussion")
        verbose_name_plural = _("discussion")


class Change(models.Model):
    """
    Who gave something of the newsroom other values, and which: written once, by `humas.base.changes`.

    `subject` is "newsroom", "report:5" or "category:3"; `before` and `after` hold the
    fields that changed. An empty `before` is how it began.
    """

    subject = models.CharField(max_length=80, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()
        verbose_name = _("change")
        verbose_name_plural = _("changes")

    def __str__(self):
        return f"{self.subject} {self.made_at:%Y-%m-%d %H:%M}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("a change is never changed")
        super().save(*args, **kwargs)


class Letter(models.Model):
    """
    One mail on its way: written in the transaction of the act it tells of, sent after it (`humas.base.mail`).

    `about` names what it tells of ("comment:5"). Sent letters lose `to`, `body` and
    `headers` at once. One with neither `sent_at` nor `next_try_at` was given up;
    `error` says why, without an address.
    """

    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=80, blank=True, db_index=True)
    to = EncryptedTextField(blank=True)
    subject = models.CharField(max_length=200)
    body = EncryptedTextField(blank=True)
    headers = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, db_index=True)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()
        verbose_name = _("letter")
        verbose_name_plural = _("letters")

    def __str__(self):
        return f"{self.kind} {self.about}"


class Turn(models.Model):
    """
    That something which has its hour was done for that hour, or is being done (`humas.base.clock`).

    The one row per hour is what keeps several workers from doing it twice.
    """

    name = models.CharField(max_length=40)
    due_at = models.DateTimeField()
    began_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("turn of a timed task")
        verbose_name_plural = _("turns of timed tasks")
        constraints = [models.UniqueConstraint(fields=["name", "due_at"], name="turn_once")]

    def __str__(self):
        return f"{self.name} {self.due_at:%Y-%m-%d %H:%M}"


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
