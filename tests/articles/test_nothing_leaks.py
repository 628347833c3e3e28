"""
Done 3 of the desk: what is hidden is at no public address, whatever somebody follows or guesses.

Driven by the URL configuration: an address added later is guessed at too, or
this test fails until it is taught how.
"""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import path
from django.utils import timezone

from articles.models import Article
from articles.models.article import ArticleQuerySet
from humas.base.times import long_time
from tests.articles import every_address
from tests.articles.hidden_world import NEVER, REASON, announced_hour, build, hidden_hour
from tests.operations.test_crawl import crawl

pytestmark = pytest.mark.contract


@pytest.fixture
def world(db, settings):
    settings.REPLY_LIMIT_WRITER = settings.REPLY_LIMIT_NETWORK = None
    return build()


def whole(answer) -> bytes:
    """Status, head and body, with what is escaped in it unescaped too."""
    head = "".join(f"{name}: {value}\n" for name, value in answer.headers.items()).encode()
    body = answer.content
    if answer.get("Content-Type", "").startswith("image/"):
        return head + body
    text = body.decode()
    plain = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), unescape(unescape(text)))
    return head + body + plain.encode(errors="replace")


def leaks(world, asked: str, answer) -> list[str]:
    """What of the hidden is in an answer; the words of the question do not count."""
    said = whole(answer).lower().replace(asked.removeprefix("POST ").split("?")[0].lower().encode(), b"")
    found = [mark for mark in sorted(world.secrets) if mark.encode() in said]
    found += [name for name, piece in world.pieces().items() if piece in said or piece in answer.content]
    hidden = timezone.localtime(hidden_hour())
    found += [hour for hour in (f"{hidden:%Y-%m-%dT%H:%M}", f"{hidden:%H.%M} WITA") if hour.encode() in said]
    return found


def test_following_every_link_meets_nothing_hidden(world, site_url):
    pages = crawl(Client(), site_url)
    assert {path: found for path, page in pages.items() if (found := leaks(world, path, page))} == {}
    assert len(pages) > 30


def test_guessing_every_address_meets_nothing_hidden(world):
    found, asked, named = {}, set(), set()
    for route, address, answer in every_address.answers(world, Client()):
        asked.add(route)
        assert answer.status_code < 500, address
        assert not answer.cookies, address
        if leaked := leaks(world, address, answer):
            found[address] = leaked
        is_opened = not address.startswith("POST ") and "?" not in address
        if is_opened and b"berita-dicabut" in answer.content:
            named.add(address)
    assert found == {}
    assert asked == {route.text for route in every_address.routes()}
    assert_withdrawn_story_is_named_only_where_readers_knew_it(world, named)


def assert_withdrawn_story_is_named_only_where_readers_knew_it(world, named):
    """In other parts of its report, the previews of these, and the receipt of who commented on it."""
    others = named - {"/laporan/laporan-terbuka/", "/laporan/laporan-terbuka/lengkap/"}
    public = set(Article.objects.published().values_list("slug", flat=True))
    assert others
    for address in others:
        kind, which = address.split("/")[1:3]
        assert kind == "pratinjau" or which in public | set(world.receipts), address


def test_hidden_address_answers_like_one_that_never_was(world):
    """Not even that it exists is told: same status, same head, same bytes."""
    reader = Client()
    checked = set()
    for route in every_address.routes():
        if list(route.converters) != ["slug"]:
            continue
        for ask in (reader.get, reader.head, reader.post):
            never = ask(route.filled({"slug": NEVER}))
            for slug in world.unknown:
                answer = ask(route.filled({"slug": slug}))
                seen = (answer.status_code, dict(answer.headers), answer.content)
                assert seen == (never.status_code, dict(never.headers), never.content), route.filled({"slug": slug})
                checked.add(route.text)
    assert {"berita/<slug:slug>/", "tag/<slug:slug>/feed/", "laporan/<slug:slug>/lengkap/"} <= checked
    assert {"qkonsep-alamat", "qundur-alamat", "qundur-kedua", "qbuang-kedua", "qubah-alamat"} <= world.unknown


def test_desk_shows_nothing_to_who_is_not_signed_in(world):
    stranger = Client()
    keys = list(Article.everything.values_list("pk", flat=True))
    for route in every_address.desk_routes():
        for pk in keys if route.converters else keys[:1]:
            address = route.filled(dict.fromkeys(route.converters, pk))
            for answer in (stranger.get(address), stranger.post(address)):
                assert leaks(world, address, answer) == [], address


def test_announced_part_shows_its_date_and_nothing_else(world):
    page = Client().get("/laporan/laporan-terbuka/").content.decode()
    assert long_time(announced_hour()) in page
    assert long_time(hidden_hour()) not in page


def test_withdrawn_story_is_its_notice_and_nothing_else(world):
    page = Client().get("/berita/berita-dicabut/")
    assert page.status_code == 410
    assert "Judul dicabut" in page.content.decode()
    assert REASON in page.content.decode()
    assert leaks(world, "", page) == []


# The ears hear: each planted fault comes to light where it is.


def loud_routes(world, wanted: set[str]) -> set[str]:
    """Routes where something is heard, asked until all the wanted ones are among them."""
    loud = set()
    for route, asked, answer in every_address.looks(world, Client()):
        if route not in loud and leaks(world, asked, answer):
            loud.add(route)
        if loud >= wanted:
            break
    return loud


def test_listener_hears_when_nothing_is_guarded(world, monkeypatch):
    monkeypatch.setattr(ArticleQuerySet, "published", lambda self: self.exclude(published_at=None))
    wanted = {
        "",
        "berita/",
        "feed/",
        "feed/atom/",
        "kategori/<slug:slug>/",
        "kategori/<slug:slug>/feed/",
        "tag/<slug:slug>/",
        "tag/<slug:slug>/feed/",
        "laporan/<slug:slug>/feed/",
        "arsip/<year:year>/",
        "arsip/<year:year>/<month:month>/",
        "sitemap-<slug:section>-<int:number>.xml",
        "media/foto/<int:pk>-<slug:check>.jpg",
        "berita/<slug:slug>/tanggapan/",
    }
    assert loud_routes(world, wanted) >= wanted


def test_listener_hears_a_story_page_that_forgets_to_ask(world, monkeypatch):
    monkeypatch.setattr(Article, "is_public", True)
    assert loud_routes(world, {"berita/<slug:slug>/"}) >= {"berita/<slug:slug>/"}


@pytest.mark.parametrize("route", ["rahasia/<str:kunci>/", "rahasia/<int:pk>/<uuid:kunci>/"])
def test_address_nobody_knows_how_to_guess_fails(world, route):
    def view(request, **parts):
        raise AssertionError

    with pytest.raises(every_address.Unfilled, match="kunci"):
        list(every_address.addresses(world, [path(route, view)]))
