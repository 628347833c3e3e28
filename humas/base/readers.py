"""
What sets a reader's request apart from the desk's: it has no cookies and no session.

Whatever a browser sends along, public pages are made without looking at it, so
the same address gives everybody the same bytes.
"""

from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware

DESK = "/admin/"


def is_desk(request: HttpRequest) -> bool:
    return request.path.startswith(DESK)


class NoCookiesMiddleware:
    """Take cookies off every request outside the desk, before anybody could read them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not is_desk(request):
            request.META.pop("HTTP_COOKIE", None)
        return self.get_response(request)


class DeskCsrfMiddleware(CsrfViewMiddleware):
    """Only the desk has a session to ride on; a reader's post is judged by where it comes from (`reply.source`)."""

    def process_request(self, request):
        if is_desk(request):
            super().process_request(request)

    def process_view(self, request, callback, callback_args, callback_kwargs):
        if is_desk(request):
            return super().process_view(request, callback, callback_args, callback_kwargs)
        return None
