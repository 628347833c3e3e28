"""Official answers share an empty address: they are never taken for one reader's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments import moderation
from comments.models import Comment, Decision, Status
from comments.purging import due_now, purge
from comments.receipts.usual import OfficeDays, usual_time
from comments.reply import history
from humas.base.models import Letter, Newsroom
from tests.comments.answering import answer
from tests.comments.factories import comment


@pytest.fixture
def answers(article, moderator):
    """Two answers to two comments."""
    for _n in range(2):
        answer(moderator, comment(article, status=Status.APPROVED), "Sudah kami teruskan.")
    return list(Comment.objects.filter(official_by__isnull=False).order_by("pk"))


def test_answers_are_no_history_of_one_another(answers):
    found = history.of(answers[1], is_shown_asked=True)
    assert (found.same, found.shown) == (None, None)


def test_purge_forgets_nothing_of_an_answer(answers):
    Comment.objects.update(created_at=timezone.now() - timedelta(days=4000))

    purge()

    for made in answers:
        made.refresh_from_db()
        assert (made.status, made.body, made.official_by_id is None) == (Status.APPROVED, "Sudah kami teruskan.", False)
    assert not Decision.objects.filter(comment_id__in=[one.pk for one in answers], act="erased").exists()
    assert not any(due_now().values())


def test_answers_do_not_make_the_newsroom_look_quick(article, moderator):
    for _n in range(25):
        slow = comment(article, at=timezone.now() - timedelta(days=20))
        moderation.decide([slow.pk], Status.APPROVED, by=moderator.user)
    now = timezone.now()
    before = usual_time(OfficeDays.around(now), now)

    for slow in Comment.objects.all():
        answer(moderator, slow)

    assert usual_time(OfficeDays.around(now), now) == before


def test_writer_who_asked_for_letters_is_told_of_the_answer(article, moderator, mailing, accepted):
    asked = comment(article, status=Status.APPROVED, kabar=True)
    silent = comment(article, status=Status.APPROVED)
    accepted(lambda: None)

    letters = accepted(lambda: [answer(moderator, each, "Bulan depan.") for each in (asked, silent)])

    (told,) = [letter for letter in letters if "Bulan depan." in letter.body]
    assert told.to == [asked.email]
    assert Newsroom.current().name in told.body
    assert Letter.objects.get(kind="comment_answered").about != f"comment:{asked.pk}"


def test_answer_has_no_receipt_and_no_network(answers):
    made = answers[0]
    assert (made.receipt_digest, made.receipt_token, made.network_digest, made.same_key) == (None, "", "", None)
