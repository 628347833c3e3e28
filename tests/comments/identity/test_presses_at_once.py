"""Two presses at the same moment are one proof; and a press against an erasing leaves nothing half."""

import threading

import pytest
from django.db import connection

from comments import by_writer
from comments.models import Comment, Decision, Status
from tests.comments.factories import comment

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """What each act gave, all begun at the same moment with a connection of its own."""
    start, given = threading.Barrier(len(acts)), {}

    def run(number, act):
        try:
            start.wait(30)
            given[number] = act()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return [given[number] for number in range(len(acts))]


def test_presses_at_once_are_one_proof(article):
    number = comment(article).pk
    Comment.objects.update(status=Status.UNCONFIRMED)

    given = at_once(*[lambda: bool(by_writer.confirm(number))] * 6)

    assert sorted(given) == [False] * 5 + [True]
    assert Decision.objects.count() == 1
    assert Comment.objects.get().status == Status.PENDING
