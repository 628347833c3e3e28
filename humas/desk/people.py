"""Accounts: who works here and in which groups. Administrators give out groups, never an operator's rights."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from articles.admin.base import InWords, yes_or_no
from humas.accounts import links
from humas.accounts.groups import ADMINISTRATORS
from humas.accounts.models import User
from humas.base import pages

if admin.site.is_registered(Group):
    admin.site.unregister(Group)


class PasswordForm(AdminPasswordChangeForm):
    # Django joins its own text to a sentence that is not in any catalogue.
    usable_password_help_text = _(
        "Without a password nobody can sign in to this account. "
        "When somebody leaves, make the account inactive instead."
    )


class _StaysAdministrator:
    """Nobody locks themselves out, so there is always somebody left who can let people in."""

    def clean(self):
        data = super().clean()
        keeps = any(group.name == ADMINISTRATORS for group in data.get("groups") or ())
        if not data.get("is_active", True) or not keeps:
            raise ValidationError(
                _("Your own account stays active and an administrator. Ask another one to change it.")
            )
        return data


class NewPersonForm(forms.ModelForm):
    """An account begins without a password: its person chooses one behind a one-time link."""

    class Meta:
        model = User
        fields = ("username", "printed_name", "office", "groups")
        widgets = {"groups": forms.CheckboxSelectMultiple}

    def save(self, commit=True):
        user = super().save(commit=False)
        user.set_unusable_password()
        if commit:
            user.save()
            self.save_m2m()
        return user


@admin.register(User)
class PeopleAdmin(InWords, UserAdmin):
    change_password_form = PasswordForm
    list_display = ("username", "printed_name", "office", "active")
    list_filter = ("is_active", "groups")
    search_fields = ("username", "printed_name", "first_name", "last_name")
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("printed_name", "office", "email")}),
        (_("Work"), {"fields": ("is_active", "groups")}),
        (_("Times"), {"fields": ("last_login", "date_joined")}),
    )
    add_form = NewPersonForm
    add_form_template = "admin/change_form.html"
    add_fieldsets = ((None, {"fields": ("username", "printed_name", "office", "groups")}),)

    @admin.display(description=_("active"), ordering="is_active")
    def active(self, person):
        return yes_or_no(person.is_active)

    def save_model(self, request, obj, form, change):
        obj.is_staff = True  # an account is for the desk; there is no other use for one
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        pages.touched(pages.NEWSROOM)  # every story says how many people may look at an address

    def get_fieldsets(self, request, obj=None):
        """Who may only look sees no piece of a password."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [
            (title, {**options, "fields": [name for name in options["fields"] if name != "password"]})
            for title, options in fieldsets
        ]

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        is_own = obj is not None and obj.pk == request.user.pk and not request.user.is_superuser
        return type(form.__name__, (_StaysAdministrator, form), {}) if is_own else form

    def response_add(self, request, obj, post_url_continue=None):
        return self._with_link(request, obj)

    def response_change(self, request, obj):
        return self._with_link(request, obj) if "_link" in request.POST else super().response_change(request, obj)

    def _with_link(self, request, person):
        """Show the link once; that it was made is in the history, the link itself is nowhere."""
        address, link = links.make(person, by=request.user)
        self.log_change(request, person, _("Sign-in link made."))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Sign-in link"),
            "person": person,
            "address": address,
            "link": link,
        }
        return render(request, "admin/accounts/link.html", context)

    def has_change_permission(self, request, obj=None):
        """An operator's account (superuser) is changed by operators alone."""
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return False
