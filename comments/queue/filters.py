"""The views of the queue and what each holds."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comments import numbers
from comments.models import Comment, Status
from comments.queue.reasons import reasons_of, seen_in

MOST_SHOWN = 50


@dataclass(frozen=True)
class View:
    slug: str
    label: object
    status: str


VIEWS = (
    View("perlu-dibaca", _("To read"), Status.PENDING),
    View("tayang", _("Shown"), Status.APPROVED),
    View("spam", _("Spam"), Status.SPAM),
    View("sampah", _("Trash"), Status.TRASH),
)


def chosen(slug: str) -> View:
    """The view of this name; the first, where people wait, for any other."""
    return next((view for view in VIEWS if view.slug == slug), VIEWS[0])


def with_counts(current: View) -> list[dict]:
    """Every view with its number of comments. One query."""
    counts = dict(Comment.objects.kept().order_by().values_list("status").annotate(n=Count("pk")))
    return [
        {"slug": view.slug, "label": view.label, "count": counts.get(view.status, 0), "is_current": view == current}
        for view in VIEWS
    ]


def items(view: View) -> list[Comment]:
    """The first comments of a view, each with `reasons`; who waits longest stands first, else the newest."""
    comments = Comment.objects.kept().filter(status=view.status).for_queue()
    order = ("created_at", "pk") if view.status == Status.PENDING else ("-created_at", "-pk")
    return _with_reasons(comments.order_by(*order)[:MOST_SHOWN])


@dataclass(frozen=True)
class Found:
    """What a number typed into the search leads to: one comment with the view it is in, or a sentence."""

    items: list[Comment]
    view: View | None = None
    told: str = ""


def found(text: str) -> Found:
    """The comment with this short number, in any spelling; not one that its writer withdrew or has not confirmed."""
    pk = numbers.pk_of(text)
    comment = Comment.objects.for_queue().filter(pk=pk).first() if pk is not None else None
    if comment is None:
        return Found([], told=gettext("There is no comment with this number."))
    view = next((view for view in VIEWS if view.status == comment.status), None)
    if view is None:
        sentences = {
            Status.WITHDRAWN: gettext("This comment was withdrawn by its writer."),
            Status.UNCONFIRMED: gettext("The writer of this comment has not confirmed the email address yet."),
        }
        return Found([], told=sentences[Status(comment.status)])
    return Found(_with_reasons([comment]), view)


def _with_reasons(comments) -> list[Comment]:
    found = list(comments)
    for comment in found:
        comment.reasons, comment.seen = reasons_of(comment), seen_in(comment)
    Comment.objects.find_pages(comment for comment in found if comment.status == Status.APPROVED)
    return found
