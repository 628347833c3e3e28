"""*Mulai redaksi sungguhan*: the page on which an administrator trades the demo for an empty newsroom."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles.models import Article, Photo
from comments.models import Comment
from humas.accounts.groups import ADMINISTRATORS
from humas.accounts.models import User
from humas.base.http import see_other
from humas.base.models import Newsroom
from humas.operations import fresh
from humas.operations.backup.problems import Refusal
from humas.operations.demo.accounts import PASSWORD


class StartForm(forms.Form):
    """One word that confirms; an account as well where the one that asks has the demo's password."""

    word = forms.CharField(
        label=gettext_lazy("Type MULAI to confirm"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    username = forms.CharField(label=gettext_lazy("Account name"), max_length=150)
    printed_name = forms.CharField(
        label=gettext_lazy("Printed name"),
        max_length=120,
        help_text=gettext_lazy("As it stands under a story, with degrees."),
    )
    password1 = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=gettext_lazy("The same password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    field_order = ["username", "printed_name", "password1", "password2", "word"]

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        self.comes_along = fresh.may_come_along(person)
        if self.comes_along:
            for name in ("username", "printed_name", "password1", "password2"):
                del self.fields[name]

    def clean_word(self):
        if self.cleaned_data["word"].strip() != fresh.WORD:
            raise ValidationError(_("Type MULAI, in capitals."), code="not_confirmed")
        return fresh.WORD

    def clean(self):
        data = super().clean()
        if self.comes_along:
            self.account = fresh.carried(self.person)
            self.groups = list(self.person.groups.values_list("name", flat=True))
            return data
        self.account = User(username=data.get("username", ""), printed_name=data.get("printed_name", ""), is_staff=True)
        self.groups = fresh.FIRST_GROUPS
        if "username" in data:
            try:
                User._meta.get_field("username").clean(data["username"], self.account)
            except ValidationError as error:
                self.add_error("username", error)
        if "password1" in data and "password2" in data:
            self._take_password(data["password1"], data["password2"])
        return data

    def _take_password(self, password, again):
        if password != again:
            self.add_error("password2", _("The two passwords are not the same."))
            return
        try:
            if password == PASSWORD:
                raise ValidationError(_("This is the public password of the demo. Choose another one."))
            validate_password(password, self.account)
        except ValidationError as error:
            self.add_error("password1", error)
        self.account.set_password(password)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request):
    """GET says what will be gone; POST with the word trades the newsroom and signs its administrator in."""
    if not _is_administrator(request.user):
        raise PermissionDenied
    if not Newsroom.current().is_demo:
        raise Http404
    form = StartForm(request.POST if request.method == "POST" else None, person=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            person = fresh.start_fresh(form.account, form.groups)
        except ValidationError as error:
            form.add_error(None, error)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        except DatabaseError as error:
            form.add_error(None, fresh.not_now(error))
        else:
            _sit_down(request, person)
            return see_other(reverse("admin:redaksi"))
    context = {
        **admin.site.each_context(request),
        "title": _("Start the real newsroom"),
        "form": form,
        "stories": Article.everything.count(),
        "photos": Photo.objects.count(),
        "comments": Comment.objects.count(),
        "people": User.objects.count(),
    }
    return render(request, "admin/mulai.html", context, status=422 if form.errors else 200)


def _is_administrator(user) -> bool:
    return user.is_superuser or user.groups.filter(name=ADMINISTRATORS).exists()


def _sit_down(request, person):
    """All sessions went with the demo; this person gets a new one, so as not to stand before a closed door."""
    request.session.flush()
    login(request, person)
    messages.success(request, _("This newsroom is empty and yours. Begin with its name and its place."))
