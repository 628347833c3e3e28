"""Answers when something is missing or broken, in Indonesian whatever DEBUG says."""

from django.conf import settings
from django.shortcuts import render
from django.views.debug import SafeExceptionReporterFilter


class OwnNotFoundMiddleware:
    """Show readers' own "not found" page in the demo too, instead of Django's English technical one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_page = response.get("Content-Type", "").startswith("text/html")
        is_technical = settings.DEBUG and response.status_code == 404 and not hasattr(response, "is_ours")
        return not_found(request) if is_page and is_technical else response


def not_found(request, exception=None):
    response = render(request, "404.html", status=404)
    response.is_ours = True
    return response


class DiscreetReporterFilter(SafeExceptionReporterFilter):
    """A report of an error names the place, never what a reader typed."""

    def is_active(self, request):
        return True

    def get_post_parameters(self, request):
        return dict.fromkeys(super().get_post_parameters(request), self.cleansed_substitute) if request else {}

    def get_traceback_frame_variables(self, request, tb_frame):
        return [(name, self.cleansed_substitute) for name in tb_frame.f_locals]
