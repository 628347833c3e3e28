"""What every form of the desk shares."""

from django.contrib import admin
from js_asset import Media


class DeskAdmin(admin.ModelAdmin):
    """
    A ModelAdmin whose POST is not one long transaction, and whose scripts carry this answer's nonce.

    Validation (cleaning, decoding pictures) happens before; only the write
    function is atomic. Nothing is deleted at the desk: there is a bin.
    """

    def render_change_form(self, request, context, *args, **kwargs):
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return self._changeform_view(request, object_id, form_url, extra_context)

    def has_delete_permission(self, request, obj=None):
        return False
