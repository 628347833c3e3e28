"""Letters are stopped by one press, from anywhere (RFC 8058), and asked for again on the receipt."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from comments import moderation
from comments.mail import addresses, letters, staff
from comments.models import Comment, Status
from humas.accounts.models import User
from humas.base.models import Letter
from tests.comments.factories import comment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mailing")]
HERE = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def asking(article):
    made = comment(article)
    Comment.objects.filter(pk=made.pk).update(mail_consent_at=timezone.now())
    return made


def wants(made):
    return Comment.objects.get(pk=made.pk).mail_consent_at is not None


@pytest.fixture
def letter(accepted, asking, moderator):
    return accepted(lambda: moderation.decide([asking.pk], Status.APPROVED, by=moderator.user))[0]


@pytest.mark.contract
@pytest.mark.wordpress("2c Commenter")
def test_a_mailbox_stops_letters_by_one_press_of_its_own(letter, asking):
    address = re.fullmatch(r"<(http://testserver/berhenti/[^>]+/)>", letter.extra_headers["List-Unsubscribe"])[1]
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address in letter.body
    for _n in range(2):
        assert Client().post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
        assert not wants(asking)


def test_programs_that_open_every_link_stop_nothing(letter, asking):
    address = letter.extra_headers["List-Unsubscribe"].strip("<>")
    page = Client().get(address)
    assert page.status_code == 200
    assert wants(asking)
    assert 'method="post"' in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert asking.email not in page.content.decode()


def test_what_was_not_sent_yet_stays_unsent(article, asking, moderator):
    moderation.decide([asking.pk], Status.APPROVED, by=moderator.user)
    answer = comment(article, parent=asking, status=Status.APPROVED)
    assert Letter.objects.filter(sent_at=None).count() == 2
    letters.set_consent(asking.pk, wants=False)
    assert Letter.objects.count() == 0
    assert answer.parent_id == asking.pk


def test_wrong_and_foreign_addresses_stop_nothing(asking, moderator):
    token = addresses.to_decide(moderator.user, asking).rstrip("/").rpartition("/")[2]
    for wrong in (token, "zz", f"comment-{asking.pk}.99999999999.zz"):
        assert Client().post(f"/berhenti/{wrong}/").status_code == 404
    assert wants(asking)


@pytest.mark.contract
def test_writer_asks_for_letters_on_the_receipt_and_stops_them_there(reader, article):
    made = comment(article)
    receipt = f"/tanggapan/{made.plain_receipt}/"
    assert 'name="kabar" value="1"' in reader.get(receipt).content.decode()
    for kabar, wanted in (("1", True), ("1", True), ("0", False)):
        answer = reader.post(f"{receipt}kabar/", {"kabar": kabar}, headers=HERE)
        assert (answer.status_code, answer["Location"]) == (303, f"{receipt}#kabar")
        assert wants(made) == wanted
    assert reader.get(f"{receipt}kabar/").status_code == 303
    assert reader.post("/tanggapan/zz/kabar/", {"kabar": "1"}, headers=HERE).status_code == 404


def test_no_other_site_makes_a_writer_ask(reader, article):
    made = comment(article)
    answer = reader.post(f"/tanggapan/{made.plain_receipt}/kabar/", {"kabar": "1"}, headers={"origin": "https://j.id"})
    assert answer.status_code == 403
    assert not wants(made)


def test_an_address_that_is_gone_can_be_mailed_no_more(reader, article):
    made = comment(article)
    Comment.objects.filter(pk=made.pk).update(email="", email_digest="")
    receipt = f"/tanggapan/{made.plain_receipt}/"
    assert "kabar" not in reader.get(receipt).content.decode()
    reader.post(f"{receipt}kabar/", {"kabar": "1"}, headers=HERE)
    assert not wants(made)


def test_moderator_stops_the_letters_and_takes_them_up_again_at_the_desk(signed_in):
    desk = signed_in("Moderator")
    User.objects.filter(pk=desk.user.pk).update(email="moderator@contoh.id", preferences={"desk_away": ["draf"]})
    assert [person.pk for person in staff.recipients()] == [desk.user.pk]
    assert Client().post(addresses.to_stop(f"person-{desk.user.pk}")).status_code == 200
    assert staff.recipients() == []

    page = desk.get("/admin/akun/").content.decode()
    assert "checked" not in re.search(r'<input[^>]+name="wants_mail"[^>]*>', page)[0]
    assert desk.post("/admin/akun/", {"email": "baru@contoh.id", "wants_mail": "on"}).status_code == 303
    (person,) = staff.recipients()
    assert person.email == "baru@contoh.id"
    assert person.preferences["desk_away"] == ["draf"]
    assert desk.post("/admin/akun/", {"email": "zz"}).status_code == 422


def test_account_page_is_for_who_decides_and_where_mail_is_sent(signed_in, settings):
    assert signed_in("Penulis").get("/admin/akun/").status_code == 403
    desk = signed_in("Moderator")
    assert "/admin/akun/" in desk.get("/admin/").content.decode()
    settings.EMAIL_URL = ""
    assert desk.get("/admin/akun/").status_code == 404
    assert "/admin/akun/" not in desk.get("/admin/").content.decode()
