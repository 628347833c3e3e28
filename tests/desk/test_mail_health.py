"""What the desk says of mail: nothing while it goes, that letters failed, and once that none is set up."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from humas.base import mail
from humas.base.models import Letter
from tests.comments.factories import comment
from tests.desk.test_desk_page import block, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(signed_in):
    return signed_in("Administrator")


def failed(count=1, **fields):
    values = {"created_at": timezone.now() - timedelta(hours=8), "error": "SMTPDataError 554"} | fields
    for _n in range(count):
        mail.post("kabar", "ina@contoh.id", "Kabar", "Isi.")
    Letter.objects.update(**{"next_try_at": None} | values)


def test_letters_that_failed_are_counted_and_tried_again_by_a_press(mailing, administrator, accepted, mailoutbox):
    failed(3)
    assert "3 email tidak terkirim sejak" in block(administrator, "kesehatan")
    assert "Coba lagi" in block(administrator, "kesehatan")
    answer = administrator.post("/admin/email/coba-lagi/")
    assert (answer.status_code, answer["Location"]) == (303, "/admin/")
    assert len(mailoutbox) == 3
    assert "tidak terkirim" not in page(administrator)


def test_only_an_administrator_may_try_again(mailing, signed_in, administrator):
    failed()
    desk = signed_in("Moderator")
    assert desk.post("/admin/email/coba-lagi/").status_code == 403
    assert "tidak terkirim" not in page(desk)
    assert administrator.get("/admin/email/coba-lagi/").status_code == 405


def test_letters_nobody_sends_are_told(mailing, administrator, settings):
    settings.TASKS_MODE = "database"
    failed(next_try_at=timezone.now() - timedelta(hours=1))
    assert "manage.py worker" in block(administrator, "kesehatan")


def test_doctor_names_failed_letters_and_how_to_try_them_again(mailing, capsys):
    failed(3)
    with pytest.raises(SystemExit):
        call_command("doctor")
    said = capsys.readouterr().out
    assert "3 email tidak terkirim sejak" in said
    assert "send_letters --failed" in said


def test_send_letters_tries_again_what_failed(mailing, capsys, mailoutbox):
    failed(2)
    call_command("send_letters", "--failed")
    assert "Terkirim: 2." in capsys.readouterr().out
    assert len(mailoutbox) == 2


def test_without_a_mail_server_the_desk_says_so_once_to_administrators_until_it_is_put_away(administrator, signed_in):
    assert page(administrator).count("Surel belum diatur") == 1 + 1  # the heading, and the name of its button
    assert "Surel" not in page(signed_in("Moderator"))
    administrator.post("/admin/blok/", {"sembunyikan": "surel"})
    assert block(administrator, "surel") == ""


def test_with_one_nothing_is_said(mailing, administrator):
    assert "Surel" not in page(administrator)


def test_without_a_mail_server_no_other_screen_offers_or_promises_mail(reader, article, administrator, signed_in):
    made = comment(article)
    refused = reader.reply(article, body="")
    words = [
        reader.get(article.get_absolute_url()).content.decode(),
        refused.content.decode(),
        reader.get(f"/tanggapan/{made.plain_receipt}/").content.decode(),
        page(signed_in("Moderator")),
        administrator.get("/admin/redaksi/").content.decode(),
    ]
    for screen in words:
        assert "kabar" not in re.findall(r'name="(\w+)"', screen)
        assert not re.search(r"lewat email|Kabari saya|kirimi|08\.00", screen, re.IGNORECASE)
    assert reader.post(f"/tanggapan/{made.plain_receipt}/kabar/", {"kabar": "1"}).status_code == 303
    made.refresh_from_db()
    assert made.mail_consent_at is None
