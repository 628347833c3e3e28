"""Reports for readers: their list, one with its parts, and the whole of it on one page, made to print."""

from collections import defaultdict

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Article, Report
from articles.parts import Journey, journey
from articles.site import jsonld
from articles.site.cursor import page_of


@require_safe
def report_list(request):
    """Every report with a public part, the one continued last first."""
    page = page_of(request, Report.objects.public(), by="latest_at")
    return render(request, "articles/report_list.html", {"page": page, "entries": _with_journeys(page.rows)})


@require_safe
def report(request, slug):
    """One report with its parts as a journey; 404 while readers may see none of them."""
    whole = get_object_or_404(Report, slug=slug)
    way = _for_readers(whole.journey())
    context = {"report": whole, "journey": way, "structured": jsonld.report(whole, way)}
    return render(request, "articles/report_detail.html", context)


@require_safe
def report_whole(request, slug):
    """All public parts on one page, to read in one go or to print."""
    whole = get_object_or_404(Report, slug=slug)
    rows = Article.objects.filter(report=whole).on_journey().select_related("lead_photo")
    context = {"report": whole, "journey": _for_readers(journey(whole, rows))}
    return render(request, "articles/report_whole.html", context)


def _for_readers(way: Journey) -> Journey:
    if not way.public:
        raise Http404
    return way


def _with_journeys(reports: list[Report]) -> list[tuple[Report, Journey]]:
    """Each report with its way; one query for all."""
    rows = defaultdict(list)
    for row in Article.objects.filter(report__in=reports).on_journey().defer("body"):
        rows[row.report_id].append(row)
    ways = [(whole, journey(whole, rows[whole.pk])) for whole in reports]
    return [(whole, way) for whole, way in ways if way.public]
