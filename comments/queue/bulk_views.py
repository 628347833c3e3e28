"""
One decision on everything a filter shows, on all its pages.

The page that asks for it says how many there are and holds a snapshot: what came or
was decided on after it was made is nobody's to sweep along.
"""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from comments import bulk, moderation
from comments.grounds import offered, told_apart
from comments.queue.filters import Filter
from humas.base.http import see_other

SAMPLE = 5


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("comments.moderate_comment", raise_exception=True)
def everything(request):
    """GET: what it would be. POST of that form: `decision`, `reason`, `snapshot` → 303 to the queue, undoable."""
    shown = Filter.read(request)
    if request.method != "POST":
        return _page(request, shown)
    decision = moderation.WORDS.get(request.POST.get("decision", ""), "")
    ground, reason = told_apart(request.POST.get("reason", ""))
    try:
        snapshot = bulk.Snapshot.read(request.POST.get("snapshot", ""))
    except ValueError:
        return _page(
            request, shown, _("This page was not whole. Nothing was changed; look once more, and decide then.")
        )
    if shown.told:
        return _page(request, shown, _("Nothing was changed."))
    try:
        done = bulk.decide_all(shown.rows(), snapshot, decision, by=request.user, reason=reason, ground=ground)
    except ValidationError as error:
        return _page(request, shown, " ".join(error.messages))
    if done.left:
        said = ngettext(
            "%(count)d comment came, or was decided on, after you looked: it is as it was.",
            "%(count)d comments came, or were decided on, after you looked: they are as they were.",
            done.left,
        )
        messages.info(request, said % {"count": done.left})
    if not done.count:
        messages.info(request, _("Nothing to change: these comments have this status already."))
    batch = str(done.batch) if done.count else None
    return see_other(f"{reverse('admin:queue')}?{shown.query(batch=batch)}")


def _page(request, shown: Filter, error: str = ""):
    snapshot = bulk.Snapshot.now()  # before anything is counted
    count = 0 if shown.told else shown.rows().count()
    context = {
        **admin.site.each_context(request),
        "title": _("Everything in this list"),
        "filter": shown,
        "error": error,
        "count": count,
        "sample": shown.page(SAMPLE).rows if count else [],
        "snapshot": snapshot,
        "grounds": offered(),
    }
    return render(request, "admin/antrean/semua.html", context, status=422 if error else 200)
