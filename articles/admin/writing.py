"""How the story form reads and writes: from the newest revision, onto a newer one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from taggit.models import Tag

from articles import saving
from articles.revisions import keeping
from articles.revisions.keeping import Conflict


class WritesRevisions:
    """
    For the ModelAdmin of stories: the form shows what was last saved, published or not.

    Saving compares and swaps: on an older `base` the form comes back with
    status 409, every word kept, beside what somebody else saved meanwhile.
    """

    def get_object(self, request, object_id, from_field=None):
        story = super().get_object(request, object_id, from_field)
        if story is not None:
            story.address_for_readers = story.get_absolute_url()
            _story, names = keeping.working(story)
            story.working_tags = [Tag(name=name) for name in names]
        return story

    def public_address(self, story) -> str:
        """Where readers find it: of a changed address, the old one until it is published."""
        return getattr(story, "address_for_readers", None) or story.get_absolute_url()

    def write(self, request, form) -> None:
        """Save the form's story as a revision by this user. Raises Conflict on an older base."""
        data = form.cleaned_data
        saving.save(
            form.instance, tags=data["tags"], by=request.user, base=data.get("base"), reason=data.get("reason", "")
        )
        if form.instance.has_unpublished_changes and "_publish" not in request.POST:
            messages.info(request, _("Readers do not see these changes before “Publish changes” is pressed."))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Conflict as conflict:
            request.conflict = conflict
            context = (extra_context or {}) | {"conflict": conflict}
            response = super().changeform_view(request, object_id, form_url, context)
            response.status_code = 409
            return response

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if not hasattr(request, "conflict"):
            return form
        return type(form.__name__, (_OlderForm, form), {"newer": request.conflict.head.pk})


class _OlderForm:
    """Stands before a form whose story was saved by somebody else meanwhile: it takes nothing in this time."""

    newer: int

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        if self.data.get("base"):
            self.data = self.data.copy()
            self.data["base"] = str(self.newer)  # the next press is made in full sight of the other text

    def clean(self):
        super().clean()
        raise ValidationError(
            _("Somebody else saved this story meanwhile. Nothing was overwritten: compare both, then save again."),
            code="conflict",
        )
