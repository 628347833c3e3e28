"""The forms on a receipt: other words while a comment waits, and the same again after it was refused."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from comments.models import Comment
from comments.reply.forms import UNREADABLE, ReplyForm, WordsField


class EditForm(forms.Form):
    """The words of a comment, under the same rules as the form it was sent with."""

    body = WordsField(label=_("Comment"), max_length=65_525, widget=forms.Textarea, empty=_("Write the comment first."))

    def __init__(self, *args, garbled=frozenset(), **kwargs):
        kwargs.setdefault("auto_id", "ubah-%s")
        super().__init__(*args, **kwargs)
        self.garbled = garbled

    def clean(self):
        data = super().clean()
        if "body" in self.garbled:
            self.errors.pop("body", None)
            self.add_error("body", ValidationError(UNREADABLE, code="unreadable"))
        return data


def written_again(comment: Comment, story) -> ReplyForm:
    """The reply form of this story with name and words of a comment: never its address, which no page shows."""
    form = ReplyForm.blank(story, str(comment.parent_id or ""))
    form.initial |= {"body": comment.body, "name": comment.name}
    return form
