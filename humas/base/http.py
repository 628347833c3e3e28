"""Answers that Django has no short word for."""

from django.http import HttpResponse, HttpResponseRedirect


def see_other(address: str) -> HttpResponse:
    """303: the act is done, look over there. A browser that reloads does not act again."""
    return HttpResponseRedirect(address, status=303)


def private(response: HttpResponse) -> HttpResponse:
    """Mark an answer that belongs to one reader: kept by nobody, indexed by nobody."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "same-origin"  # its address may be a secret
    vars(response)["is_ours"] = True  # also where DEBUG would show Django's page in the place of a 404
    return response
