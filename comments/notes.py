"""What moderators tell one another about a comment. No reader's page loads any of it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from comments.models import Comment, Note

LONGEST = 1000


def add(comment: Comment, text: str, *, by) -> Note:
    """Keep a note; the same pressed twice in a row is one. Raises ValidationError for nothing, and for too much."""
    text = text.replace("\r\n", "\n").replace("\0", "").strip()
    if not text:
        raise ValidationError(_("Write the note first."), code="required")
    if len(text) > LONGEST:
        raise ValidationError(
            _("A note has at most %(most)d characters; these are %(count)d.") % {"most": LONGEST, "count": len(text)},
            code="too_long",
        )
    with transaction.atomic():
        # Held, so that a purge does not erase the comment between the look and the note.
        Comment.objects.select_for_update(of=("self",)).kept().only("pk").get(pk=comment.pk)
        last = Note.objects.filter(comment=comment).order_by("-pk").first()
        if last and last.text == text and last.by_id == by.pk:
            return last
        return Note.objects.create(comment=comment, text=text, by=by)


def of(comment: Comment) -> list[Note]:
    """The oldest first. One query."""
    return list(Note.objects.filter(comment=comment).select_related("by"))
