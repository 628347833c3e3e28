"""Who asked for letters is told of a decision on everything a filter shows as of one by hand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments import grounds, moderation
from comments.bulk import Snapshot, decide_all
from comments.models import Comment, Decision, Status
from humas.base.models import Letter
from tests.comments.factories import comment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mailing")]

WAITING = Comment.objects.filter(status=Status.PENDING)


@pytest.fixture
def asking(article):
    """Comments whose writers asked for letters and have confirmed their addresses."""

    def make(count=1, **fields):
        made = [comment(article, **fields) for _ in range(count)]
        now = timezone.now()
        ours = Comment.objects.filter(pk__in=[one.pk for one in made])
        ours.update(mail_consent_at=now, confirmed_at=now, status=Status.PENDING)
        return made

    return make


@pytest.fixture
def decided(accepted, person):
    somebody = person("Moderator")
    return lambda status, **more: accepted(
        lambda: decide_all(WAITING.all(), Snapshot.now(), status, by=somebody, **more)
    )


def test_writers_who_asked_are_told_and_no_others(article, asking, decided):
    silent, three = comment(article), asking(3)

    letters = decided(Status.APPROVED)

    assert sorted(letter.to[0] for letter in letters) == [
        f"{one.name.lower().replace(' ', '')}@contoh.id" for one in three
    ]
    assert {Comment.objects.get(pk=one.pk).status for one in (silent, *three)} == {Status.APPROVED}


def test_refusal_is_told_with_its_reason(asking, decided):
    asking(2)
    sentence = str(grounds.BY_SLUG["judi"].sentence)

    assert [sentence in letter.body for letter in decided(Status.SPAM, ground="judi")] == [True, True]


def test_who_is_answered_is_told_of_answers_shown_in_a_batch(article, asking, decided):
    (asked,) = asking()
    decided(Status.APPROVED)
    comment(article, parent=asked, body="Sudah diperbaiki.")

    (letter,) = decided(Status.APPROVED)

    assert "Sudah diperbaiki." in letter.body


def test_nobody_is_told_twice_of_the_same(asking, decided, accepted):
    asking(2)
    assert len(decided(Status.APPROVED)) == 2
    batch = Decision.objects.latest("pk").batch

    assert accepted(lambda: moderation.undo(batch)) == []
    assert decided(Status.APPROVED) == []


def test_what_is_left_alone_is_told_to_nobody(article, asking, accepted, person):
    snapshot = Snapshot.now()
    asking(2)

    assert accepted(lambda: decide_all(WAITING.all(), snapshot, Status.APPROVED, by=person("Moderator"))) == []
    assert Letter.objects.count() == 0


def test_letters_of_many_take_as_many_queries_as_of_few(asking, person):
    counts, somebody = [], person("Moderator")
    for amount in (2, 60):
        asking(amount)
        with CaptureQueriesContext(connection) as queries:
            decide_all(WAITING.all(), Snapshot.now(), Status.SPAM, by=somebody, ground="judi")
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert Letter.objects.count() == 62
