"""Letters: a row in the act, sent after it, at most once at a time, tried again, and empty once they have gone."""

import smtplib
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from django.core.cache import cache
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from humas.base import mail
from humas.base.mail import delivery, failed
from humas.base.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mailing")]

ADDRESS = "ina@contoh.id"


def post(about="", to=ADDRESS, subject="Kabar", body="Isi surat rahasia."):
    return mail.post("kabar", to, subject, body, about=about, headers={"List-Unsubscribe": "<https://a.id/x/>"})


def later(by):
    """As if so much time had gone by."""
    for letter in Letter.objects.filter(next_try_at__isnull=False):
        Letter.objects.filter(pk=letter.pk).update(next_try_at=letter.next_try_at - by)
    cache.clear()  # the server has rested


class Failing(EmailBackend):
    """Fails with `error` as long as there is one, and counts how often it was asked."""

    error, asked = None, 0

    def send_messages(self, messages):
        Failing.asked += 1
        if Failing.error:
            raise Failing.error
        return super().send_messages(messages)


@pytest.fixture
def server(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Failing"
    Failing.error, Failing.asked = ConnectionRefusedError(), 0
    yield Failing
    Failing.error = None


def test_a_letter_leaves_when_its_act_is_accepted_and_not_before(accepted):
    def act():
        post()
        assert Letter.objects.get().sent_at is None

    (letter,) = accepted(act)
    assert letter.to == [ADDRESS]
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert Letter.objects.get().sent_at is not None


def test_an_act_that_is_taken_back_leaves_no_letter(accepted):
    def act():
        with transaction.atomic():
            post()
            transaction.set_rollback(True)

    assert accepted(act) == []
    assert not Letter.objects.exists()


def raw():
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM base_letter")
        return repr(cursor.fetchall())


def test_neither_address_nor_words_lie_in_the_database_in_the_open(accepted):
    def act():
        post()
        assert ADDRESS not in raw()
        assert "rahasia" not in raw()

    accepted(act)
    sent = Letter.objects.get()
    assert (sent.to, sent.body, sent.headers) == ("", "", {})


def test_a_server_that_fails_is_left_alone_for_a_minute(accepted, server):
    accepted(lambda: [post() for _ in range(3)])
    accepted(post)
    assert server.asked == 1
    assert Letter.objects.filter(sent_at=None).count() == 4


def test_a_server_that_is_well_again_gets_each_letter_once(accepted, server, mailoutbox):
    accepted(lambda: [post(f"satu:{n}") for n in range(3)])
    server.error = None
    later(timedelta(minutes=2))
    assert mail.deliver() == 3
    assert mail.deliver() == 0
    assert len(mailoutbox) == 3


def test_a_letter_is_tried_four_times_in_seven_hours_then_stays_to_be_seen(accepted, server, mailoutbox):
    accepted(post)
    for wait in delivery.AGAIN_AFTER:
        assert failed.failed() is None
        later(wait - timedelta(seconds=20))
        mail.deliver()
        assert server.asked == Letter.objects.get().tries
        later(timedelta(seconds=30))
        mail.deliver()
    assert server.asked == 4
    later(timedelta(days=1))
    assert mail.deliver() == 0
    assert server.asked == 4
    assert "1 email tidak terkirim sejak" in str(failed.failed())

    server.error = None
    assert failed.try_again() == 1
    assert mail.deliver() == 1
    assert failed.failed() is None
    assert len(mailoutbox) == 1


@pytest.mark.parametrize(
    ("error", "is_over"),
    [
        (smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"no such user")}), True),
        (smtplib.SMTPRecipientsRefused({ADDRESS: (451, b"try later")}), False),
        (smtplib.SMTPDataError(554, b"looks like spam"), True),
        (smtplib.SMTPDataError(452, b"full"), False),
        (smtplib.SMTPServerDisconnected("gone"), False),
        (TimeoutError(), False),
        (UnicodeError(), True),
    ],
)
def test_what_the_server_will_never_take_is_given_up_at_once_and_the_reason_names_no_address(
    accepted, server, error, is_over, caplog
):
    server.error = error
    accepted(post)
    letter = Letter.objects.get()
    assert (letter.next_try_at is None) == is_over
    assert letter.error.startswith(type(error).__name__)
    assert "contoh.id" not in letter.error + caplog.text


