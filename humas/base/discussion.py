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
    identity = models.CharField(
        _("who may write"),
        max_length=12,
        choices=Identity,
        default=Identity.OPEN,
        help_text=_("The two lower choices send readers e-mail."),
    )
    lets_returning_pass = models.BooleanField(
        _("known writers are shown at once"),
        default=False,
        help_text=_("Known is whose address is confirmed and had a comment shown. A typed name proves nothing."),
    )
    asks_terms = models.BooleanField(
        _("readers agree to the rules for comments"),
        default=False,
        help_text=_("A box above the button; the version agreed to and the hour are kept."),
    )
    closes_after_days = models.PositiveSmallIntegerField(
        _("close after"),
        null=True,
        blank=True,
        validators=_between(1, 3650),
        help_text=_("Days since the story first appeared. Left empty: never."),
    )

    # *Lanjutan*: form and thread.
    asks_website = models.BooleanField(
        _("ask for a website"), default=True, help_text=_("Without it spam has one field less to fill.")
    )
    thread_depth = models.PositiveSmallIntegerField(
        _("levels of answers"),
        default=3,
        validators=_between(1, 10),
        help_text=_("How deep an answer may hang below an answer; 1: no answers."),
    )
    is_newest_first = models.BooleanField(
        _("newest comments first"), default=False, help_text=_("Otherwise in the order they were written.")
    )
    comments_per_page = models.PositiveSmallIntegerField(
        _("comments on a page"),
        default=50,
        validators=_between(5, 200),
        help_text=_("Longer threads are divided into pages, so that a story stays light."),
    )
    edit_minutes = models.PositiveSmallIntegerField(
        _("minutes to mend one's own comment"),
        default=15,
        validators=_between(0, 1440),
        help_text=_("Only while nobody has decided on it; 0: not at all."),
    )
    complaint_channels = models.TextField(
        _("where complaints go"),
        max_length=2000,
        blank=True,
        help_text=_("Stands under the form, one to a line, e.g. SP4N-LAPOR! https://www.lapor.go.id"),
    )

    # What is held.
    max_links = models.PositiveSmallIntegerField(
        _("links from which a comment is held"),
        null=True,
        blank=True,
        default=2,
        validators=_between(1, 100),
        help_text=_("A comment with this many links or more says so in the queue. Left empty: never."),
    )
    fast_seconds = models.PositiveSmallIntegerField(
        _("too fast below"),
        default=3,
        validators=_between(0, 60),
        help_text=_("Seconds in which nobody fills in a form. It weighs and never decides; 0: not looked at."),
    )
    writer_limit_count = models.PositiveIntegerField(
        _("comments of one writer"),
        null=True,
        blank=True,
        help_text=_("More of one address are asked to wait, their words kept; 0: no limit."),
    )
    writer_limit_minutes = models.PositiveIntegerField(
        _("in how many minutes"),
        null=True,
        blank=True,
        validators=_between(1, 10_080),
        help_text=_("Belongs to the number above it."),
    )
    network_limit_count = models.PositiveIntegerField(
        _("comments from one network"),
        null=True,
        blank=True,
        help_text=_("Readers share networks: more are asked to wait and never taken for spam; 0: no limit."),
    )
    network_limit_minutes = models.PositiveIntegerField(
        _("in how many minutes"),
        null=True,
        blank=True,
        validators=_between(1, 10_080),
        help_text=_("Belongs to the number above it."),
    )

    # What is kept, in days.
    spam_days = models.PositiveSmallIntegerField(
        _("days spam is kept"),
        default=30,
        validators=_between(1, 365),
        help_text=_("Then its words are erased; the record of decisions stays."),
    )
    trash_days = models.PositiveSmallIntegerField(
        _("days trash is kept"),
        default=30,
        validators=_between(1, 365),
        help_text=_("Then its words are erased; the record of decisions stays."),
    )
    email_days = models.PositiveSmallIntegerField(
        _("days an address is kept"),
        default=365,
        validators=_between(30, 3650),
        help_text=_("Then the comment stays and its e-mail address is erased."),
    )
    network_days = models.PositiveSmallIntegerField(
        _("days the digest of a network is kept"),
        default=30,
        validators=_between(1, 30),
        help_text=_("It only serves limits and rules; thirty days at most."),
    )

    # Mail, only where EMAIL_URL is set.
    mails_digest = models.BooleanField(
        _("mail moderators at 08.00 and 14.00"),
        default=True,
        help_text=_("How many comments wait; none when none does, never one for spam."),
    )
    mails_each = models.BooleanField(
        _("mail moderators each comment"), default=False, help_text=_("One mail for each comment that waits.")
    )
    mails_writers = models.BooleanField(
        _("offer readers mail about their comment"),
        default=True,
        help_text=_("An unticked box; one mail when their comment is shown or answered."),
    )

    class Meta:
        abstract = True
