"""
Too much for one form.

Django answers what is over its limits with a bare 400, in the middle of whatever
asked for the fields first. At the desk it is asked for here, and the answer says
what to do; the words are still in the form one step back, and in the browser
(`static/js/kept-words.js`).
"""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.shortcuts import render

from humas.base.http import private
from humas.base.readers import is_desk

PIECE = 64 * 1024
READ_ON = 64 * 1024 * 1024


class LimitsMiddleware:
    """Stands before the CSRF check, which is the first to ask for a field."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method == "POST" and is_desk(request):
            try:
                request.POST  # noqa: B018 – reading is what may fail
            except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent) as error:
                return too_large(request, error)
        return self.get_response(request)


def too_large(request, error):
    """413, after the rest was taken off the line: a browser that is cut short while sending shows no answer."""
    request._mark_post_parse_error()
    _read_on(request)
    context = {
        "is_fields": not isinstance(error, RequestDataTooBig),
        "most_fields": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS,
        "most_megabytes": settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024 // 1024,
    }
    return private(render(request, "admin/terlalu_besar.html", context, status=413))


def _read_on(request) -> None:
    left = READ_ON
    try:
        while left > 0 and (piece := request.read(PIECE)):
            left -= len(piece)
    except OSError:
        pass  # they have gone; nobody waits for the answer
