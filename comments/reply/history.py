"""What this newsroom has of a writer already: a look-up for each thing it asks, whatever is stored."""

from dataclasses import dataclass

from comments.models import Comment, Status


@dataclass(frozen=True)
class History:
    """Numbers of comments: the first with the very same words, and the last one shown of this address."""

    same: int | None
    shown: int | None


def of(comment: Comment, *, is_shown_asked: bool) -> History:
    others = Comment.objects.filter(email_digest=comment.email_digest).exclude(pk=comment.pk or 0)
    same = others.filter(
        article=comment.article_id, parent=comment.parent_id, name=comment.name, body=comment.body
    ).order_by("pk")
    shown = others.filter(status=Status.APPROVED).order_by("-created_at") if is_shown_asked else others.none()
    return History(*(rows.values_list("pk", flat=True).first() for rows in (same, shown)))
