"""The moderation queue: what waits, decided singly or by selection, each act reversible."""

from uuid import UUID

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from comments import moderation
from comments.grounds import offered, told_apart
from comments.models import Comment, Status
from comments.queue import filters, meanwhile
from humas.base.http import see_other

MOST_AT_ONCE = 500


@require_safe
@permission_required("comments.view_comment", raise_exception=True)
def queue(request):
    """One view of the queue, oldest first where people wait, or the comment of a number (`cari`)."""
    shown = filters.Filter.read(request)
    context = {
        **admin.site.each_context(request),
        "title": _("Comment queue"),
        "filter": shown,
        "views": shown.views(),
        "view": shown.view,
        "items": shown.page().rows,
        "search": shown.typed.get("cari", ""),
        "search_told": " ".join(shown.told),
        "grounds": offered(),
        "last_act": _last_act(request.GET.get("batch", "")),
        "may_decide": request.user.has_perm("comments.moderate_comment"),
        "may_see_email": request.user.has_perm("comments.view_email"),
    }
    return render(request, "admin/antrean/queue.html", context)


@require_POST
@permission_required("comments.moderate_comment", raise_exception=True)
def decide(request):
    """
    `comment` (repeatable), `decision`, `reason`, `seen` → 303 back to the view it was decided in.

    409 where somebody decided otherwise on one of them since (`comments.queue.meanwhile`).

    `reason` is the slug of what the writer is told (`comments.grounds`), or words for the record.
    """
    numbers = [int(number) for number in request.POST.getlist("comment") if _is_number(number)]
    decision = moderation.WORDS.get(request.POST.get("decision", ""), "")
    if not numbers:
        messages.warning(request, _("Choose at least one comment first."))
        return _back(request)
    if len(numbers) > MOST_AT_ONCE:
        messages.error(request, _("At most %(count)d comments at once. Nothing was changed.") % {"count": MOST_AT_ONCE})
        return _back(request)
    batch = moderation.new_batch()
    ground, reason = told_apart(request.POST.get("reason", ""))
    try:
        changed = moderation.decide(
            numbers,
            decision,
            by=request.user,
            reason=reason,
            ground=ground,
            batch=batch,
            seen=meanwhile.seen_in(request.POST),
        )
    except moderation.DecidedMeanwhile as faster:
        return meanwhile.page(request, faster)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return _back(request)
    if not changed:
        messages.info(request, meanwhile.unchanged(numbers))
        return _back(request)
    return _back(request, batch=batch)


@require_POST
@permission_required("comments.moderate_comment", raise_exception=True)
def undo(request):
    """`batch` → everything in it as it was, except what somebody decided on again since."""
    batch = _uuid(request.POST.get("batch", ""))
    back, left = moderation.undo(batch, by=request.user)[:2] if batch else (0, 0)
    if back:
        messages.success(request, _("Undone: %(count)d comments.") % {"count": back})
    if left:
        messages.warning(
            request, _("Left as they are, because they were decided on again: %(count)d.") % {"count": left}
        )
    if not back and not left:
        messages.info(request, _("There is nothing to undo."))
    return _back(request)


@require_POST
@permission_required("comments.view_email", raise_exception=True)
def email(request):
    """Show one writer's address, after the record says who looked."""
    number = request.POST.get("comment", "")
    comment = get_object_or_404(Comment.objects.select_related("article"), pk=int(number) if _is_number(number) else 0)
    context = {
        **admin.site.each_context(request),
        "title": _("E-mail address"),
        "comment": comment,
        "address": moderation.look_at_email(comment, by=request.user),
    }
    return render(request, "admin/antrean/email.html", context)


def _last_act(batch: str):
    """What the bar above the queue says: how many, their status now, and the batch to undo."""
    known = _uuid(batch)
    told = moderation.last_act(known) if known else None
    return {"batch": known, "count": told[0], "status": Status(told[1]).label} if told else None


def _back(request, batch: UUID | None = None):
    query = {"tampilan": filters.chosen(request.POST.get("tampilan", "")).slug}
    if batch:
        query["batch"] = str(batch)
    return see_other(f"{reverse('admin:queue')}?{urlencode(query)}")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
