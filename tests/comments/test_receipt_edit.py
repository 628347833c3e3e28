"""A writer mends the own words while they wait, and never after somebody decided."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from comments import by_writer, moderation
from comments.models import Comment, Decision, Status
from humas.base import newsroom
from humas.base.models import Newsroom
from tests.comments.factories import comment
from tests.comments.page import Page, whole_page

pytestmark = pytest.mark.contract
OURS = {"sec-fetch-site": "same-origin"}
NEW = "Jalan ke pasar sudah baik.\n\nTerima kasih <b>semua</b>."


def edit(reader, made, body=NEW, headers=OURS, **fields):
    return reader.post(f"/tanggapan/{made.plain_receipt}/ubah/", {"body": body} | fields, headers=headers)


def minutes_ago(minutes):
    return timezone.now() - timedelta(minutes=minutes)


@pytest.fixture
def waiting(article):
    return comment(article, body="Jalan ke pasar rusak.", email="ina@contoh.id")


def test_mended_words_replace_the_old_and_wait(reader, waiting):
    response = edit(reader, waiting, "Baris satu.\r\nBaris dua & <i>tiga</i>.")

    after, line = Comment.objects.get(), Decision.objects.get()
    assert (response.status_code, response["Location"]) == (303, f"/tanggapan/{waiting.plain_receipt}/")
    assert after.body == "Baris satu.\nBaris dua & <i>tiga</i>."
    assert after.body_html == "<p>Baris satu.<br>Baris dua &amp; &lt;i&gt;tiga&lt;/i&gt;.</p>"
    assert after.status == Status.PENDING
    assert after.email == "ina@contoh.id"
    assert after.edited_at is not None
    assert (line.act, line.from_status, line.to_status) == ("edited", "pending", "pending")
    assert (line.by, line.rule) == (None, "writer")
    assert "diubah" in Page(reader.get(response["Location"])).one("p", **{"class": "receipt-signed"}).text


def test_same_words_again_leave_no_line(reader, waiting):
    assert edit(reader, waiting, waiting.body).status_code == 303
    assert not Decision.objects.exists()
    assert Comment.objects.get().edited_at is None


@pytest.mark.parametrize("status", [Status.SPAM, Status.TRASH])
def test_what_only_a_rule_put_aside_can_be_mended(reader, waiting, status):
    Comment.objects.update(status=status, held_for=["words"])

    assert edit(reader, waiting).status_code == 303
    assert Comment.objects.get().status == Status.PENDING


def test_mending_does_not_talk_a_trap_away(reader, article):
    address = reader.reply(article, ruas_kosong="program")["Location"]

    reader.post(f"{address}ubah/", {"body": NEW}, headers=OURS)

    after = Comment.objects.get()
    assert (after.status, after.held_for, after.body) == (Status.SPAM, ["trap"], NEW)
    assert after.evidence["trap"] == {"characters": 7}


def test_rules_are_asked_again_for_mended_words(reader, article):
    first = comment(article, name="Ina", email="ina@contoh.id", body=NEW)
    second = comment(article, name="Ina", email="ina@contoh.id", body="Lain.")

    edit(reader, second)

    after = Comment.objects.get(pk=second.pk)
    assert after.held_for == ["duplicate"]
    assert after.evidence["duplicate"] == {"of": first.pk}


def test_mended_words_of_an_unconfirmed_comment_go_on_waiting_for_the_address(reader, waiting):
    Comment.objects.update(status=Status.UNCONFIRMED, evidence={"fate": "spam", "links_asked": 1})

    assert edit(reader, waiting).status_code == 303
    after = Comment.objects.get()
    assert (after.status, after.evidence) == (Status.UNCONFIRMED, {"fate": "pending", "links_asked": 1})
    by_writer.confirm(waiting.pk)
    assert Comment.objects.get().status == Status.PENDING


@pytest.mark.parametrize("status", [Status.APPROVED, Status.SPAM, Status.TRASH])
def test_what_a_person_decided_is_no_longer_the_writers_to_change(reader, waiting, status, person):
    moderation.decide([waiting.pk], status, by=person("Moderator"))

    response = edit(reader, waiting)

    page = whole_page(response)
    assert response.status_code == 409
    assert "tidak dapat diubah lagi" in page.one("div", role="alert").text
    assert "".join(page.by_id("words").pieces) == "\n" + NEW
    assert Comment.objects.get().body == waiting.body


def test_back_in_the_queue_by_hand_is_a_decision_too(reader, waiting, person):
    moderation.decide([waiting.pk], Status.SPAM, by=person("Moderator"))
    moderation.decide([waiting.pk], Status.PENDING, by=person("Moderator"))

    assert edit(reader, waiting).status_code == 409


def test_what_was_decided_and_undone_can_be_mended(reader, waiting, person):
    batch = moderation.new_batch()
    moderation.decide([waiting.pk], Status.SPAM, by=person("Moderator"), batch=batch)
    moderation.undo(batch)

    assert edit(reader, waiting).status_code == 303


def test_undoing_an_older_act_leaves_mended_words_where_they_are(reader, waiting, person):
    batch = moderation.new_batch()
    moderation.decide([waiting.pk], Status.SPAM, rule="words", batch=batch)
    edit(reader, waiting)

    assert moderation.undo(batch).back == 0
    assert Comment.objects.get().status == Status.PENDING


def test_window_is_the_newsrooms(reader, article):
    room = Newsroom.current()
    room.edit_minutes = 60
    newsroom.save(room)
    early, late = (comment(article, at=minutes_ago(minutes)) for minutes in (59, 61))

    assert edit(reader, early).status_code == 303
    assert "Ubah tulisan" not in reader.get(f"/tanggapan/{late.plain_receipt}/").content.decode()
    assert edit(reader, late).status_code == 409


def test_withdrawn_words_are_not_mended(reader, waiting):
    by_writer.withdraw(waiting.pk)

    assert edit(reader, waiting).status_code == 409


@pytest.mark.parametrize("body", ["", " \n ", "\u200b\u3164", "x" * 65_526, "a\0b"])
def test_words_the_form_would_not_take_are_kept_and_explained(reader, waiting, body):
    response = edit(reader, waiting, body)

    page = whole_page(response)
    field = page.by_id("ubah-body")
    assert response.status_code == 422
    assert field["aria-invalid"] == "true"
    assert page.by_id("ubah-body_error").text
    assert "ubah-body_error" in field["aria-describedby"]
    assert "".join(field.pieces) == "\n" + body
    assert Comment.objects.get().body == waiting.body


def test_bytes_that_are_no_text_are_asked_for_again(reader, waiting):
    address = f"/tanggapan/{waiting.plain_receipt}/ubah/"
    form = "application/x-www-form-urlencoded"
    response = reader.post(address, b"body=caf%E9", content_type=form, headers=OURS)

    assert response.status_code == 422
    assert "tidak terbaca" in whole_page(response).by_id("ubah-body_error").text


def test_longest_comment_can_be_mended_into(reader, waiting):
    assert edit(reader, waiting, "é" * 65_525).status_code == 303


def test_busy_database_loses_no_word(reader, waiting, monkeypatch):
    def busy(*_args):
        raise OperationalError("database is locked")

    monkeypatch.setattr(by_writer, "edit", busy)
    response = edit(reader, waiting)

    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "".join(whole_page(response).by_id("ubah-body").pieces) == "\n" + NEW


def test_mended_words_never_appear_before_they_are_read(reader, article, waiting, person):
    edit(reader, waiting)
    assert "sudah baik" not in reader.get(article.get_absolute_url()).content.decode()

    moderation.decide([waiting.pk], Status.APPROVED, by=person("Moderator"))
    assert "sudah baik" in reader.get(article.get_absolute_url()).content.decode()
