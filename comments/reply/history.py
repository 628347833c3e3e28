"""
What this newsroom has of a writer already: a look-up, two where known writers pass.

One more where somebody decided on the writer. The look-up that every reply pays for is written
out: in one statement, and put together by nobody, it costs less than asking for the first half alone.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils import timezone

from comments.models import Comment, Status, Writer

_STANDS = ("stance", "until", "at", "by__printed_name", "by__first_name", "by__last_name", "by__username")


# A plus keeps an index from leading: of one writer there is little, of one story there may be thousands.
_ASKED = """
SELECT (
    SELECT id FROM comments_comment
    WHERE email_digest = %s AND +article_id = %s AND name = %s AND body = %s AND id <> %s AND {parent}
    ORDER BY id LIMIT 1
), (SELECT id FROM comments_writer WHERE email_digest = %s)
"""
_BEGINNING, _ANSWER = _ASKED.format(parent="+parent_id IS NULL"), _ASKED.format(parent="+parent_id = %s")


@dataclass(frozen=True)
class Decided:
    """How the newsroom stands to this writer now (`Stance`), by whom and since when."""

    stance: str
    by: str
    at: datetime


@dataclass(frozen=True)
class History:
    """Numbers of comments: the first with the very same words, and the last one shown of this address."""

    same: int | None
    shown: int | None
    decided: Decided | None = None


def of(comment: Comment, *, is_shown_asked: bool) -> History:
    if not comment.email_digest:  # forgotten, or the newsroom's own: of nobody, not of one writer
        return History(None, None)
    mark, own = comment.email_digest, comment.pk or 0
    parent = [] if comment.parent_id is None else [comment.parent_id]
    words = [mark, comment.article_id, comment.name, comment.body, own, *parent, mark]
    with connection.cursor() as cursor:
        cursor.execute(_ANSWER if parent else _BEGINNING, words)
        same, has_writer = cursor.fetchone()
    shown = Comment.objects.filter(email_digest=mark, status=Status.APPROVED).exclude(pk=own).order_by("-created_at")
    return History(same, _first(shown) if is_shown_asked else None, decided(mark) if has_writer else None)


def decided(email_digest: str) -> Decided | None:
    """What a moderator decided about a writer, while it is in force. One query."""
    rows = Writer.objects.filter(email_digest=email_digest).select_related("by").only(*_STANDS)
    writer = next(iter(rows), None)
    if writer is None or not writer.is_in_force(timezone.now()):
        return None
    return Decided(writer.stance, str(writer.by), writer.at)


def _first(rows) -> int | None:
    return next(iter(rows.values_list("pk", flat=True)[:1]), None)