def test_a_refused_letter_holds_up_no_other(accepted, server, mailoutbox):
    server.error = smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"")})
    accepted(lambda: [post() for _ in range(3)])
    assert server.asked == 3


class Nosy(EmailBackend):
    """While one worker talks to the server, another looks for work."""

    def send_messages(self, messages):
        assert mail.deliver() == 0
        return super().send_messages(messages)


def test_two_workers_never_send_the_same_letter(accepted, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Nosy"
    assert len(accepted(post)) == 1


def test_who_is_killed_while_sending_leaves_a_letter_that_goes_again_under_the_same_name(
    accepted, monkeypatch, mailoutbox
):
    def killed(_letter):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(delivery, "_gone", killed)
        with pytest.raises(KeyboardInterrupt):
            accepted(post)
    assert mail.deliver() == 0  # whoever has it may still be at it
    later(delivery.CLAIM)
    assert mail.deliver() == 1
    assert len({letter.extra_headers["Message-ID"] for letter in mailoutbox}) == 1


class Slow(EmailBackend):
    def send_messages(self, messages):
        Slow.clock += 2
        return super().send_messages(messages)


def test_nobody_waits_for_more_letters_than_go_in_five_seconds(accepted, settings, monkeypatch):
    settings.EMAIL_BACKEND, Slow.clock = f"{__name__}.Slow", 0
    monkeypatch.setattr(delivery.time, "monotonic", lambda: Slow.clock)
    assert len(accepted(lambda: [post() for _ in range(20)])) == 3
    assert accepted(post) == []  # and for a minute nobody waits at all


def test_a_worker_sends_all_of_them(accepted, settings, monkeypatch):
    settings.TASKS_MODE = "database"
    settings.EMAIL_BACKEND, Slow.clock = f"{__name__}.Slow", 0
    monkeypatch.setattr(delivery.time, "monotonic", lambda: Slow.clock)
    assert len(accepted(lambda: mail.post_all("kabar", [mail.Written(ADDRESS, "a", "b")] * 20))) == 20


def test_a_letter_that_no_key_opens_holds_up_no_other(accepted, settings, mailoutbox):
    lost = post()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE base_letter SET body = 'gAAAAAbroken' WHERE id = %s", [lost.pk])
    assert len(accepted(post)) == 1
    assert Letter.objects.defer("body").get(pk=lost.pk).error == "KeyLost"


def test_a_letter_not_tried_yet_goes_before_those_that_failed(accepted, server, mailoutbox):
    accepted(lambda: post(to="lama@contoh.id"))
    server.error = None
    later(timedelta(minutes=2))
    accepted(lambda: post(to="baru@contoh.id"))
    assert [letter.to for letter in mailoutbox] == [["baru@contoh.id"], ["lama@contoh.id"]]


def test_without_a_mail_server_nothing_is_written(settings):
    settings.EMAIL_URL = ""
    assert post() is None
    assert not Letter.objects.exists()


OURS = {
    *("Content-Type", "Content-Transfer-Encoding", "MIME-Version", "Subject", "From", "To", "Date"),
    *("Message-ID", "Auto-Submitted", "List-Unsubscribe"),
}
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@given(subject=anything, words=anything)
@examples(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_of_anybody_make_a_header_or_another_recipient(subject, words):
    with transaction.atomic():
        letter = mail.post("kabar", ADDRESS, f"A {subject}", mail.quoted(words), headers={"List-Unsubscribe": "<x>"})
        message = message_from_bytes(delivery._message(letter).message().as_bytes(), policy=policy.default)
        transaction.set_rollback(True)
    assert set(message.keys()) == OURS
    assert len(message.keys()) == len(OURS)
    assert message["To"] == ADDRESS
    assert message.get_content_type() == "text/plain"
    theirs = message.get_content().split("\n-- \n")[0].splitlines()
    assert all(line.startswith(">") for line in theirs if line)
