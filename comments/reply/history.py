"""What this newsroom has of a writer already: one look-up for all it asks, whatever is stored."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Subquery, Value
from django.db.models.functions import Coalesce, Concat, JSONObject, NullIf, Trim
from django.utils import timezone

from articles.models import Article
from comments.models import Comment, Status, Writer

PERSON = Coalesce(
    NullIf("by__printed_name", Value("")),
    NullIf(Trim(Concat("by__first_name", Value(" "), "by__last_name")), Value("")),
    "by__username",
)
"""What `str()` of whoever decided would be."""


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
    """One query; none for what is nobody's."""
    if not comment.email_digest:  # forgotten, or the newsroom's own: of nobody, not of one writer
        return History(None, None)
    others = Comment.objects.filter(email_digest=comment.email_digest)
    if comment.pk:
        others = others.exclude(pk=comment.pk)
    same = others.filter(
        article=comment.article_id, parent=comment.parent_id, name=comment.name, body=comment.body
    ).order_by("pk")
    shown = others.filter(status=Status.APPROVED).order_by("-created_at")
    decided = Writer.objects.in_force(timezone.now()).filter(email_digest=comment.email_digest)
    asked = [
        Subquery(same.values("pk")[:1]),
        Subquery(decided.values(found=JSONObject(stance="stance", by=PERSON, at="at"))),
    ]
    if is_shown_asked:
        asked.append(Subquery(shown.values("pk")[:1]))
    # From the row of the story, which is there, so that the database is asked once for all of it.
    row = Article.everything.filter(pk=comment.article_id).order_by().values_list(*asked).get()
    return History(row[0], row[2] if is_shown_asked else None, row[1] and _decided(row[1]))


def _decided(found: dict[str, Any]) -> Decided:
    at = datetime.fromisoformat(found["at"])
    # SQLite keeps hours of UTC without saying so.
    return Decided(found["stance"], found["by"], at if at.tzinfo else at.replace(tzinfo=UTC))
