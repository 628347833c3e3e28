"""*Darurat*: the button that hides all comments, smaller ones, and taking both back. Nothing acts on a GET."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from comments import hiding
from comments.emergency import proof
from comments.emergency.forms import PartForm
from comments.models import Comment, Hiding, Status
from humas.base.digits import as_number
from humas.base.http import see_other
from humas.base.times import long_time

MOST_SHOWN = 30
MAY_HIDE = "comments.hide_comment"


@require_safe
@permission_required(MAY_HIDE, raise_exception=True)
def emergency(request):
    """The button, what it does in numbers, the smaller ones, and all earlier hidings (`sebelum`: older than that)."""
    return _page(request, PartForm(initial={"berita": request.GET.get("berita", "")[:500]}))


@require_POST
@permission_required(MAY_HIDE, raise_exception=True)
def everything(request):
    """Hide all comments → 303. Who presses second is told who was first."""
    made, is_new = hiding.hide(hiding.EVERYTHING, by=request.user)
    if is_new:
        messages.success(
            request,
            ngettext("%(count)d comment is hidden now.", "%(count)d comments are hidden now.", made.count)
            % {"count": made.count},
        )
    else:
        messages.info(request, _("All comments are hidden already: %(when)s.") % {"when": _who(made.at, made.by)})
    return see_other(reverse("admin:emergency"))


@require_POST
@permission_required(MAY_HIDE, raise_exception=True)
def some(request):
    """`langkah=sembunyikan` hides what the form names → 303 to its proof; without it, shows what that would be."""
    form = PartForm(request.POST)
    if not form.is_valid() or form.part is None:
        return _page(request, form, status=422)
    count = form.count
    if request.POST.get("langkah") == "sembunyikan" and count:
        made, is_new = hiding.hide(form.part, by=request.user, letter=form.letter)
        if not is_new:
            messages.info(request, _("These are hidden already: %(when)s.") % {"when": _who(made.at, made.by)})
        for sentence in form.told:
            messages.warning(request, sentence)
        return see_other(reverse("admin:emergency_proof", args=[made.pk]))
    part = form.part
    meant = Hiding(scope=part.scope, article_id=part.article_id, rule=part.rule)
    context = {
        **admin.site.each_context(request),
        "title": _("Hide these comments?"),
        "form": form,
        "count": count,
        "what": proof.what(meant),
    }
    return render(request, "admin/darurat/confirm.html", context)


@require_POST
@permission_required(MAY_HIDE, raise_exception=True)
def lift(request, pk):
    """Show again what this hiding took → 303."""
    row, is_new = hiding.lift(pk, by=request.user)
    row = row or get_object_or_404(Hiding, pk=pk)
    if is_new:
        messages.success(request, _("Shown again. Every comment is as it was, but for what was decided meanwhile."))
    else:
        messages.info(
            request, _("These are shown again already: %(when)s.") % {"when": _who(row.lifted_at, row.lifted_by)}
        )
    return see_other(reverse("admin:emergency"))


def _page(request, form: PartForm, status: int = 200):
    earlier = Hiding.objects.select_related("by", "lifted_by", "article")
    if before := as_number(request.GET.get("sebelum", "")):
        earlier = earlier.filter(pk__lt=before)
    rows = list(earlier[: MOST_SHOWN + 1])
    shown = Comment.objects.decided_to_show().order_by()
    context = {
        **admin.site.each_context(request),
        "title": _("Emergency"),
        "form": form,
        "numbers": shown.aggregate(comments=Count("pk"), stories=Count("article", distinct=True)),
        "waiting": Comment.objects.filter(status=Status.PENDING).count(),
        "earlier": [(row, proof.what(row)) for row in rows[:MOST_SHOWN]],
        "older": rows[MOST_SHOWN - 1].pk if len(rows) > MOST_SHOWN else None,
    }
    return render(request, "admin/darurat/emergency.html", context, status=status)


def _who(at, by) -> str:
    return _("since %(time)s, by %(person)s") % {"time": long_time(at), "person": by}
