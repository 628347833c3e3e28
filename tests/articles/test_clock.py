"""A server's clock that was wrong and is set back: what somebody opened stays open, what waited waits on."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from articles import publishing, saving
from articles.models import Article
from tests.articles.factories import draft, published_article, report

HOUR = timedelta(hours=1)


def set_back(by=HOUR) -> None:
    """All that has a time lies that much later now."""
    Article.everything.update(
        published_at=F("published_at") + by,
        first_published_at=F("first_published_at") + by,
    )


def test_story_that_somebody_published_stays_before_its_readers(client, db):
    whole = report()
    first, second = published_article(report=whole), published_article(report=whole)
    set_back()
    for address in (first.get_absolute_url(), second.get_absolute_url(), whole.get_absolute_url()):
        assert client.get(address).status_code == 200
    assert second.headline in client.get("/").content.decode()
    parts = [part.label for part in whole.journey().parts]
    assert parts == ["Part I", "Part II"]
    assert [Article.objects.get(pk=story.pk).is_public for story in (first, second)] == [True, True]


def test_change_to_it_still_waits_to_be_published(client, article):
    set_back()
    story = Article.objects.get(pk=article.pk)
    story.headline = "Belum diterbitkan"
    saving.save(story)
    assert "Belum diterbitkan" not in client.get(article.get_absolute_url()).content.decode()
    publishing.publish(article)
    assert "Belum diterbitkan" in client.get(article.get_absolute_url()).content.decode()


def test_embargo_waits_on_and_a_re_dated_story_does_too(client, db):
    waiting = publishing.schedule(draft(), timezone.now() + HOUR)
    re_dated = publishing.publish(published_article(), at=timezone.now() + HOUR)
    set_back()
    for story in (waiting, re_dated):
        assert client.get(story.get_absolute_url()).status_code == 404
        assert Article.objects.get(pk=story.pk).is_under_embargo


def test_hour_that_only_the_clock_opened_comes_again(client, db):
    story = publishing.schedule(draft(), timezone.now() + HOUR)
    Article.objects.update(published_at=timezone.now() - HOUR / 2)
    assert client.get(story.get_absolute_url()).status_code == 200
    set_back()
    assert client.get(story.get_absolute_url()).status_code == 404


def test_it_is_withdrawn_as_before(client, article):
    set_back()
    publishing.withdraw(article, reason="Keliru.")
    assert client.get(article.get_absolute_url()).status_code == 410
