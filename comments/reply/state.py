"""What a writer is told of a comment: one plain phrase, and what comes next."""

from django.utils.translation import gettext as _

from comments.models import Comment, Decision, Status
from comments.models.decision import Act


def is_waiting(comment: Comment) -> bool:
    """Waiting for a person. What a rule alone put aside still is: people decide."""
    if comment.status in (Status.PENDING, Status.UNCONFIRMED):
        return True
    decided = Decision.objects.filter(comment_id=comment.pk).exclude(act__in=(Act.EMAIL_SEEN, Act.CONFIRMED))
    return comment.status in (Status.SPAM, Status.TRASH) and not decided.exists()


def state_of(comment: Comment) -> str:
    if comment.status == Status.UNCONFIRMED:
        return _("Your comment waits until you have confirmed your e-mail address.")
    if is_waiting(comment):
        return _("Your comment has arrived and waits to be read by an officer.")
    if comment.status == Status.APPROVED:
        return _("Your comment is shown.")
    if comment.status == Status.WITHDRAWN:
        return _("You have withdrawn your comment.")
    return _("Your comment is not shown.")


def next_steps(comment: Comment) -> list[str]:
    if not is_waiting(comment):
        return []
    first = [_("Open our e-mail and press the button on the page behind its link.")]
    return [
        *(first if comment.status == Status.UNCONFIRMED else []),
        _("An officer of the newsroom reads your comment."),
        _("If it follows the rules it appears under the story, with your name and without your e-mail address."),
    ]
