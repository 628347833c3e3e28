"""The moderation queue: what waits, decided singly or by selection, each act reversible."""

from uuid import UUID

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from comments import moderation
from comments.grounds import offered, told_apart
from comments.models import Comment, Status
from comments.queue import context, filters, keys, meanwhile
from comments.queue.ages import age
from comments.queue.place import back, place_in
from humas.base.digits import as_number
from humas.base.http import see_other

MOST_AT_ONCE = 500


@require_safe
@permission_required("comments.view_comment", raise_exception=True)
def queue(request):
    """One view of the queue, narrowed as its address says: a list, and one comment of it with all that is about it."""
    asked = filters.Filter.read(request)
    page = asked.page()
    if asked.after and not page.rows:
        return see_other(f"{request.path}?{asked.query(batch=request.GET.get('batch'))}")
    batch = _uuid(request.GET.get("batch", ""))
    place = place_in(page.rows, asked.opened, is_after_an_act=batch is not None)
    sees_all = request.user.has_perm("comments.redact_comment")
    return render(
        request,
        "admin/antrean/queue.html",
        {
            **admin.site.each_context(request),
            "title": _("Comment queue"),
            "filter": asked,
            "views": asked.views(),
            "view": asked.view,
            "rows": lines_of(page.rows, place, sees_all=sees_all),
            "older": asked.query(setelah=page.older) if page.older else "",
            "here": asked.query(setelah=request.GET.get("setelah")),
            "place": place,
            "opened": context.opened(place.opened, sees_all=sees_all) if place.opened else None,
            "grounds": offered(),
            "last_act": _last_act(batch),
            "may_decide": request.user.has_perm("comments.moderate_comment"),
            "may_see_email": request.user.has_perm("comments.view_email"),
            "keys_are_on": keys.are_on(request.user),
        },
    )


def lines_of(rows: list[Comment], place, *, sees_all: bool) -> list[Comment]:
    """The comments of the list as its lines show them; an opened one from elsewhere stands before the others."""
    found = [place.opened, *rows] if place.is_elsewhere and place.opened else rows
    for comment in context.in_short(found, sees_all=sees_all):
        comment.is_open = place.opened is not None and comment.pk == place.opened.pk
        comment.why = context.why_in_short(comment)
        comment.noticed = context.noticed_in_short(comment, sees_all=sees_all)
        comment.age = age(comment.created_at)
    return found


@require_POST
@permission_required("comments.moderate_comment", raise_exception=True)
def decide(request):
    """
    `comment` (repeatable), `decision`, `reason`, `seen` → 303 back, the next comment of the same place open.

    `reason` is the slug of what the writer is told (`comments.grounds`), or words for the record;
    it may be sent twice to give both. 409 where somebody decided otherwise on one of them
    since (`comments.queue.meanwhile`).
    """
    numbers = list(filter(None, map(as_number, request.POST.getlist("comment"))))
    decision = moderation.WORDS.get(request.POST.get("decision", ""), "")
    if not numbers:
        messages.warning(request, _("Choose at least one comment first."))
        return back(request)
    if len(numbers) > MOST_AT_ONCE:
        messages.error(request, _("At most %(count)d comments at once. Nothing was changed.") % {"count": MOST_AT_ONCE})
        return back(request)
    batch = moderation.new_batch()
    ground, reason = _reasons(request)
    seen = meanwhile.seen_in(request.POST)
    try:
        changed = moderation.decide(
            numbers, decision, by=request.user, reason=reason, ground=ground, batch=batch, seen=seen
        )
    except moderation.DecidedMeanwhile as faster:
        return meanwhile.page(request, faster)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return back(request)
    if not changed:
        messages.info(request, meanwhile.unchanged(numbers))
        return back(request, decided=tuple(numbers))
    return back(request, batch=batch, decided=tuple(numbers))


@require_POST
@permission_required("comments.moderate_comment", raise_exception=True)
def undo(request):
    """`batch` → everything in it as it was, except what somebody decided on again since; the first of it is opened."""
    batch = _uuid(request.POST.get("batch", ""))
    touched = list(moderation.undoable(batch).values_list("comment_id", flat=True)[:2]) if batch else []
    restored, left = moderation.undo(batch, by=request.user)[:2] if batch else (0, 0)
    if restored:
        messages.success(request, _("Undone: %(count)d comments.") % {"count": restored})
    if left:
        messages.warning(
            request, _("Left as they are, because they were decided on again: %(count)d.") % {"count": left}
        )
    if not restored and not left:
        messages.info(request, _("There is nothing to undo."))
    return back(request, opened=touched[0] if restored == len(touched) == 1 else None)


@require_POST
@permission_required("comments.view_email", raise_exception=True)
def email(request):
    """Show one writer's address, after the record says who looked."""
    number = request.POST.get("comment", "")
    comment = get_object_or_404(Comment.objects.select_related("article"), pk=as_number(number))
    context = {
        **admin.site.each_context(request),
        "title": _("E-mail address"),
        "comment": comment,
        "address": moderation.look_at_email(comment, by=request.user),
    }
    return render(request, "admin/antrean/email.html", context)


def _last_act(batch: UUID | None):
    """What the bar above the queue says: how many, their status now, and the batch to undo."""
    told = moderation.last_act(batch) if batch else None
    return {"batch": batch, "count": told[0], "status": Status(told[1]).label} if told else None


def _reasons(request) -> tuple[str, str]:
    """(ground, words for the record) from all that was sent as `reason`."""
    told = [told_apart(text) for text in request.POST.getlist("reason") if text.strip()]
    return next((ground for ground, _said in told if ground), ""), next((said for _none, said in told if said), "")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
