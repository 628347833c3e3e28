"""
No word is lost at the door.

A form that arrives after its session ended is answered with the sign-in page, and
the page carries all that was sent; with the right password the same act goes on.
A form that was opened before somebody signed in again (in another tab) is shown
back with a button that sends it once more. Neither is ever done for a post from
elsewhere: the first has passed the CSRF check, the second must come from our own
page (`humas.base.source`) and is pressed by hand.

Passwords and files do not come along, and the page says so. The view judges anew
who may do what. How much may be carried is bounded by what may be sent at all
(`humas.desk.limits`).
"""

import re

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.core import signing
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin import kept
from humas.accounts.models import User
from humas.base.http import private, see_other
from humas.base.readers import is_desk
from humas.base.source import Source, source_of
from humas.desk import sitting

DOOR = "masuk"
"""Prefix of what belongs to the sign-in page itself, and not to the form it carries."""

WHO = f"{DOOR}-siapa"
OURS = (f"{DOOR}-", "csrfmiddlewaretoken")
SECRET = re.compile(r"passw|sandi", re.IGNORECASE)


class ResendMiddleware:
    """Stands behind the CSRF check and the sign-in: judges posts of the desk that nobody is signed in for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method != "POST" or not is_desk(request) or request.path in _doors():
            return None
        if admin.site.has_permission(request):
            return None if WHO not in request.POST else send_again(request)
        if not _is_page(request):
            return private(HttpResponse(status=401))
        return _at_the_door(request)


def csrf_failure(request, reason=""):
    """A form of ours from before the last sign-in comes back with its words; anything else is refused."""
    is_signed_in = admin.site.has_permission(request)
    if is_signed_in and request.path == reverse("admin:login"):  # meanwhile, in another tab
        return see_other(reverse("admin:index"))
    if is_desk(request) and source_of(request) is Source.OURS and _is_page(request):
        if is_signed_in:
            return send_again(request)
        if request.path not in _doors():
            return ended(request, _form(request))
    sentence = _("This form no longer belongs to your session. Go back, reload the page and send it again.")
    return render(request, "403.html", {"sentence": sentence}, status=403)


def _at_the_door(request):
    """None where the act goes on: the right password, and no sign that the words are another person's."""
    if WHO not in request.POST:
        return ended(request, _form(request))
    form = _form(request, request.POST)
    if not form.is_valid():
        return ended(request, form)
    user, before = form.get_user(), _who(request)
    is_another = before not in (None, user.pk) or not kept.may_be_of(user, request.POST)
    login(request, user)
    sitting.begin(request.session)
    request.POST = words(request.POST)
    return send_again(request) if is_another else None


def _form(request, data=None):
    before = User.objects.filter(pk=_who(request)).first() if data is None else None
    initial = {"username": before.username} if before else {}
    form = AdminAuthenticationForm(request, data, prefix=DOOR, initial=initial)
    is_known = before or data
    form.fields["username"].widget.attrs["autofocus"] = not is_known
    form.fields["password"].widget.attrs["autofocus"] = bool(is_known)
    return form


def ended(request, form):
    """The sign-in page with everything that was sent."""
    context = _context(request) | {"form": form, "who": signing.dumps(_who(request), salt=WHO)}
    context["title"] = _("Sign in to go on")
    return private(render(request, "admin/kirim_lagi.html", context, status=403))


def send_again(request):
    """Everything that was sent, and a button."""
    context = _context(request) | {"title": _("Send once more")}
    return private(render(request, "admin/kirim_lagi.html", context, status=403))


def _context(request):
    sent = words(request.POST)
    return {
        **admin.site.each_context(request),
        "address": request.get_full_path(),
        "fields": [(name, value) for name, values in sent.lists() for value in values],
        "headline": next((sent[name] for name in ("headline", "title") if sent.get(name)), ""),
        "files": [file.name for _name, files in request.FILES.lists() for file in files],
        "is_secret_left_out": any(SECRET.search(name) for name in request.POST if not name.startswith(OURS)),
    }


def words(sent: QueryDict) -> QueryDict:
    """What the form itself sent: no password, no token, nothing of the sign-in page."""
    rest = sent.copy()
    for name in sent:
        if SECRET.search(name) or name.startswith(OURS):
            del rest[name]
    return rest


def _who(request) -> int | None:
    """Whose form this is, as far as we know: told by the page before, or by the session that is over."""
    if WHO in request.POST:
        try:
            return signing.loads(request.POST[WHO], salt=WHO)
        except signing.BadSignature:
            return None
    key = getattr(request.session, "was", None)
    return int(key) if key else None


def _is_page(request) -> bool:
    """Whether somebody looks at the answer; a script that fetches has its words still."""
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


def _doors():
    return reverse("admin:login"), reverse("admin:logout")
