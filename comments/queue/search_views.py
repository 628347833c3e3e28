"""The search box of the queue: posted, so that an address typed into it stays in no history and no log."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from comments import moderation
from comments.models import Comment
from comments.queue.filters import Filter
from comments.queue.view import VIEWS, view_of
from humas.base.digests import of_email
from humas.base.http import see_other

LONGEST_ADDRESS = 254


@require_POST
@permission_required("comments.view_comment", raise_exception=True)
def search(request):
    """`cari`, and the filter it is typed into → 303 to what is found; of an address, to the comments of its writer."""
    words = request.POST.get("cari", "").strip()
    if "@" in words:
        return _of_address(request, words[:LONGEST_ADDRESS])
    return _to_queue(Filter.read(request).query())


def _of_address(request, address: str):
    if not request.user.has_perm("comments.view_email"):
        messages.error(request, _("Only moderators may search for an address, and the record says when they do."))
        return _to_queue(urlencode({"tampilan": request.POST.get("tampilan", "")}))
    newest = Comment.objects.kept().filter(email_digest=of_email(address)).order_by("-created_at", "-pk")
    comment = newest.only("pk", "status", "is_suspect", "email").first()
    if comment is None:
        messages.info(request, _("There is no comment from this address, or it is kept no longer."))
        return _to_queue(urlencode({"tampilan": request.POST.get("tampilan", "")}))
    moderation.look_at_email(comment, by=request.user, reason=_("Found by the address."))
    view = view_of(comment) or VIEWS[0]
    return _to_queue(urlencode({"tampilan": view.slug, "penulis": comment.pk}))


def _to_queue(query: str):
    return see_other(f"{reverse('admin:queue')}?{query}")
