"""
Why a comment is not shown, as its writer is told: a fixed list, so that nobody is told something hasty.

What a moderator writes freely stays in the record; only these sentences leave the desk.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Ground:
    slug: str
    label: object
    """For the moderator's list, and in brackets behind "Not shown" on the receipt."""
    sentence: object
    """What the writer receives: what is so, and what to do about it."""


OTHER = "lain"

GROUNDS = (
    Ground(
        "judi",
        _("advertising for online gambling"),
        _(
            "It advertises online gambling. If you did not mean to, write again "
            "without the link and the name of that site."
        ),
    ),
    Ground(
        "kasar",
        _("rude words"),
        _("There are rude words in it. Your opinion and your criticism are welcome in words that hurt nobody."),
    ),
    Ground(
        "kebencian",
        _("hatred against a group"),
        _(
            "It runs people down for their ethnic group, religion, race or community. "
            "What you think about the story itself is still welcome."
        ),
    ),
    Ground(
        "fitnah",
        _("defamation or false news"),
        _("It holds an accusation or news we cannot verify. Name the source, or write what you have seen yourself."),
    ),
    Ground(
        "data-pribadi",
        _("personal data"),
        _(
            "It holds a telephone number, a NIK, a home address or other data of a person. "
            "Write again without them: that protects you and others."
        ),
    ),
    Ground(
        "di-luar-pokok",
        _("not about the story"),
        _("It is not about this story. Write under the story it belongs to, or turn to our office."),
    ),
    Ground(
        "kembar",
        _("received before"),
        _("We have the same comment already, so this one is not shown a second time. Nothing of yours is lost."),
    ),
    Ground(
        "iklan",
        _("advertising"),
        _("It advertises something. Comments here are for talking about the story."),
    ),
    Ground(
        OTHER,
        _("another reason"),
        _("It does not follow our rules for comments. You may write it again."),
    ),
)

BY_SLUG = {ground.slug: ground for ground in GROUNDS}


def told_apart(reason: str) -> tuple[str, str]:
    """(ground, reason) from the one field a form sends: a slug of the list, or words of the moderator's own."""
    return (reason, "") if reason in BY_SLUG else ("", reason)
