"""A moderator's process killed in the middle of a batch, or of its undoing: whole or absent."""

from collections import Counter

import pytest
from django.db import connection

from comments import replay
from comments.models import Comment, Decision
from humas.base import pages
from humas.base.models import PageVersion
from tests.articles.factories import published_article
from tests.comments.factories import many
from tests.soak import killing
from tests.soak.clock import chance, rounds

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]

SIZE, LIVES = 400, 4


class Newsroom(killing.Newsroom):
    work = "batches"

    def __init__(self, folder):
        self.done = {}
        super().__init__(folder)

    def note(self, words):
        match words:
            case ["batch", number, count]:
                self.done[number] = int(count)


@pytest.fixture
def stories(transactional_db):
    stories = [published_article(headline=words) for words in ("Satu", "Dua", "Tiga")]
    for story in stories:
        many(story, SIZE)
    return stories


@pytest.fixture
def newsroom(stories, tmp_path):
    connection.close()
    newsroom = Newsroom(tmp_path)
    yield newsroom
    newsroom.close()


def touched(story):
    return PageVersion.objects.get(subject=pages.article(story.pk)).n


def assert_whole(newsroom, stories, before):
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            assert cursor.fetchall() == [("ok",)]
    sizes = Counter(map(str, Decision.objects.values_list("batch", flat=True)))
    assert set(sizes.values()) <= {SIZE}
    assert {batch: count for batch, count in newsroom.done.items() if count}.items() <= sizes.items()
    assert len(sizes) - sum(map(bool, newsroom.done.values())) <= newsroom.lives
    assert list(replay.differing()) == []
    for story in stories:
        assert Comment.objects.filter(article=story).order_by().values("status").distinct().count() == 1
        told = touched(story) - before[story.pk]
        assert told == Decision.objects.filter(comment_id__in=story.comments.values("pk")).count() / SIZE


def test_killed_batch_is_whole_or_absent(newsroom, stories):
    draw = chance("kill batches")
    before = {story.pk: touched(story) for story in stories}
    for _ in rounds():
        for _ in range(LIVES):
            newsroom.live(draw.random(), acts=draw.randint(1, 6), delay=draw.uniform(0, 0.03), wait_until_inside=0.05)
        killing.wait_for_the_dead()
        assert_whole(newsroom, stories, before)
    print(f"{newsroom.inside} of {newsroom.lives} kills landed inside a transaction; {len(newsroom.done)} batches")
    assert newsroom.inside * 2 >= newsroom.lives
    assert newsroom.done
