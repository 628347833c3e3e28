"""A visitor with no hurry: every link of the demo newsroom, from the front page on."""

from collections import deque
from html import unescape
from html.parser import HTMLParser
from io import StringIO
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree

import feedparser
import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from articles.models import Article
from articles.models import Status as StoryStatus
from comments.models import Comment
from comments.models import Status as CommentStatus
from humas.base.cleaning import to_text

STARTS = ["/", "/sitemap.xml", "/robots.txt"]
KINDS = [
    "/berita/",
    "/kategori/",
    "/tag/",
    "/arsip/",
    "/laporan/",
    "/feed/",
    "/komentar/feed/",
    "/sitemap-berita-",
    "/media/foto/",
]
TELLING = 25
"""A comment shorter than that may well be said twice."""


class Links(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found, self.ids = [], set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.found += [given[name] for name in ("href", "src") if given.get(name)]
        self.ids.add(given.get("id"))


def links_of(response):
    """Every address a page, a feed or a sitemap leads to, as written there."""
    kind, text = response.headers["Content-Type"].split(";")[0], response.content.decode()
    if kind == "text/html":
        return Links(text).found
    if kind in ("application/rss+xml", "application/atom+xml"):
        feed = feedparser.parse(response.content)
        content = "".join(entry.content[0].value for entry in feed.entries)
        entries = [link.href for entry in feed.entries for link in entry.links]
        return [link.href for link in feed.feed.links] + entries + Links(content).found
    if kind == "application/xml":
        return [element.text for element in ElementTree.fromstring(text).iter() if element.tag.endswith("}loc")]
    return [line.removeprefix("Sitemap: ") for line in text.splitlines() if line.startswith("Sitemap: ")]


def crawl(client, site_url):
    """Every address of ours that can be reached: {path and query: response}; ids that links promise are there."""
    pages, promised, waiting = {}, set(), deque(site_url + start for start in STARTS)
    while waiting:
        address = waiting.popleft()
        path = address.removeprefix(site_url)
        if path in pages:
            continue
        if path.startswith("/static/"):
            assert finders.find(path.removeprefix("/static/")), path
            continue
        pages[path] = response = client.get(path)
        if response.status_code != 200 or path.startswith("/media/"):
            continue
        for link in links_of(response):
            target, fragment = urldefrag(urljoin(address, link))
            if target.startswith(site_url + "/"):
                waiting.append(target)
                promised.add((target.removeprefix(site_url), fragment))
    ids = {path: Links(pages[path].content.decode()).ids for path, fragment in promised if fragment}
    for path, fragment in promised:
        assert not fragment or fragment in ids[path], f"{path}#{fragment}"
    return pages


@pytest.fixture
def demo(db, settings):
    settings.DEBUG = True
    call_command("demo", stdout=StringIO())
    settings.DEBUG = False


@pytest.mark.xdist_group("demo")
@pytest.mark.contract
def test_every_link_leads_somewhere_and_none_to_what_is_not_public(client, demo, site_url):
    pages = crawl(client, site_url)

    public = set(Article.objects.published())
    withdrawn = set(Article.objects.filter(status=StoryStatus.WITHDRAWN))
    gone = {story.get_absolute_url() for story in withdrawn}  # a report names its withdrawn parts
    assert {
        path: page.status_code for path, page in pages.items() if page.status_code != 200 and path not in gone
    } == {}
    assert {story.get_absolute_url() for story in public} <= pages.keys()
    assert [kind for kind in KINDS if not any(path.startswith(kind) for path in pages)] == []

    hidden = set(Article.everything.all()) - public - withdrawn
    secrets = [story.headline for story in hidden] + [f"/{story.slug}/" for story in hidden]
    secrets += [to_text(story.body).split("\n")[0][:80] for story in hidden | withdrawn]
    unshown = Comment.objects.exclude(status=CommentStatus.APPROVED).values_list("body", flat=True)
    shown = " ".join(Comment.objects.filter(status=CommentStatus.APPROVED).values_list("body", flat=True))
    secrets += [body for body in unshown if len(body) > TELLING and body not in shown]
    assert len(secrets) > 10
    for path, page in pages.items():
        if not path.startswith("/media/"):
            words = unescape(unescape(page.content.decode()))
            assert [secret for secret in secrets if secret in words] == [], path
