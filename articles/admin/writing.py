"""How the story form reads and writes: from the newest revision, onto a newer one."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from taggit.models import Tag

from articles import saving
from articles.admin import conflict as conflicts
from articles.models import Article, Status
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
        story = form.instance
        if story.binned_at or story.status == Status.WITHDRAWN:  # perhaps since the form was opened
            messages.warning(request, conflicts.state_in_words(story))
        elif story.has_unpublished_changes and "_publish" not in request.POST:
            messages.info(request, _("Readers do not see these changes before “Publish changes” is pressed."))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            response = super().changeform_view(request, object_id, form_url, extra_context)
        except Conflict as conflict:
            request.conflict = conflict
            response = super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as refused:  # what the form was judged by has changed since
            if hasattr(request, "refused"):
                raise
            request.refused = refused
            response = super().changeform_view(request, object_id, form_url, extra_context)
        except PermissionDenied:
            story = Article.everything.filter(pk=_number(object_id)).first() if request.method == "POST" else None
            if story is None or not self.has_view_permission(request, story):
                raise
            return conflicts.no_longer_yours(self, request, story)
        if hasattr(request, "conflict") and response.status_code == HTTPStatus.OK:
            response.status_code = HTTPStatus.CONFLICT
        return response

    def render_change_form(self, request, context, *args, **kwargs):
        story, form = context.get("original"), context["adminform"].form
        may_be_older = story and request.method == "POST" and not hasattr(request, "conflict")
        if may_be_older and (conflict := conflicts.of_invalid(story, form)):
            request.conflict = conflict
            form.data = form.data.copy()
            form.data["base"] = str(conflict.head.pk)
        if hasattr(request, "conflict"):
            context["conflict"] = conflicts.told(story, request.conflict)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if hasattr(request, "refused"):
            return type(form.__name__, (_RefusedForm, form), {"refused": request.refused})
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


class _RefusedForm:
    """Stands before a form that was in order until the moment it was written: somebody else was quicker."""

    refused: ValidationError

    def clean(self):
        super().clean()
        raise self.refused


def _number(object_id: str | None) -> int:
    return int(object_id) if object_id and object_id.isascii() and object_id.isdecimal() else 0
