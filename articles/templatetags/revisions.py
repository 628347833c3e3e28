"""Drawing what changed: marks that can be seen, and words for those who hear the page."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.revisions.words import ADDED, REMOVED, SAME

register = template.Library()


@register.filter
def marked(pieces) -> SafeString:
    """Words that came in <ins>, words that went in <del>, each said as well; everything escaped."""
    return mark_safe("".join(_drawn(pieces)))  # noqa: S308 – every text goes through escape()


@register.filter
def listed(pieces) -> SafeString:
    """Things beside each other (tags), each marked for itself."""
    return mark_safe(", ".join(_drawn(pieces)))  # noqa: S308 – every text goes through escape()


def _drawn(pieces) -> list[str]:
    added, removed = _("added:"), _("removed:")
    opening = {
        ADDED: f'<ins><span class="visually-hidden">{escape(added)} </span>',
        REMOVED: f'<del><span class="visually-hidden">{escape(removed)} </span>',
        SAME: "",
    }
    ending = {ADDED: "</ins>", REMOVED: "</del>", SAME: ""}
    return [f"{opening[piece.kind]}{escape(piece.text)}{ending[piece.kind]}" for piece in pieces]


SIGNS = {
    "changed": "±",
    "looks": "≈",
    "added": "+",
    "removed": "−",
    "moved_away": "↷",
    "moved_here": "↶",
    "same": "",
}


@register.filter
def sign(kind: str) -> str:
    """A shape for the kind of a row, beside its words."""
    return SIGNS[kind]


@register.filter
def in_words(kind: str) -> str:
    return {
        "changed": _("Changed"),
        "looks": _("Only the looks changed"),
        "added": _("Paragraph added"),
        "removed": _("Paragraph removed"),
        "moved_away": _("Paragraph moved away"),
        "moved_here": _("Paragraph moved here"),
        "same": _("The same"),
    }[kind]


@register.filter
def whose(kind: str) -> str:
    """Of two texts written at the same time: who changed this."""
    return {
        "same": _("The same"),
        "both": _("Both changed it"),
        "theirs": _("Only they changed it"),
        "mine": _("Only you changed it"),
        "they_added": _("They added it"),
        "i_added": _("You added it"),
        "they_removed": _("They removed it"),
        "i_removed": _("You removed it"),
    }[kind]
