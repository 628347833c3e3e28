"""*Impor naskah*: press texts, pasted or as files, read and shown for correction before anything is saved."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from js_asset import Media

from articles.admin.manuscript_form import ManuscriptForm
from articles.manuscript import intake, package, reading
from articles.manuscript.lines import source_of
from articles.manuscript.parse import Manuscript, take_apart
from articles.manuscript.text import LARGEST, UnreadableManuscript, digest
from articles.models import Article
from humas.base import cleaning
from humas.base.http import see_other

MOST_FILES = 20
MOST_BYTES = 2 * package.LARGEST


class Files(forms.ClearableFileInput):
    allow_multiple_selected = True


class PasteForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Manuscript"),
        max_length=LARGEST // 2,
        strip=False,
        required=False,
        widget=forms.Textarea(attrs={"rows": 14, "class": "vLargeTextField", "autofocus": True}),
        help_text=gettext_lazy("As it came, from Word or WhatsApp. Nothing is saved yet: you see first what was read."),
    )
    files = forms.FileField(
        label=gettext_lazy("Or files"),
        required=False,
        widget=Files(attrs={"accept": reading.ACCEPTED}),
        help_text=gettext_lazy(".txt, .docx or .odt, several at once."),
    )


@dataclass
class Found:
    """One manuscript as it was read, or the story it became before."""

    name: str
    digest: str
    manuscript: Manuscript | None = None
    story: Article | None = None


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("articles.add_article", raise_exception=True)
def paste(request):
    """Show the box; read what is sent; save what was looked through."""
    if request.method != "POST":
        return _box(request, PasteForm())
    return _save(request) if "forms" in request.POST else _read(request)


def _box(request, form):
    context = {**admin.site.each_context(request), "title": _("Import manuscripts"), "form": form}
    return render(request, "admin/impor.html", context, status=422 if form.errors else 200)


def _correction(request, manuscripts, status=200):
    media = sum((form.media for form in manuscripts), forms.Media())
    context = {
        **admin.site.each_context(request),
        "title": _("Look through the manuscript"),
        "manuscripts": manuscripts,
        "media": Media.from_media(media, nonce=str(request.csp_nonce)),
    }
    return render(request, "admin/impor_periksa.html", context, status=status)


def _read(request):
    form = PasteForm({"text": request.POST.get("text", "")})
    form.is_valid()
    files = request.FILES.getlist("files")
    found, refused = _found(request.POST.get("text", "") if not form.errors else "", files)
    if not found and not refused and not form.errors:
        form.add_error("text", _("Paste the text first."))
    new = [one for one in found if one.manuscript]
    if not new and len(found) == 1 and not refused:
        messages.info(request, _("This manuscript is here already; this is the story it became."))
        return see_other(_address(found[0].story))
    if form.errors or not new:
        for where, sentence in refused:
            form.add_error(where, sentence)
        _say_known(request, found)
        return _box(request, form) if form.errors else see_other(reverse("admin:articles_article_changelist"))
    _say_known(request, found)
    for _where, sentence in refused:
        messages.error(request, sentence)
    new.sort(key=lambda one: one.manuscript.part_number or 0)
    return _correction(request, _forms_of(new))


def _forms_of(found):
    made = []
    for n, one in enumerate(found):
        made.append(ManuscriptForm.of(one.manuscript, one.digest, one.name, prefix=str(n), before=made))
    return made


def _found(text, files):
    """What was read, and (field, sentence) of what could not be."""
    found, refused, seen = [], [], set()
    if len(files) > MOST_FILES or sum(file.size for file in files) > MOST_BYTES:
        words = {"count": MOST_FILES, "size": MOST_BYTES // 1_000_000}
        return [], [("files", _("At most %(count)d files of %(size)d MB together. Send them in turns.") % words)]
    for name, file in [("", None)] * bool(text.strip()) + [(file.name, file) for file in files]:
        where = "files" if file else "text"
        try:
            source = reading.read(name, file.read(package.LARGEST + 1)) if file else source_of(text)
            key = digest(source.text)
            if key in seen:
                continue
            seen.add(key)
            story = intake.known_by(key)
            manuscript = None if story else take_apart(source)
            if manuscript is not None:
                if not manuscript.blocks:
                    raise intake.no_text()
                cleaning.clean(manuscript.body)
            found.append(Found(name, key, manuscript, story))
        except UnreadableManuscript as error:
            refused.append((where, reading.sentence(f"“{name}”", error)))
        except ValidationError as error:
            refused += [(where, f"{name}: {sentence}" if name else sentence) for sentence in error.messages]
    return found, refused


def _save(request):
    count = request.POST["forms"]
    if not count.isdecimal() or not 0 < int(count[:3]) <= MOST_FILES + 1:
        return _box(request, PasteForm())
    for _try in range(2):
        made = []
        for n in range(int(count)):
            made.append(ManuscriptForm(request.POST, prefix=str(n), before=made))
        new = [form for form in made if not (story := _known(form)) or _say_one(request, story)]
        are_valid = [form.is_valid() for form in new]  # each one, so that every mistake is shown at once
        if not all(are_valid):
            return _correction(request, new, status=422)
        try:
            with transaction.atomic():
                stories = [story for form in new if (story := form.keep(request.user))]
        except IntegrityError:  # one of them came in by another door at the same moment
            continue
        except ValidationError as error:
            for sentence in error.messages:
                messages.error(request, sentence)
            return _correction(request, new, status=422)
        return _onward(request, made, stories)
    messages.error(request, _("Somebody else saved at the same moment. Look through it and save again."))
    return _correction(request, made, status=422)


def _known(form):
    key = form.data.get(form.add_prefix("manuscript_digest"), "")
    return intake.known_by(key) if len(key) == 64 else None


def _onward(request, made, stories):
    if stories:
        text = ngettext("Saved as a draft.", "Saved as %(count)d drafts.", len(stories)) % {"count": len(stories)}
        onward = _("Look through the fields, then publish.")
        messages.success(request, f"{text} {onward}")
        for story in stories:
            if story.report_id:
                messages.info(request, _("Put into the report “%(title)s”.") % {"title": story.report.title})
    if len(stories) == 1:
        return see_other(_address(stories[0]))
    known = [story for form in made if (story := _known(form))]
    if len(known) == 1 and not stories:
        return see_other(_address(known[0]))
    return see_other(reverse("admin:articles_article_changelist"))


def _say_known(request, found):
    for one in found:
        if one.story:
            _say_one(request, one.story)


def _say_one(request, story):
    words = format_html('<a href="{}">{}</a>', _address(story), story.headline)
    messages.info(request, format_html(_("This manuscript is here already: {}"), words))


def _address(story):
    return reverse("admin:articles_article_change", args=[story.pk])
