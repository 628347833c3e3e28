"""No hostile poster fills a mailbox, and nobody learns from us who else wrote from an address."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments import by_writer
from comments.identity import letters as rules
from comments.models import Comment, LetterSent
from humas.base.digests import of_email
from humas.base.models import Letter
from tests.comments.page import Page, whole_page

VICTIM = "korban@contoh.id"


@pytest.fixture
def flood(wants, letters, reader, article, settings):
    """flood(7) → the letters that so many replies from one typed address sent."""
    wants("confirmed")
    settings.REPLY_LIMIT_WRITER = None
    token = reader.token(article)

    def send(count, email=VICTIM):
        sent = []
        for number in range(count):
            body = f"Banjir {number} {Comment.objects.count()}"
            sent += letters(lambda body=body: reader.reply(article, email=email, body=body, token=token))
        return sent

    return send


def test_one_address_gets_five_letters_an_hour_and_ten_a_day(flood):
    sent = [flood(8)]
    for hours in (1, 1, 30):
        LetterSent.objects.update(at=F("at") - timedelta(hours=hours))
        sent.append(flood(8))

    assert [len(letters) for letters in sent] == [5, 5, 0, 5]
    assert Comment.objects.count() == 32
    assert {address for letters in sent for letter in letters for address in letter.to} == {VICTIM}


def test_another_address_is_not_held_back(flood):
    flood(6)

    assert len(flood(1, "lain@contoh.id")) == 1


def test_spelling_an_address_otherwise_is_the_same_mailbox(flood):
    assert len(flood(4)) + len(flood(4, VICTIM.upper())) == 5


def test_receipt_says_the_same_whether_a_letter_went_or_not(flood, reader, letters):
    flood(6)
    with_letter, without = Comment.objects.order_by("pk")[0], Comment.objects.order_by("-pk")[0]
    pages = [Page(reader.get(f"/tanggapan/{each.receipt_token}/")) for each in (with_letter, without)]
    told = [[e.text for e in page.all("section", **{"class": "receipt-steps proof"})] for page in pages]
    answers = [reader.post(f"/tanggapan/{each.receipt_token}/buktikan/").status_code for each in (with_letter, without)]

    assert told[0][0].split("WITA")[1:] == told[1][0].split("WITA")[1:]
    assert answers == [303, 303]
    assert Letter.objects.count() == 5


def test_link_is_sent_again_three_times(wants, letters, reader, article):
    wants("confirmed")
    letters(lambda: reader.reply(article))
    receipt = letters.answer["Location"]

    sent, answers = [], []
    for _press in range(5):
        sent.append(len(letters(lambda: reader.post(f"{receipt}buktikan/"))))
        answers.append(letters.answer.status_code)

    assert sent == [1, 1, 1, 0, 0]
    assert answers == [303, 303, 303, 429, 429]
    assert "Retry-After" in letters.answer
    assert whole_page(letters.answer).one("h1").text == "Tautan tidak dikirim ulang"
    assert len({letter.body for letter in Letter.objects.all()}) == 1
    assert "buktikan/" not in {form.get("action") for form in Page(reader.get(receipt)).all("form")}


@pytest.mark.parametrize("status", ["pending", "withdrawn", "spam"])
def test_link_is_not_sent_for_what_waits_no_more(wants, letters, reader, article, status):
    wants("confirmed")
    receipt = reader.reply(article)["Location"]
    Comment.objects.update(status=status)

    assert letters(lambda: reader.post(f"{receipt}buktikan/")) == []
    assert letters.answer.status_code == 303


def test_link_is_asked_for_by_a_press_on_the_own_receipt_only(wants, letters, reader, article):
    wants("confirmed")
    receipt = reader.reply(article)["Location"]
    before = Letter.objects.count()

    assert reader.get(f"{receipt}buktikan/").status_code == 405
    assert reader.post(f"{receipt}buktikan/", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert reader.post("/tanggapan/tidak-ada/buktikan/").status_code == 404
    assert Letter.objects.count() == before


def test_withdrawing_makes_no_room_for_another_letter(flood):
    sent = 0
    for _round in range(7):
        sent += len(flood(1))
        by_writer.withdraw(Comment.objects.order_by("-pk")[0].pk)

    assert sent == 5


def test_count_of_letters_holds_no_address_and_is_forgotten_after_a_day(flood):
    flood(1)
    counted = LetterSent.objects.get()
    assert counted.address_digest != of_email(VICTIM)

    LetterSent.objects.update(at=timezone.now() - timedelta(days=1))
    flood(1, "lain@contoh.id")
    assert LetterSent.objects.get().address_digest != counted.address_digest


def test_sending_asks_as_often_however_much_was_sent(flood):
    asked = []
    for sent in (1, 2):
        flood(sent)
        with CaptureQueriesContext(connection) as queries, transaction.atomic():
            rules.may_go(of_email(VICTIM), timezone.now())
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 6
