"""
The words of the desk's scripts, at an address named for what it holds.

Django answers `jsi18n/` anew for each page, and a script that must be asked for
holds up the whole form on a slow line. Ours is fetched once: other words have
another address. It says nothing about anybody, so no session is looked at.
"""

from functools import cache
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import override
from django.views.decorators.http import require_safe
from django.views.i18n import JavaScriptCatalog

A_YEAR = "public, max-age=31536000, immutable"


def pattern():
    """The address Django's templates ask for as `admin:jsi18n`."""
    return path(f"jsi18n/{sha256(_script()).hexdigest()[:12]}/", catalogue, name="jsi18n")


@require_safe
def catalogue(request):
    """All catalogues, ours and the editor's included, not only the admin's."""
    return HttpResponse(_script(), content_type="text/javascript; charset=utf-8", headers={"Cache-Control": A_YEAR})


@cache
def _script() -> bytes:
    request = HttpRequest()
    request.method = "GET"
    with override(settings.LANGUAGE_CODE):
        return JavaScriptCatalog.as_view()(request).content
