"""*Tempel naskah*: one box that reads a press text and opens the filled form."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles.manuscript import intake
from articles.manuscript.parse import parse
from articles.manuscript.text import LARGEST
from humas.base.http import see_other


class PasteForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Manuscript"),
        max_length=LARGEST // 2,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "class": "vLargeTextField", "autofocus": True}),
        help_text=gettext_lazy(
            "Headline on the first line, a blank line between paragraphs, the credit in brackets at the end."
        ),
        error_messages={"required": gettext_lazy("Paste the text first.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("articles.add_article", raise_exception=True)
def paste(request):
    """Show the box; a text becomes a draft whose form opens, the same text again opens the story it became."""
    form = PasteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        try:
            story, is_new = intake.take_in(text, author=request.user)
        except ValidationError as error:
            form.add_error("text", error.messages)
        else:
            _say(request, story, text, is_new)
            return see_other(reverse("admin:articles_article_change", args=[story.pk]))
    context = {**admin.site.each_context(request), "title": _("Paste a manuscript"), "form": form}
    return render(request, "admin/impor.html", context, status=422 if form.errors else 200)


def _say(request, story, text, is_new):
    if not is_new:
        messages.info(request, _("This manuscript is here already; this is the story it became."))
        return
    messages.success(request, _("Saved as a draft. Look through the fields, then publish."))
    manuscript = parse(text)
    if manuscript.left_out:
        messages.info(
            request, _("Left out, as words of a web form: %(words)s") % {"words": " · ".join(manuscript.left_out)}
        )
    if story.report_id:
        messages.info(request, _("Put into the report “%(title)s”.") % {"title": story.report.title})
