"""Processes killed at any moment: what was acknowledged is there once, and nothing is half done."""

from collections import Counter

import pytest
from django.db import connection

from comments.models import Comment, Decision, Status
from comments.reply.receive import receipt_digest
from humas.base import pages
from humas.base.models import PageVersion
from tests.soak import killing
from tests.soak.clock import chance, rounds
from tests.soak.killing import wait_for_the_dead

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]

FEWEST_INSIDE = 5


class Newsroom(killing.Newsroom):
    def __init__(self, folder):
        self.replies, self.announced, self.done = {}, {}, set()
        super().__init__(folder)

    def note(self, words):
        match words:
            case ["reply", token, body]:
                self.replies[token] = body
            case ["will", batch, count]:
                self.announced[batch] = int(count)
            case ["did", batch]:
                self.done.add(batch)


@pytest.fixture
def newsroom(article, tmp_path):
    connection.close()
    newsroom = Newsroom(tmp_path)
    yield newsroom
    newsroom.close()


def assert_whole(newsroom, article, touched_before):
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            assert cursor.fetchall() == [("ok",)]
    stored = dict(Comment.objects.values_list("receipt_digest", "body"))
    acknowledged = {receipt_digest(token): body for token, body in newsroom.replies.items()}
    assert acknowledged.items() <= stored.items()
    assert max(Counter(stored.values()).values(), default=1) == 1
    assert len(stored) - len(acknowledged) <= newsroom.lives  # committed, and killed before a word of it

    lines = list(Decision.objects.order_by("pk").values_list("comment_id", "to_status", "batch"))
    status = dict.fromkeys(Comment.objects.values_list("pk", flat=True), Status.PENDING) | {
        comment: to_status for comment, to_status, _batch in lines
    }
    assert dict(Comment.objects.values_list("pk", "status")) == status
    sizes = Counter(str(batch) for _comment, _status, batch in lines)
    for batch, count in newsroom.announced.items():
        assert sizes[batch] == count if batch in newsroom.done else sizes[batch] in (0, count)
    touched = PageVersion.objects.get(subject=pages.article(article.pk)).n
    assert touched - touched_before == len(sizes)


def test_killed_newsroom_keeps_what_it_acknowledged(newsroom, article):
    draw = chance("kill")
    before = PageVersion.objects.get(subject=pages.article(article.pk)).n

    for _ in rounds():
        for _ in range(FEWEST_INSIDE):
            newsroom.live(draw.random(), acts=draw.randint(1, 15), delay=draw.uniform(0, 0.02))
        wait_for_the_dead()
        assert_whole(newsroom, article, before)

    while newsroom.inside < FEWEST_INSIDE:
        newsroom.live(draw.random(), acts=draw.randint(1, 15), delay=draw.uniform(0, 0.02))
    wait_for_the_dead()
    assert_whole(newsroom, article, before)
    print(f"{newsroom.inside} of {newsroom.lives} kills landed inside a transaction; {len(newsroom.replies)} replies")
