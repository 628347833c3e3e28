"""One comment with everything the desk knows of it, and what became of all comments of one story."""

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.models import Status
from comments.queue import one, one_comment, one_story
from comments.queue.reasons import reasons_of


@require_safe
@permission_required("comments.view_comment", raise_exception=True)
def comment(request, pk):
    """What was written, why it is where it is, its whole record; of an erased one the record alone."""
    found = one.found(pk)
    lines = one_comment.record(pk)
    if found is None:
        if not lines or one_comment.is_unconfirmed(pk):
            return one.gone(request)
        return one.page(request, "komentar_dihapus", None, one_comment.number_of(pk), record=lines)
    # What its writer took back is read by nobody any more.
    is_readable = found.status != Status.WITHDRAWN
    return one.page(
        request,
        "komentar",
        found,
        _("History"),
        record=lines,
        is_readable=is_readable,
        reasons=reasons_of(found) if is_readable else [],
        seen=one_comment.seen_by(request.user, found) if is_readable else [],
        looks=one_comment.looks(lines),
        undoable=one_comment.undoable(found, request.user),
        hidings=one_comment.hidings(found),
        parent_excerpt=one_comment.parent_excerpt(found),
        answers=one_comment.answers(found),
        has_writer=one_comment.has_writer(found),
        may_see_email=request.user.has_perm("comments.view_email"),
    )


@require_safe
@permission_required("comments.view_comment", raise_exception=True)
def story(request, pk):
    """Decisions on the comments of one story by day and person, the newest first."""
    article = one_story.found(pk)
    if article is None:
        raise Http404
    before = one_story.day(request.GET.get("sebelum", ""))
    days, older = one_story.days(article, before)
    context = {
        **admin.site.each_context(request),
        "title": _("Comments of a story"),
        "article": article,
        "counts": one_story.counts(article),
        "days": days,
        "older": older,
        "before": before,
    }
    return render(request, "admin/antrean/berita.html", context)
