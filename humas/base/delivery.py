"""
How a finished public page leaves the house.

The same bytes for everyone: gzip without a clock in it, a strong ETag over the
bytes as sent, 304 for who has them, and HEAD answered like GET. Django's own
GZip and Conditional GET middlewares pad randomly, weaken the tag and pass HEAD by.

The desk's pages are one person's and hold words nobody else may guess, so what
is compressed there is padded by chance (BREACH, breachattack.com; the CSRF token
is masked anew in each page besides), and has no tag.
"""

import gzip
import re
from hashlib import sha256

from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.text import compress_string

from humas.base.readers import is_desk

SMALLEST = 400
PADDING = 100
COMPRESSIBLE = re.compile(r"^(text/|application/(json|xml|rss\+xml|atom\+xml)|image/svg)")


class DeliveryMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.streaming or response.has_header("Content-Encoding") or response.has_header("ETag"):
            return response
        if request.method not in ("GET", "HEAD") or not response.get("Cache-Control", "").startswith("public"):
            return padded(request, response) if is_desk(request) else response
        if COMPRESSIBLE.match(response.get("Content-Type", "")):
            patch_vary_headers(response, ["Accept-Encoding"])
            if len(response.content) >= SMALLEST and accepts_gzip(request.headers.get("Accept-Encoding", "")):
                response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
                response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.content))
        if response.status_code == 200:
            etag = f'"{sha256(response.content).hexdigest()[:32]}"'
            response.headers["ETag"] = etag
            response = get_conditional_response(request, etag=etag, response=response)
        if request.method == "HEAD":
            response.content = b""  # the length stays that of the GET; not every server drops the body itself
        return response


def padded(request, response):
    """One person's page: compressed for a slow line, its length telling nothing."""
    if (
        COMPRESSIBLE.match(response.get("Content-Type", ""))
        and len(response.content) >= SMALLEST
        and accepts_gzip(request.headers.get("Accept-Encoding", ""))
    ):
        response.content = compress_string(response.content, max_random_bytes=PADDING)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.content))
    return response


def accepts_gzip(header: str) -> bool:
    """Whether this Accept-Encoding takes gzip (RFC 9110 §12.5.3; q=0 refuses, `*` speaks for what is not named)."""
    weights = {}
    for item in header.split(","):
        name, _semicolon, parameter = item.partition(";")
        key, _equals, weight = parameter.partition("=")
        weights[name.strip().lower()] = weight.strip() if key.strip().lower() == "q" else "1"
    weight = weights.get("gzip", weights.get("x-gzip", weights.get("*", "0")))
    return bool(weight.strip("0."))
