"""Which decision of a person stands, read from the record; while there is none, a comment waits."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Max, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from comments.models import Comment, Decision, Status
from comments.models.decision import NOT_DECIDING, Act
from humas.base.models import Newsroom

OPERATOR = "operator"
"""The rule's name on lines of the operator's command, behind which there is a person."""


def standing_decision(comment: Comment) -> Decision | None:
    """The decision by a person that is in force: none before the first, and none after it was undone. One query."""
    return in_force(Decision.objects.filter(comment_id=comment.pk).exclude(act__in=NOT_DECIDING).order_by("pk"))


def newest_lines(numbers: Iterable[int]) -> dict[int, int]:
    """{comment: number of the newest line about its state}; a comment without one is left out. One query."""
    lines = Decision.objects.filter(comment_id__in=list(numbers)).exclude(act__in=NOT_DECIDING)
    return dict(lines.order_by().values_list("comment_id").annotate(Max("pk")))


def newest_line() -> Coalesce:
    """
    The same for a query of comments, to be asked together with what is shown of them.

    Asked for afterwards it may be newer than the words beside it, and a form would say that
    somebody was shown what nobody was.
    """
    lines = Decision.objects.filter(comment_id=OuterRef("pk")).exclude(act__in=NOT_DECIDING)
    return Coalesce(Subquery(lines.order_by("-pk").values("pk")[:1]), 0)


def in_force(lines: Iterable[Decision]) -> Decision | None:
    """
    The same from lines of one comment, oldest first.

    Only the latest line can be undone (undoing one may be undone too), so that
    after an undoing there stands what stood before the line it took back.
    """
    stood: list[Decision | None] = [None]
    for line in lines:
        if line.act == Act.DECIDED and is_by_person(line):
            stood.append(line)
        elif line.act == Act.UNDONE:
            stood.append(stood[-2] if len(stood) > 1 else None)
        else:
            stood.append(stood[-1])
    return stood[-1]


def is_by_person(line: Decision) -> bool:
    return line.by_id is not None or line.rule in ("", OPERATOR)


def is_waiting(comment: Comment, standing: Decision | None) -> bool:
    """Waiting for a person. What a rule alone put aside still is: people decide."""
    if comment.status in (Status.PENDING, Status.UNCONFIRMED):
        return True
    return comment.status in (Status.SPAM, Status.TRASH) and standing is None


def editable_until(comment: Comment, standing: Decision | None) -> datetime | None:
    """Until when its writer may mend a comment; None where it is too late, or a person has decided."""
    if standing is not None or not is_waiting(comment, standing):
        return None
    until = comment.created_at + timedelta(minutes=Newsroom.current().edit_minutes)
    return until if timezone.now() < until else None
