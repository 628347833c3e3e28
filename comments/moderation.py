"""
What happens to a comment after it was received: it is decided on, perhaps again.

The queue, the operator's command and every later door call these functions, so
each rule is written once and nothing happens behind a signal.
"""

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from comments.mail import letters
from comments.models import Comment, Decision, Status
from comments.models.comment import DECIDABLE
from comments.models.decision import Act
from humas.base import pages

LONGEST_REASON = 500

WORDS = {"approve": Status.APPROVED, "spam": Status.SPAM, "trash": Status.TRASH, "pending": Status.PENDING}
"""Decisions by the names that forms and commands send."""


def new_batch() -> UUID:
    """One act of one person, whatever it touches: what is undone together."""
    return uuid4()


def decide(
    comments: Iterable[int], status: str, *, by=None, rule: str = "", reason: str = "", batch: UUID | None = None
) -> list[Comment]:
    """
    Give comments (by number) one status, record each decision, return those that changed.

    Comments that have this status already, or that their writer took back, stay
    as they are and leave no line. Raises ValidationError for a status that is
    not a moderator's to give.
    """
    if status not in DECIDABLE:
        raise ValidationError(_("This is not a decision on a comment."), code="no_decision")
    batch = batch or new_batch()
    with transaction.atomic():
        changed = [
            comment
            for comment in _locked(comments)
            if comment.status != status and comment.status in (*DECIDABLE, Status.UNCONFIRMED)
        ]
        _move([(comment, status) for comment in changed], Act.DECIDED, by, rule, reason, batch)
        letters.decided(changed, status)
    return changed


def undoable(batch: UUID):
    """Lines of a batch that nobody has decided over since: what undoing it would take back."""
    later = Decision.objects.filter(comment_id=OuterRef("comment_id"), pk__gt=OuterRef("pk"))
    mine = Decision.objects.filter(batch=batch).exclude(act=Act.EMAIL_SEEN)
    return mine.exclude(Exists(later.exclude(act=Act.EMAIL_SEEN)))


def undo(batch: UUID, *, by=None) -> tuple[list[Comment], list[Comment]]:
    """
    Take one batch of decisions back: (restored, left alone).

    A comment decided on again since is left alone: undoing must not overwrite
    somebody's later decision. The undoing is a batch of decisions itself.
    """
    with transaction.atomic():
        lines = {
            line.comment_id: line
            for line in Decision.objects.filter(batch=batch, act__in=(Act.DECIDED, Act.UNDONE)).order_by("-pk")
        }
        locked = _locked(lines)
        newest = {
            line.comment_id: line
            for line in Decision.objects.filter(comment_id__in=lines).exclude(act=Act.EMAIL_SEEN).order_by("pk")
        }
        back, left = [], []
        for comment in locked:
            line = lines[comment.pk]
            is_latest = newest[comment.pk].pk == line.pk and comment.status == line.to_status
            (back if is_latest else left).append(comment)
        _move([(comment, lines[comment.pk].from_status) for comment in back], Act.UNDONE, by, "", "", new_batch())
    return back, left


def look_at_email(comment: Comment, *, by) -> str:
    """The writer's address, after a line in the record says who looked."""
    with transaction.atomic():
        Decision.objects.create(
            comment_id=comment.pk,
            act=Act.EMAIL_SEEN,
            from_status=comment.status,
            to_status=comment.status,
            by=by,
            batch=new_batch(),
        )
    return comment.email


def _locked(numbers: Iterable[int]) -> list[Comment]:
    """Rows as they are now, in one order for everybody, held until the transaction ends."""
    rows = Comment.objects.kept().select_for_update(of=("self",)).filter(pk__in=list(numbers))
    return list(rows.only("pk", "status", "article_id", "same_key").order_by("pk"))


def _move(moves: list[tuple[Comment, str]], act: str, by, rule: str, reason: str, batch: UUID) -> None:
    Decision.objects.bulk_create(
        Decision(
            comment_id=comment.pk,
            act=act,
            from_status=comment.status,
            to_status=status,
            by=by,
            rule=rule,
            reason=reason.replace("\0", "")[:LONGEST_REASON],  # PostgreSQL stores no NUL
            batch=batch,
        )
        for comment, status in moves
    )
    for comment, status in moves:
        comment.status, comment.same_key = status, None
    Comment.objects.bulk_update([comment for comment, _status in moves], ["status", "same_key"], batch_size=200)
    if moves:
        pages.touched(*{pages.article(comment.article_id) for comment, _status in moves})
