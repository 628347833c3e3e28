"""The page behind a one-time link: choose a password, then sign in."""

from django.contrib.auth.forms import SetPasswordForm
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from humas.accounts import links
from humas.base.http import private, see_other
from humas.base.source import Source, source_of


@require_http_methods(["GET", "HEAD", "POST"])
def one_time_link(request, token):
    """GET shows the form and uses nothing up (scanners open links); POST sets the password once."""
    link = links.find(token)
    if link is None or (request.method == "POST" and source_of(request) is Source.ELSEWHERE):
        return private(render(request, "accounts/link_over.html", status=404))
    form = SetPasswordForm(link.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if links.use(link, form.cleaned_data["new_password1"]):
            return private(see_other(reverse("admin:login")))
        return private(render(request, "accounts/link_over.html", status=404))
    context = {"form": form, "person": link.user, "expires_at": link.expires_at}
    return private(render(request, "accounts/one_time_link.html", context, status=422 if form.errors else 200))
