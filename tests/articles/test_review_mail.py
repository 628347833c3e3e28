"""Letters between editors, where the newsroom has a mail server."""

import logging

import pytest
from django.core import mail as outbox
from django.utils import timezone

from articles import publishing, review
from articles.models import Article, Status
from tests.articles.factories import draft, published_article
from tests.articles.test_review import sent
from tests.articles.test_story_form import ADD, change, filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings):
    """A newsroom that has a mail server."""
    settings.EMAIL_URL = "smtp://surat.contoh.id"


@pytest.fixture
def accepted(django_capture_on_commit_callbacks):
    """accepted(act) → the letters that left when the act was accepted."""

    def do(act):
        del outbox.outbox[:]
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return outbox.outbox

    return do


@pytest.fixture
def writer(person):
    return person("Penulis", email="penulis@contoh.id")


@pytest.fixture
def head_editor(person):
    return person("Redaktur", email="redaktur@contoh.id")


def to(letters):
    return sorted(address for letter in letters for address in letter.to)


def test_editors_are_told_who_handed_over_what_with_a_link(server, accepted, writer, head_editor, settings):
    story = draft(author=writer, headline="Wabup Buka Raker")
    (letter,) = accepted(lambda: review.hand_over(story, by=writer, note="Mohon dicek.\nSegera."))
    assert letter.to == ["redaktur@contoh.id"]
    assert "Wabup Buka Raker" in letter.subject
    assert str(writer) in letter.body
    assert "> Mohon dicek.\n> Segera." in letter.body
    assert settings.SITE_URL + change(story) in letter.body
    assert letter.content_subtype == "plain"


def test_nobody_gets_a_letter_who_should_not(server, accepted, person, writer, head_editor):
    person("Redaktur")  # no address
    person("Redaktur", email="pergi@contoh.id", is_active=False)
    person("Pimpinan", email="pimpinan@contoh.id")
    person("Moderator", email="moderator@contoh.id")
    mine = draft(author=head_editor)
    assert to(accepted(lambda: review.hand_over(mine, by=head_editor))) == []
    assert to(accepted(lambda: review.hand_over(draft(author=writer), by=writer))) == ["redaktur@contoh.id"]


def test_each_editor_gets_a_letter_without_the_others_addresses(server, accepted, person, writer, head_editor):
    person("Redaktur", email="kedua@contoh.id")
    letters = accepted(lambda: review.hand_over(draft(author=writer), by=writer))
    assert [letter.to for letter in letters] == [["kedua@contoh.id"], ["redaktur@contoh.id"]]


def test_writer_is_told_what_was_sent_back_and_what_is_published(server, accepted, writer, head_editor):
    story = draft(author=writer)
    accepted(lambda: review.hand_over(story, by=writer))
    (back,) = accepted(lambda: review.send_back(story, by=head_editor, note="Lengkapi kutipan."))
    assert back.to == ["penulis@contoh.id"]
    assert "> Lengkapi kutipan." in back.body
    (out,) = accepted(lambda: publishing.publish(story, by=head_editor))
    assert out.to == ["penulis@contoh.id"]
    assert accepted(lambda: publishing.publish(draft(author=head_editor), by=head_editor)) == []


def test_letter_about_an_embargo_names_its_hour(server, accepted, writer, head_editor):
    hour = timezone.now() + timezone.timedelta(days=300)
    (letter,) = accepted(lambda: publishing.schedule(draft(author=writer), hour, by=head_editor))
    assert "WITA" in letter.body


def test_line_breaks_forge_neither_header_nor_line(server, accepted, person, head_editor):
    writer = person("Penulis", email="penulis@contoh.id")
    type(writer).objects.filter(pk=writer.pk).update(printed_name="Ina\r\nhttps://jahat.contoh/")
    writer.refresh_from_db()
    story = draft(author=writer, headline="Raker\r\nBcc: semua@contoh.id\x1b[31m")
    (letter,) = accepted(lambda: review.hand_over(story, by=writer, note="Satu\nhttps://jahat.contoh/"))
    raw = letter.message()
    assert raw["Bcc"] is None
    assert letter.recipients() == ["redaktur@contoh.id"]
    assert not [line for line in letter.body.splitlines() if line.startswith(("Bcc", "https://jahat"))]
    assert "\x1b" not in letter.subject + letter.body


def test_act_that_fails_sends_nothing(server, accepted, writer, head_editor):
    story = published_article(author=writer)

    def refused():
        with pytest.raises(review.ValidationError):
            review.hand_over(story, by=writer)

    assert accepted(refused) == []


def test_dead_mail_server_breaks_no_act_and_no_address_is_logged(
    server, accepted, writer, head_editor, settings, caplog
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    logging.getLogger("humas").addHandler(caplog.handler)
    try:
        accepted(lambda: review.hand_over(draft(author=writer), by=writer, note="Mohon dicek."))
    finally:
        logging.getLogger("humas").removeHandler(caplog.handler)
    assert Article.objects.get().status == Status.IN_REVIEW
    assert "ConnectionRefusedError" in caplog.text
    assert "contoh.id" not in caplog.text


def test_without_a_mail_server_no_letter_is_made_and_no_screen_promises_one(accepted, signed_in, writer, head_editor):
    editor = signed_in("Redaktur")
    story = review.hand_over(draft(author=writer), by=writer)
    assert accepted(lambda: editor.post(change(story), sent(story, _sendback="1", note="Lengkapi."))) == []
    assert accepted(lambda: editor.post(ADD, filled(_handover="1"))) == []
    assert "mail" not in editor.get(change(story)).content.decode().partition('id="catatan"')[2]


def test_with_one_the_form_says_who_is_told(server, signed_in):
    assert "mail" in signed_in("Redaktur").get(ADD).content.decode().partition('id="catatan"')[2]
