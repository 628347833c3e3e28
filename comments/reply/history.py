"""What this newsroom has of a writer already: a look-up for each thing it asks, whatever is stored."""

from dataclasses import dataclass

from comments.models import Comment, Status


@dataclass(frozen=True)
class History:
    """Numbers of comments: the first with the very same words, and the last one shown of this address."""

    same: int | None
    shown: int | None


def of(comment: Comment, *, is_shown_asked: bool) -> History:
    if not comment.email_digest:  # forgotten, or the newsroom's own: of nobody, not of one writer
        return History(None, None)
    others = Comment.objects.filter(email_digest=comment.email_digest)
    if comment.pk:
        others = others.exclude(pk=comment.pk)
    same = others.filter(
        article=comment.article_id, parent=comment.parent_id, name=comment.name, body=comment.body
    ).order_by("pk")
    shown = others.filter(status=Status.APPROVED).order_by("-created_at")
    return History(_first(same), _first(shown) if is_shown_asked else None)


def _first(rows) -> int | None:
    return next(iter(rows.values_list("pk", flat=True)[:1]), None)
