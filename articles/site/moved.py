"""
Old addresses of what readers may see: 301, for ever.

Asked only where nothing was found. The page an address leads to is asked itself
whether a reader finds something there, so who may see what is written in one
place, and the way to a draft, an embargo or the bin is as unknown as any other.
"""

from copy import copy
from urllib.parse import urlsplit

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.urls import resolve

from articles import addresses
from humas.base.readers import is_desk

FOUND = (200, 410)
LISTS = ("article_list", "report_list", "category", "tag", "year", "month")
KNOWN = {"article": ("balas", "halaman"), **dict.fromkeys(LISTS, ("sebelum",))}
"""The query keys each page knows; others are left behind."""


class MovedMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD") or is_desk(request):
            return response
        return _onward(request) or response


def _onward(request) -> HttpResponse | None:
    way = addresses.leads_to(request.path)
    if way is None or not way.startswith("/"):
        return None
    path = urlsplit(way).path
    route = _answering(request, path)
    if route is None or path == request.path:
        return None
    response = HttpResponsePermanentRedirect(way + _query(request, route) if way == path else way)
    # For ever, and yet asked for each time: a story may take back an address it had.
    response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
    return response


def _answering(request, path: str) -> str | None:
    """The name of the route there, if a reader who opens it finds something, be it the notice of a withdrawal."""
    try:
        found = resolve(path)
        asked = copy(request)
        asked.method, asked.path, asked.path_info, asked.GET = "GET", path, path, QueryDict()
        status = found.func(asked, *found.args, **found.kwargs).status_code
    except Http404:
        return None
    return (found.url_name or "") if status in FOUND else None


def _query(request, route: str) -> str:
    kept = QueryDict(mutable=True)
    for name in KNOWN.get(route, ()):
        if name in request.GET:
            kept[name] = request.GET[name]
    return f"?{kept.urlencode()}" if kept else ""
