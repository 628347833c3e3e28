"""*Akun saya*: where a moderator's letters go, and whether there are any. Only where the newsroom sends mail."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from comments.mail import staff
from humas.accounts.models import User
from humas.base import mail
from humas.base.http import see_other


class AccountForm(forms.ModelForm):
    wants_mail = forms.BooleanField(
        label=gettext_lazy("Mail me about comments that wait"),
        required=False,
        help_text=gettext_lazy("At 08.00 and 14.00, and only while something waits."),
    )

    class Meta:
        model = User
        fields = ("email",)


@require_http_methods(["GET", "HEAD", "POST"])
def account(request):
    """GET shows the own address and wish, POST keeps them → 303 back; 404 where no mail is sent."""
    if not mail.is_on():
        raise Http404
    if not request.user.has_perm("comments.moderate_comment"):
        raise PermissionDenied
    initial = {"wants_mail": staff.wants_mail(request.user)}
    form = AccountForm(request.POST or None, instance=User.objects.get(pk=request.user.pk), initial=initial)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            User.objects.filter(pk=request.user.pk).update(email=form.cleaned_data["email"])
            staff.set_wish(request.user, wants=form.cleaned_data["wants_mail"])
        messages.success(request, _("Kept."))
        return see_other(reverse("admin:account"))
    context = {**admin.site.each_context(request), "title": _("My account"), "form": form}
    return render(request, "admin/akun.html", context, status=422 if form.errors else 200)
