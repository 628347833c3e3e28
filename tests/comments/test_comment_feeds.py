"""Feeds of what readers wrote, once it is shown."""

import gzip
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from comments import moderation
from comments.models import Comment
from tests.articles.factories import draft, published_article
from tests.articles.test_feeds import parsed
from tests.comments.factories import comment
from tests.comments.lineages import rows, settings
from tests.comments.page import Page

ADDRESS = "Kutilang.88@surat.contoh.id"


@pytest.fixture
def feeds(article):
    return [f"{article.get_absolute_url()}feed/", "/komentar/feed/"]


@pytest.mark.contract
@pytest.mark.wordpress("2a Latest comments, counts")
def test_feeds_tell_what_is_shown_newest_first_with_its_whole_text(client, article, feeds, site_url):
    settings(comments_per_page=5)
    old = comment(article, status="approved", name="Ina <Lontar>", body="Satu & dua.\n\nTiga.", email=ADDRESS)
    rows_ = [comment(article, status="approved") for _n in range(5)]
    for status in ("pending", "spam", "trash", "withdrawn"):
        comment(article, status=status, body="Rahasia sekali.")
    for address in feeds:
        feed = parsed(client, address)
        assert [entry.id for entry in feed.entries] == [one.lasting_url for one in (*reversed(rows_), old)]
        entry = feed.entries[-1]
        assert entry.content[0].value == str(old.body_html)
        assert entry.author == "Ina <Lontar>"
        assert entry.title == f"Ina <Lontar> pada “{article.headline}”"
        assert entry.link == f"{site_url}{article.get_absolute_url()}#komentar-{old.pk}"
        assert feed.entries[0].link == f"{site_url}{article.get_absolute_url()}?halaman=2#komentar-{rows_[-1].pk}"
        assert feed.feed.language == "id"
        assert [link.href for link in feed.feed.links if link.rel == "self"] == [site_url + address]
        told = client.get(address).content.decode()
        assert "Rahasia" not in told
        assert "@" not in told


@pytest.mark.wordpress("2a Feeds")
def test_feed_of_a_story_tells_of_this_story_alone(client, article, feeds):
    other = comment(published_article(), status="approved")
    assert parsed(client, feeds[0]).entries == []
    assert [entry.id for entry in parsed(client, feeds[1]).entries] == [other.lasting_url]


def test_feed_ends_after_twenty(client, article, feeds):
    rows(article, 30, at=lambda n: -n)
    for address in feeds:
        assert len(parsed(client, address).entries) == 20


@pytest.mark.contract
def test_story_that_is_not_public_has_no_feed_and_no_word_in_that_of_all(client, db):
    hidden = [
        draft(),
        published_article(at=timezone.now() + timedelta(hours=1)),
        publishing.withdraw(published_article(), reason="Keliru."),
        publishing.put_in_bin(published_article()),
    ]
    for story in hidden:
        made = comment(story, status="approved")
        assert client.get(f"/berita/{story.slug}/feed/").status_code == 404
        assert client.get(f"/komentar/{made.pk}/").status_code == 404
    assert client.get("/berita/tidak-ada/feed/").status_code == 404
    assert parsed(client, "/komentar/feed/").entries == []


def test_closed_comments_still_have_a_feed_and_the_page_says_where(client, article, feeds, site_url):
    made = comment(article, status="approved")
    article.is_open_to_comments = False
    article.save()
    assert [entry.id for entry in parsed(client, feeds[0]).entries] == [made.lasting_url]
    ways = [one["href"] for one in Page(client.get(article.get_absolute_url())).all("link", rel="alternate")]
    assert {site_url + address for address in feeds} <= set(ways)


@pytest.mark.contract
@pytest.mark.wordpress("2a Feeds")
def test_feed_is_the_same_bytes_for_everyone_until_something_is_decided(client, article, feeds):
    made = comment(article, status="approved")
    for address in feeds:
        first = client.get(address)
        assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
        assert not first.cookies
        assert client.get(address + "?utm=x", headers={"accept-language": "en"}).content == first.content
        assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
        packed = client.get(address, headers={"accept-encoding": "gzip"})
        assert gzip.decompress(packed.content) == first.content
    moderation.decide([made.pk], "spam")
    assert [parsed(client, address).entries for address in feeds] == [[], []]


def test_no_character_breaks_a_feed(client, article, feeds):
    made = comment(article, status="approved")
    Comment.objects.filter(pk=made.pk).update(name="I\x01na\u202e & <b>", body_html="<p>a\x08b\ufffe]]&gt; 🎉</p>")
    for address in feeds:
        [entry] = parsed(client, address).entries
        assert entry.title.startswith("Ina & <b>")
        assert "ab]]&gt; 🎉" in entry.content[0].value


def test_feeds_ask_the_database_as_often_for_one_comment_as_for_many(client, article, feeds, django_assert_num_queries):
    for count in (1, 40):
        rows(article, count, above=lambda n: n - 1 if n % 5 else None)
        for address, asked in zip(feeds, (5, 5), strict=True):
            with django_assert_num_queries(asked):
                client.get(address)
