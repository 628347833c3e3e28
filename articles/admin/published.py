"""*Sudah terbit*: what is done with a story once it is out; and its release, before the hour too."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import going_out, release, sharing
from articles.models import Article
from humas.base.http import private, see_other
from humas.base.models import Newsroom


def show(modeladmin, request, pk):
    """The menu: WhatsApp, release, print, the page itself."""
    story = _story(modeladmin, request, pk)
    if not release.may_be_made(story):
        return _not_yet(request, story)
    text = sharing.for_whatsapp(story, Newsroom.current()) if story.is_public else ""
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("It is out") if story.is_public else _("Ready for its hour"),
        "opts": modeladmin.opts,
        "original": story,
        "heading": going_out.heading(story),
        "whatsapp": text,
        "whatsapp_link": sharing.whatsapp_link(text),
    }
    return render(request, "admin/articles/published.html", context)


def download(modeladmin, request, pk):
    """The release as a file: .docx, or .zip with the photo."""
    story = _story(modeladmin, request, pk)
    if not release.may_be_made(story):
        return _not_yet(request, story)
    file = release.make(story, Newsroom.current())
    response = HttpResponse(file.data, content_type=file.kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return private(response)


def on_paper(modeladmin, request, pk):
    """The same as a page for the printer."""
    story = _story(modeladmin, request, pk)
    if not release.may_be_made(story):
        return _not_yet(request, story)
    newsroom = Newsroom.current()
    context = {
        "original": story,
        "heading": going_out.heading(story),
        "embargo": release.embargo_line(story),
        "newsroom": newsroom,
        "letterhead": release.letterhead(newsroom),
    }
    return private(render(request, "admin/articles/print.html", context))


def _story(modeladmin, request, pk) -> Article:
    rows = Article.everything.select_related("report", "category", "lead_photo").with_part_number()
    story = get_object_or_404(rows, pk=pk)
    if not modeladmin.has_view_permission(request, story):
        raise PermissionDenied
    return story


def _not_yet(request, story):
    messages.warning(request, _("There is nothing to share yet: readers do not see this story."))
    return see_other(reverse("admin:articles_article_change", args=[story.pk]))
