"""Every address the URL configuration knows, filled with all that somebody could guess."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern
from django.utils import timezone

from articles.models import Article, Photo
from articles.site.cursor import Cursor
from articles.site.sitemaps import SECTIONS
from comments.models import Comment
from comments.reply import token as reply_token

DESK = "admin/"
_PLACE = re.compile(r"<(?:[^>:]+:)?([^>]+)>")


class Unfilled(AssertionError):
    """There is an address that this test does not know how to guess: teach `guesses` its part."""


@dataclass(frozen=True)
class Route:
    text: str
    converters: dict

    def filled(self, values: dict) -> str:
        return "/" + _PLACE.sub(lambda found: str(self.converters[found[1]].to_url(values[found[1]])), self.text)


def routes(patterns=None, before="", converters=None) -> Iterator[Route]:
    """All of readers' routes, or, named by `patterns`, those below."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if not isinstance(pattern.pattern, RoutePattern):
            raise Unfilled(f"{before}{pattern.pattern} is written as a regular expression")
        text, known = before + str(pattern.pattern), (converters or {}) | pattern.pattern.converters
        if isinstance(pattern, URLResolver) and text != DESK:
            yield from routes(pattern.url_patterns, text, known)
        elif isinstance(pattern, URLPattern):
            yield Route(text, known)


def desk_routes(patterns=None, before=DESK, converters=None) -> Iterator[Route]:
    """Those of the desk, as far as they are no regular expressions."""
    if patterns is None:
        patterns = next(one for one in get_resolver().url_patterns if str(one.pattern) == DESK).url_patterns
    for pattern in patterns:
        if isinstance(pattern.pattern, RoutePattern):
            text, known = before + str(pattern.pattern), (converters or {}) | pattern.pattern.converters
            if isinstance(pattern, URLResolver):
                yield from desk_routes(pattern.url_patterns, text, known)
            else:
                yield Route(text, known)


def guesses(world) -> dict[str, list]:
    """For each part of an address by its name: everything it could be."""
    times = [at for at in Article.everything.values_list("published_at", flat=True) if at] + [timezone.now()]
    local = [timezone.localtime(at) for at in times]
    keys = [*Photo.objects.values_list("pk", flat=True), 10**9]
    return {
        "slug": sorted(world.slugs()),
        "pk": keys,
        "check": [one.checksum[:12] for one in Photo.objects.all()],
        "year": sorted({at.year for at in local}),
        "month": sorted({at.month for at in local}),
        "section": [*SECTIONS, "foto"],
        "number": [1, 2],
        "version": [1, 2],
        "token": world.tokens(),
    }


def addresses(world, patterns=None) -> Iterator[tuple[Route, str]]:
    known = guesses(world)
    for route in routes(patterns):
        if unknown := route.converters.keys() - known.keys():
            raise Unfilled(f"{route.text}: what could {', '.join(sorted(unknown))} be?")
        # A page that takes a link and a story is asked for every story with the link that opens it, not with all.
        tokens = world.links_to_write() if len(route.converters) > 1 else known["token"]
        for values in itertools.product(*(tokens if name == "token" else known[name] for name in route.converters)):
            yield route, route.filled(dict(zip(route.converters, values, strict=True)))


def queries(world) -> list[str]:
    """Behind every page: the keys a page knows, so that the next thing shown would be a hidden one."""
    later = timedelta(seconds=1)
    stories = [one for one in world.stories() if one.published_at]
    cursors = sorted({str(Cursor(one.published_at + later, one.pk)) for one in stories})
    numbers = [f"balas={pk}" for pk in Comment.objects.values_list("pk", flat=True)[:4]]
    return ["halaman=2", "revisi=1", "q=judul", *numbers, *(f"sebelum={cursor}" for cursor in cursors)]


def looks(world, client: Client) -> Iterator[tuple[str, str, object]]:
    """(route, path, answer) of everything there is to open."""
    for route, path in addresses(world):
        yield route.text, path, client.get(path)


def answers(world, client: Client) -> Iterator[tuple[str, str, object]]:
    """The same, and what answers the POST of a reply there, and of pages what answers each query."""
    more = queries(world)
    tokens = itertools.cycle(reply_token.mint(one) for one in world.stories())
    for route, path, answer in looks(world, client):
        yield route, path, answer
        words = {"body": "Halo.", "name": "Ina", "email": "ina@contoh.id", "ruas_kosong": "", "token": next(tokens)}
        yield route, f"POST {path}", client.post(path, words, headers={"sec-fetch-site": "same-origin"})
        if (
            answer.status_code == 200
            and answer["Cache-Control"].startswith("public")
            and "html" in answer["Content-Type"]
        ):
            for query in more:
                yield route, f"{path}?{query}", client.get(f"{path}?{query}")
