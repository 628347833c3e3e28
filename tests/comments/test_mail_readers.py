"""Letters to readers about their own comments: only asked for, only after a person showed it, once for each outcome."""

import re

import pytest
from django.core import mail as outbox
from django.utils import timezone

from articles import publishing
from comments import grounds, moderation
from comments.models import Comment, Status
from humas.base import newsroom
from humas.base.models import Letter, Newsroom
from tests.comments.factories import comment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mailing")]


def wanted(article, **fields):
    """A comment whose writer asked for letters."""
    confirmed_at = fields.pop("confirmed_at", None)
    status = fields.pop("status", Status.PENDING)
    made = comment(article, **fields)
    Comment.objects.filter(pk=made.pk).update(mail_consent_at=timezone.now(), confirmed_at=confirmed_at, status=status)
    return made


@pytest.fixture
def decided(accepted, moderator):
    """decided(status, *comments) → the letters that left."""
    return lambda status, *comments: accepted(
        lambda: moderation.decide([one.pk for one in comments], status, by=moderator.user)
    )


def test_box_is_there_without_a_tick_and_what_is_ticked_is_kept(reader, article):
    page = reader.get(article.get_absolute_url()).content.decode()
    box = re.search(r'<input[^>]+name="kabar"[^>]*>', page)[0]
    assert "checked" not in box
    reader.reply(article)
    reader.reply(article, kabar="1", body="Satu lagi.")
    silent, asking = Comment.objects.order_by("pk")
    assert silent.mail_consent_at is None
    assert asking.mail_consent_at is not None
    again = reader.reply(article, kabar="1", body="").content.decode()
    assert "checked" in re.search(r'<input[^>]+name="kabar"[^>]*>', again)[0]


@pytest.mark.wordpress("2c Commenter")
def test_writer_who_asked_is_told_when_the_comment_is_shown(decided, article, site_url):
    made, silent = wanted(article, email="ina@contoh.id"), comment(article)
    (letter,) = decided(Status.APPROVED, made, silent)
    assert letter.to == ["ina@contoh.id"]
    assert article.headline in letter.subject
    assert f"{site_url}{made.lasting_url}" in letter.body
    assert f"{site_url}/tanggapan/{made.plain_receipt}/" in letter.body
    assert made.short_number in letter.body


def test_nobody_is_mailed_before_a_person_has_shown_the_comment(accepted, reader, article):
    assert accepted(lambda: reader.reply(article, kabar="1")) == []


def test_a_refusal_is_mailed_only_to_an_address_that_was_confirmed_with_its_reason(accepted, moderator, article):
    unproven = wanted(article, email="pihak.ketiga@contoh.id")
    proven = wanted(article, email="ina@contoh.id", confirmed_at=timezone.now())
    (letter,) = accepted(
        lambda: moderation.decide([unproven.pk, proven.pk], Status.TRASH, by=moderator.user, ground="kasar")
    )
    assert letter.to == ["ina@contoh.id"]
    assert "tidak ditayangkan" in letter.body
    assert grounds.known("kasar").sentence in letter.body


@pytest.mark.parametrize("status", [Status.SPAM, Status.TRASH])
def test_advertisers_cannot_use_us_to_mail_strangers(accepted, reader, article, moderator, decided, status):
    reader.reply(article, kabar="1", body="Slot gacor hari ini https://judi.contoh/", email="korban@contoh.id")
    assert decided(status, Comment.objects.get()) == []
    assert not Letter.objects.exists()


def test_undoing_and_showing_again_tells_nobody_twice(accepted, decided, article, moderator):
    made = wanted(article)
    assert len(decided(Status.APPROVED, made)) == 1
    assert decided(Status.PENDING, made) == []
    assert decided(Status.APPROVED, made) == []
    batch = moderation.Decision.objects.order_by("-pk").first().batch
    assert accepted(lambda: moderation.undo(batch, by=moderator.user)) == []
    assert decided(Status.APPROVED, made) == []


@pytest.mark.wordpress("2c Commenter")
def test_writer_is_told_of_a_shown_answer_once(decided, article, site_url):
    asked = wanted(article, status=Status.APPROVED, email="ina@contoh.id")
    answer = comment(article, parent=asked, name="Budi", body="Sudah diperbaiki.\nTerima kasih.")
    (letter,) = decided(Status.APPROVED, answer)
    assert letter.to == ["ina@contoh.id"]
    assert "Budi" in letter.body
    assert "> Sudah diperbaiki.\n> Terima kasih." in letter.body
    assert answer.email not in str(letter.message())
    assert f"{site_url}{answer.lasting_url}" in letter.body
    decided(Status.SPAM, answer)
    assert decided(Status.APPROVED, answer) == []


@pytest.mark.parametrize("status", [Status.SPAM, Status.TRASH, Status.PENDING])
def test_nobody_is_told_of_an_answer_that_is_not_shown_nor_under_a_comment_that_is_not(decided, article, status):
    asked = wanted(article, status=Status.APPROVED)
    answer = comment(article, parent=asked)
    if status != Status.PENDING:
        assert decided(status, answer) == []
    Comment.objects.filter(pk=asked.pk).update(status=status)
    assert decided(Status.APPROVED, answer) == []


def test_nobody_is_told_of_the_own_answer(decided, article):
    asked = wanted(article, status=Status.APPROVED, email="ina@contoh.id")
    answer = comment(article, parent=asked, email=" INA@contoh.id ")
    assert decided(Status.APPROVED, answer) == []


def test_nothing_is_said_of_a_story_that_was_withdrawn(decided, article):
    made = wanted(article)
    publishing.withdraw(article, reason="Keliru.")
    assert decided(Status.APPROVED, made) == []


def test_an_address_that_was_erased_gets_nothing(decided, article):
    made = wanted(article)
    Comment.objects.filter(pk=made.pk).update(email="", email_digest="")
    assert decided(Status.APPROVED, made) == []


def test_fifty_are_decided_in_as_many_queries_as_five_and_without_a_word_to_the_server(
    article, moderator, django_assert_max_num_queries, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    asked = []
    for count in (5, 50):
        numbers = [wanted(article).pk for _n in range(count)]
        with django_assert_max_num_queries(30) as queries:
            moderation.decide(numbers, Status.APPROVED, by=moderator.user)
        asked.append(len(queries))
        assert Letter.objects.filter(sent_at=None, tries=0).count() >= count
    assert asked[0] == asked[1]
    assert outbox.outbox == []


def test_newsroom_that_offers_no_letters_neither_asks_nor_mails(decided, reader, article):
    row = Newsroom.current()
    row.mails_writers = False
    newsroom.save(row)
    made = wanted(article)
    assert 'name="kabar"' not in reader.get(article.get_absolute_url()).content.decode()
    assert "kabar" not in reader.get(f"/tanggapan/{made.plain_receipt}/").content.decode()
    assert decided(Status.APPROVED, made) == []
