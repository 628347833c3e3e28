"""Pictures, through a guard: readers get what a public story shows, the desk gets the rest."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.models import Article, Photo
from humas.base.http import private


@require_safe
def photo(request, pk, check):
    """A rendition, while some public story uses it. No cookie is read."""
    found = get_object_or_404(Photo, pk=pk)
    if check != found.checksum[:12] or not Article.objects.published().filter(lead_photo=found).exists():
        raise Http404
    return jpeg(found)


@require_safe
@permission_required("articles.view_photo", raise_exception=True)
def photo_at_desk(request, pk, width):
    """The same for those who work here, public or not. One width so far: the widest there is."""
    return private(jpeg(get_object_or_404(Photo, pk=pk)))


def jpeg(photo: Photo) -> HttpResponse:
    """The rendition; whether whoever asks may see it has been judged before. Http404 while its file is missing."""
    try:
        with photo.rendition.open("rb") as file:
            return HttpResponse(file.read(), content_type="image/jpeg")
    except FileNotFoundError:
        raise Http404 from None
