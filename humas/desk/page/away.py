"""Blocks that somebody has put away: kept with the person, so that they stay away at every computer."""

from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from humas.accounts.models import User
from humas.base.http import see_other

KEY = "desk_away"

NAMES = {
    "kesehatan": _("Health of the newsroom"),
    "surel": _("Mail is not set up"),
    "draf": _("My drafts"),
    "tinjau": _("Waiting for review"),
    "berubah": _("Changes not published yet"),
    "komentar": _("Comments"),
    "pekan": _("Today and this week"),
    "laporan": _("Reports to be continued"),
    "kalender": _("Calendar"),
}
"""Every block by the word its address and its buttons bear, in the order of the page."""


def away(user: User) -> set[str]:
    kept = user.preferences.get(KEY) if isinstance(user.preferences, dict) else None
    return set(kept) & NAMES.keys() if isinstance(kept, list) else set()


def put(user: User, name: str, *, is_away: bool) -> None:
    """Put one block away, or show it again; two tabs that do so at once both count."""
    with transaction.atomic():
        row = User.objects.select_for_update().get(pk=user.pk)
        names = away(row) | {name} if is_away else away(row) - {name}
        others = row.preferences if isinstance(row.preferences, dict) else {}
        row.preferences = others | {KEY: sorted(names)}
        row.save(update_fields=["preferences"])


@require_POST
def block(request):
    """`sembunyikan` or `tampilkan` names a block → 303 to the page; 404 for what is none."""
    is_away = "sembunyikan" in request.POST
    name = request.POST.get("sembunyikan" if is_away else "tampilkan", "")
    if name not in NAMES:
        raise Http404
    put(request.user, name, is_away=is_away)
    return see_other(reverse("admin:index") + ("" if is_away else f"#{name}"))
