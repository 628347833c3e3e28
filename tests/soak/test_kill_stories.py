"""An editor's process killed at any moment: every story stands at a whole revision, and no acknowledged one is gone."""

import pytest
from django.contrib.redirects.models import Redirect
from django.db import connection

from articles.models import Article, Revision
from articles.revisions import keeping, snapshot
from tests.articles.factories import draft, published_article
from tests.soak import killing
from tests.soak.clock import chance, rounds

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]

LIVES = 4
"""Between two looks at the database."""


class Newsroom(killing.Newsroom):
    work = "stories"

    def __init__(self, folder):
        self.saved, self.shown = {}, {}
        super().__init__(folder)

    def note(self, words):
        match words:
            case ["saved", story, number, said]:
                self.saved[int(story), int(number)] = said
            case ["shown", story, said]:
                self.shown[int(story)] = said


@pytest.fixture
def newsroom(transactional_db, tmp_path):
    draft(headline="Satu")
    published_article(headline="Dua")
    published_article(headline="Tiga", tags=["awal"])
    connection.close()
    newsroom = Newsroom(tmp_path)
    yield newsroom
    newsroom.close()


def assert_whole(newsroom):
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            assert cursor.fetchall() == [("ok",)]
    for story in Article.everything.select_related("head", "live"):
        numbers = list(story.revisions.order_by("number").values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
        assert story.head.number == numbers[-1]
        row = snapshot.digest(snapshot.take(story, story.tag_names))
        assert row == snapshot.digest(keeping.content(story.live))
        assert story.was_opened or story.head == story.live
    kept = {
        (story, number): said["headline"]
        for story, number, said in Revision.objects.values_list("article", "number", "snapshot")
    }
    assert newsroom.saved.items() <= kept.items()
    ways = dict(Redirect.objects.values_list("old_path", "new_path"))
    assert not set(ways) & set(ways.values())
    addresses = {story.get_absolute_url() for story in Article.everything.all()}
    assert set(ways.values()) <= addresses


def test_killed_editor_leaves_every_story_at_a_whole_revision(newsroom):
    draw = chance("kill stories")
    for _ in rounds():
        for _ in range(LIVES):
            newsroom.live(draw.random(), acts=draw.randint(1, 12), delay=draw.uniform(0, 0.02), wait_until_inside=0.05)
        killing.wait_for_the_dead()
        assert_whole(newsroom)
    print(f"{newsroom.inside} of {newsroom.lives} kills landed inside a transaction; {len(newsroom.saved)} saves")
    assert newsroom.inside * 2 >= newsroom.lives
    assert newsroom.saved
    assert newsroom.shown
