"""The page of one writer, meant by any of the comments: what came, what was decided, and how the newsroom stands."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comments import writers
from comments.models.writer import Stance
from comments.queue import one, one_writer
from humas.base.digits import as_number
from humas.base.http import see_other
from humas.base.times import long_time

FIELDS = ("sikap", "lama", "alasan")
LIFT = "akhiri"


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("comments.view_comment", raise_exception=True)
def writer(request):
    """`komentar`: a comment of the writer. POST: `sikap`, `lama` (days, "" for good), `alasan`, or `act=akhiri`."""
    keys = request.POST if request.method == "POST" else request.GET
    comment = one.found(as_number(keys.get("komentar", "")))
    if comment is None:
        return one.gone(request, keys.get("alasan", ""))
    try:
        return _decided(request, comment) if request.method == "POST" else _page(request, comment)
    except writers.Nobody:
        return one.page(request, "penulis_tiada", comment, _("Writer"), status=404)


def _decided(request, comment):
    if not request.user.has_perm("comments.moderate_comment"):
        raise PermissionDenied
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    seen = as_number(request.POST.get("seen", "")) if "seen" in request.POST else None
    try:
        if request.POST.get("act") == LIFT:
            writers.lift(comment.pk, by=request.user, seen=seen)
            one.say(request, _("New comments of this writer are treated like everybody's again."))
        else:
            days = as_number(typed["lama"]) if typed["lama"] else None
            taken = writers.take(comment.pk, typed["sikap"], by=request.user, why=typed["alasan"], days=days, seen=seen)
            one.say(request, _("From now on: %(stance)s.") % {"stance": taken.get_stance_display()})
    except ValidationError as error:
        return _page(request, comment, 422, typed=typed, errors=error.message_dict)
    except writers.Meanwhile as meanwhile:
        told = _("Meanwhile %(person)s decided on this writer, %(time)s. Nothing was changed: look once more.") % {
            "person": meanwhile.change.by,
            "time": long_time(meanwhile.change.made_at),
        }
        return _page(request, comment, 409, typed=typed, notice=told)
    return see_other(f"{reverse('admin:queue_writer')}?{urlencode({'komentar': comment.pk})}")


def _page(request, comment, status=200, *, typed=None, errors=None, notice=""):
    known = one_writer.known(comment.pk, request)
    return one.page(
        request,
        "penulis",
        comment,
        _("Writer"),
        status=status,
        known=known,
        stances=Stance.choices,
        days=writers.DAYS,
        typed=typed or {},
        errors=errors or {},
        notice=notice,
        may_decide=request.user.has_perm("comments.moderate_comment"),
        may_see_email=request.user.has_perm("comments.view_email"),
    )
