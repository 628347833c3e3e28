"""
What an editor may do when a part cannot open where it stands.

Publishing refuses to change a number readers know, or to let a part open ahead
of an earlier one. Here the sentence comes with its ways out: the earlier part's
form, or the one move that clears the way, after which the part is published.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles import checked, ordering
from articles.models import Article
from humas.base.http import see_other

REFUSED = ("earlier_part_waits", "later_part_opened")
HOUR = "waktu"


def address(article: Article, at) -> str:
    """Where the choice is offered; `at` is the hour the part was to open, None for at once."""
    query = f"?{urlencode({HOUR: at.isoformat()})}" if at else ""
    return reverse("admin:articles_article_order", args=[article.pk]) + query


def choose(modeladmin, request, pk):
    """Show what stands in the way; POST clears it by the one move offered, then publishes."""
    part = get_object_or_404(Article.objects.with_part_number().select_related("report"), pk=pk)
    if not (modeladmin.has_publish_permission(request) and modeladmin.has_change_permission(request, part)):
        raise PermissionDenied
    at = hour_in(request.GET.get(HOUR, ""))
    refused = in_the_way(part, at)
    if request.method == "POST" and refused:
        return _move_and_publish(modeladmin, request, part, at, refused)
    if refused is None:
        return see_other(reverse("admin:articles_article_change", args=[pk]))
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("This part cannot open here yet"),
        "opts": modeladmin.opts,
        "original": part,
        "sentence": " ".join(refused.messages),
        "other": refused.params["part"],
        "is_earlier": refused.code == "earlier_part_waits",
        "moved": _to_move(part, refused)[0],
        "at": at,
    }
    return render(request, "admin/articles/choice.html", context)


def _move_and_publish(modeladmin, request, part, at, refused):
    if checked.stops(part, request.user):  # nothing moves for a story that may not go out: its screen says why
        return see_other(reverse("admin:articles_article_publish", args=[part.pk]))
    moved, beside = _to_move(part, refused)
    if request.POST.get("beside") != str(beside.pk):  # not what was offered: look again
        return see_other(address(part, at))
    there = [row.pk for row in ordering.parts(part.report)]
    try:
        ordering.move(moved, there.index(beside.pk) + 1, seen=there, by=request.user)
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
        return see_other(reverse("admin:articles_article_change", args=[part.pk]))
    modeladmin.log_change(request, moved, _("Moved within its report."))
    return see_other(modeladmin.publish(request, part, at))


def _to_move(part: Article, refused: ValidationError) -> tuple[Article, Article]:
    """(what moves, to whose place): the part itself, unless another that has opened stands in between."""
    other = refused.params["part"]
    if refused.code == "later_part_opened":
        return part, other
    between = Article.objects.filter(report=part.report_id, position__range=(other.position, part.position))
    return (other, part) if between.opened().exists() else (part, other)


def in_the_way(part: Article, at) -> ValidationError | None:
    try:
        ordering.keep_order(part, at or timezone.now())
    except ValidationError as refused:
        return refused
    return None


def hour_in(text: str):
    """The hour in the address, if it is one of ours."""
    try:
        at = parse_datetime(text)
    except ValueError:
        return None
    return at if at and timezone.is_aware(at) else None
