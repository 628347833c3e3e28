"""What somebody sees who was sent the link to a preview. No cookie is read; nobody keeps it or finds it."""

from collections.abc import Callable
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles import preview
from articles.models import Photo, Revision
from articles.photos.serve import jpeg
from humas.base.http import private


@require_safe
def page(request, token):
    found = preview.opened(token)
    if found is None:
        response = render(request, "articles/preview_over.html", status=404)
        response.is_ours = True
        return _secret(response)
    revision, until = found

    def address_of(photo: Photo) -> str:
        return reverse("preview_photo", kwargs={"token": token, "pk": photo.pk})

    return _secret(shown(request, revision, address_of, until=until))


@require_safe
def photo(request, token, pk):
    """A picture that this very revision shows, and no other."""
    found = preview.opened(token)
    used = preview.story_at(found[0]).lead_photo if found else None
    if used is None or used.pk != pk:
        raise Http404
    return _secret(jpeg(used))


def shown(
    request: HttpRequest,
    revision: Revision,
    address_of: Callable[[Photo], str],
    *,
    until: datetime | None = None,
    is_framed: bool = False,
) -> HttpResponse:
    """The page of the story, through the template readers get, without comments and under a banner."""
    story = preview.story_at(revision)
    context = {
        "article": story,
        "revision": revision,
        "standing": preview.standing(revision, story),
        "photo_address": address_of(story.lead_photo) if story.lead_photo else "",
        "until": until,
        "is_framed": is_framed,
    }
    if story.report:
        context["journey"] = story.report.journey(here=story)
    return render(request, "articles/preview.html", context)


def _secret(response: HttpResponse) -> HttpResponse:
    response = private(response)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
