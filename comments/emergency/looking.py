"""
Looking again, as a visitor would, whether what was hidden is still to be seen.

Our own pages are asked through the very handler that answers readers, in this process:
no network is needed, and nobody's cookie goes along.
"""

import io
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from comments import hiding as hidings
from comments.models import Comment, Hiding
from humas.base.cleaning import to_text
from humas.base.paging import address_of

MOST_STORIES = 100
MOST_COMMENTS = 300
MOST_PAGES = 50
"""Of one story's comments."""

SECONDS = 20
"""So long at most: somebody waits for the answer, and what was not looked at is said."""

SHORTEST, LONGEST = 25, 80
"""Characters of a comment that its words are known by; shorter ones may stand anywhere."""

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Seen:
    """An address at which something hidden is to be seen, or that could not be looked at (`is_open` is False)."""

    address: str
    number: str = ""
    is_open: bool = True

    def as_stored(self) -> dict:
        return {"address": self.address, "number": self.number, "is_open": self.is_open}


@dataclass
class _Visitor:
    looked_at: int = 0

    def __post_init__(self):
        self.until = time.monotonic() + SECONDS
        self.handler = BaseHandler()
        self.handler.load_middleware()

    @property
    def is_late(self) -> bool:
        return time.monotonic() > self.until

    def ask(self, address: str) -> tuple[int, str]:
        """(status, the answer in words) of a page of ours."""
        self.looked_at += 1
        site, (path, _question, query) = urlsplit(settings.SITE_URL), address.partition("?")
        request = WSGIRequest(
            {
                "REQUEST_METHOD": "GET",
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "SERVER_NAME": site.hostname or "localhost",
                "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
                "SERVER_PROTOCOL": "HTTP/1.1",
                "HTTP_HOST": site.netloc,
                "HTTP_X_FORWARDED_PROTO": site.scheme,
                "REMOTE_ADDR": "127.0.0.1",
                "wsgi.url_scheme": site.scheme,
                "wsgi.input": io.BytesIO(),
            }
        )
        response = self.handler.get_response(request)
        parts = response.streaming_content if response.streaming else [response.content]
        return response.status_code, b"".join(parts).decode(errors="replace")


def look_again(hiding: Hiding, *, by) -> Hiding:
    """Ask every page on which these comments stood, and note who looked, when, and what was seen."""
    visitor = _Visitor()
    seen = list(dict.fromkeys(_looked(hiding, visitor)))
    hiding.checked_at, hiding.checked_by, hiding.looked_at = timezone.now(), by, visitor.looked_at
    hiding.still_seen = [one.as_stored() for one in seen]
    hiding.save(update_fields=["checked_at", "checked_by", "looked_at", "still_seen"])
    return hiding


def _looked(hiding: Hiding, visitor: _Visitor) -> Iterator[Seen]:
    held = hidings.held_by(hiding).order_by("-pk").only("pk", "article_id", "body_html")
    comments = list(held[:MOST_COMMENTS])
    newest = held.order_by("-article").values_list("article", flat=True).distinct()
    stories = Article.objects.published().filter(pk__in=list(newest[:MOST_STORIES])).order_by("-published_at")
    yield from _in(visitor, reverse("comment_feed"), comments)
    by_story: dict[int, list[Comment]] = {}
    for comment in comments:
        by_story.setdefault(comment.article_id, []).append(comment)
    for story in stories:
        yield from _under(visitor, story, by_story.get(story.pk, []))
    for comment in comments:
        address = reverse("comment", args=[comment.pk])
        if visitor.is_late:
            return
        status, _words = visitor.ask(address)
        if status != 404:
            yield Seen(address, comment.short_number, is_open=status in (301, 302))


def _under(visitor: _Visitor, story: Article, comments: list[Comment]) -> Iterator[Seen]:
    """Every page of a story's comments, and their feed."""
    yield from _in(visitor, reverse("comment_feed_of_story", args=[story.slug]), comments)
    for page in range(1, MOST_PAGES + 1):
        if visitor.is_late:
            return
        address = address_of(story.get_absolute_url(), page)
        status, words = visitor.ask(address)
        if page > 1 and status == 404:
            return
        if status != 200:
            yield Seen(address, is_open=False)
            return
        yield from _found(address, words, comments)
        if f"halaman={page + 1}" not in words:
            return


def _in(visitor: _Visitor, address: str, comments: list[Comment]) -> Iterator[Seen]:
    if visitor.is_late:
        return
    status, words = visitor.ask(address)
    if status == 200:
        yield from _found(address, words, comments)
    else:
        yield Seen(address, is_open=False)


def _found(address: str, page: str, comments: Iterable[Comment]) -> Iterator[Seen]:
    read = " ".join(unescape(_TAG.sub(" ", page)).split())
    for comment in comments:
        is_named = re.search(rf"komentar[-/]{comment.pk}(?!\d)", page)
        words = _words_of(comment)
        if is_named or (words and words in read):
            yield Seen(address, comment.short_number)


def _words_of(comment: Comment) -> str:
    """The longest line a reader saw of it, or its beginning; "" where it is too short to be told from others."""
    lines = [" ".join(line.split()) for line in to_text(comment.body_html).splitlines()]
    words = max(lines, key=len, default="")[:LONGEST].strip()
    return words if len(words) >= SHORTEST else ""
