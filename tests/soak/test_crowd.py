"""Many presses and many readers at once, again and again, while a moderator works."""

from threading import Event, Thread

import pytest
from django.db import connection

from comments import moderation
from comments.models import Comment, Decision, Status
from comments.reply.receive import receipt_digest
from tests.soak.clock import chance, rounds
from tests.soak.crowd import post_together, reply_of

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _no_limit_of_networks(settings):
    """All of them come from this machine."""
    settings.REPLY_LIMIT_NETWORK = None


def test_equal_replies_at_once_stay_one(live_server, article):
    for number in rounds():
        answers = post_together(live_server.url, article, [reply_of(number, "Sama.")] * 20)

        assert len(set(answers)) == 1
        assert answers[0][0] == 303
        assert Comment.objects.count() == number


def test_readers_at_once_are_all_heard(live_server, article):
    draw = chance("readers")
    for number in rounds():
        words = "Bagus. " * draw.randint(1, 300)
        replies = [reply_of(1000 * number + writer, f"{words}{writer}") for writer in range(50)]

        answers = post_together(live_server.url, article, replies)

        assert {status for status, _location in answers} == {303}
        assert len({location for _status, location in answers}) == 50
        assert Comment.objects.count() == 50 * number


def test_equal_replies_that_race_a_moderator_all_have_a_receipt(live_server, article, settings):
    settings.REPLY_LIMIT_WRITER = settings.REPLY_LIMIT_NETWORK = None
    draw = chance("moderator")
    is_over = Event()

    def moderate():
        while not is_over.is_set():
            waiting = Comment.objects.waiting().values_list("pk", flat=True)
            moderation.decide(list(waiting), draw.choice([Status.APPROVED, Status.SPAM, Status.TRASH]))
        connection.close()

    for number in rounds():
        is_over.clear()
        moderator = Thread(target=moderate)
        moderator.start()
        try:
            answers = post_together(live_server.url, article, [reply_of(number, "Sama.")] * 20)
        finally:
            is_over.set()
            moderator.join()

        receipts = {location.rstrip("/").rpartition("/")[2] for _status, location in answers}
        assert {status for status, _location in answers} == {303}
        stored = Comment.objects.filter(name=f"Warga {number}")
        assert set(stored.values_list("receipt_digest", flat=True)) == {receipt_digest(token) for token in receipts}
    decided = Decision.objects.order_by("pk").values_list("comment_id", "to_status")
    assert dict(Comment.objects.exclude(status=Status.PENDING).values_list("pk", "status")) == dict(decided)
