"""Accounts: who works here and in which groups. Administrators give out groups, never an operator's rights."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.admin.base import InWords, yes_or_no
from humas.accounts.groups import ADMINISTRATORS
from humas.accounts.models import User

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
    add_fieldsets = (
        (
            None,
            {"classes": ("wide",), "fields": ("username", "printed_name", "usable_password", "password1", "password2")},
        ),
    )

    @admin.display(description=_("active"), ordering="is_active")
    def active(self, person):
        return yes_or_no(person.is_active)

    def save_model(self, request, obj, form, change):
        obj.is_staff = True  # an account is for the desk; there is no other use for one
        super().save_model(request, obj, form, change)

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

    def has_change_permission(self, request, obj=None):
        """An operator's account (superuser) is changed by operators alone."""
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return False
