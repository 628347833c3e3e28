"""Comments as the screen of the queue loads them: with all that would otherwise be a question for each."""

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from comments.models import Comment, Forwarding, Note, Redaction
from comments.standing import newest_line


def for_screen() -> QuerySet:
    """With `line`, the newest of the record (0 for none), and `with_more`. Never the address."""
    return with_more(Comment.objects.for_queue()).annotate(line=newest_line())


def with_more(rows: QuerySet) -> QuerySet:
    """With what `more_about` need not ask for where there is none."""
    of_this = {"comment": OuterRef("pk")}
    return rows.annotate(
        has_notes=Exists(Note.objects.filter(**of_this)),
        has_forwardings=Exists(Forwarding.objects.filter(**of_this)),
        newest_spans=Subquery(Redaction.objects.filter(**of_this).order_by("-pk").values("spans")[:1]),
    )
