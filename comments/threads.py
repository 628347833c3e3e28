"""Approved comments of a story, put in the order they are read."""

from dataclasses import dataclass, field

from comments.models import Comment
from comments.models.comment import PRIVATE


@dataclass
class Thread:
    """A comment with its answers; no comment where the one they answered is shown no more."""

    comment: Comment | None
    answers: list[Comment] = field(default_factory=list)


def threads_of(article) -> tuple[list[Thread], int]:
    """(threads, oldest first; number of comments shown). One query, which never loads an address."""
    shown = list(Comment.objects.public().filter(article=article).defer(*PRIVATE, "body"))
    threads = {comment.pk: Thread(comment) for comment in shown if comment.parent_id is None}
    for comment in shown:
        if comment.parent_id is not None:
            threads.setdefault(comment.parent_id, Thread(None)).answers.append(comment)
    return list(threads.values()), len(shown)
