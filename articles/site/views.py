"""What readers see: the front page, a story."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Article, Report, Status
from articles.site import jsonld
from articles.site.front import running_reports, sections
from humas.base.paging import KEY, address_of, page_number

BRIEFS = 3


@require_safe
def front(request):
    """The newest story with room, reports still running, what came before, and the rest by category."""
    newest = list(Article.objects.published().for_list()[: 1 + BRIEFS])
    context = {
        "lead": newest[0] if newest else None,
        "briefs": newest[1:],
        "reports": running_reports(),
        "sections": sections(besides=newest),
    }
    return render(request, "articles/front.html", context)


@require_safe
def article(request, slug):
    """One story; 404 for what is not public (yet), 410 with its notice for what was withdrawn."""
    story = get_object_or_404(Article.objects.for_page(), slug=slug)
    if story.status == Status.WITHDRAWN:
        has_report = story.report_id and Report.objects.public().filter(pk=story.report_id).exists()
        context = {"article": story, "has_report": has_report}
        return render(request, "articles/article_withdrawn.html", context, status=410)
    if not story.is_public:
        raise Http404
    page = page_number(request.GET.get(KEY))  # of its comments: whether there is one, they know
    context = {"article": story, "canonical": address_of(story.absolute_url, page), "page": page}
    if story.report:
        context["journey"] = story.report.journey(here=story)
        context["structured"] = jsonld.part(story)
    response = render(request, "articles/article_detail.html", context)
    if "balas" in request.GET:  # the same story with a form that answers one comment
        response.headers["X-Robots-Tag"] = "noindex"
    return response
