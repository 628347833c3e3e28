"""What readers see: the front page, the list, a story."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Article, Status
from articles.parts import neighbours, parts_for_readers
from articles.site.front import running_reports

FRONT_STORIES = 14
LIST_STORIES = 30


@require_safe
def front(request):
    """The newest story with room, reports still running, and what came before."""
    newest = list(Article.objects.published().for_list()[:FRONT_STORIES])
    lead, stories = (newest[0], newest[1:]) if newest else (None, [])
    context = {"lead": lead, "stories": stories, "reports": running_reports()}
    return render(request, "articles/front.html", context)


@require_safe
def article_list(request):
    stories = Article.objects.published().for_list()[:LIST_STORIES]
    return render(request, "articles/article_list.html", {"stories": stories})


@require_safe
def article(request, slug):
    """One story; 404 for what is not public (yet), 410 with its notice for what was withdrawn."""
    story = get_object_or_404(Article.objects.for_page(), slug=slug)
    if story.status == Status.WITHDRAWN:
        return render(request, "articles/article_withdrawn.html", {"article": story}, status=410)
    if not story.is_public:
        raise Http404
    parts = parts_for_readers(story)
    previous, following = neighbours(parts)
    context = {
        "article": story,
        "canonical": story.absolute_url,
        "parts": parts,
        "previous": previous,
        "next": following,
    }
    response = render(request, "articles/article_detail.html", context)
    if "balas" in request.GET:  # the same story with a form that answers one comment
        response.headers["X-Robots-Tag"] = "noindex"
    return response
