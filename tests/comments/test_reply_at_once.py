"""CONTRACT §5: a button pressed twenty times is one reply; fifty readers at once are fifty."""

import pytest

from comments.models import Comment
from tests.soak.crowd import post_together, reply_of

pytestmark = [pytest.mark.contract, pytest.mark.django_db(transaction=True)]


def test_twenty_equal_replies_at_once_are_one(live_server, article):
    answers = post_together(live_server.url, article, [reply_of(1, "Sama.")] * 20)

    assert len(set(answers)) == 1
    assert answers[0][0] == 303
    assert Comment.objects.count() == 1


def test_fifty_readers_at_once_are_all_heard(live_server, article):
    answers = post_together(live_server.url, article, [reply_of(writer, "Bagus.") for writer in range(50)])

    assert {status for status, _location in answers} == {303}
    assert len({location for _status, location in answers}) == 50
    assert Comment.objects.values("name").distinct().count() == Comment.objects.count() == 50


def test_ten_replies_of_one_writer_at_once_are_five_too_many(live_server, article):
    answers = post_together(live_server.url, article, [reply_of(1, f"Komentar {number}") for number in range(10)])

    assert sorted(status for status, _location in answers) == [303] * 5 + [429] * 5
    assert Comment.objects.count() == 5
