"""
What search engines are told: every public address, when it last changed, and where not to go.

A file of the sitemap holds the addresses of a thousand consecutive keys, so an
address never moves to another file and none grows over a thousand.
"""

from collections.abc import Iterable
from datetime import datetime
from io import StringIO

from django.db.models import F, IntegerField, Max
from django.db.models.functions import Cast, Greatest
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.site.syndication import absolute, to_the_second

MOST = 1000
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
CLOSED = ["/admin/", "/tanggapan/", "/pratinjau/", "/cari/?"]

SECTIONS = {
    "berita": ("article", "pk", "slug"),
    "laporan": ("report", "report_id", "report__slug"),
    "kategori": ("category", "category_id", "category__slug"),
}
"""Name in the address → the route of its pages; what a public story calls their key and their slug."""


def changes(key: str):
    """Public stories by that key; a page changed when the newest of its stories opened or was edited."""
    stories = Article.objects.published().filter(**{f"{key}__isnull": False}).order_by()
    return stories.annotate(changed_at=Greatest("published_at", "updated_at"))


@require_safe
def index(request):
    """Each file of the sitemap with the time of the newest change in it. One query a section."""
    files = []
    for section, (_route, key, _slug) in SECTIONS.items():
        number = Cast((F(key) - 1) / MOST, IntegerField()) + 1
        rows = changes(key).annotate(number=number).values("number").annotate(at=Max("changed_at")).order_by("number")
        files += [(reverse("sitemap_section", args=[section, row["number"]]), row["at"]) for row in rows]
    return _answer("sitemapindex", "sitemap", files)


@require_safe
def section(request, section, number):
    """One file: a thousand keys of stories, reports or categories. 404 where there is no address to tell."""
    if section not in SECTIONS:
        raise Http404
    route, key, slug = SECTIONS[section]
    rows = changes(key).filter(**{f"{key}__gt": (number - 1) * MOST, f"{key}__lte": number * MOST})
    rows = rows.values_list(slug).annotate(at=Max("changed_at")).order_by(key)
    found = [(reverse(route, args=[slug]), at) for slug, at in rows]
    if not found:
        raise Http404
    return _answer("urlset", "url", found)


@require_safe
def robots(request):
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), "", f"Sitemap: {absolute(reverse('sitemap'))}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _answer(root: str, element: str, addresses: Iterable[tuple[str, datetime]]) -> HttpResponse:
    out = StringIO()
    handler = SimplerXMLGenerator(out, "utf-8", short_empty_elements=True)
    handler.startDocument()
    handler.startElement(root, {"xmlns": NAMESPACE})
    for path, changed_at in addresses:
        handler.startElement(element, {})
        handler.addQuickElement("loc", absolute(path))
        handler.addQuickElement("lastmod", to_the_second(changed_at).isoformat())
        handler.endElement(element)
    handler.endElement(root)
    return HttpResponse(out.getvalue(), content_type="application/xml; charset=utf-8")
