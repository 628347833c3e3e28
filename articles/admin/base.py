"""What every form of the desk shares."""

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import OperationalError, models
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.admin import kept
from articles.admin.scripts import lean
from humas.base.fields import CleanHtmlField


def yes_or_no(value: bool) -> str:
    """For a list: Django's own tick and cross are called True and False to those who cannot see them."""
    return _("Yes") if value else _("No")


class InWords:
    """A ModelAdmin that says in words what Django shows as it is stored, or in English."""

    def get_fieldsets(self, request, obj=None):
        """Who may only look sees a text as readers do, and yes or no."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [
            (title, {**options, "fields": [_to_read(self.model, name) for name in options["fields"]]})
            for title, options in fieldsets
        ]

    def construct_change_message(self, request, form, formsets, add=False):
        """Name fields as the catalogue does: Django keeps them capitalised, and finds no translation later."""
        message = super().construct_change_message(request, form, formsets, add)
        with override(None):
            for line in message:
                if "fields" in line.get("changed", ()) and hasattr(form, "_meta"):
                    line["changed"]["fields"] = [_msgid(form, name) for name in form.changed_data]
        return message


def _msgid(form, name: str) -> str:
    try:
        return str(form._meta.model._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:
        return str(form.fields[name].label)


def _to_read(model, name):
    if isinstance(name, (list, tuple)):
        return tuple(_to_read(model, one) for one in name)
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    if isinstance(field, models.BooleanField):
        return _column(field, lambda row: yes_or_no(getattr(row, name)))
    if isinstance(field, CleanHtmlField):
        return _column(field, lambda row: format_html("{}", getattr(row, name)))
    return name


def _column(field, show):
    show.__name__, show.short_description = field.name, field.verbose_name
    return show


class _BusyForm:
    """Stands before a form that could not be written because the database was busy too long."""

    def clean(self):
        super().clean()
        raise ValidationError(_("The newsroom is very busy just now. Nothing is lost: save once more in a moment."))


class DeskAdmin(InWords, admin.ModelAdmin):
    """
    A ModelAdmin whose POST is not one long transaction, and whose scripts carry this answer's nonce.

    Validation (cleaning, decoding pictures) happens before; only the write
    function is atomic. Nothing is deleted at the desk: there is a bin.
    """

    def render_change_form(self, request, context, *args, **kwargs):
        story_key = getattr(context.get("original"), "form_key", None) or ""
        media = lean(context["media"], writes_slugs=bool(self.prepopulated_fields))
        media += kept.media(request, f"{self.opts.model_name}_form", str(story_key))
        context["media"] = media.with_nonce(str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return kept.confirm(request, self._changeform_view(request, object_id, form_url, extra_context))
        except OperationalError:
            if request.method != "POST" or hasattr(request, "was_busy"):
                raise
            request.was_busy = True  # the same form once more, with every word and a sentence
            response = self._changeform_view(request, object_id, form_url, extra_context)
            response.status_code = 503
            return response

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (_BusyForm, form), {}) if hasattr(request, "was_busy") else form

    def log_addition(self, request, obj, message):
        request.is_written = True
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        request.is_written = True
        return super().log_change(request, obj, message)

    def view_on_site(self, obj):
        """The page itself: Django's shortcut to it would open drafts to everybody signed in, and is not served."""
        has_address = hasattr(obj, "get_absolute_url") and getattr(obj, "slug", "")
        return obj.get_absolute_url() if has_address else None

    def has_delete_permission(self, request, obj=None):
        return False
