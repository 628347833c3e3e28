"""Whole pages for what goes wrong."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


def broken(request):
    """No context and no query: whatever broke may be just what those need."""
    return HttpResponse(render_to_string("500.html"), status=500)
