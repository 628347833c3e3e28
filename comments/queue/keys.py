"""Whether single letters act in the queue for somebody: they can be switched off (WCAG 2.1.4)."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from comments.queue.place import back
from humas.accounts.models import User

PREFERENCE = "no_queue_keys"


def are_on(user: User) -> bool:
    return not (isinstance(user.preferences, dict) and user.preferences.get(PREFERENCE))


@require_POST
@permission_required("comments.view_comment", raise_exception=True)
def switch(request):
    """`nyala` = `ya` or `tidak` → 303 back to where the form stood."""
    is_on = request.POST.get("nyala") == "ya"
    with transaction.atomic():
        row = User.objects.select_for_update().get(pk=request.user.pk)
        others = row.preferences if isinstance(row.preferences, dict) else {}
        row.preferences = {key: value for key, value in others.items() if key != PREFERENCE}
        if not is_on:
            row.preferences[PREFERENCE] = True
        row.save(update_fields=["preferences"])
    messages.success(request, _("Shortcuts are on.") if is_on else _("Shortcuts are off."))
    return back(request)
