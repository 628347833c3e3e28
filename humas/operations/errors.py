"""Whole pages for what goes wrong."""

import sys

from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


RETRY_SECONDS = 10
BUSY = ("locked", "too many clients")
"""As SQLite says it, and PostgreSQL to who was not let in."""


def broken(request):
    """
    No context and no query: whatever broke may be just what those need.

    A database that was busy too long is no fault: 503, and when to ask again.
    """
    if is_busy(sys.exc_info()[1]):
        headers = {"Retry-After": str(RETRY_SECONDS), "Cache-Control": "no-store"}
        return HttpResponse(render_to_string("503.html"), status=503, headers=headers)
    return HttpResponse(render_to_string("500.html"), status=500)


def is_busy(error: BaseException | None) -> bool:
    """Whether somebody waited in vain for the database; it is whole, and what was asked for was not begun."""
    if not isinstance(error, OperationalError):
        return False
    # PostgreSQL says it in its own language, and by a code in every one: lock_not_available, query_canceled.
    code = getattr(error.__cause__, "sqlstate", None)
    return code in ("55P03", "57014", "53300") or (code is None and any(word in str(error) for word in BUSY))
