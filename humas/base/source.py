"""
Did this post come from our own page? (Fetch Metadata, then Origin, then Referer.)

Old WebViews and Opera Mini send none of them: their readers are let in, and
their words are held with a note.
"""

from enum import Enum
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


class Source(Enum):
    OURS = "ours"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


def source_of(request: HttpRequest) -> Source:
    """First that applies: Sec-Fetch-Site, Origin, Referer; UNKNOWN where all are missing."""
    site = request.headers.get("Sec-Fetch-Site", "").strip().lower()
    if site in ("same-origin", "none"):
        return Source.OURS
    if site in ("cross-site", "same-site"):
        return Source.ELSEWHERE
    origin = request.headers.get("Origin", "").strip()
    if origin and origin != "null":
        return Source.OURS if origin.rstrip("/").lower() in _origins(request) else Source.ELSEWHERE
    referer = request.headers.get("Referer", "").strip()
    if referer:
        return Source.OURS if _origin_of(referer) in _origins(request) else Source.ELSEWHERE
    return Source.UNKNOWN


def _origin_of(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}".lower()


def _origins(request: HttpRequest) -> set[str]:
    """Our own address, and the host this very request was made to (checked against ALLOWED_HOSTS)."""
    host = request.get_host()
    return {settings.SITE_URL.lower(), f"http://{host}".lower(), f"https://{host}".lower()}
