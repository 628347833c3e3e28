"""What the page of one comment says beside its words. Each function says what it costs."""

from typing import NamedTuple
from uuid import UUID

from comments import moderation, numbers, redaction
from comments.models import Comment, Decision, HiddenComment, Hiding, Status
from comments.models.comment import DECIDABLE
from comments.models.decision import NOT_DECIDING, Act
from comments.models.hiding import Scope
from comments.queue.one import excerpt
from comments.queue.reasons import marks_of
from comments.queue.told import Told, told
from humas.base.cleaning import shown_line

MOST_ANSWERS = 50
HIGHEST = 2**63 - 1


class Line(NamedTuple):
    told: Told
    act: str


class Undoable(NamedTuple):
    """The act this comment was last decided in: its batch, and how many comments undoing it would take back."""

    batch: UUID
    count: int


def record(pk: int) -> list[Line]:
    """Its whole record, the newest first. Two queries."""
    lines = list(Decision.objects.filter(comment_id=min(pk, HIGHEST)).select_related("by").order_by("-pk"))
    return [Line(words, line.act) for line, words in zip(lines, told(lines), strict=True)]


def looks(lines: list[Line]) -> int:
    """How often somebody looked at the address."""
    return sum(line.act == Act.EMAIL_SEEN for line in lines)


def seen_by(user, comment: Comment) -> list[str]:
    """The very characters that were noticed, each spelling once; none that this person may not see. No query."""
    sees_all = user.has_perm("comments.redact_comment")
    marks = [
        mark
        for mark in marks_of(comment)
        if sees_all or mark.field != "body" or not redaction.is_covered(comment, mark.start, mark.end)
    ]
    return list(dict.fromkeys(shown_line(getattr(comment, mark.field)[mark.start : mark.end]) for mark in marks))


def undoable(comment: Comment, user) -> Undoable | None:
    """What this person can take back from here; None where a later decision, or none, stands. At most three queries."""
    if not user.has_perm("comments.moderate_comment"):
        return None
    deciding = Decision.objects.filter(comment_id=comment.pk).exclude(act__in=NOT_DECIDING)
    newest = deciding.order_by("-pk").first()
    if newest is None or newest.act not in (Act.DECIDED, Act.UNDONE):
        return None
    standing = moderation.undoable(newest.batch)
    if not standing.filter(comment_id=comment.pk).exists():
        return None
    return Undoable(newest.batch, standing.order_by().count())


def hidings(comment: Comment) -> list[Hiding]:
    """Hidings in force that keep it from readers now. One query."""
    own = HiddenComment.objects.filter(comment_id=comment.pk).values("hiding")
    in_force = Hiding.objects.in_force().select_related("by").order_by("pk")
    return list(in_force.filter(scope=Scope.ALL) | in_force.filter(pk__in=own))


def answers(comment: Comment) -> list[Comment]:
    """What answers it, whatever became of that, the oldest first. One query."""
    below = Comment.objects.kept().filter(parent=comment.pk)
    below = below.exclude(status__in=(Status.UNCONFIRMED, Status.WITHDRAWN))
    found = list(below.for_queue().order_by("created_at", "pk")[:MOST_ANSWERS])
    for each in found:
        each.excerpt = excerpt(each)
    return found


def parent_excerpt(comment: Comment) -> str:
    """The beginning of what it answers; "" where it answers nothing that the desk may read. No query."""
    parent = comment.parent
    return excerpt(parent) if parent and parent.status in DECIDABLE else ""


def has_writer(comment: Comment) -> bool:
    """Whether others of the same writer can be found. One query."""
    return Comment.objects.filter(pk=comment.pk).exclude(email_digest="").exists()


def is_unconfirmed(pk: int) -> bool:
    """Whether it is one that no moderator sees yet. One query."""
    return Comment.objects.filter(pk=min(pk, HIGHEST), status=Status.UNCONFIRMED).exists()


def number_of(pk: int) -> str:
    return numbers.of(pk)
