"""What a bureau decides about the comments of its readers: WordPress' Settings › Discussion, as columns of Newsroom."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Identity(models.TextChoices):
    """How sure the newsroom is of who writes."""

    OPEN = "open", _("Name and e-mail, as typed")
    CONFIRMED = "confirmed", _("The e-mail address is confirmed first")
    SIGN_IN = "sign_in", _("Readers sign in by a link in an e-mail")


def _between(least: int, most: int) -> list:
    return [MinValueValidator(least), MaxValueValidator(most)]


class Discussion(models.Model):
    """
    The settings of *Diskusi*. Days, minutes and counts are whole numbers; null is "no such limit".

    A limit of replies left empty is the one of the environment (REPLY_LIMIT_WRITER, REPLY_LIMIT_NETWORK).
    """

    # Five plain choices.
    is_open_to_comments = models.BooleanField(
        _("comments are open"),
        default=True,
        help_text=_("Switch off to close the comment form on every story at once. Comments already shown stay."),
    )
    identity = models.CharField(_("who may write"), max_length=12, choices=Identity, default=Identity.OPEN)
    lets_returning_pass = models.BooleanField(_("known writers are shown at once"), default=False)
    asks_terms = models.BooleanField(_("readers agree to the rules for comments"), default=False)
    closes_after_days = models.PositiveSmallIntegerField(
        _("close after"), null=True, blank=True, validators=_between(1, 3650)
    )

    # *Lanjutan*: form and thread.
    asks_website = models.BooleanField(_("ask for a website"), default=True)
    thread_depth = models.PositiveSmallIntegerField(_("levels of answers"), default=3, validators=_between(1, 10))
    is_newest_first = models.BooleanField(_("newest comments first"), default=False)
    comments_per_page = models.PositiveSmallIntegerField(
        _("comments on a page"), default=50, validators=_between(5, 200)
    )
    edit_minutes = models.PositiveSmallIntegerField(
        _("minutes to mend one's own comment"), default=15, validators=_between(0, 1440)
    )
    complaint_channels = models.TextField(_("where complaints go"), max_length=2000, blank=True)

    # What is held.
    max_links = models.PositiveSmallIntegerField(
        _("links from which a comment is held"), null=True, blank=True, default=2, validators=_between(1, 100)
    )
    fast_seconds = models.PositiveSmallIntegerField(_("too fast below"), default=3, validators=_between(0, 60))
    writer_limit_count = models.PositiveIntegerField(_("comments of one writer"), null=True, blank=True)
    writer_limit_minutes = models.PositiveIntegerField(
        _("in how many minutes"), null=True, blank=True, validators=_between(1, 10_080)
    )
    network_limit_count = models.PositiveIntegerField(_("comments from one network"), null=True, blank=True)
    network_limit_minutes = models.PositiveIntegerField(
        _("in how many minutes"), null=True, blank=True, validators=_between(1, 10_080)
    )

    # What is kept, in days.
    spam_days = models.PositiveSmallIntegerField(_("days spam is kept"), default=30, validators=_between(1, 365))
    trash_days = models.PositiveSmallIntegerField(_("days trash is kept"), default=30, validators=_between(1, 365))
    email_days = models.PositiveSmallIntegerField(
        _("days an address is kept"), default=365, validators=_between(30, 3650)
    )
    network_days = models.PositiveSmallIntegerField(
        _("days the digest of a network is kept"), default=30, validators=_between(1, 30)
    )

    # Mail, only where EMAIL_URL is set.
    mails_digest = models.BooleanField(_("mail moderators at 08.00 and 14.00"), default=True)
    mails_each = models.BooleanField(_("mail moderators each comment"), default=False)
    mails_writers = models.BooleanField(_("offer readers mail about their comment"), default=True)

    class Meta:
        abstract = True
