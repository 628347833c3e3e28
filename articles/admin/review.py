"""
Handing a story over for review, sending it back, and notes between editors.

The note is a field of the story form: every button of that form saves the words
and the note together, so that neither is lost for the other. Whoever may only
look at the story sends the note alone.
"""

from functools import partial

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles import mail, review
from articles.admin import kept
from articles.models import Article
from humas.base.http import see_other

BUTTONS = {"_handover", "_sendback", "_note"}


class NoteField(forms.CharField):
    def has_changed(self, initial, data):
        return False  # it is no word of the story: not named in its history


class NoteForm(forms.Form):
    """Alone, or laid over the story form."""

    note = NoteField(
        label=gettext_lazy("Note to the editors"),
        required=False,
        max_length=review.LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Editors and the writer read it under this story; readers never see it."),
    )

    def clean(self):
        data = super().clean()
        if "_sendback" in self.data and not data.get("note") and "note" not in self.errors:
            self.add_error("note", _("Write a note first: what is the writer asked to do?"))
        return data


class Reviews:
    """For the ModelAdmin of stories: review and notes."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (NoteForm, form), {})

    def render_change_form(self, request, context, *args, **kwargs):
        story, user = context.get("original"), request.user
        context |= {
            "talk": review.talk(story) if story else None,
            "may_hand_over": review.may_hand_over(user, story) if story else True,
            "may_send_back": bool(story) and review.may_send_back(user, story),
            "may_note": story is None or review.may_note(user, story),
            "is_mail_on": mail.is_on(),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def write(self, request, form):
        """Save the story, then do what else its button says; a note goes along with every button."""
        super().write(request, form)
        self.act(request, form.instance, form.cleaned_data.get("note", ""))

    def act(self, request, story, note):
        """Hand over, send back or note, as pressed. What cannot be done is said, and the note is kept."""
        is_editor = request.user.has_perm("articles.publish_article")
        refused = None
        try:
            if "_handover" in request.POST:
                review.hand_over(story, by=request.user, note=note)
                self._done(request, story, _("Handed over for review."))
                return
            if "_sendback" in request.POST and is_editor:
                review.send_back(story, by=request.user, note=note)
                self._done(request, story, _("Sent back to the writer."))
                return
        except ValidationError as error:
            refused = error
        if refused:
            messages.warning(request, _("Saved. %(why)s") % {"why": " ".join(refused.messages)})
        if note:
            self._note(request, story, note)
        elif "_note" in request.POST:
            messages.warning(request, _("Saved. There was no note yet: write it, then press again."))

    def made_before(self, request, story):
        """A blank form that came twice: what it asked for, where its first coming did not get that far."""
        note = request.POST.get("note", "").strip()
        if story.author_id == request.user.pk and review.may_hand_over(request.user, story):
            self.act(request, story, note)

    def _note(self, request, story, note) -> bool:
        try:
            review.add_note(story, by=request.user, text=note)
        except ValidationError as error:
            messages.error(request, _("The note was not kept: %(why)s") % {"why": " ".join(error.messages)})
            return False
        messages.success(request, _("Your note is kept."))
        return True

    def _done(self, request, story, sentence):
        self.log_change(request, story, sentence)
        messages.success(request, sentence)
        story.refresh_from_db(fields=["status"], from_queryset=Article.everything.all())

    def response_add(self, request, obj, post_url_continue=None):
        return self._stays_in_review(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._stays_in_review(request, obj) or super().response_change(request, obj)

    def _stays_in_review(self, request, obj):
        """The form stays open: it shows how the review stands now."""
        return see_other(_change_address(obj.pk)) if BUTTONS & request.POST.keys() else None

    def get_urls(self):
        view = self.admin_site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(partial(note_alone, self)))
        return [path("<int:pk>/catatan/", view, name="articles_article_note"), *super().get_urls()]


def note_alone(modeladmin, request, pk):
    """A note by somebody who may only look; the story is not touched."""
    story = get_object_or_404(Article.everything, pk=pk)
    if not review.may_note(request.user, story):
        raise PermissionDenied
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            review.add_note(story, by=request.user, text=form.cleaned_data["note"])
        except ValidationError as error:
            form.add_error("note", error)
        else:
            messages.success(request, _("Your note is kept."))
            request.is_written = True
            return kept.confirm(request, see_other(_change_address(pk) + "#catatan"))
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("Note to the editors"),
        "opts": modeladmin.opts,
        "original": story,
        "form": form,
        "talk": review.talk(story),
    }
    return render(request, "admin/articles/note.html", context, status=422 if form.errors else 200)


def _change_address(pk) -> str:
    return reverse("admin:articles_article_change", args=[pk])
