"""Two questions a supervisor asks: is it alive, and can it serve?"""

from django.db import Error, connection
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from humas.base.fields import KeyLost
from humas.base.models import KeyCheck, Newsroom


class HealthMiddleware:
    """Answers before anything asks for the name of the host: a supervisor calls by number."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        view = {"/healthz": alive, "/readyz": ready}.get(request.path)
        return view(request) if view else self.get_response(request)


@require_safe
def alive(request):
    return _plain("ok", 200)


@require_safe
def ready(request):
    """200 when the database answers, is migrated and its keys fit; else 503."""
    try:
        is_ready = Newsroom.objects.exists() and not KeyCheck.wrong_key()
    except (Error, KeyLost):
        connection.close()
        is_ready = False
    return _plain("ok", 200) if is_ready else _plain("belum siap", 503)


def _plain(words, status):
    return HttpResponse(
        words, status=status, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"}
    )
