"""Follows every address of the public site as a visitor without cookies would, from the front page and the sitemaps."""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client

BEGINNINGS = ("/", "/sitemap.xml", "/feed/", "/feed/atom/", "/komentar/feed/", "/berita/", "/laporan/", "/robots.txt")
_LEADS = re.compile(r"""(?:href|src|action)=["']([^"']+)["']|<(?:link|loc|guid[^>]*|id)>([^<]+)<""")
_NOT_PAGES = ("/static/", "/media/", "/admin/")


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    leads_to: str


def crawl(besides=()) -> dict[str, Answer]:
    """{address: what it answers}; `besides` are addresses that no page leads to."""
    client, found, waiting = Client(), {}, [*BEGINNINGS, *besides]
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        response = client.get(address)
        found[address] = Answer(response.status_code, response.content, response.headers.get("Location", ""))
        text = unescape(response.content.decode())
        waiting += [one for pair in _LEADS.findall(text) if (one := _ours("".join(pair))) is not None]
    return found


def _ours(address: str) -> str | None:
    parts = urlsplit(address)
    site = urlsplit(settings.SITE_URL)
    if (parts.netloc and parts.netloc != site.netloc) or parts.scheme not in ("", "http", "https"):
        return None
    if not parts.path.startswith("/") or parts.path.startswith(_NOT_PAGES):
        return None
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
